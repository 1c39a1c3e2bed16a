using OpsRegistry.Loading;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// A protected field is changed by an amendment that has been carried out before. Otherwise one consent would allow a value to come and go for ever.
/// </summary>
internal sealed class AmendmentUsedTwice() : PolicyRule("OPS624", new("同一更正使用了两次", "amendment used twice"), holdsEverywhere: true)
{
    public override IEnumerable<Finding> Check(RegistryChange change) =>
        from item in AmendmentUse.Collect(change)
        where item.Use.Verdict == AmendmentVerdict.UsedBefore
        let amendment = item.Use.Amendment!.Value
        select At(
            item.Field.Place,
            new($"“{item.Record.Either.Name}”的 {item.Field.Field} 再次按“{amendment.Name}”改动", $"'{item.Field.Field}' of '{item.Record.Either.Name}' changes once more by '{amendment.Name}'"),
            new("写一份新的更正", "write a new amendment"),
            new RelatedPlace(amendment.Place, new("已用过的更正", "the amendment, used before")));
}
