using OpsRegistry.Reporting.Clocks;
using OpsRegistry.Reporting.Json;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting;

/// <summary>Up to when a list of several contracts is told, in words and for machines.</summary>
internal static class CutOffWords
{
    private const int MostNamed = 20;

    /// <summary>The latest cut-off, and each contract whose own is earlier.</summary>
    public static Text Of(CutOffs cutOffs)
    {
        var (day, earlier) = (Moment.ShowEnd(cutOffs.Latest), cutOffs.Earlier.Take(MostNamed).Select(one => $"{one.Contract} {Moment.ShowEnd(one.AsOf)}").ToList());
        if (cutOffs.Earlier.Count > MostNamed)
        {
            earlier.Add("…");
        }

        return earlier.Count == 0 ? Text.Same(day) : new($"{day}（{string.Join("、", earlier)}）", $"{day} ({string.Join(", ", earlier)})");
    }

    /// <summary>The contracts whose own cut-off is earlier.</summary>
    public static IReadOnlyList<CutOffEntry> EntriesOf(CutOffs cutOffs) => cutOffs.Earlier.Select(one => new CutOffEntry(one.Contract, one.AsOf)).ToList();
}

/// <summary>A contract that is told up to an earlier moment than the rest: its own <c>recordsUntil</c>.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="AsOf">Its cut-off.</param>
internal sealed record CutOffEntry(string Contract, Instant AsOf);
