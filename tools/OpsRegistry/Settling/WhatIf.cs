using OpsRegistry.Assessing;
using OpsRegistry.Model;

namespace OpsRegistry.Settling;

/// <summary>What a period would come to if more points were lost.</summary>
/// <param name="Points">Points lost beside those lost already, at least 0.</param>
/// <param name="Total">The total then.</param>
/// <param name="Band">Its band; null where the bands leave a gap.</param>
/// <param name="Amount">What the band costs; null where undetermined.</param>
/// <param name="More">What it costs more than now; null where either is undetermined.</param>
internal sealed record WhatIf(decimal Points, decimal Total, Band? Band, decimal? Amount, decimal? More)
{
    private static readonly decimal[] Losses = [1, 2, 5, 10, 20];

    /// <summary>True for the loss that the reader tries.</summary>
    public bool IsTried { get; private init; }

    /// <summary>Some losses, the reader's own first; empty where there are no bands or no total, or where a veto has decided.</summary>
    /// <param name="assessment">The period.</param>
    /// <param name="tried">The loss that the reader tries.</param>
    public static IReadOnlyList<WhatIf> Try(Assessment assessment, decimal tried = 0)
    {
        if (assessment is not { Total: { } total, Veto: null, Scorecard: { Bands.Count: > 0 } scorecard })
        {
            return [];
        }

        var contract = assessment.Measurement.Folder.Terms.Amount?.Value;
        var now = Yuan.ShareOf(contract, assessment.Band?.Share);
        return Losses.Prepend(tried).Select((loss, index) =>
        {
            var left = scorecard.TotalFloor is { } floor ? Math.Max(floor, total - loss) : total - loss;
            var band = scorecard.Bands.FirstOrDefault(band => band.Contains(left));
            var amount = Yuan.ShareOf(contract, band?.Share);
            return new WhatIf(loss, left, band, amount, amount - now) { IsTried = index == 0 };
        }).ToList();
    }
}
