using System.Runtime.CompilerServices;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules;

/// <summary>What the line makes of a contract at its own cut-off: run once, whichever rules look at it.</summary>
internal static class LineInForce
{
    private static readonly ConditionalWeakTable<ContractFolder, Lazy<ContractResult>> Results = [];

    /// <summary>The result of a contract.</summary>
    /// <param name="registry">A registry with settings.</param>
    /// <param name="folder">One of its contracts.</param>
    public static ContractResult Run(Registry registry, ContractFolder folder) => Results.GetValue(folder, contract => Of(registry, contract, null)).Value;

    /// <summary>The registry, of whose contracts something is known from earlier: what rules ask of them comes out the same.</summary>
    /// <param name="readings">What is known of their periods under other readings.</param>
    public static Registry With(Registry registry, KnownReadings readings)
    {
        foreach (var folder in registry.Contracts)
        {
            Results.AddOrUpdate(folder, Of(registry, folder, readings));
        }

        return registry;
    }

    private static Lazy<ContractResult> Of(Registry registry, ContractFolder folder, KnownReadings? readings) => new(() =>
        ContractRunner.Run(folder, Calendars.For(registry, folder.Terms.Purchaser), registry.CutOffOf(folder), readings: readings));
}
