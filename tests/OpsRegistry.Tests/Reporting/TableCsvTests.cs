using OpsRegistry.Reporting.Tables;
using Xunit;
using Column = OpsRegistry.Reporting.Tables.Column<string>;

namespace OpsRegistry.Tests.Reporting;

/// <summary>Tables as CSV and on a terminal, over one that no product code knows.</summary>
public sealed class TableCsvTests
{
    [Fact]
    public void Keys_stand_over_values_as_machines_read_them_and_what_is_unknown_is_empty() =>
        Assert.Equal("owner,name,points,yuan,note\r\nharbour,one,2.5,1000.00,\r\nharbour,two,,,\r\n", Csv("one", "two"));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@a", "'@a")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("a\u202eb", "a\\u202eb")]
    public void Text_stays_text(string name, string field) => Assert.Contains($"harbour,{field},", Csv(name), StringComparison.Ordinal);

    [Fact]
    public void On_a_terminal_figures_stand_on_the_right_with_their_total_and_columns_without_value_are_left_out()
    {
        using var output = new StringWriter { NewLine = "\n" };
        TableText.Write(output, Of("one", "eleven"), Language.En);
        Assert.Equal("""
              name    points      yuan
              one        2.5  1,000.00
              eleven     2.5  1,000.00
              total        5

            """, output.ToString());
    }

    [Fact]
    public void A_table_without_rows_says_so()
    {
        using var output = new StringWriter { NewLine = "\n" };
        TableText.Write(output, Of(), Language.En);
        Assert.Equal("  None.\n", output.ToString());
    }

    private static string Csv(params string[] names)
    {
        using var output = new StringWriter();
        TableCsv.Write(output, ["owner"], [(["harbour"], Of(names))], Language.En);
        return output.ToString();
    }

    private static Table<string> Of(params string[] names) => new(
        "example",
        new("例", "example"),
        [
            Column.Words("name", new("名", "name"), name => Text.Same(name)),
            Column.Points("points", new("分", "points"), name => name == "two" ? null : 2.5m) with { Total = ColumnTotal.Sum },
            Column.Yuan("yuan", new("元", "yuan"), name => name == "two" ? null : 1000m),
            Column.Code("note", new("注", "note"), _ => null),
        ],
        names);
}
