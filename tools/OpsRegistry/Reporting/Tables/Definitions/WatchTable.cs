using OpsRegistry.Measuring;
using Column = OpsRegistry.Reporting.Tables.Column<(OpsRegistry.Measuring.WatchDays Watch, OpsRegistry.Measuring.WatchStretch Stretch)>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>Which days had to be watched over, why, and whether somebody was there; days in a row that fared alike are one row.</summary>
internal static class WatchTable
{
    public static Table<(WatchDays Watch, WatchStretch Stretch)> For(IReadOnlyList<WatchDays> watches) => new(
        "watches", new("值守", "Watches"), Columns, watches.SelectMany(watch => watch.Stretches.Select(stretch => (watch, stretch))).ToList())
    {
        WhenEmpty = new("没有须值守的日子。", "No day had to be watched over."),
        Mark = row => row.Stretch.State != WatchState.Staffed,
    };

    private static IReadOnlyList<Column> Columns { get; } =
    [
        Column.Words("title", new("值守要求", "watch"), row => row.Watch.Watch.Title) with { Width = 24 },
        Column.Words("occasion", new("事由", "occasion"), row => row.Stretch.Occasion) with { Width = 38 },
        Column.Days("days", new("日期", "days"), row => row.Stretch.Days) with { Width = 26 },
        Column.Count("count", new("天数", "number of days"), row => row.Stretch.Days.Days) with { Width = 8, Total = ColumnTotal.Sum },
        Column.Count("asked", new("应有人数", "people asked for"), row => row.Watch.Watch.Headcount) with { Width = 8, IsEssential = false },
        Column.Count("found", new("最少在岗", "people at the least"), row => row.Stretch.Found) with { Width = 8 },
        Column.State("state", new("情况", "state"), row => new Value.State(row.Stretch.State.Title(), row.Stretch.State == WatchState.Staffed ? Tone.Good : Tone.Bad)) with { Width = 22 },
        Column.Clauses("clauses", new("条款", "clause"), row => row.Watch.Watch.Clauses) with { Width = 33, IsEssential = false },
    ];
}
