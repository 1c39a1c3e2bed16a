using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// A record holds a word that no duty, limit or deduction of the contract waits for and nobody else knows, and that is a letter or two from one that is known. With the slip the
/// record fulfils nothing, and the duty counts as missing.
/// </summary>
internal sealed class WordNearAwaited() : Rule("OPS238", new("与所等待的词只差一点", "word that is nearly an awaited one"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let awaited = MatchedWord.List(folder).ToLookup(match => (match.Kind, match.Field.Key), match => match.Word.Text)
        from records in folder.Records.Where(resource => resource.Spec is not FaultReport).GroupBy(resource => resource.Kind) // OPS223 looks at these
        from field in records.Key.Fields
        where field is { Words: null, IsPlain: true, References: null } && field.Type == typeof(string)
        let known = awaited[(records.Key, field.Key)].Concat(field.Titles.Keys).Distinct(StringComparer.Ordinal).ToList()
        where known.Count > 0
        from resource in records
        from word in field.ValuesIn(resource.Spec)
        where !known.Contains(word)
        let meant = Nearest.To(word, known, most: 2)
        where meant is not null
        let title = resource.Kind.TitleOf(field.Key, meant)
        select At(
            (resource.Root["spec"] as MappingNode)?[field.Key]?.Place ?? resource.Place,
            new($"没有义务、时限或扣分等待“{word}”", $"no duty, limit or deduction waits for '{word}'"),
            new($"是否指“{meant}”{(title.IsNamed(meant) ? "" : $"（{title.Zh}）")}？", $"did you mean '{meant}'?"));
}
