using System.Text.Json;
using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Intake;

/// <summary>What may stand in the fields of a file of one contract, as far as the contract knows: its systems and people, its records and disputes, its open clauses and periods.</summary>
/// <param name="schemas">The schemas, which know the fields.</param>
/// <param name="folder">The contract.</param>
/// <param name="language">The language in which words of schemas are shown.</param>
internal sealed class FieldChoices(SchemaSet schemas, Registry registry, ContractFolder folder, Language language)
{
    private const int MostListed = 500, LongestWords = 60;

    /// <summary>What may stand at a place; empty where anything may, or nobody knows.</summary>
    /// <param name="kind">The kind of file.</param>
    /// <param name="part">The place.</param>
    /// <param name="isTop">True for a field under <c>spec:</c> itself.</param>
    /// <param name="values">What is filled in so far: some choices depend on it.</param>
    public IReadOnlyList<FormOption> List(Kind kind, SchemaPart part, bool isTop, JsonElement values)
    {
        var word = part.Item ?? part;
        if (word.Allowed.Count > 0)
        {
            var titles = part.Titles.Count > 0 ? part.Titles : word.Titles;
            return word.Allowed.Select(allowed => new FormOption(allowed, titles.TryGetValue(allowed, out var title) ? title.In(language) : allowed)).ToList();
        }

        return Decided(kind, part.Name, values) is { } decided ? decided
            : isTop && kind.Field(part.Name) is { } bound && schemas.FieldsOf(kind.Name).FirstOrDefault(field => field.Name == part.Name) is { } field
                ? FormOptions.List(kind, field, bound, registry).Options.Where(option => option.Contract is null || option.Contract == folder.Name).TakeLast(MostListed).ToList()
            : word.References is { } named ? Named(named)
            : [];
    }

    /// <summary>The fields whose choices depend on what stands in others.</summary>
    public static IReadOnlyList<string> Dependent(Kind kind) =>
        kind.SpecType == typeof(Determination) ? [Bound.KeyOf(nameof(Determination.Field)), Bound.KeyOf(nameof(Determination.Value))]
        : kind.SpecType == typeof(Decision) ? [Bound.KeyOf(nameof(Decision.Option))]
        : [];

    private IReadOnlyList<FormOption>? Decided(Kind kind, string field, JsonElement values) =>
        kind.SpecType == typeof(Determination) ? OfDetermination(field, values)
        : kind.SpecType == typeof(Decision) ? OfDecision(field, values)
        : kind.SpecType == typeof(Judgement) ? OfPeriod(field, Bound.KeyOf(nameof(Judgement.Period))) ?? OfTerm(field)
        : kind.SpecType == typeof(PeriodClosing) ? OfPeriod(field, Bound.KeyOf(nameof(PeriodClosing.Period)))
        : kind.SpecType == typeof(Dispute) ? OfPeriod(field, Bound.KeyOf(nameof(Dispute.Period))) ?? OfRecord(field, Bound.KeyOf(nameof(Dispute.Record)))
        : kind.SpecType == typeof(Amendment) ? OfRecord(field, Bound.KeyOf(nameof(Amendment.Record)))
        : null;

    private IReadOnlyList<FormOption>? OfDetermination(string field, JsonElement values)
    {
        var record = folder.Records.FirstOrDefault(one => one.Name == Said(values, Bound.KeyOf(nameof(Determination.Record))));
        if (field == Bound.KeyOf(nameof(Determination.Field)) && record is not null)
        {
            var deciding = DecidingFields.Of(folder);
            return record.Kind.Fields.Where(one => deciding.Contains(new(record.Kind.Name, one.Key))).Select(one => new FormOption(one.Key, one.Title.In(language))).ToList();
        }

        return field == Bound.KeyOf(nameof(Determination.Value)) && record?.Kind.Field(Said(values, Bound.KeyOf(nameof(Determination.Field))) ?? "") is { } about
            ? (about.Words ?? (about.Type == typeof(bool) ? ["true", "false"] : [])).Where(word => word != SpecField.Undecided).Select(word => new FormOption(word, about.Titles.TryGetValue(word, out var title) ? title.In(language) : word)).ToList()
            : OfRecord(field, Bound.KeyOf(nameof(Determination.Record)));
    }

    private IReadOnlyList<FormOption>? OfDecision(string field, JsonElement values)
    {
        var items = folder.Interpretations?.Items ?? [];
        return field == Bound.KeyOf(nameof(Decision.Interpretation)) ? items.Select(item => new FormOption(item.Key, Cut(item.Question.In(language)))).ToList()
            : field == Bound.KeyOf(nameof(Decision.Option)) ? items.Where(item => item.Key == Said(values, Bound.KeyOf(nameof(Decision.Interpretation))))
                .SelectMany(item => item.Options).Select(option => new FormOption(option.Id, Cut(option.Title.In(language)))).ToList()
            : null;
    }

    private List<FormOption>? OfTerm(string field) => field == Bound.KeyOf(nameof(Judgement.Term))
        ? Governance.Deductions(folder).Where(Governance.IsJudged).Select(term => new FormOption(term.Id, term.Id)).DistinctBy(option => option.Value).ToList()
        : null;

    private List<FormOption>? OfPeriod(string field, string asked) => field != asked ? null
        : AssessmentPeriod.Plan(folder.Terms).Select(period => new FormOption(period.Id, $"{NodaTime.Text.LocalDatePattern.Iso.Format(period.Days.Start)} … {NodaTime.Text.LocalDatePattern.Iso.Format(period.Days.End.PlusDays(-1))}")).ToList();

    private List<FormOption>? OfRecord(string field, string asked) => field != asked ? null
        : folder.Records.TakeLast(MostListed).Select(record => new FormOption(record.Name, Cut(FormOptions.TitleIn(record) ?? record.Name))).ToList();

    private List<FormOption> Named(string kind) => folder.Resources.Where(resource => resource.Kind.Name == kind).TakeLast(MostListed)
        .Select(resource => new FormOption(resource.Name, Cut(FormOptions.TitleIn(resource) ?? resource.Name))).ToList();

    private static string Cut(string words) => words.Length <= LongestWords ? words : words[..LongestWords] + "…";

    private static string? Said(JsonElement values, string field) =>
        values.ValueKind == JsonValueKind.Object && values.TryGetProperty(field, out var said) && said.ValueKind == JsonValueKind.String ? said.GetString() : null;
}
