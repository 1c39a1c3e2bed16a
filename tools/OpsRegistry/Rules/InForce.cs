using NodaTime;
using OpsRegistry.Interpreting;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Rules;

/// <summary>The registry as it is read on its last complete day: decisions taken until then are in force.</summary>
internal static class InForce
{
    /// <summary>The end of the last day whose records are complete; the end of all dates served where the settings are missing.</summary>
    public static Instant CutOff(Registry registry) => BeijingTime.EndOf(registry.Settings?.RecordsUntil ?? BeijingTime.LastDate);

    /// <summary>The contracts as the readings in force have them, each version with the days whose records it judges.</summary>
    public static IEnumerable<ContractVersion> Contracts(Registry registry)
    {
        var cutOff = CutOff(registry);
        return
            from folder in registry.Contracts
            let choices = Readings.InForce(folder, cutOff)
            from version in ContractVersion.Of(folder)
            select version with { Folder = Readings.Apply(version.Folder, choices) };
    }

    /// <summary>The windows and working days of a contract. Days whose notice is not published yet are used too: a rule warns early.</summary>
    public static ContractClocks Clocks(Registry registry, ContractFolder folder) =>
        new(folder.ServiceLevels, Calendars.For(registry, folder.Terms.Purchaser, acceptProvisional: true));

    /// <summary>An incident with its level, so that limits by level can be matched.</summary>
    public static Fact Graded(ContractFolder folder, Resource<Incident> incident, Instant asOf)
    {
        var plain = new Fact(incident.Untyped, incident.Spec, new Dictionary<string, IReadOnlyList<string>>());
        return folder.ServiceLevels?.Severities is { } terms && plain.Matches(terms.AppliesTo)
            ? plain with { Measured = new Dictionary<string, IReadOnlyList<string>> { [MeasuredFields.Severity] = [Severities.LevelOf(terms, incident.Spec, asOf).Id] } }
            : plain;
    }
}
