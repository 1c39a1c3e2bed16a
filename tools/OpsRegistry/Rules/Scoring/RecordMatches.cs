using OpsRegistry.Model;

namespace OpsRegistry.Rules.Scoring;

/// <summary>Every place of a contract's governance files that picks records.</summary>
internal static class RecordMatches
{
    /// <summary>All of them.</summary>
    public static IEnumerable<RecordMatch> Of(ContractFolder folder) =>
        OfServiceLevels(folder.ServiceLevels).Concat(OfObligations(folder.Obligations)).Concat(OfScorecard(folder.Scorecard));

    /// <summary>The deductions of a scorecard.</summary>
    public static IEnumerable<DeductionTerms> Deductions(ContractFolder folder) =>
        folder.Scorecard?.Indicators.SelectMany(indicator => indicator.Deductions) ?? [];

    private static IEnumerable<RecordMatch> OfServiceLevels(ServiceLevels? levels) => levels is null ? [] :
    [
        .. levels.Severities is { } severities ? [severities.AppliesTo] : Array.Empty<RecordMatch>(),
        .. levels.Targets.Select(target => target.AppliesTo),
        .. levels.Availability.Select(availability => availability.AppliesTo),
    ];

    private static IEnumerable<RecordMatch> OfObligations(Obligations? obligations) => obligations is null ? [] :
    [
        .. obligations.Items.SelectMany(item => item.FulfilledBy),
        .. obligations.Items.Select(item => item.Recurrence.Calls).OfType<RecordMatch>(),
    ];

    private static IEnumerable<RecordMatch> OfScorecard(Scorecard? scorecard) => scorecard is null ? [] :
    [
        .. scorecard.Indicators.SelectMany(indicator => indicator.Deductions).Select(term => term.MatchingRecords?.Records ?? term.EveryNth?.Records).OfType<RecordMatch>(),
        .. scorecard.Vetoes.Select(veto => veto.Records),
        .. scorecard.Settlement?.PricedEvents.Select(priced => priced.Records) ?? [],
    ];
}
