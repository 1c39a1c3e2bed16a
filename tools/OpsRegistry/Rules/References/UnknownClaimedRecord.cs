using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.References;

/// <summary>
/// An amendment, a determination or a dispute names a record that the contract does not have. It moves nothing, and the record that it means stays as it is.
/// </summary>
internal sealed class UnknownClaimedRecord() : Rule("OPS227", new("更正、认定或异议所指的记录不存在", "claim or determination on an unknown record"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        where folder.Of<Amendment>().Any() || folder.Of<Dispute>().Any() || folder.Of<Determination>().Any()
        let known = folder.Records.Select(record => record.Name).ToHashSet(StringComparer.Ordinal)
        let people = folder.Of<Person>().Select(person => person.Name).Concat(folder.Of<Assignment>().Select(assignment => assignment.Name)).ToHashSet(StringComparer.Ordinal)
        from claim in folder.Of<Amendment>().Where(amendment => !people.Contains(amendment.Spec.Record)).Select(amendment => (amendment.Spec.Record, Place: amendment.Spec.PlaceOf(nameof(Amendment.Record))))
            .Concat(folder.Of<Determination>().Select(determination => (determination.Spec.Record, Place: determination.Spec.PlaceOf(nameof(Determination.Record)))))
            .Concat(folder.Of<Dispute>().Where(dispute => dispute.Spec.Record is not null).Select(dispute => (Record: dispute.Spec.Record!, Place: dispute.Spec.PlaceOf(nameof(Dispute.Record)))))
        where !known.Contains(claim.Record) && !registry.IsUnread(folder.Name, claim.Record)
        select At(
            claim.Place,
            new($"没有名为“{claim.Record}”的记录", $"no record is called '{claim.Record}'"),
            Nearest.To(claim.Record, known) is { } meant ? new($"是否指“{meant}”？", $"did you mean '{meant}'?") : new("改正记录名称", "correct the record's name"));
}
