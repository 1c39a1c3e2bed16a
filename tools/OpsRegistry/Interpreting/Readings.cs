using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using OpsRegistry.Model;

namespace OpsRegistry.Interpreting;

/// <summary>
/// Puts readings of unclear clauses in force: the governance files are rewritten as an option says and read again, so no stage after
/// this one knows that there was a choice.
/// </summary>
internal static class Readings
{
    // A file reads the same at every cut-off at which it stands: it is rewritten once.
    private static readonly ConditionalWeakTable<Resource, ConcurrentDictionary<Override, Resource?>> Rewritten = [];

    /// <summary>The option in force for each key: the last decision, or the default.</summary>
    /// <param name="folder">The contract as it is known at the cut-off.</param>
    public static IReadOnlyDictionary<string, string> InForce(ContractFolder folder)
    {
        var options = (folder.Interpretations?.Items ?? [])
            .DistinctBy(item => item.Key) // A key given twice is a finding; the first one holds.
            .ToDictionary(item => item.Key, item => item.Default, StringComparer.Ordinal);
        foreach (var decision in Decisions(folder))
        {
            options[decision.Spec.Interpretation] = decision.Spec.Option;
        }

        return options;
    }

    /// <summary>The same for the same options in force.</summary>
    /// <param name="choices">Key → option.</param>
    public static string IdentityOf(IReadOnlyDictionary<string, string> choices) => string.Join('\n', choices.Select(choice => $"{choice.Key} {choice.Value}"));

    /// <summary>The decision that settles a key, the last one where there are several; null where none is recorded.</summary>
    public static Resource<Decision>? DecisionOn(ContractFolder folder, string key) =>
        Decisions(folder).Where(decision => decision.Spec.Interpretation == key).Cast<Resource<Decision>?>().LastOrDefault();

    /// <summary>The folder as the chosen options read it.</summary>
    /// <param name="choices">Key → option; unknown keys and options change nothing (a rule reports them).</param>
    public static ContractFolder Apply(ContractFolder folder, IReadOnlyDictionary<string, string> choices) => With(folder, Rewrite(folder, choices));

    /// <summary>The folder with what options make of its files.</summary>
    /// <param name="rewritten">What <see cref="Rewrite"/> found.</param>
    public static ContractFolder With(ContractFolder folder, IReadOnlyDictionary<Resource, Resource> rewritten) => rewritten.Count == 0 ? folder : folder.With(rewritten);

    /// <summary>Each file that the chosen options rewrite, beside what it becomes.</summary>
    /// <param name="choices">Key → option; unknown keys and options change nothing.</param>
    public static Dictionary<Resource, Resource> Rewrite(ContractFolder folder, IReadOnlyDictionary<string, string> choices)
    {
        var rewritten = new Dictionary<Resource, Resource>(ByIdentity.Instance);
        foreach (var item in folder.Interpretations?.Items ?? [])
        {
            var chosen = choices.GetValueOrDefault(item.Key);
            foreach (var change in item.Options.Where(option => option.Id == chosen).SelectMany(option => option.Set))
            {
                foreach (var resource in Kinds.Leading(change.Path) is { } kind ? folder.Of(kind) : [])
                {
                    if (TryRewrite(rewritten.GetValueOrDefault(resource, resource), change) is { } other)
                    {
                        rewritten[resource] = other;
                    }
                }
            }
        }

        return rewritten;
    }

    /// <summary>The file with one override applied; null when the way leads nowhere or the result cannot be read.</summary>
    public static Resource? TryRewrite(Resource resource, Override change) =>
        Rewritten.GetOrCreateValue(resource).GetOrAdd(change, static (change, resource) => Apply(resource, change), resource);

    private static Resource? Apply(Resource resource, Override change) =>
        StepsIn(resource, change.Path.Split('/')) is { } steps ? NodeEdit.Rewritten(resource, ["spec", .. steps], change.Value) : null;

    /// <summary>The way inside the file: after the kind, and after the name where a contract has many of the kind. Null for another file.</summary>
    private static string[]? StepsIn(Resource resource, string[] path) =>
        !resource.Kind.PathPattern.Contains("{name}", StringComparison.Ordinal) ? path[1..] : path.Length > 1 && path[1] == resource.Name ? path[2..] : null;

    /// <summary>The folder under each other reading of each clause, one at a time.</summary>
    public static IEnumerable<ContractFolder> Alternatives(ContractFolder folder) =>
        from item in folder.Interpretations?.Items ?? []
        from option in item.Options
        where option.Set.Count > 0
        select Apply(folder, new Dictionary<string, string>(StringComparer.Ordinal) { [item.Key] = option.Id });

    private static IEnumerable<Resource<Decision>> Decisions(ContractFolder folder) => folder.Of<Decision>()
        .OrderBy(decision => decision.Spec.DecidedOn).ThenBy(decision => decision.Path, StringComparer.Ordinal);
}
