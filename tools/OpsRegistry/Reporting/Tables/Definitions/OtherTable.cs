using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Workbooks.Sheets;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Reporting.Tables.Definitions.OtherRow>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>A file on the day that it stands at.</summary>
internal sealed record OtherRow(LocalDate Day, Resource Resource)
{
    /// <summary>The period's records without a table of their own, and what persons judged and decided, kind by kind.</summary>
    public static IReadOnlyList<OtherRow> In(Measurement measurement, AssessmentPeriod period)
    {
        var order = Kinds.All.Select((kind, index) => (kind, index)).ToDictionary(pair => pair.kind, pair => pair.index);
        var records = measurement.FactsIn(period)
            .Where(fact => fact.Record is not (Incident or Inspection or SpecialInspection))
            .Select(fact => new OtherRow(fact.Record.OccurredOn, fact.Resource));
        var judgements = measurement.Folder.Of<Judgement>()
            .Where(judgement => judgement.Spec.Period == period.Id)
            .Select(judgement => new OtherRow(judgement.Spec.JudgedOn, judgement.Untyped));
        var decisions = measurement.Folder.Of<Decision>()
            .Select(decision => new OtherRow(decision.Spec.DecidedOn, decision.Untyped));
        return records.Concat(judgements).Concat(decisions)
            .OrderBy(row => order[row.Resource.Kind]).ThenBy(row => row.Day).ThenBy(row => row.Resource.Path, StringComparer.Ordinal)
            .ToList();
    }
}

/// <summary>其他台账: the records of all kinds that have no table of their own.</summary>
internal static class OtherTable
{
    public static Table<OtherRow> For(ContractFolder folder, IReadOnlyList<OtherRow> rows, ILookup<string, string> deductions) => new("others", new("其他记录", "Other records"), ColumnsOf(folder, deductions), rows)
    {
        WhenEmpty = new("本期没有登记其他记录。", "There are no other records."),
        IsList = true,
        Anchors = row => [Anchor.Record(row.Resource.Path)],
    };

    private static IReadOnlyList<Column> ColumnsOf(ContractFolder folder, ILookup<string, string> deductions) =>
    [
        Column.Day("day", new("日期", "day"), row => row.Day) with { Width = 13 },
        Column.Label("kind", new("类别", "kind"), row => row.Resource.Kind.Title) with { Width = 16 },
        new Column("id", new("编号", "id"), ValueKind.Record, row => new Value.Record(row.Resource.Name, row.Resource.Path, row.Resource.Place.Line)) { Width = 28 },
        Column.Words("digest", new("要点", "in short"), row => RecordNames.Show(RecordDigest.Write(row.Resource.Spec))) with { Width = 54 },
        Column.Label("evidence", new("材料", "evidence"), row => row.Resource.Spec is RecordSpec record ? Files.Evidence(record) : Text.Same("")) with { Width = 14, IsEssential = false },
        Column.Label("deductions", new("扣分编号", "deductions"), row => Text.Same(string.Join("、", deductions[row.Resource.Path].Distinct(StringComparer.Ordinal)))) with { Width = 13, IsEssential = false },
        new Column("file", new("文件与标识", "file and id"), ValueKind.Code, row => Files.Link(folder, row.Resource)) { Width = 48, IsForPaper = true },
    ];
}
