using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Assessing.Shapes;

/// <summary>Each missing occurrence of an obligation costs points.</summary>
public static class MissingOccurrencesShape
{
    /// <summary>One draft for each occurrence that was missed.</summary>
    public static ShapeResult Draft(MissingOccurrences shape, ShapeContext context) =>
        context.Obligation(shape.Obligation) is { } obligation
            ? ShapeResult.Of(context.Measurement.OccurrencesIn(context.Period, obligation)
                .Where(occurrence => occurrence.State == OccurrenceState.Missing)
                .Select(occurrence => new Draft(shape.Points, ReasonFor(occurrence), ReferencesOf(occurrence)) { Occurrences = [occurrence] }))
            : ShapeResult.Nothing;

    /// <summary>What is said of a missing occurrence.</summary>
    public static Text ReasonFor(Occurrence occurrence)
    {
        var title = occurrence.Obligation.Title;
        var last = occurrence.Days.End.PlusDays(-1);
        var span = FormattableString.Invariant($"{occurrence.Days.Start:uuuu-MM-dd}…{last:uuuu-MM-dd}");
        return occurrence.WithoutEvidence.Count == 0
            ? new($"{title.Zh}：{occurrence.Name}（{span}）缺少记录", $"{title.En}: no record in {occurrence.Name} ({span})")
            : new($"{title.Zh}：{occurrence.Name}（{span}）有记录但缺少规定的材料", $"{title.En}: the record in {occurrence.Name} ({span}) lacks the evidence asked for");
    }

    private static List<RecordReference> ReferencesOf(Occurrence occurrence) =>
        (occurrence.CalledBy is { } call ? [call] : Array.Empty<Fact>()).Concat(occurrence.WithoutEvidence)
            .Select(fact => RecordReference.To(fact)).ToList();
}
