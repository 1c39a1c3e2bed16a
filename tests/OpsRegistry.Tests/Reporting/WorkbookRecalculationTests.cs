using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using OpsRegistry.Reporting.Workbooks;
using Xunit;

namespace OpsRegistry.Tests.Reporting;

/// <summary>One start of LibreOffice for the whole class: an honest workbook, and one with a value that its formula does not give.</summary>
public sealed class Recalculated
{
    public Recalculated()
    {
        var honest = DemoWorkbook.Build();
        var forged = Forge(honest);
        Honest = WorkbookCells.Read(honest);
        Forged = WorkbookCells.Read(forged);
        var found = LibreOffice.Recalculate(honest, forged);
        (HonestFound, ForgedFound) = (found[0], found[1]);
    }

    internal WorkbookCells Honest { get; }

    internal WorkbookCells HonestFound { get; }

    internal WorkbookCells Forged { get; }

    internal WorkbookCells ForgedFound { get; }

    private static byte[] Forge(byte[] workbook)
    {
        using var file = new MemoryStream();
        file.Write(workbook);
        using (var document = SpreadsheetDocument.Open(file, isEditable: true))
        {
            var cells = document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<Cell>());
            cells.Single(cell => cell.CellFormula?.Text == "MAX(0,C9-D9)").CellValue = new CellValue("97");
        }

        return file.ToArray();
    }
}

public sealed class WorkbookRecalculationTests(Recalculated recalculated) : IClassFixture<Recalculated>
{
    [Fact]
    public void Every_formula_gives_the_value_that_stands_beside_it()
    {
        Assert.Equal(15, recalculated.Honest.All.Values.Count(cell => cell.Formula is not null));
        Assert.Empty(recalculated.Honest.Unproved(recalculated.HonestFound));
    }

    [Fact]
    public void A_value_that_its_formula_does_not_give_is_caught() =>
        Assert.Equal(
            ["'评分汇总'!E9 =MAX(0,C9-D9): the file says '97', recalculated '86.5'"],
            recalculated.Forged.Unproved(recalculated.ForgedFound));

    [Theory]
    [InlineData("D7", "12")]
    [InlineData("E9", "86.5")]
    [InlineData("D6", "1.5")]
    [InlineData("F9", "良好")]
    [InlineData("F8", "✓ 无扣分")]
    [InlineData("C14", "127250")]
    public void LibreOffice_finds_the_figures_that_we_expect(string address, string value) =>
        Assert.Equal(value, recalculated.HonestFound["评分汇总", address].Value);

    [Fact]
    public void Texts_that_look_like_formulas_numbers_or_dates_stay_texts()
    {
        for (var row = 0; row < DemoWorkbook.Hostile.Length; row++)
        {
            var found = recalculated.HonestFound["文本", $"A{row + 1}"];
            Assert.Equal((ReadKind.Text, ExcelText.ForCell(DemoWorkbook.Hostile[row])), (found.Kind, found.Value));
            Assert.Null(found.Formula);
        }
    }

    [Fact]
    public void A_text_past_excels_limit_arrives_cut_with_a_mark()
    {
        var found = recalculated.HonestFound["文本", $"A{DemoWorkbook.Hostile.Length + 1}"];
        Assert.Equal((ReadKind.Text, 32_767), (found.Kind, found.Value.Length));
        Assert.EndsWith("长…〔已截断 / cut〕", found.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_and_moments_are_numbers_of_the_day_in_beijing()
    {
        Assert.Equal(new ReadCell(ReadKind.Number, "46030", null), recalculated.HonestFound["扣分明细", "C2"]);
        Assert.Equal("46030.402777", recalculated.HonestFound["扣分明细", "D2"].Value[..12]);
    }

    [Fact]
    public void Each_sheet_prints_on_one_width_of_a4()
    {
        var pdf = Encoding.Latin1.GetString(LibreOffice.ToPdf(DemoWorkbook.Build()));
        Assert.Equal(3, Regex.Count(pdf, @"/MediaBox\s*\[0 0 595\S* 841\S*\]"));
        Assert.Equal(1, Regex.Count(pdf, @"/MediaBox\s*\[0 0 841\S* 595\S*\]"));
    }
}
