using OpsRegistry.Reporting.Reviews;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Reporting.Reviews.ReviewedPeriod>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>The periods whose result a change moves.</summary>
internal static class ReviewPeriodTable
{
    public static Table<ReviewedPeriod> For(IReadOnlyList<ReviewedPeriod> periods) => new("periods", new("得分与扣款", "Points and yuan"), [.. Figures, .. periods.Any(IsInDispute) ? InDispute : [], Band], periods)
    {
        WhenEmpty = new("得分与扣款没有变化。", "Points and yuan stay as they are."),
    };

    private static IReadOnlyList<Column> Figures { get; } =
    [
        Column.Label("contract", new("合同", "contract"), period => Text.Same(period.Contract)),
        Column.Label("period", new("周期", "period"), period => Text.Same(period.Period)),
        new("score", new("得分", "score"), ValueKind.Points, period => new Value.Change(ScoreOf(period.Before), ScoreOf(period.After), Moved(period.PointsMoved, points => new Value.Points(points, IsDifference: true) { IsTotal = true }))),
        new("deduction", new("扣款（元）", "deduction (yuan)"), ValueKind.Yuan, period => new Value.Change(AmountOf(period.Before), AmountOf(period.After), Moved(period.YuanMoved, yuan => new Value.Yuan(yuan, IsDifference: true)))),
    ];

    private static IReadOnlyList<Column> InDispute { get; } =
    [
        new("scoreInDispute", new("有异议的得分", "score in dispute"), ValueKind.Label, period => Value.Change.Of(ScoreInDispute(period.Before), ScoreInDispute(period.After))),
        new("deductionInDispute", new("有异议的扣款", "deduction in dispute"), ValueKind.Label, period => Value.Change.Of(AmountInDispute(period.Before), AmountInDispute(period.After))),
    ];

    private static Column Band { get; } = new("band", new("档次", "band"), ValueKind.Label, period => Value.Change.Of(period.Before?.GradeTitle, period.After?.GradeTitle));

    private static bool IsInDispute(ReviewedPeriod period) => (ScoreInDispute(period.Before) ?? ScoreInDispute(period.After) ?? AmountInDispute(period.Before) ?? AmountInDispute(period.After)) is not null;

    private static Value ScoreOf(ReviewedResult? result) => result is null ? Value.None : Value.TotalOf(result.Score);

    private static Value AmountOf(ReviewedResult? result) => result is not { Scored: true } ? Value.None : Value.YuanOf(result.Amount);

    private static Text? ScoreInDispute(ReviewedResult? result) => result?.IfDisputesUpheld is { } upheld ? RangeWords.BetweenPoints(new(result.Score, upheld.Score)) : null;

    private static Text? AmountInDispute(ReviewedResult? result) => result is { Scored: true, IfDisputesUpheld: { } upheld } ? RangeWords.BetweenYuan(new(result.Amount, upheld.Amount)) : null;

    private static Value Moved(decimal? difference, Func<decimal, Value> show) => difference is null or 0m ? Value.None : show(difference.Value);
}
