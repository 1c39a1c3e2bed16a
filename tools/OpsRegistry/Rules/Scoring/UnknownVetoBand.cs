using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Rules.References;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// A veto brings a band that the scorecard does not have, so it would decide nothing.
/// </summary>
internal sealed class UnknownVetoBand() : Rule("OPS514", new("否决引用了不存在的档位", "veto with an unknown band"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from scorecard in Governance.Scorecards(folder)
        let known = scorecard.Bands.Select(band => band.Id).ToList()
        from veto in scorecard.Vetoes
        where !known.Contains(veto.Band)
        let fault = UnknownName.Describe(new("档位", "band"), veto.Band, known)
        select At(veto.PlaceOf(nameof(veto.Band)), fault.Message, fault.Help);
}
