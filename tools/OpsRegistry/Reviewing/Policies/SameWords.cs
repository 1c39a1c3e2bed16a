using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// A new incident tells its cause and handling in the very words of another. Similar faults are described alike, and copies are easily made: worth
/// a look, no accusation.
/// </summary>
internal sealed class SameWords() : PolicyRule("OPS651", new("文字与另一事件相同", "same words as another incident"), Severity.Note)
{
    private const int Shortest = 8; // A word or two, such as 重启服务, is no copy.

    public override IEnumerable<Finding> Check(RegistryChange change)
    {
        var told = change.After.Registry.Of<Incident>()
            .Where(incident => Words(incident.Spec).Length >= Shortest)
            .ToLookup(incident => (incident.Untyped.Metadata.Contract, Words(incident.Spec)));
        return
            from added in MergedRecords.Added(change)
            let incident = added.Record as Incident
            where incident is not null
            let other = told[(added.Resource.Metadata.Contract, Words(incident))].Cast<Resource<Incident>?>().FirstOrDefault(one => one!.Value.Path != added.Resource.Path)
            where other is not null
            select At(
                incident.PlaceOf(incident.Handling is null ? nameof(incident.Cause) : nameof(incident.Handling)),
                new($"原因和处理的文字与“{other.Value.Name}”相同", $"cause and handling are told in the words of '{other.Value.Name}'"),
                new("可能是同类故障，也可能是照抄；请核对", "a similar fault, or a copy: worth a look"),
                new RelatedPlace(other.Value.Place, new("另一事件", "the other incident")));
    }

    private static string Words(Incident incident) => $"{incident.Cause}{incident.Handling}";
}
