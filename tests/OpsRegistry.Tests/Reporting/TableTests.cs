using DocumentFormat.OpenXml.Packaging;
using Xunit;
using NodaTime;
using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Markdown;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Workbooks;
using OpsRegistry.Reporting.Workbooks.Writing;

namespace OpsRegistry.Tests.Reporting;

public sealed class TableTests
{
    private static readonly Row[] Rows = [new("a", 2, 3), new("b", 4, null)];

    private static readonly Column<Row> Name = Column<Row>.Code("name", new("名", "name"), row => row.Name);

    private static readonly Column<Row> Before = Column<Row>.Points("before", new("前", "before"), row => row.Before) with { Total = ColumnTotal.Sum };

    private static readonly Column<Row> After = Column<Row>.Points("after", new("后", "after"), row => row.After) with
    {
        Total = ColumnTotal.Sum,
        TotalName = "AfterAll",
        Formula = (_, cells) => $"{cells["before"]}+1",
    };

    [Fact]
    public void A_formula_follows_its_columns_wherever_they_stand()
    {
        Assert.Equal("$B5+1", Cells(Table(Name, Before, After))["甲", "C5"].Formula);
        Assert.Equal("$C5+1", Cells(Table(After, Name, Before))["甲", "A5"].Formula);
    }

    [Fact]
    public void A_total_is_unknown_while_one_of_its_figures_is()
    {
        var table = Table(Name, Before, After);
        Assert.Equal(new Value.Points(6), table.TotalOf(1));
        Assert.Equal(Value.Unknown, table.TotalOf(2));
        Assert.Equal("待定", Cells(table)["甲", "C7"].Value);
    }

    [Fact]
    public void A_link_leads_to_a_sheet_that_comes_later()
    {
        var table = new Table<Row>("links", new("链", "links"), [new Column<Row>("to", new("到", "to"), ValueKind.Record, row => new Value.Record(row.Name, row.Name, 1))], Rows);
        var book = Write(
            new Sheet("first", new("甲", "A"), new("", "")) { Blocks = [new Block.TableBlock(table)] },
            new Sheet("second", new("乙", "B"), new("", "")) { Blocks = [new Block.TableBlock(Table(Name) with { Anchors = row => [Anchor.Record(row.Name)] })] });
        using var document = SpreadsheetDocument.Open(new MemoryStream(book), isEditable: false);
        var links = document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Hyperlink>());
        Assert.Equal("'乙'!A6", links.Single(link => link.Reference == "A6").Location!.Value);
    }

    [Fact]
    public void Markdown_has_the_titles_the_rows_and_the_totals_and_leaves_out_what_is_for_paper()
    {
        var table = Table(Name with { IsForPaper = true }, Before, After);
        using var output = new StringWriter();
        new BlockMarkdown(output, Language.En).Write([new Block.TableBlock(table)]);
        Assert.Equal("| before | after |\n|---:|---:|\n| 2 | 3 |\n| 4 | undetermined |\n| **6** | **undetermined** |\n\n", output.ToString());
    }

    [Fact]
    public void Writers_know_no_table_by_name()
    {
        string[] writers = ["Workbooks/Writing", "Markdown"];
        var knowing = writers
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Golden.RepositoryRoot, "tools/OpsRegistry/Reporting", folder), "*.cs"))
            .Where(file => File.ReadAllText(file).Contains("Tables.Definitions", StringComparison.Ordinal));
        Assert.Empty(knowing);
    }

    private static Table<Row> Table(params IReadOnlyList<Column<Row>> columns) => new("table", new("表", "table"), columns, Rows);

    private static WorkbookCells Cells(Table table) => WorkbookCells.Read(Write(new Sheet("only", new("甲", "A"), new("", "")) { Blocks = [new Block.TableBlock(table)] }));

    private static byte[] Write(params IReadOnlyList<Sheet> sheets)
    {
        var draft = new WorkbookDraft(new("t", "c", Instant.FromUtc(2026, 1, 1, 0, 0)));
        BookWriter.Write(draft, sheets, new(new("", ""), new("", ""), new("", ""), new("", ""), new("", "")), Language.Zh);
        return draft.ToBytes();
    }

    private sealed record Row(string Name, decimal? Before, decimal? After);
}
