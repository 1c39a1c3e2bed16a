using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Assessing;

/// <summary>What is said and shown of a duty that was missed.</summary>
internal static class MissingDuty
{
    /// <summary>The reason: no record, or one without the evidence asked for.</summary>
    public static Text Reason(Occurrence occurrence)
    {
        var (title, name) = (occurrence.Obligation.Title, RecordNames.Show(occurrence.Name));
        var last = occurrence.Days.End.PlusDays(-1);
        if (occurrence.Misplaced.Count > 0)
        {
            var timing = DueDays.TimingOf(occurrence.Obligation.Recurrence, occurrence.CalledBy).Title();
            return new(
                $"{title.Zh}：{name.Zh} 应在{timing.Zh}，登记的不在这些天",
                $"{title.En}: {name.En} is wanted {timing.En}, and what is recorded lies on other days");
        }
        var span = FormattableString.Invariant($"{occurrence.Days.Start:uuuu-MM-dd}…{last:uuuu-MM-dd}");
        return occurrence.WithoutEvidence.Count == 0
            ? new($"{title.Zh}：{name.Zh}（{span}）缺少记录", $"{title.En}: no record in {name.En} ({span})")
            : new($"{title.Zh}：{name.Zh}（{span}）有记录但缺少规定的材料", $"{title.En}: the record in {name.En} ({span}) lacks the evidence asked for");
    }

    /// <summary>The record that called for it, and those that lack the evidence or lie on other days.</summary>
    public static List<RecordReference> Records(Occurrence occurrence) =>
        (occurrence.CalledBy is { } call ? [call] : Array.Empty<Fact>()).Concat(occurrence.WithoutEvidence).Concat(occurrence.Misplaced)
            .Select(fact => RecordReference.To(fact)).ToList();
}
