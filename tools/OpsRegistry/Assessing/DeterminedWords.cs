using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Assessing;

/// <summary>What was claimed and what the purchaser determined, in a few words to stand after a reason.</summary>
internal static class DeterminedWords
{
    /// <summary>The fields of some records that the purchaser determined otherwise; nothing where there are none.</summary>
    public static Text Of(IEnumerable<Resource> records)
    {
        var words = records.SelectMany(record => record.Determined.Where(field => field.Differs).Select(field => Of(record.Kind, field))).ToList();
        return new(string.Concat(words.Select(one => $"〔{one.Zh}〕")), string.Concat(words.Select(one => $" [{one.En}]")));
    }

    /// <summary>One field of a record of a kind in a few words, by the names that people have for it and for what it holds.</summary>
    public static Text Of(Kind kind, DeterminedField field)
    {
        var title = kind.Field(field.Key)?.Title ?? Text.Same(field.Key);
        var (claimed, determined, by) = (WordOf(kind, field.Key, field.Claimed), WordOf(kind, field.Key, field.By.Spec.Value), field.By.Spec);
        return new(
            FormattableString.Invariant($"{title.Zh}：申报{claimed.Zh}，{by.DeterminedOn:uuuu-MM-dd} 由 {by.DeterminedBy} 认定为{determined.Zh}"),
            FormattableString.Invariant($"{title.En}: claimed {claimed.En}, determined as {determined.En} on {by.DeterminedOn:uuuu-MM-dd} by {by.DeterminedBy}"));
    }

    private static Text WordOf(Kind kind, string field, Node? node) =>
        node is ScalarNode { Text: var word } && kind.Field(field)?.NameOf(word) is { } name ? new($"“{name.Zh}”", $"'{name.En}'") : Quoted.Of(node);
}
