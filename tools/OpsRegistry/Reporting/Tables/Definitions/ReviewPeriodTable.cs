using OpsRegistry.Reporting.Reviews;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Reporting.Reviews.ReviewedPeriod>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>The periods whose result a change moves.</summary>
internal static class ReviewPeriodTable
{
    public static Table<ReviewedPeriod> For(IReadOnlyList<ReviewedPeriod> periods) => new("periods", new("得分与扣款", "Points and yuan"), Columns, periods)
    {
        WhenEmpty = new("得分与扣款没有变化。", "Points and yuan stay as they are."),
    };

    private static IReadOnlyList<Column> Columns { get; } =
    [
        Column.Label("contract", new("合同", "contract"), period => Text.Same(period.Contract)),
        Column.Label("period", new("周期", "period"), period => Text.Same(period.Period)),
        new("score", new("得分", "score"), ValueKind.Points, period => new Value.Change(ScoreOf(period.Before), ScoreOf(period.After), Moved(period.PointsMoved, points => new Value.Points(points, IsDifference: true) { IsTotal = true }))),
        new("deduction", new("扣款（元）", "deduction (yuan)"), ValueKind.Yuan, period => new Value.Change(AmountOf(period.Before), AmountOf(period.After), Moved(period.YuanMoved, yuan => new Value.Yuan(yuan, IsDifference: true)))),
        new("band", new("档次", "band"), ValueKind.Label, period => Value.Change.Of(period.Before?.GradeTitle, period.After?.GradeTitle)),
    ];

    private static Value ScoreOf(ReviewedResult? result) => result is null ? Value.None
        : InRange(Value.TotalOf(result.Score), RangeWords.OfPoints(new(result.Score, result.IfDisputesUpheld is { } upheld ? upheld.Score : result.Score)));

    private static Value AmountOf(ReviewedResult? result) => result is not { Scored: true } ? Value.None
        : InRange(Value.YuanOf(result.Amount), RangeWords.OfYuan(new(result.Amount, result.IfDisputesUpheld is { } upheld ? upheld.Amount : result.Amount)));

    /// <summary>A figure with its range while it is in dispute.</summary>
    private static Value InRange(Value figure, Text range) => range.En.Length == 0 ? figure
        : new Value.Words(new(ValueText.Show(figure, Language.Zh) + range.Zh, ValueText.Show(figure, Language.En) + range.En));

    private static Value Moved(decimal? difference, Func<decimal, Value> show) => difference is null or 0m ? Value.None : show(difference.Value);
}
