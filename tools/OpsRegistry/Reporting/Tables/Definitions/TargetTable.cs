using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.ServiceLevels;
using OpsRegistry.Time;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Reporting.Tables.Definitions.TargetRow>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>A limit and how it was kept.</summary>
internal sealed record TargetRow(TargetSummary Summary, string? Service, bool IsProvisional)
{
    public TargetTerms Target => Summary.Target;
}

/// <summary>Every limit with its attainment.</summary>
internal static class TargetTable
{
    public const string Id = "targets", Attainment = "attainment";

    private const string Key = "id", Met = "met", Missed = "missed";

    public static Table<TargetRow> For(ServiceLevelStatement statement) => For(statement.Targets
        .Select(row => new TargetRow(row.Summary, row.Service, statement.IsProvisional(row.Summary.Target))).ToList());

    /// <summary>With the clock of each limit, for who has no record before them.</summary>
    public static Table<TargetRow> WithClocks(ServiceLevelStatement statement)
    {
        var clocks = statement.Measurement.Clocks;
        return For(statement) with
        {
            All =
            [
                Column.Words("title", new("时限", "limit"), row => row.Target.Title),
                Column.Code("service", new("服务", "service"), row => row.Service),
                .. Columns.Skip(3).Take(1),
                Column.Words("clock", new("时钟", "clock"), row => LevelWords.Clock(row.Target, clocks)),
                .. Columns.Skip(4).Select(column => column with { IsEssential = column.Key != "clauses" }),
            ],
        };
    }

    public static Table<TargetRow> For(IReadOnlyList<TargetRow> rows) => new(Id, new("时限达成", "Limits"), Columns, rows)
    {
        WhenEmpty = new("合同没有约定时限。", "The contract names no limits."),
        Anchors = row => [Anchor.Target(IdOf(row.Target, row.Service))],
        Mark = row => row.Summary.Missed > 0,
        Notes = [new("达成率 = 达标 ÷（达标 + 未达标）；未到期与无法计量的不进分母。", "Attainment = met ÷ (met + missed); what is pending or not measurable is not in the denominator.")],
    };

    /// <summary>The id that counts go by: services may use the same ids.</summary>
    public static string IdOf(TargetTerms target, string? service) => IdOf(target.Id, service);

    /// <inheritdoc cref="IdOf(TargetTerms, string?)"/>
    public static string IdOf(string id, string? service) => service is null ? id : $"{service}/{id}";

    /// <summary>A limit as people read it; its written form where it means nothing.</summary>
    public static Text LimitOf(TargetTerms target) => Amount.Parse(target.Limit)?.Describe() ?? Text.Same(target.Limit);

    /// <summary>A chart of attainments, lowest first.</summary>
    public static FigureChart Chart(Table<TargetRow> table) => new(
        table.Id, new("时限达成率（由低到高）", "Attainment of limits, lowest first"), new("每项时限一条横条，长为达成率，最低的在上", "a bar for each limit, as long as its attainment, the lowest on top"), ChartForm.Bars,
        table.Rows.Select(row => new ChartCategory(row.Target.Title, Anchor.Target(IdOf(row.Target, row.Service)))).ToList(),
        [new(Attainment, new("达成率", "attainment"), table.Rows.Select(row => row.Summary.Attainment).ToList())])
    {
        Kind = ValueKind.Share,
        Largest = 1,
        Over = (table.Id, "title"),
    };

    private static IReadOnlyList<Column> Columns { get; } =
    [
        Column.Code(Key, new("编号", "id"), row => IdOf(row.Target, row.Service)) with { Width = 20, IsEssential = false, Under = "title" },
        Column.Words("title", new("时限", "limit"), row => row.Target.Title) with { Width = 26 },
        Column.Label("appliesTo", new("适用", "applies to"), row => Kinds.Named(row.Target.AppliesTo.Kind)?.Title ?? Text.Same(row.Target.AppliesTo.Kind)) with { Width = 22, IsEssential = false, Under = "title" },
        Column.Label("limit", new("限额", "at most"), LimitOf) with { Width = 17 },
        In(TargetState.Met, Met, row => row.Summary.Met) with { Tone = Tone.Good },
        In(TargetState.Missed, Missed, row => row.Summary.Missed) with { Tone = Tone.Bad },
        In(TargetState.Pending, "pending", row => row.Summary.Pending) with { Tone = Tone.Plain },
        In(TargetState.NotMeasurable, "notMeasurable", row => row.Summary.NotMeasurable) with { Tone = Tone.Faint },
        new Column(Attainment, new("达成率", "attainment"), ValueKind.Share, ShareOf) { Width = 12, Formula = ShareFormula },
        Column.Clauses("clauses", new("条款", "clause"), row => row.Target.Clauses) with { Width = 30, IsEssential = false },
    ];

    private static Text LimitOf(TargetRow row)
    {
        var limit = LimitOf(row.Target);
        return row.IsProvisional ? new($"{limit.Zh}（暂用未公布的日历）", $"{limit.En} (provisional calendar)") : limit;
    }

    private static Column In(TargetState state, string key, Func<TargetRow, int> count) => Column.Count(key, state.Title(), row => count(row)) with
    {
        Width = 10,
        Formula = (_, cells) => $"COUNTIFS({cells.Column(OutcomeTable.Id, OutcomeTable.Key)},{cells[Key]},{cells.Column(OutcomeTable.Id, OutcomeTable.State)},{cells.Quoted(state.Title())})",
    };

    private static Value ShareOf(TargetRow row) => row.Summary.Attainment is { } share ? new Value.Share(share) : new Value.Undetermined(LevelWords.Nothing);

    private static Formula ShareFormula(TargetRow row, IFormulaCells cells) =>
        $"IF({cells[Met]}+{cells[Missed]}=0,{cells.Quoted(LevelWords.Nothing)},{cells[Met]}/({cells[Met]}+{cells[Missed]}))";
}
