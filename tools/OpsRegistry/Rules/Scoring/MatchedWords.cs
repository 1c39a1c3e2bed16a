using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Scoring;

/// <summary>The words that a contract's duties, limits and deductions wait for in fields in which any word may stand, e.g. the type of an inspection.</summary>
/// <param name="Kind">The kind of record.</param>
/// <param name="Field">The field.</param>
/// <param name="Word">The word, where it stands.</param>
internal sealed record MatchedWord(Kind Kind, SpecField Field, ScalarNode Word)
{
    /// <summary>Every word that a contract's files wait for.</summary>
    public static IReadOnlyList<MatchedWord> List(ContractFolder folder) =>
    [
        .. from resource in folder.Resources
           where resource.Spec is ServiceLevels or Obligations or Scorecard or Service or Contract
           from match in resource.Nodes.OfType<MappingNode>()
           let kind = match["kind"] is ScalarNode named ? Kinds.Named(named.Text) : null
           where kind is not null && match["where"] is MappingNode
           from entry in ((MappingNode)match["where"]!).Entries
           let field = kind.Field(entry.Key)
           where field is { Words: null, IsPlain: true } && field.Type == typeof(string)
           from word in entry.Value is SequenceNode list ? list.Items.OfType<ScalarNode>() : entry.Value is ScalarNode one ? [one] : []
           where word.Kind == ScalarKind.String
           select new MatchedWord(kind, field, word),
    ];
}
