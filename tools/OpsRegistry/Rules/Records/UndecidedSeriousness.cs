using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Rules.Records;

/// <summary>
/// Whether an incident's impact was serious is not decided, and its level depends on it. Until the purchaser decides, it counts as the contract's service levels say.
/// </summary>
internal sealed class UndecidedSeriousness() : Rule("OPS307", new("影响是否严重尚未认定", "impact that decides the level is undecided"), Severity.Note)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from version in InForce.Contracts(registry)
        let folder = version.Folder
        from incident in folder.Of<Incident>().Where(incident => version.Holds(incident.Spec))
        where incident.Spec is { SeriousImpact: SeriousImpact.Undecided, Attributable: true }
        let now = LevelOf(folder, incident, SeriousImpact.Undecided)
        let then = new[] { SeriousImpact.Yes, SeriousImpact.No }.Select(impact => LevelOf(folder, incident, impact)).FirstOrDefault(level => level != now)
        where now is not null && then is not null
        select At(
            incident.Spec.Node["seriousImpact"]?.Place ?? incident.Place,
            new($"影响是否严重尚未认定：级别是“{now}”还是“{then}”取决于它", $"whether the impact was serious is undecided: the level is '{now}' or '{then}' by it"),
            new("由采购人认定，在 determinations/ 下写一份认定", "let the purchaser decide, in a determination under determinations/"));

    private static string? LevelOf(ContractFolder folder, Resource<Incident> incident, SeriousImpact impact) =>
        InForce.Graded(folder, new(incident.Untyped, incident.Spec with { SeriousImpact = impact }), BeijingTime.EndOf(BeijingTime.LastDate))
            .Measured.Find(MeasuredFields.Severity)?[0];
}
