using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;
using OpsRegistry.Rules.Scoring;

namespace OpsRegistry.Intake;

/// <summary>What may be picked for a field: words of its schema, and of each contract its systems, people, records, levels and the words that its terms match on.</summary>
internal static class FormOptions
{
    private const int MostListed = 500;

    /// <summary>The options; open where something else may stand there as well.</summary>
    public static (IReadOnlyList<FormOption> Options, bool IsOpen) List(Kind kind, SchemaField field, SpecField bound, Registry registry)
    {
        if (field.Allowed.Count > 0)
        {
            return (field.Allowed.Select(word => new FormOption(word, field.WordsFor(word))).ToList(), false);
        }

        if (bound.References is { } named)
        {
            return (Named(registry, named), named != "System");
        }

        var own = registry.Contracts.SelectMany(contract => OfContract(contract, kind, field.Name)).ToList();
        return own.Count > 0 ? (own, false)
            : field.Titles.Count > 0 ? (Usual(field).Concat(registry.Contracts.SelectMany(contract => Matched(contract, kind, field))).ToList(), true)
            : ([], false);
    }

    private static IEnumerable<FormOption> Usual(SchemaField field) => field.Titles.Keys.Select(word => new FormOption(word, field.WordsFor(word)));

    /// <summary>The files of a kind that may be named, of every contract.</summary>
    public static IReadOnlyList<FormOption> Named(Registry registry, string kind) => registry.Contracts.SelectMany(contract => Named(contract, kind)).ToList();

    private static IEnumerable<FormOption> Named(ContractFolder contract, string kind) => contract.Resources
        .Where(resource => resource.Kind.Name == kind)
        .TakeLast(MostListed)
        .Select(resource => new FormOption(resource.Name, TitleIn(resource) ?? resource.Name, contract.Name));

    // A title in two languages or in one, else what the record is about.
    public static string? TitleIn(Resource resource) => (resource.Root["spec"] as MappingNode) is { } spec
        ? ((spec["title"] as MappingNode)?["zh"] ?? spec["title"] ?? spec["summary"]) is ScalarNode { Text: { Length: <= 40 } text } && !text.Contains('\n') ? text : null
        : null;

    private static IEnumerable<FormOption> OfContract(ContractFolder contract, Kind kind, string field) => field switch
    {
        "severity" => (contract.ServiceLevels?.Severities?.Levels ?? []).Select(level => new FormOption(level.Id, level.Title.Zh, contract.Name)),
        "commitment" => contract.Terms.Commitments.Select(commitment => new FormOption(commitment.Id, commitment.Title.Zh, contract.Name)),
        "tranche" => contract.Terms.Payments.Select(tranche => new FormOption(tranche.Id, tranche.Title.Zh, contract.Name)),
        _ => [],
    };

    // Words that only the contract knows stand where its terms match records: the duty that asks for them tells what they are called.
    private static IEnumerable<FormOption> Matched(ContractFolder contract, Kind kind, SchemaField field) => contract.Resources
        .Where(resource => resource.Spec is Obligations or Scorecard)
        .SelectMany(resource => Matches(resource.Root, null))
        .Where(match => (match.Node["kind"] as ScalarNode)?.Text == kind.Name)
        .SelectMany(match => Texts((match.Node["where"] as MappingNode)?[field.Name]).Select(word => (Word: word, match.Title)))
        .Where(match => !field.Titles.ContainsKey(match.Word))
        .DistinctBy(match => match.Word)
        .Select(match => new FormOption(match.Word, match.Title ?? match.Word, contract.Name));

    private static IEnumerable<(MappingNode Node, string? Title)> Matches(Node node, string? title) => node switch
    {
        MappingNode mapping when ((mapping["title"] as MappingNode)?["zh"] as ScalarNode)?.Text is var own =>
            mapping.Entries.SelectMany(entry => Matches(entry.Value, own ?? title)).Concat(mapping["where"] is MappingNode ? [(mapping, own ?? title)] : []),
        SequenceNode items => items.Items.SelectMany(item => Matches(item, title)),
        _ => [],
    };

    private static IEnumerable<string> Texts(Node? node) => node switch
    {
        ScalarNode scalar => [scalar.Text],
        SequenceNode items => items.Items.OfType<ScalarNode>().Select(item => item.Text),
        _ => [],
    };
}
