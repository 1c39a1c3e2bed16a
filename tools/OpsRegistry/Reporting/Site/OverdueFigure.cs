using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Site;

/// <summary>What is overdue, split by what can still be done: only that is anybody's work.</summary>
internal static class OverdueFigure
{
    /// <summary>How much can still be done, with what nobody can mend any more below it.</summary>
    public static Figure For(IReadOnlyList<DueItem> items)
    {
        var open = items.Count(item => item.Standing == DueStanding.Open);
        return new("overdue", DueStanding.Open.Title(), new Value.Count(open)) { IsLead = true, Tone = open > 0 ? Tone.Bad : Tone.Plain, Below = new Value.Words(PastOf(items)) };
    }

    /// <summary>What was missed or outlived its contract, in words; empty where nothing was.</summary>
    public static Text PastOf(IReadOnlyList<DueItem> items)
    {
        var past = new[] { DueStanding.Missed, DueStanding.ContractOver }
            .Select(standing => (Title: standing.Title(), Count: items.Count(item => item.Standing == standing))).Where(one => one.Count > 0).ToList();
        return new(string.Join(" · ", past.Select(one => $"{one.Title.Zh} {one.Count}")), string.Join(" · ", past.Select(one => $"{one.Count} {one.Title.En}")));
    }
}
