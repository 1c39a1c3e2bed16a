using System.Collections.Concurrent;
using OpsRegistry.Sources.Cache;

namespace OpsRegistry.Settling;

/// <summary>What a cache knows of periods under other readings, in one pack for each contract. Several threads may ask at once.</summary>
/// <param name="cache">Results of the same tool under the same schemas; null to know only what this run finds out.</param>
internal sealed class ReadingCache(ResultCache? cache)
{
    private readonly ConcurrentDictionary<string, Lazy<KnownReadings>> contracts = new(StringComparer.Ordinal);

    /// <summary>What is known of a contract.</summary>
    /// <param name="contract">Its folder's name.</param>
    public KnownReadings For(string contract) => contracts.GetOrAdd(contract, name => new(() => new KnownReadings(cache?.Open(NameOf(name)) ?? Pack.Empty))).Value;

    /// <summary>Keeps what became known, for the next run.</summary>
    public void Keep()
    {
        foreach (var (contract, readings) in contracts)
        {
            if (readings.Value.ToKeep() is { } entries)
            {
                cache?.Replace(NameOf(contract), entries);
            }
        }
    }

    private static string NameOf(string contract) => "readings/" + contract;
}
