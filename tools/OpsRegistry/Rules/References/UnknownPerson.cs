using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.References;

/// <summary>
/// A record, an assignment, a claim or a decision names a person that no file of the contract describes. A role code with a slip in it
/// makes work look undone, or done by nobody.
/// </summary>
public sealed class UnknownPerson : Rule
{
    /// <inheritdoc/>
    public override string Id => "OPS212";

    /// <inheritdoc/>
    public override Text Title => new("引用了不存在的人员", "unknown person");

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Registry registry)
    {
        var unknown = new UnknownName(registry);
        return
            from folder in registry.Contracts
            from resource in folder.Resources
            from person in People(resource.Spec)
            where folder.Find<Person>(person.Value) is null
            let fault = unknown.Of(Kinds.Of<Person>(), person.Value, folder.Name)
            select At(person.Place, fault.Message, fault.Help);
    }

    private static IEnumerable<Located<string>> People(Spec spec) => spec switch
    {
        PersonnelChange change => change.Incoming is { } incoming ? [change.Outgoing, incoming] : [change.Outgoing],
        RecordSpec record => record.People,
        Assignment assignment => [new(assignment.Person, assignment.PlaceOf(nameof(assignment.Person)))],
        InformationSystem { Owner: { } owner } system => [new(owner, system.PlaceOf(nameof(system.Owner)))],
        Judgement judgement => [new(judgement.JudgedBy, judgement.PlaceOf(nameof(judgement.JudgedBy)))],
        Ruling ruling => [ruling.DecidedBy],
        Dispute dispute => [dispute.DisputedBy],
        Amendment amendment => new[] { amendment.VendorConsent?.By, amendment.PurchaserConsent?.By }.OfType<Located<string>>(),
        Decision decision => [new(decision.DecidedBy, decision.PlaceOf(nameof(decision.DecidedBy)))],
        _ => [],
    };
}
