using OpsRegistry.Loading;
using OpsRegistry.Verifying.History.Faults;

namespace OpsRegistry.Verifying.History;

/// <summary>Every rule of history, by id.</summary>
internal static class HistoryCatalog
{
    /// <summary>All rules in the order of their ids.</summary>
    public static IReadOnlyList<HistoryRule> All { get; } =
    [
        new EvilMerge(),
        new MergeUndoesBranch(),
        new MergeDropsRequest(),
        new HandResolvedMerge(),
        new OctopusMerge(),
        new UnrelatedMerge(),
        new CheckpointLost(),
        new CheckpointOffMainLine(),
        new BackdatedCommit(),
        new ReplacedObjects(),
        new MadeUnreadable(),
        new RecordBroughtBack(),
        new AttributesChanged(),
        new SealOfUnmergedCommit(),
        new CommitFromTheFuture(),
        new CheckpointOfNobody(),
    ];

    /// <summary>What is known of every rule without running it.</summary>
    public static IReadOnlyList<RuleInfo> Infos { get; } = All.Select(rule => rule.Info).ToList();
}
