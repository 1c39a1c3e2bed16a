using System.Collections.Concurrent;
using OpsRegistry.Model;

namespace OpsRegistry.Interpreting;

/// <summary>What each option makes of a contract's files, kept for every cut-off at which the same files stand and the same options are in force.</summary>
internal sealed class RewrittenFiles
{
    private readonly ConcurrentDictionary<(SameObjects Files, string InForce), ConcurrentDictionary<(string Key, string Option), IReadOnlyDictionary<Resource, Resource>>> known = new();

    /// <summary>How a folder reads with one option in place of the one in force: by the clause's key and the option's id.</summary>
    /// <param name="inForce">Key → option in force.</param>
    public Func<string, string, ContractFolder> Of(ContractFolder folder, IReadOnlyDictionary<string, string> inForce)
    {
        var changes = (folder.Interpretations?.Items ?? []).SelectMany(item => item.Options).SelectMany(option => option.Set);
        var files = changes.Select(change => Kinds.Leading(change.Path)).OfType<Kind>().Distinct().SelectMany(folder.Of);
        var options = known.GetOrAdd((new([folder.Interpretations, .. files]), Readings.IdentityOf(inForce)), _ => new());
        return (key, option) => Readings.With(folder, options.GetOrAdd((key, option), _ => Readings.Rewrite(folder, new Dictionary<string, string>(inForce, StringComparer.Ordinal) { [key] = option })));
    }
}
