using OpsRegistry.Loading;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// A protected field is changed, and the amendment on it names another old or new value. What the parties consented to is not what is done.
/// </summary>
internal sealed class AmendmentDisagrees() : PolicyRule("OPS625", new("改动与更正所写不符", "change that differs from its amendment"), holdsEverywhere: true)
{
    public override IEnumerable<Finding> Check(RegistryChange change) =>
        from item in AmendmentUse.Collect(change)
        where item.Use.Verdict == AmendmentVerdict.Disagrees
        let line = item.Use.Field!
        let done = (Before: Quoted.Of(item.Field.Before), After: Quoted.Of(item.Field.After))
        let agreed = (Before: Quoted.Of(line.Before), After: Quoted.Of(line.After))
        select At(
            item.Field.Place,
            new($"{item.Field.Field} 由{done.Before.Zh}改为{done.After.Zh}，而“{item.Use.Amendment!.Value.Name}”写的是由{agreed.Before.Zh}改为{agreed.After.Zh}", $"'{item.Field.Field}' changes from {done.Before.En} to {done.After.En}, while '{item.Use.Amendment!.Value.Name}' says from {agreed.Before.En} to {agreed.After.En}"),
            new("按更正所写改动，或重新商定更正", "change the record as the amendment says, or agree on another"),
            new RelatedPlace(line.Place, new("更正写", "the amendment says")));
}
