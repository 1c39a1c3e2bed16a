using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Assessing;

/// <summary>A deduction's dispute and what was decided on it by the cut-off.</summary>
/// <param name="Ruling">The last ruling on it; null while none has been given.</param>
internal sealed record DisputeState(Resource<Dispute> Dispute, Resource<Ruling>? Ruling)
{
    /// <summary>True while the purchaser has not decided.</summary>
    public bool IsOpen => Ruling is null;

    /// <summary>The disputes of a contract, by the day they were raised.</summary>
    /// <param name="folder">The contract as known at the cut-off.</param>
    public static IReadOnlyList<DisputeState> Of(ContractFolder folder)
    {
        var rulings = folder.Of<Ruling>()
            .OrderBy(ruling => ruling.Spec.DecidedOn).ThenBy(ruling => ruling.Path, StringComparer.Ordinal)
            .ToLookup(ruling => ruling.Spec.Dispute, StringComparer.Ordinal);
        return folder.Of<Dispute>()
            .OrderBy(dispute => dispute.Spec.DisputedOn).ThenBy(dispute => dispute.Path, StringComparer.Ordinal)
            .Select(dispute => new DisputeState(dispute, rulings[dispute.Name].Cast<Resource<Ruling>?>().LastOrDefault()))
            .ToList();
    }

    /// <summary>True where it was upheld that a determination does not hold: the claim counts again, and there is nothing to give back.</summary>
    public bool SetsAside => Dispute.Spec.Determination is not null && Ruling?.Spec.Outcome == RulingOutcome.Upheld;

    /// <summary>True where the dispute is about this deduction: of its term, and resting on its record, or of its very id where it names none.</summary>
    public bool IsAbout(string id, string term, IReadOnlyList<RecordReference> records) =>
        !SetsAside && Dispute.Spec.Term == term && (Dispute.Spec.Record is { } name ? records.Any(record => record.Name == name) : Dispute.Spec.Deduction == id);

    /// <summary>The dispute in a few words, to stand after the reason of what it is about.</summary>
    /// <param name="restored">What is given back, with its unit; null for nothing.</param>
    public Text Words(Text? restored)
    {
        var dispute = RecordNames.Show(Dispute.Name);
        if (Ruling is not { } ruling)
        {
            return new($"〔{dispute.Zh} 未决〕", $" [{dispute.En}: open]");
        }

        var by = RecordNames.Show(ruling.Name);
        return restored is { } back
            ? new($"〔{dispute.Zh} {ruling.Spec.Outcome.Title().Zh}，{by.Zh} 退回 {back.Zh}〕", $" [{dispute.En}: {ruling.Spec.Outcome.Title().En}, {by.En} gives back {back.En}]")
            : new($"〔{dispute.Zh} {ruling.Spec.Outcome.Title().Zh}，见 {by.Zh}〕", $" [{dispute.En}: {ruling.Spec.Outcome.Title().En}, {by.En}]");
    }
}
