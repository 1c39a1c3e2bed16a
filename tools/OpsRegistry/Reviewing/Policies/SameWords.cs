using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// A new record tells what happened in the very words of another of its kind. Similar things are described alike, and copies are easily made: worth
/// a look, no accusation.
/// </summary>
internal sealed class SameWords() : PolicyRule("OPS651", new("文字与另一记录相同", "same words as another record"), Severity.Note)
{
    private const int Shortest = 8; // A word or two, such as 重启服务, is no copy.
    private const int ShortestOfRoutine = 24; // What is done every day is told alike every day.

    public override IEnumerable<Finding> Check(RegistryChange change)
    {
        var added = MergedRecords.Added(change).Select(one => one.Resource).ToList();
        var kinds = added.Select(one => one.Kind).ToHashSet();
        var told = change.After.Registry.Resources
            .Where(record => kinds.Contains(record.Kind) && record.Spec is RecordSpec && RecordMarks.WordsOf(record).Length >= ShortestOf(record))
            .ToLookup(record => (record.Kind, record.Metadata.Contract, RecordMarks.WordsOf(record)));
        return
            from record in added
            let other = told[(record.Kind, record.Metadata.Contract, RecordMarks.WordsOf(record))].FirstOrDefault(one => one.Path != record.Path)
            where other is not null
            select At(
                record.Spec is Incident incident ? incident.PlaceOf(incident.Handling is null ? nameof(incident.Cause) : nameof(incident.Handling)) : record.Place,
                new($"所写的文字与“{other.Name}”相同", $"what it tells is told in the words of '{other.Name}'"),
                new("可能是同类情况，也可能是照抄；请核对", "something similar, or a copy: worth a look"),
                new RelatedPlace(other.Place, new("另一记录", "the other record")));
    }

    private static int ShortestOf(Resource record) => record.Spec is Incident ? Shortest : ShortestOfRoutine;
}
