using OpsRegistry.Verifying.Workbooks;
using Xunit;

namespace OpsRegistry.Tests.Verifying;

/// <summary>What programs write differently and mean the same is one form; what means something else is another.</summary>
public sealed class WorkbookWordsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("General", "")]
    [InlineData("0.00", "0.00")]
    [InlineData("yyyy\\-mm\\-dd", "yyyy\"-\"mm\"-\"dd")]
    [InlineData("yyyy\"-\"mm\"-\"dd", "yyyy\"-\"mm\"-\"dd")]
    [InlineData("YYYY-MM-DD", "yyyy\"-\"mm\"-\"dd")]
    [InlineData("0\\ \"元\"", "0\" 元\"")]
    [InlineData("0\" 元\"", "0\" 元\"")]
    [InlineData("0 元", "0\" 元\"")]
    [InlineData("0\"\"", "0")]
    [InlineData("0\"元", "0\"元\"")]
    [InlineData("0\\", "0")]
    [InlineData("[Red]0", "[red]0")]
    [InlineData("[h]:mm", "[h]:mm")]
    [InlineData("[h", "[h")]
    [InlineData("[$-409]mmm", "mmm")]
    [InlineData("[$-F800]mmm", "mmm")]
    [InlineData("[$-1004040]d", "[$-1004040]d")]
    [InlineData("[$¥-804]0.00", "\"¥\"0.00")]
    [InlineData("[$USD]0", "\"USD\"0")]
    [InlineData("[$USD] 0", "\"USD \"0")]
    [InlineData("0_)* 0", "0_)* 0")]
    [InlineData("0.00E+00", "0.00e+00")]
    [InlineData("0.00e-00", "0.00e-00")]
    [InlineData("E0", "e0")]
    public void A_number_format_has_one_form(string written, string form) => Assert.Equal(form, NumberFormats.Normal(written));

    [Theory]
    [InlineData("yyyy-mm-dd", true)]
    [InlineData("h:mm", true)]
    [InlineData("0\" 元\"", false)]
    [InlineData("0\" days\"", false)]
    [InlineData("#,##0", false)]
    [InlineData("0.0\"d\"", false)]
    [InlineData("0d", false)]
    [InlineData("d0", false)]
    [InlineData("General\" d\"", false)]
    [InlineData("", false)]
    [InlineData("@", false)]
    public void A_format_of_days_and_hours_is_told_from_one_of_numbers(string written, bool shows) => Assert.Equal(shows, NumberFormats.ShowsTime(NumberFormats.Normal(written)));

    [Theory]
    [InlineData("=SUM(A1, B2)", "SUM(A1,B2)")]
    [InlineData("IF(A1=\"a b\", 1, 2)", "IF(A1=\"a b\",1,2)")]
    [InlineData("'封面'!A1", "封面!A1")]
    [InlineData("_xlfn.IFNA(A1,0)", "IFNA(A1,0)")]
    [InlineData("_xlfn._xlws.SORT(A1:A9)", "SORT(A1:A9)")]
    [InlineData("1E+05+1E-005", "1E+5+1E-5")]
    public void A_formula_has_one_form(string written, string form) => Assert.Equal(form, FormulaText.Normal(written));

    [Theory]
    [InlineData("A1+$B$2", "C3", "D5", "B3+$B$2")]
    [InlineData("$A1+A$1", "C3", "D5", "$A3+B$1")]
    [InlineData("\"A1\"&A1", "A1", "A2", "\"A1\"&A2")]
    [InlineData("LOG10(Z9)", "A1", "B1", "LOG10(AA9)")]
    [InlineData("AA10", "C3", "B2", "Z9")]
    [InlineData("A1", "nowhere", "B2", "A1")]
    [InlineData("A1", "B2", "nowhere", "A1")]
    public void A_formula_that_is_filled_down_moves_what_is_not_anchored(string formula, string from, string to, string moved) => Assert.Equal(moved, FormulaText.Moved(formula, from, to));

    [Theory]
    [InlineData(1, "A")]
    [InlineData(26, "Z")]
    [InlineData(27, "AA")]
    [InlineData(52, "AZ")]
    [InlineData(702, "ZZ")]
    [InlineData(703, "AAA")]
    public void A_column_is_letters_and_the_letters_are_the_column(int column, string letters)
    {
        Assert.Equal(letters + "7", FormulaText.Address((7, column)));
        Assert.Equal((7, column), FormulaText.Place(letters + "7"));
        Assert.Equal((1, 1), FormulaText.Place(letters));
    }

    [Theory]
    [InlineData("&\"Arial,Regular\"&8第 &P 页", "&8第 &P 页")]
    [InlineData("&\"Wingdings,Regular\"&8x", "&\"Wingdings,Regular\"&8x")]
    [InlineData("a\r\nb", "a\nb")]
    public void A_footer_has_one_form(string written, string form) => Assert.Equal(form, PrintedText.Normal(written));
}
