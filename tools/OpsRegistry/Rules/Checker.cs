using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules;

/// <summary>The Check stage: every rule over the registry.</summary>
internal static class Checker
{
    /// <summary>What loading found and what the rules find, in the one order.</summary>
    public static IReadOnlyList<Finding> Check(Loaded loaded) => FindingOrder.Sorted(loaded.Findings.Concat(RuleCatalog.All.SelectMany(rule => rule.Judge(loaded.Registry))));

    /// <summary>What the rules find that look no further than at one contract, in no order.</summary>
    internal static IEnumerable<Finding> CheckAlone(Registry registry) => Check(registry, Reach.File).Concat(Check(registry, Reach.Contract));

    /// <summary>What the rules of one reach find, in no order.</summary>
    internal static IEnumerable<Finding> Check(Registry registry, Reach reach) =>
        RuleCatalog.All.Where(rule => rule.Reach == reach).SelectMany(rule => rule.Judge(registry));
}
