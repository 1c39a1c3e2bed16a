using System.Collections.Concurrent;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>A contract's terms as measuring needs them, and what was measured by them that holds at every later cut-off. They are the same at each cut-off at which the same files stand.</summary>
/// <param name="folder">The contract as the readings have it.</param>
/// <param name="calendar">The working days.</param>
internal sealed class MeasuredTerms(ContractFolder folder, WorkCalendar calendar)
{
    private readonly ConcurrentDictionary<ServiceScope, TermsDifference> differences = new();

    /// <summary>The limits and duties.</summary>
    public ServiceScope Scope { get; } = new(folder);

    /// <summary>The clocks.</summary>
    public ContractClocks Clocks { get; } = new(folder.ServiceLevels, calendar);

    /// <summary>The records of which nothing runs any more.</summary>
    public ConcurrentDictionary<Resource, SettledRecord> Settled { get; } = new(ByIdentity.Instance);

    /// <summary>What the terms of another measurement are otherwise.</summary>
    /// <param name="folder">The contract with these terms.</param>
    /// <param name="before">The measurement by the others.</param>
    public TermsDifference Against(ContractFolder folder, Measurement before) =>
        differences.GetOrAdd(before.Scope, static (_, given) => new(given.folder, given.Scope, given.before), (folder, Scope, before));
}
