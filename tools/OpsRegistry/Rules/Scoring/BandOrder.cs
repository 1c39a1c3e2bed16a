using OpsRegistry.Model;

namespace OpsRegistry.Rules.Scoring;

/// <summary>Bands in the order of the totals they hold, however the file lists them.</summary>
internal static class BandOrder
{
    /// <summary>The bands from the highest totals to the lowest.</summary>
    public static IReadOnlyList<Band> BestFirst(IEnumerable<Band> bands) =>
        bands.OrderByDescending(band => band.From ?? decimal.MinValue).ThenByDescending(band => band.Below ?? decimal.MaxValue).ToList();

    /// <summary>Each band with the next lower one.</summary>
    public static IEnumerable<(Band Upper, Band Lower)> Neighbours(Scorecard scorecard)
    {
        var ordered = BestFirst(scorecard.Bands);
        return ordered.Zip(ordered.Skip(1));
    }
}
