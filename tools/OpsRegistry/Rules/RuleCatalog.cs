namespace OpsRegistry.Rules;

/// <summary>Every rule over a whole registry, by id. A test holds the list, the files and the cases together.</summary>
public static class RuleCatalog
{
    /// <summary>All rules in the order of their ids.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
    ];
}
