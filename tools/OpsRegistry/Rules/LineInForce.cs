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
    public static ContractResult Run(Registry registry, ContractFolder folder) => Results.GetValue(
        folder, contract => new(() => ContractRunner.Run(contract, Calendars.For(registry, contract.Terms.Purchaser), registry.CutOffOf(contract)))).Value;
}
