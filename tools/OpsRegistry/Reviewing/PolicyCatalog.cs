using OpsRegistry.Loading;
using OpsRegistry.Reviewing.Policies;

namespace OpsRegistry.Reviewing;

/// <summary>Every rule of change, by id. A test holds the list, the files and the cases together.</summary>
internal static class PolicyCatalog
{
    /// <summary>All rules in the order of their ids.</summary>
    public static IReadOnlyList<PolicyRule> All { get; } =
    [
        new RecordsBesideGovernance(),
        new RecordsBesideCode(),
        new UnknownActor(),
        new ActorWithoutRights(),
        new OutsideRights(),
        new TermsChangedInPlace(),
        new VendorDecides(),
        new ConsentForOther(),
        new FileNotPlain(),
        new LinkInRegistry(),
        new SubmoduleInRepository(),
        new ForbiddenPath(),
        new PathsDifferInCase(),
        new ChangedOnBothSides(),
        new RecordDeleted(),
        new RecordRenamed(),
        new ProtectedFieldChanged(),
        new AmendmentNotAgreed(),
        new AmendmentUsedTwice(),
        new AmendmentDisagrees(),
        new ClaimChanged(),
        new DecisionChanged(),
        new EvidenceReplaced(),
        new SealedPeriodChanged(),
        new SealChanged(),
        new NumberGap(),
        new LateFiling(),
        new LateCompletion(),
        new FutureRecord(),
        new MaintenanceFiledLate(),
        new EvidenceReused(),
        new SameWords(),
        new SameMinute(),
        new RoundTimes(),
        new ConsentOutOfTime(),
        new PersonOfOther(),
        new EvidenceTypeNotAllowed(),
        new EvidenceBeyondLimits(),
        new NoTimePassed(),
    ];

    /// <summary>What is known of every rule without running it.</summary>
    public static IReadOnlyList<RuleInfo> Infos { get; } = All.Select(rule => rule.Info).ToList();

    /// <summary>What the rules find in a change, in the one order.</summary>
    public static IReadOnlyList<Finding> Check(RegistryChange change) => FindingOrder.Sorted(All.SelectMany(rule => Guarded(rule, change)));

    private static IReadOnlyList<Finding> Guarded(PolicyRule rule, RegistryChange change)
    {
        var failures = new List<Finding>();
        return StageGuard.Run(change.Files is [var first, ..] ? first.Path : "ops-registry", () => rule.Check(change).ToList(), failures.Add) ?? failures;
    }
}
