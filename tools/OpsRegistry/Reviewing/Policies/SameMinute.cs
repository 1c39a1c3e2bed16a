using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Rules;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// A new record begins in the same two minutes as another of its kind: reported and answered, begun and ended. One cause may have two records, and times may
/// have been copied: worth a look, no accusation.
/// </summary>
internal sealed class SameMinute() : PolicyRule("OPS652", new("时间与另一记录同在一分钟", "same minutes as another record"), Severity.Note)
{
    private const int Compared = 2;

    public override IEnumerable<Finding> Check(RegistryChange change)
    {
        var added = MergedRecords.Added(change).Select(one => one.Resource).ToList();
        var kinds = added.Select(one => one.Kind).ToHashSet();
        var known = change.After.Registry.Resources.Where(record => kinds.Contains(record.Kind) && record.Spec is RecordSpec).ToLookup(record => (record.Kind, record.Metadata.Contract, Minutes(record)));
        return
            from record in added
            let minutes = Minutes(record)
            where minutes is not null
            let other = known[(record.Kind, record.Metadata.Contract, minutes)].FirstOrDefault(one => one.Path != record.Path)
            where other is not null
            let first = RecordMarks.TimesOf(record)[0]
            select At(
                first.Place,
                new($"最先的两个时间与“{other.Name}”同在一分钟（{Shown.Show(first.Value)}）", $"its first two times are in the minutes of '{other.Name}' ({Shown.Show(first.Value)})"),
                new("可能是同一件事，也可能是照抄；请核对", "one thing told twice, or copied times: worth a look"),
                new RelatedPlace(other.Place, new("另一记录", "the other record")));
    }

    private static (LocalDateTime, LocalDateTime)? Minutes(Resource record) =>
        RecordMarks.TimesOf(record) is { Count: >= Compared } times ? (RecordMarks.MinuteOf(times[0].Value), RecordMarks.MinuteOf(times[1].Value)) : null;
}
