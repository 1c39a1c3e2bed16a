using System.Runtime.CompilerServices;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Rules.Duties;

/// <summary>The reports that a contract's targets await, each measured up to the registry's cut-off.</summary>
internal static class AwaitedReports
{
    private static readonly ConditionalWeakTable<ContractVersion, IReadOnlyList<TargetResult>> Known = [];

    /// <summary>One result for each incident and each report that its targets await; measured once, whichever rules ask.</summary>
    /// <param name="version">The contract, as the readings in force have it.</param>
    public static IReadOnlyList<TargetResult> Find(Registry registry, ContractVersion version) => Known.GetValue(version, contract => Measured(registry, contract).ToList());

    private static IEnumerable<TargetResult> Measured(Registry registry, ContractVersion version)
    {
        var folder = version.Folder;
        var scope = new ServiceScope(folder);
        var clocks = InForce.Clocks(registry, folder);
        var cutOff = registry.CutOffOf(folder);
        return
            from incident in folder.Of<Incident>()
            where version.Holds(incident.Spec)
            let fact = InForce.Graded(folder, incident, cutOff)
            from target in scope.TargetsFor(fact)
            where target.Metric == Metric.Report && target.StartsWhenMissed is null
            select TargetMeasure.Measure(target, incident.Untyped, incident.Spec, folder.ReportsOn(incident.Name), clocks, cutOff);
    }

    /// <summary>A moment by which something was due, as findings show it; 24:00 of a day is shown as that day.</summary>
    public static string Shown(Instant? due) =>
        due is not { } at ? ""
        : BeijingTime.StartOf(BeijingTime.DateOf(at)) == at ? $"{Rules.Shown.Show(BeijingTime.DateEndingAt(at))} 24:00"
        : Rules.Shown.Show(at.WithOffset(BeijingTime.Offset));
}
