using System.Collections.Concurrent;
using OpsRegistry.Model;

namespace OpsRegistry.Interpreting;

/// <summary>What each option makes of a contract's files, kept for every cut-off at which the same files stand and the same options are in force.</summary>
internal sealed class RewrittenFiles
{
    private readonly ConcurrentDictionary<(SameObjects Files, string InForce), ConcurrentDictionary<(string Key, string Option), IReadOnlyDictionary<Resource, Resource>>> known = new();

    /// <summary>What is known of the options of a folder; the same object for the same files under the same options.</summary>
    /// <param name="inForce">Key → option in force.</param>
    public ConcurrentDictionary<(string Key, string Option), IReadOnlyDictionary<Resource, Resource>> Of(ContractFolder folder, IReadOnlyDictionary<string, string> inForce)
    {
        var changes = (folder.Interpretations?.Items ?? []).SelectMany(item => item.Options).SelectMany(option => option.Set);
        var files = changes.Select(change => Kinds.Leading(change.Path)).OfType<Kind>().Distinct().SelectMany(folder.Of);
        return known.GetOrAdd((new([folder.Interpretations, .. files]), string.Join('\n', inForce.Select(choice => $"{choice.Key} {choice.Value}"))), _ => new());
    }
}
