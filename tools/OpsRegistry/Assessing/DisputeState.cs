using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Assessing;

/// <summary>A deduction's dispute and what was decided on it by the cut-off.</summary>
/// <param name="Ruling">The last ruling on it; null while none has been given.</param>
internal sealed record DisputeState(Resource<Dispute> Dispute, Resource<Ruling>? Ruling)
{
    /// <summary>True while the purchaser has not decided.</summary>
    public bool IsOpen => Ruling is null;

    /// <summary>The disputes of a period, by the day they were raised.</summary>
    public static IReadOnlyList<DisputeState> In(Measurement measurement, AssessmentPeriod period)
    {
        var rulings = measurement.Folder.Of<Ruling>()
            .OrderBy(ruling => ruling.Spec.DecidedOn).ThenBy(ruling => ruling.Path, StringComparer.Ordinal)
            .ToLookup(ruling => ruling.Spec.Dispute, StringComparer.Ordinal);
        return measurement.Folder.Of<Dispute>()
            .Where(dispute => dispute.Spec.Period == period.Id)
            .OrderBy(dispute => dispute.Spec.DisputedOn).ThenBy(dispute => dispute.Path, StringComparer.Ordinal)
            .Select(dispute => new DisputeState(dispute, rulings[dispute.Name].Cast<Resource<Ruling>?>().LastOrDefault()))
            .ToList();
    }

    /// <summary>True where the dispute is about this deduction: of its term, and resting on its record, or of its very id where it names none.</summary>
    public bool IsAbout(string id, string term, IReadOnlyList<RecordReference> records) =>
        Dispute.Spec.Term == term && (Dispute.Spec.Record is { } name ? records.Any(record => record.Name == name) : Dispute.Spec.Deduction == id);

    /// <summary>What is given back of a deduction's points.</summary>
    /// <param name="points">The points that the term takes.</param>
    /// <param name="openUpheld">Whether a dispute that is still open counts as upheld.</param>
    public decimal RestoredOf(decimal points, bool openUpheld) => Ruling is { } ruling ? ruling.Spec.RestoredOf(points) : openUpheld ? points : 0m;

    /// <summary>The dispute in a few words, to stand after the deduction's reason.</summary>
    /// <param name="restored">The points given back.</param>
    public Text Words(decimal restored) => Ruling is not { } ruling
        ? new($"〔异议 {Dispute.Name} 未决〕", $" [{Dispute.Name}: open]")
        : restored > 0m
            ? new($"〔异议 {Dispute.Name} {ruling.Spec.Outcome.Title().Zh}，{ruling.Name} 退回 {Points.Plain(restored)} 分〕", $" [{Dispute.Name}: {ruling.Spec.Outcome.Title().En}, {ruling.Name} gives back {Points.Plain(restored)}]")
            : new($"〔异议 {Dispute.Name} {RulingOutcome.Rejected.Title().Zh}，见 {ruling.Name}〕", $" [{Dispute.Name}: {RulingOutcome.Rejected.Title().En}, {ruling.Name}]");
}
