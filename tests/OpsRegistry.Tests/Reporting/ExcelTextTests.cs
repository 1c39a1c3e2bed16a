using OpsRegistry.Reporting.Workbooks;
using Xunit;

namespace OpsRegistry.Tests.Reporting;

public sealed class ExcelTextTests
{
    [Theory]
    [InlineData("plain 普通", "plain 普通")]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("a\rb", "a␍b")]
    [InlineData("nul\0 bell\u0007 del\u007f", "nul␀ bell␇ del␡")]
    [InlineData("next\u0085line", "next\ufffdline")]
    [InlineData("😀𠮷", "😀𠮷")]
    public void Characters_that_a_cell_cannot_hold_are_shown_and_not_lost(string text, string shown) =>
        Assert.Equal(shown, ExcelText.ForCell(text));

    [Fact]
    public void Half_a_character_is_replaced() =>
        Assert.Equal("\ufffd alone \ufffd", ExcelText.ForCell("\ud83d alone \uffff"));

    [Fact]
    public void A_text_at_the_limit_is_whole() =>
        Assert.Equal(new string('x', 32_767), ExcelText.ForCell(new string('x', 32_767)));

    [Fact]
    public void A_text_is_never_cut_through_a_character()
    {
        var cut = ExcelText.ForCell("x" + string.Concat(Enumerable.Repeat("😀", 20_000)));
        Assert.Equal("😀…〔已截断 / cut〕", cut[^14..]);
        Assert.InRange(cut.Length, 32_766, 32_767);
        Assert.DoesNotContain('\ufffd', cut);
    }

    [Theory]
    [InlineData("第1期[草稿]", "第1期［草稿］")]
    [InlineData("a/b\\c:d*e?", "a／b＼c：d＊e？")]
    [InlineData("'quoted'", "quoted")]
    [InlineData("  ", "_")]
    [InlineData("0123456789012345678901234567890123456789", "0123456789012345678901234567890")]
    public void A_sheets_name_is_one_that_excel_takes(string text, string name) =>
        Assert.Equal(name, ExcelText.ForSheetName(text));

    [Fact]
    public void Every_character_comes_out_alike_in_a_text_that_needs_no_change_and_beside_one_that_does()
    {
        for (var value = 0; value <= char.MaxValue; value++)
        {
            var text = $"一{(char)value}二";
            Assert.Equal(ExcelText.ForCell("\u0001" + text)[1..], ExcelText.ForCell(text));
        }
    }

    [Fact]
    public void Quotes_inside_a_formula_are_doubled() =>
        Assert.Equal("\"他说\"\"好\"\"\"", ExcelText.InFormula("他说\"好\""));

    [Theory]
    [InlineData("一二三四五六七八", 10, 2)]
    [InlineData("12345678", 10, 1)]
    [InlineData("一\n二\n三", 10, 3)]
    [InlineData("", 10, 1)]
    public void Chinese_characters_take_two_columns_of_a_line(string text, double width, int lines) =>
        Assert.Equal(lines, ExcelText.Lines(text, width));
}
