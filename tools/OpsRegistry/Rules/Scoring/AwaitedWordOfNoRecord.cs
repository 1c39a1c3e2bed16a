using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// A duty, limit or deduction waits for records with a word that no record has and nobody knows, and that is a letter or two from one that is known: to the
/// schema, to records, or to several places of the contract. Nobody could ever fulfil it.
/// </summary>
internal sealed class AwaitedWordOfNoRecord() : Rule("OPS239", new("等待一个没有记录用过的词", "awaits a word of no record"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let awaited = MatchedWord.List(folder)
        from match in awaited
        let used = folder.Records.Where(resource => resource.Kind == match.Kind).SelectMany(resource => match.Field.ValuesIn(resource.Spec)).ToHashSet(StringComparer.Ordinal)
        where !match.Field.Titles.ContainsKey(match.Word.Text) && !used.Contains(match.Word.Text) && awaited.Count(other => other.Kind == match.Kind && other.Word.Text == match.Word.Text) == 1
        let others = awaited.Where(other => other.Kind == match.Kind && other.Field.Key == match.Field.Key && other.Word.Text != match.Word.Text)
            .GroupBy(other => other.Word.Text).Where(places => places.Count() > 1).Select(places => places.Key)
        let meant = Nearest.To(match.Word.Text, match.Field.Titles.Keys.Concat(used).Concat(others).Distinct(StringComparer.Ordinal), most: 2)
        where meant is not null
        select At(
            match.Word.Place,
            new($"没有{match.Kind.Title.Zh}用过“{match.Word.Text}”", $"no {match.Kind.Title.En} has the word '{match.Word.Text}'"),
            new($"是否指“{meant}”？", $"did you mean '{meant}'?"));
}
