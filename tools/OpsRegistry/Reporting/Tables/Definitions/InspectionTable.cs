using OpsRegistry.Measuring;
using OpsRegistry.Model;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Reporting.Tables.Definitions.InspectionRow>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>An inspection, or one that is missing, on the day that it stands at.</summary>
internal sealed record InspectionRow(LocalDate Day, Fact? Fact, Occurrence? Missing)
{
    public static IReadOnlyList<InspectionRow> In(Measurement measurement, AssessmentPeriod period)
    {
        var done = measurement.FactsIn(period)
            .Where(fact => fact.Record is Inspection or SpecialInspection)
            .Select(fact => new InspectionRow(fact.Record.OccurredOn, fact, null));
        var missing = measurement.OccurrencesIn(period)
            .Where(occurrence => occurrence.State == OccurrenceState.Missing && AsksForInspection(occurrence.Obligation))
            .Select(occurrence => new InspectionRow(occurrence.LastDay, null, occurrence));
        return done.Concat(missing)
            .OrderBy(row => row.Day).ThenBy(row => row.Fact?.Resource.Path ?? row.Missing!.Obligation.Id, StringComparer.Ordinal)
            .ToList();
    }

    private static bool AsksForInspection(Obligation obligation) => obligation.FulfilledBy
        .Concat(obligation.FulfilledByGroup.SelectMany(group => group.All))
        .Any(match => match.Kind is nameof(Inspection) or nameof(SpecialInspection));
}

/// <summary>Every inspection, and a row for each one that is missing, where it should have been.</summary>
internal static class InspectionTable
{
    private const string Number = "id", Missing = "缺少";

    public static Table<InspectionRow> For(ContractFolder folder, IReadOnlyList<InspectionRow> rows) => new("inspections", new("巡检", "Inspections"), ColumnsOf(folder), rows)
    {
        WhenEmpty = new("本期没有登记巡检，也没有应做的巡检。", "No inspection is recorded, and none was due."),
        IsList = true,
        Anchors = row => row.Fact is { } fact ? [Anchor.Record(fact.Resource.Path)] : [],
        Mark = row => row.Missing is not null,
        MarkFormula = cells => $"LEFT({cells[Number]},2)=\"{Missing}\"",
        Notes = [new("粗体加底色的行是应做而没有合格记录的巡检，排在该次最后一日。合格记录须带规定的材料。文件后为该文件内容的 git 标识前 12 位。", "Marked rows are inspections without a valid record, on the last day that they could be done.")],
    };

    private static IReadOnlyList<Column> ColumnsOf(ContractFolder folder) =>
    [
        Column.Day("day", new("日期", "day"), row => row.Day) with { Width = 13 },
        new Column(Number, new("编号", "id"), ValueKind.Record, NumberOf) { Width = 26 },
        Column.Label("type", new("种类", "type"), TypeOf) with { Width = 12 },
        Column.Label("inspector", new("巡检人", "inspector"), row => Text.Same(row.Fact?.Record.People.FirstOrDefault()?.Value ?? "—")) with { Width = 16, IsEssential = false },
        new Column("database", new("数据库", "database"), ValueKind.Label, row => row.Fact?.Record is Inspection inspection ? States.YesNo(inspection.DatabaseIncluded) : Value.None) { Width = 8, IsEssential = false },
        Items("items", new("项数", "items"), inspection => inspection.Items.Count),
        Items("abnormal", new("异常", "abnormal"), inspection => inspection.Items.Count(item => item.Result == InspectionResult.Abnormal)),
        Column.Words("findings", new("异常与处理", "what was found"), FindingsOf) with { Width = 38 },
        Column.Label("evidence", new("材料", "evidence"), row => row.Fact is { } fact ? Files.Evidence(fact.Record) : Text.Same("")) with { Width = 10, IsEssential = false },
        new Column("file", new("文件与标识", "file and id"), ValueKind.Code, row => row.Fact is { } fact ? Files.Link(folder, fact.Resource) : Value.None) { Width = 46, IsForPaper = true },
    ];

    private static Value NumberOf(InspectionRow row) => row.Fact is { Resource: var resource }
        ? new Value.Record(resource.Name, resource.Path, resource.Place.Line)
        : new Value.Link(new($"{Missing} {RecordNames.Show(row.Missing!.Name).Zh}", $"missing {RecordNames.Show(row.Missing.Name).En}"), Anchor.Occurrence(row.Missing));

    private static Text TypeOf(InspectionRow row) => row.Fact?.Record switch
    {
        Inspection { InspectionType: "routine" } => new("日常巡检", "routine"),
        Inspection { InspectionType: "database" } => new("数据库巡检", "database"),
        Inspection inspection => Text.Same(inspection.InspectionType),
        SpecialInspection => new("特巡特维", "special"),
        _ => new(Missing, "missing"),
    };

    private static Column Items(string key, Text title, Func<Inspection, int> count) =>
        Column.Count(key, title, row => row.Fact?.Record is Inspection inspection ? count(inspection) : null) with { Width = 7, IsEssential = false };

    private static Text FindingsOf(InspectionRow row) => row.Fact?.Record switch
    {
        Inspection inspection => Text.Same(string.Join("\n", inspection.Items
            .Where(item => item.Result == InspectionResult.Abnormal)
            .Select(item => $"{item.Item}：{item.Advice ?? "—"}；{item.Outcome ?? "未处理"}{(item.CompletedOn is { } day ? $"（{Clocks.Moment.Show(day)}）" : "")}"))),
        SpecialInspection special => RecordNames.Show($"{special.SpecialPeriod}：{special.Result ?? "—"}"),
        _ => MissingOf(row.Missing!),
    };

    private static Text MissingOf(Occurrence missing)
    {
        var (title, days, bare) = (missing.Obligation.Title, missing.Days, missing.WithoutEvidence.Count > 0);
        var span = new Value.Days(days);
        return new(
            $"{title.Zh}：{ValueText.Show(span, Language.Zh)} {(bare ? "有记录而缺材料" : "没有记录")}",
            $"{title.En}: {ValueText.Show(span, Language.En)} {(bare ? "recorded without the evidence asked for" : "no record")}");
    }
}
