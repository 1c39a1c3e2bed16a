using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Reviewing.Policies;
using OpsRegistry.Settling;
using OpsRegistry.Time;

namespace OpsRegistry.Reviewing;

/// <summary>What a change does: to records, to findings, to points and yuan; and what the reviewer must decide.</summary>
/// <param name="Change">The change, file by file and field by field.</param>
/// <param name="Findings">What becomes wrong and what is mended.</param>
/// <param name="Policy">What rules of change say of it, in order of place.</param>
/// <param name="Periods">The contracts' periods whose points or yuan differ, by contract and period.</param>
/// <param name="Questions">What only a person can answer.</param>
internal sealed record Review(
    RegistryChange Change,
    FindingDifference Findings,
    IReadOnlyList<Finding> Policy,
    IReadOnlyList<PeriodChange> Periods,
    IReadOnlyList<ReviewQuestion> Questions)
{
    /// <summary>Governance files that the change brings beside records: they were not used to judge it.</summary>
    public IReadOnlyList<string> NotApplied { get; init; } = [];

    /// <summary>The end of the newest day in the change, where it is later than the cut-off, so that figures are previewed with more than is known at that; null where it is not.</summary>
    public Instant? NewestDay { get; init; }

    /// <summary>The contracts that the change touches, by name.</summary>
    public IReadOnlyList<string> Contracts { get; init; } = [];

    /// <summary>The limits and duties whose outcome differs, whether or not they cost points.</summary>
    public IReadOnlyList<FactChange> Facts { get; init; } = [];

    /// <summary>What waits for whom in these contracts after the change, and whether it did before.</summary>
    public IReadOnlyList<(WaitingItem Item, bool IsNew)> Waiting { get; init; } = [];

    /// <summary>Days that no published calendar covers and that some figure needs.</summary>
    public IReadOnlyList<ClockProblem.NotCovered> Uncovered { get; init; } = [];

    /// <summary>What it comes to.</summary>
    public Verdict Verdict =>
        Findings.New.Concat(Policy).Any(finding => finding.Rule.Severity == Severity.Error) ? Verdict.Refused
        : Questions.Count > 0 || Findings.New.Concat(Policy).Any(finding => finding.Rule.Severity == Severity.Warning && !IsDeciders(finding)) ? Verdict.ToDecide
        : Verdict.Clean;

    /// <summary>True for what stands in a decision that the purchaser makes by itself: nobody else is left to ask about it.</summary>
    private bool IsDeciders(Finding finding) =>
        Change.After.Registry.Resources.FirstOrDefault(resource => resource.Path == finding.Place.Path) is { Kind.Area: Area.Decisions } decision
        && RightsInForce.SpeaksOnlyAs(GrantRole.Purchaser, Change, decision.Metadata.Contract);
}

/// <summary>What a review comes to.</summary>
internal enum Verdict
{
    /// <summary>Nothing stands against it.</summary>
    [Title("可以合并", "may be merged")]
    Clean,

    /// <summary>A person must decide something first.</summary>
    [Title("须先决定", "something must be decided first")]
    ToDecide,

    /// <summary>It brings an error, or breaks a rule of change.</summary>
    [Title("不可合并", "must not be merged")]
    Refused,
}

/// <summary>Something that only a person can answer.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Words">The question, with its figures.</param>
/// <param name="Place">Where the answer would stand, or what it is about; null where there is no one place.</param>
internal sealed record ReviewQuestion(QuestionKind Kind, Text Words, Place? Place)
{
    /// <summary>The claim that is asked about; null for another question.</summary>
    public ClaimStake? Claim { get; init; }
}

/// <summary>What a question is about.</summary>
internal enum QuestionKind
{
    /// <summary>Whether a claim that takes the lenient value holds.</summary>
    Claim,

    /// <summary>Which reading of a clause holds.</summary>
    Interpretation,

    /// <summary>Points that only a person can give.</summary>
    Judgement,

    /// <summary>An amount that the contract leaves to negotiation.</summary>
    Amount,

    /// <summary>Whether what makes the result better for whoever submits it is believed.</summary>
    Favour,
}
