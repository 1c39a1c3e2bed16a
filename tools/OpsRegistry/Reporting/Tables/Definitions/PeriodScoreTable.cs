using OpsRegistry.Measuring;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Settling;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Settling.PeriodResult>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>The score of each period.</summary>
internal static class PeriodScoreTable
{
    private const string Id = "periodScores", Key = "period", Score = "score";

    public static Table<PeriodResult> For(IReadOnlyList<PeriodResult> periods, AssessmentPeriod? own = null) => new(Id, new("各考核期得分", "Scores by period"), ColumnsOf(own), periods)
    {
        WhenEmpty = new("还没有考核期开始。", "No period has begun."),
    };

    public static FigureChart Chart(Table<PeriodResult> table) => new(
        Id, table.Title, new("每个考核期一根柱，高为得分", "a column for each period, as high as its score"), ChartForm.Columns,
        table.Rows.Select(period => new ChartCategory(Text.Same(period.Period.Id), Anchor.Period(period.Assessment.Measurement.Folder.Name, period.Period.Id))).ToList(),
        [new(Score, new("得分", "score"), table.Rows.Select(period => period.Assessment.Total).ToList())])
    {
        Kind = ValueKind.Points,
        Largest = table.Rows.Select(period => period.Assessment.Scorecard?.Marks).LastOrDefault(),
        Over = (Id, Key),
    };

    /// <summary>The same over the bands of the form; null for a contract that is not scored.</summary>
    public static FigureChart? TrendOf(IReadOnlyList<PeriodResult> periods) => periods.LastOrDefault()?.Assessment.Scorecard is { } scorecard
        ? Chart(For(periods)) with { Form = ChartForm.Line, Bands = BandTable.Edges(scorecard), Over = null }
        : null;

    private static IReadOnlyList<Column> ColumnsOf(AssessmentPeriod? own) =>
    [
        new Column(Key, new("考核期", "period"), ValueKind.Label, period => new Value.Link(Text.Same(period.Period.Id), Anchor.Period(period.Assessment.Measurement.Folder.Name, period.Period.Id))) { Width = 22 },
        Column.Day("from", new("自", "from"), period => period.Period.Days.Start) with { Width = 12 },
        Column.Day("through", new("至（含）", "through"), period => period.Period.Days.End.PlusDays(-1)) with { Width = 12 },
        new Column(Score, new("得分", "score"), ValueKind.Points, period => Value.TotalOf(period.Assessment.Total)) { Width = 12, Formula = (period, _) => period.Period == own ? Formula.Guarded("Score+0") : null },
    ];
}
