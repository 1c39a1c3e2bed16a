using OpsRegistry.Interpreting;
using OpsRegistry.Model;

namespace OpsRegistry.Assessing;

/// <summary>What the disputes about one deduction, of points or of yuan, leave of it.</summary>
/// <param name="State">The dispute that is still open, or else the one that was decided last.</param>
/// <param name="Restored">What is given back.</param>
/// <param name="Words">The disputes, to stand after the deduction's reason.</param>
internal sealed record DisputedItem(DisputeState State, decimal Restored, Text Words)
{
    /// <summary>What disputes make of a deduction; null where there are none. In whatever order they were raised, the last ruling holds.</summary>
    /// <param name="disputes">The disputes about it.</param>
    /// <param name="taken">What the deduction takes; null while undetermined, of which nothing is given back.</param>
    /// <param name="upheld">Which disputes that are still open count as upheld.</param>
    /// <param name="inPart">What a ruling that upholds in part gives back.</param>
    /// <param name="show">What is given back with its unit.</param>
    public static DisputedItem? Of(IEnumerable<DisputeState> disputes, decimal? taken, Upheld upheld, Func<Ruling, decimal?> inPart, Func<decimal, Text> show)
    {
        var (open, ruled, isUpheld) = (default(DisputeState), default(DisputeState), false);
        foreach (var dispute in disputes)
        {
            if (dispute.IsOpen)
            {
                (open, isUpheld) = (dispute, isUpheld || upheld.Counts(dispute.Dispute.Name));
            }
            else if (ruled is null || ruled.Ruling!.Value.Spec.DecidedOn <= dispute.Ruling!.Value.Spec.DecidedOn)
            {
                ruled = dispute;
            }
        }

        if ((open ?? ruled) is not { } state)
        {
            return null;
        }

        var restored = ruled?.Ruling is { } ruling && taken is { } most ? ruling.Spec.RestoredOf(most, inPart(ruling.Spec)) : 0m;
        var words = new[] { ruled?.Words(restored > 0m ? show(restored) : null), open?.Words(null) }.OfType<Text>().ToList();
        return new(state, isUpheld ? taken ?? 0m : restored, new(string.Concat(words.Select(word => word.Zh)), string.Concat(words.Select(word => word.En))));
    }
}
