using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// The bands are not listed from best to worst. The form prints them in the order of the file, and readers take the first line for the best.
/// </summary>
internal sealed class BandsOutOfOrder() : Rule("OPS508", new("档位没有从高到低排列", "bands not from best to worst"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from scorecard in Governance.Scorecards(folder)
        let bands = scorecard.Bands
        from pair in bands.Zip(bands.Skip(1))
        where pair.First.From is not { } upper || pair.Second.From > upper
        select At(
            pair.Second.PlaceOf(nameof(Band.From)),
            new($"“{pair.Second.Id}”高于排在它前面的“{pair.First.Id}”", $"'{pair.Second.Id}' is above '{pair.First.Id}', which stands before it"),
            new("按从高到低排列", "list the bands from best to worst"));
}
