using OpsRegistry.Settling;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Settling.PeriodResult>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>The periods of a contract whose reports are published, each with the figures that its report begins with.</summary>
internal static class PublishedTable
{
    public static Table<PeriodResult> For(ContractResult result) => new("published", new("考核期", "Assessment periods"), [.. Always(result.Folder.Name), .. result.Folder.IsScored ? Scored : []], result.Periods)
    {
        WhenEmpty = new("还没有考核期开始。", "No period has begun."),
    };

    private static IEnumerable<Column> Always(string contract) =>
    [
        new Column("period", new("考核期", "period"), ValueKind.Label, period => new Value.Link(Text.Same(period.Period.Id), Anchor.Period(contract, period.Period.Id))),
        Column.Days("days", new("日期", "days"), period => period.Period.Days),
        Column.State("state", new("状态", "state"), PeriodTable.StateOf),
    ];

    private static IReadOnlyList<Column> Scored { get; } =
    [
        new("score", new("得分", "score"), ValueKind.Points, period => With(ContractTable.ScoreOf(period), RangeWords.OfPoints(period.Score))),
        Column.Words("band", new("档次", "band"), period => period.Assessment.Band?.Title ?? Text.Same("—")),
        new("deducted", new("扣款（元）", "deducted (yuan)"), ValueKind.Yuan, period => With(Value.YuanOf(period.Settlement.Total), RangeWords.OfYuan(period.Deducted))),
        Column.Words("decision", ReadingTable.NeedsDecision, period => Text.Same(string.Join("、", period.NeedsDecision.Select(row => row.Interpretation.Key).Distinct()))),
    ];

    private static Value With(Value figure, Text range) => range.Zh.Length == 0 ? figure
        : new Value.Words(new(ValueText.Show(figure, Language.Zh) + range.Zh, ValueText.Show(figure, Language.En) + range.En));
}
