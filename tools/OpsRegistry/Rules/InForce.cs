using System.Runtime.CompilerServices;
using OpsRegistry.Interpreting;
using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Rules;

/// <summary>The registry as it is read on its last complete day: decisions taken until then are in force.</summary>
internal static class InForce
{
    private static readonly ConditionalWeakTable<ContractFolder, IReadOnlyList<ContractVersion>> Known = [];

    /// <summary>The contracts as the readings and determinations in force have them, each version with the days whose records it judges; worked out once, whichever rules ask.</summary>
    public static IEnumerable<ContractVersion> Contracts(Registry registry) => registry.Contracts.SelectMany(folder => Known.GetValue(folder, contract => VersionsOf(registry, contract)));

    private static IReadOnlyList<ContractVersion> VersionsOf(Registry registry, ContractFolder folder)
    {
        var choices = Readings.InForce(folder.KnownAt(registry.CutOffOf(folder)));
        return ContractVersion.List(folder).Select(version => version with { Folder = Readings.Apply(Determinations.Apply(version.Folder), choices) }).ToList();
    }

    /// <summary>The windows and working days of a contract. Days whose notice is not published yet are used too: a rule warns early.</summary>
    public static ContractClocks Clocks(Registry registry, ContractFolder folder) =>
        new(folder.ServiceLevels, Calendars.For(registry, folder.Terms.Purchaser, acceptProvisional: true));

    /// <summary>An incident with its level, so that limits by level can be matched.</summary>
    public static Fact Graded(ContractFolder folder, Resource<Incident> incident, Instant asOf)
    {
        var plain = new Fact(incident.Untyped, incident.Spec, MeasuredValues.None);
        return folder.ServiceLevels?.Severities is { } terms && plain.Matches(terms.AppliesTo)
            ? plain with { Measured = MeasuredValues.None.With(MeasuredFields.Severity, [Severities.LevelOf(terms, incident.Spec, asOf).Id]) }
            : plain;
    }
}
