using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Duties;

/// <summary>
/// A handover is called finished while something in it is still to be handed over, destroyed or revoked.
/// </summary>
internal sealed class UnfinishedHandover() : Rule("OPS446", new("移交未办结", "handover with open items"), reach: Reach.File)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from handover in registry.Of<Handover>()
        where handover.Spec.Finished
        let open = handover.Spec.Items.Where(item => item.State == HandoverState.Open).ToList()
        where open.Count > 0
        let titles = Shown.Show(open.Select(item => item.Title))
        select At(
            open[0].PlaceOf(nameof(HandoverItem.State)),
            new($"写了移交完毕，还有 {open.Count} 项未办：{titles.Zh}", $"it is called finished, and {open.Count} items are open: {titles.En}"),
            new("办结各项并写状态，或写 finished: false", "settle the items and write their state, or write finished: false"),
            new RelatedPlace(handover.Spec.PlaceOf(nameof(Handover.Finished)), new("移交完毕", "finished")));
}
