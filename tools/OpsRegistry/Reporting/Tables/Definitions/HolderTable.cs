using OpsRegistry.Measuring;
using OpsRegistry.Reporting.Site;
using Column = OpsRegistry.Reporting.Tables.Column<(OpsRegistry.Measuring.StaffingDays Post, OpsRegistry.Measuring.PostHolding Holding)>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>Who held which post, from when to when, and what was lacking.</summary>
internal static class HolderTable
{
    public static Table<(StaffingDays Post, PostHolding Holding)> For(IReadOnlyList<StaffingDays> posts) => new("holders", new("在岗人员", "Who held which post"), Columns, posts
        .SelectMany(post => post.Holdings.Where(holding => !holding.Days.Intersect(post.Days).IsEmpty).Select(holding => (post, holding))).ToList())
    {
        WhenEmpty = new("没有登记在岗人员。", "Nobody is assigned."),
        Mark = row => row.Holding.Faults.Count > 0,
    };

    /// <summary>Who held one post, whenever it was.</summary>
    public static Table<(StaffingDays Post, PostHolding Holding)> Of(StaffingDays post) => For([]).Without("post") with { Rows = post.Holdings.Select(holding => (post, holding)).ToList() };

    private static IReadOnlyList<Column> Columns { get; } =
    [
        Column.Words("post", new("岗位", "post"), row => row.Post.Requirement.Title) with { Width = 24 },
        Column.Words("person", new("人员", "person"), row => Text.Same(row.Holding.Assignment.Spec.Person)) with { Width = 38 },
        Column.Day("from", new("自", "from"), row => row.Holding.Days.Start) with { Width = 13 },
        Column.Day("through", new("至（含）", "through"), row => row.Holding.Days.End.PlusDays(-1)) with { Width = 13 },
        Column.State("onSite", new("驻场", "on site"), row => States.YesNo(row.Holding.Assignment.Spec.OnSite)) with { Width = 9, IsEssential = false },
        Column.Words("lacks", new("欠缺", "lacks"), LacksOf) with { Width = 59 },
    ];

    private static Text LacksOf((StaffingDays Post, PostHolding Holding) row)
    {
        var faults = row.Holding.Faults.Select(fact => (Title: fact.Lacks.Title(), Days: new Value.Days(fact.Days))).ToList();
        return faults.Count == 0 ? Text.Same("—") : new(
            string.Join("；", faults.Select(fault => $"{fault.Title.Zh}（{ValueText.Show(fault.Days, Language.Zh)}）")),
            string.Join("; ", faults.Select(fault => $"{fault.Title.En} ({ValueText.Show(fault.Days, Language.En)})")));
    }
}
