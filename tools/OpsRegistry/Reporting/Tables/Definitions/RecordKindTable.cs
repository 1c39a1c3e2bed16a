using OpsRegistry.Model;
using OpsRegistry.Reporting.Site;
using Column = OpsRegistry.Reporting.Tables.Column<(OpsRegistry.Model.Kind Kind, System.Collections.Generic.IReadOnlyList<OpsRegistry.Model.Resource> Files)>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>What a contract has files of, kind by kind: each leads to its page.</summary>
internal static class RecordKindTable
{
    public static Table<(Kind Kind, IReadOnlyList<Resource> Files)> For(SiteContract contract) => new("records", new("台账", "Ledgers"),
    [
        new Column("kind", new("种类", "kind"), ValueKind.Label, row => new Value.Link(row.Kind.Title, Anchor.Page(SiteAddress.Records(contract.Name, row.Kind)))),
        Column.Count("files", new("份数", "files"), row => row.Files.Count),
        Column.Day("latest", new("最近", "latest"), row => row.Files.Max(RecordFacts.DayOf)),
    ], RecordsPage.KindsOf(contract).ToList())
    {
        WhenEmpty = new("没有登记记录。", "Nothing is recorded."),
        RowsPerPage = 60,
    };
}
