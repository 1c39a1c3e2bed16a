using OpsRegistry.Model;

namespace OpsRegistry.Settling;

/// <summary>Every place of a contract's governance files that picks records.</summary>
internal static class RecordMatches
{
    /// <summary>All of them, in every version.</summary>
    public static IEnumerable<RecordMatch> Of(ContractFolder folder) =>
    [
        .. Governance.Levels(folder).SelectMany(OfServiceLevels),
        .. Governance.Targets(folder).Select(target => target.AppliesTo),
        .. Governance.Aggregates(folder).SelectMany(terms => new[] { terms.Records, terms.Matching }.OfType<RecordMatch>()),
        .. Governance.Quotas(folder).Select(terms => terms.Records),
        .. Governance.Obligations(folder).SelectMany(duty => duty.Matches),
        .. Governance.Deductions(folder).SelectMany(Governance.BasesOf).SelectMany(basis => basis.Records),
        .. Governance.Scorecards(folder).SelectMany(OfMoney),
        .. folder.Terms.ExitTriggers.Select(trigger => trigger.Records).OfType<RecordMatch>(),
    ];

    private static IEnumerable<RecordMatch> OfServiceLevels(ServiceLevels levels) =>
    [
        .. levels.Severities is { } severities ? [severities.AppliesTo] : Array.Empty<RecordMatch>(),
        .. levels.Availability.SelectMany(figure => figure.Excluded.Prepend(figure.AppliesTo)),
    ];

    private static IEnumerable<RecordMatch> OfMoney(Scorecard scorecard) =>
    [
        .. scorecard.Vetoes.Select(veto => veto.Records),
        .. scorecard.Settlement?.PricedEvents.SelectMany(priced => new[] { priced.Records, priced.LiftedBy }.Concat(priced.OrWhen)).OfType<RecordMatch>() ?? [],
        .. scorecard.Settlement?.Shortfall?.OrWhen ?? [],
    ];
}
