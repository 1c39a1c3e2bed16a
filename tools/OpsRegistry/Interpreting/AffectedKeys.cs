using System.Runtime.CompilerServices;
using OpsRegistry.Model;

namespace OpsRegistry.Interpreting;

/// <summary>
/// Which interpretation keys a part of the governance files depends on, found from the paths that each key names or sets. A key that
/// names a whole file belongs to the period as such and not to each figure in it.
/// </summary>
internal sealed class AffectedKeys
{
    private static readonly AffectedKeys None = new(null);
    private static readonly ConditionalWeakTable<Interpretations, AffectedKeys> Collected = [];

    private readonly List<(string Key, string Path)> paths;
    private readonly ConditionalWeakTable<DeductionTerms, Found> ofTerms = [];

    private AffectedKeys(Interpretations? interpretations)
    {
        paths = (interpretations?.Items ?? [])
            .SelectMany(item => item.Affects
                .Concat(item.Options.SelectMany(option => option.Set).Select(change => change.Path))
                .Where(path => path.Contains('/', StringComparison.Ordinal))
                .Select(path => (item.Key, path)))
            .Distinct()
            .ToList();
    }

    /// <summary>The paths of a contract's interpretations, collected once.</summary>
    public static AffectedKeys Of(Interpretations? interpretations) =>
        interpretations is null ? None : Collected.GetValue(interpretations, static given => new(given));

    /// <summary>The keys that touch what a term rests on, found once for all periods that it is assessed in.</summary>
    /// <param name="levels">The service levels that stand beside it.</param>
    /// <param name="parts">The parts that it rests on with them.</param>
    public IReadOnlyList<string> Of(DeductionTerms term, ServiceLevels? levels, Func<IEnumerable<string>> parts)
    {
        if (ofTerms.TryGetValue(term, out var known) && ReferenceEquals(known.Levels, levels))
        {
            return known.Keys;
        }

        var found = new Found(levels, Find(parts()));
        ofTerms.AddOrUpdate(term, found);
        return found.Keys;
    }

    /// <summary>The keys that touch any of the given parts, ordered.</summary>
    /// <param name="parts">Paths such as <c>scorecard/groups/B/indicators/B1</c>.</param>
    public IReadOnlyList<string> Find(params IEnumerable<string> parts)
    {
        var asked = parts.ToList();
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (key, path) in paths)
        {
            if (asked.Exists(part => IsWithin(path, part) || IsWithin(part, path)))
            {
                found.Add(key);
            }
        }

        return [.. found];
    }

    private static bool IsWithin(string path, string part) =>
        path.StartsWith(part, StringComparison.Ordinal) && (path.Length == part.Length || path[part.Length] == '/');

    private sealed record Found(ServiceLevels? Levels, IReadOnlyList<string> Keys);
}
