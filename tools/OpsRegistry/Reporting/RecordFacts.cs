using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;

namespace OpsRegistry.Reporting;

/// <summary>What a file of any kind says, field by field, in people's words: titles of fields and words come from its schema, so that a new kind needs nothing here.</summary>
internal static class RecordFacts
{
    private const int MostItems = 30;

    private const string Evidence = "evidence";

    // The tool's own schemas, of which the kinds are made, also name what stands inside of a field.
    private static readonly Lazy<SchemaSet> Schemas = new(() => SchemaSet.Load(EmbeddedSchemas.Texts));

    /// <summary>The day that a file is of; null where it is of none.</summary>
    public static LocalDate? DayOf(Resource file) => file.Spec switch
    {
        RecordSpec record => record.OccurredOn,
        Seal seal => seal.To.PlusDays(-1),
        Spec other => other.KnownOn,
    };

    /// <summary>Every field that is filled in, in the schema's order.</summary>
    public static IReadOnlyList<Figure> For(ContractFolder folder, Resource file) =>
    [
        .. from field in file.Kind.Fields
           where field.Key != Evidence
           let node = file.Spec.Node[field.Key]
           where node is not null
           select new Figure(field.Key, field.Title, ValueOf(folder, (file.Kind, field), node)) { IsWide = node is ScalarNode { Text.Length: > 60 } },
        .. file.Metadata.Note is { } note ? [new Figure("note", new("说明", "Note"), new Value.Words(Text.Same(note)))] : Array.Empty<Figure>(),
        new Figure("file", new("文件", "File"), new Value.Record(file.Path, file.Path, 1)),
    ];

    /// <summary>What a file is about, in a line: what its schema calls its key facts, else what it says in words.</summary>
    public static Text InShort(Resource file) => file.Spec is Determination { RecordKind: { } determined } determination && determined.Field(determination.Field) is { } about
        ? RecordNames.Show(new Text(
            $"{determination.Record} {about.Title.Zh}：{WordsOf(about, determination.Value).Zh}；{determination.Reason}",
            $"{determination.Record} {about.Title.En}: {WordsOf(about, determination.Value).En}; {determination.Reason}"))
        : RecordNames.Show(KeyFacts(file));

    private static Text KeyFacts(Resource file)
    {
        var named = file.Kind.InShort;
        var parts = (
            from field in file.Kind.Fields
            where named.Count > 0 ? named.Contains(field.Key, StringComparer.Ordinal) : IsTelling(file.Kind, field)
            let node = file.Spec.Node[field.Key]
            where node is ScalarNode or MappingNode
            select WordsOf(field, node)).Where(words => words.Zh.Length > 0).ToList();
        return new(string.Join("；", parts.Select(part => part.Zh)), string.Join("; ", parts.Select(part => part.En)));
    }

    // Days and who wrote it stand in columns of their own, or in what is unfolded.
    private static bool IsTelling(Kind kind, SpecField field) =>
        field.Key != Evidence && !field.IsMoment && !kind.OccurredOn.Contains(field.Key, StringComparer.Ordinal) && field.References is null or nameof(Incident) && field.Type != typeof(bool);

    private static Text WordsOf(SpecField field, Node node) => node switch
    {
        ScalarNode word when field.WordTitles.TryGetValue(word.Text, out var title) || field.Titles.TryGetValue(word.Text, out title) => title,
        ScalarNode { Kind: ScalarKind.Boolean } truth => States.YesNo(string.Equals(truth.Text, "true", StringComparison.Ordinal)).Title,
        ScalarNode number when number.Kind is ScalarKind.Integer or ScalarKind.Number || field.Type == typeof(decimal) || field.Type == typeof(decimal?) => new($"{field.Title.Zh} {Grouped(number.Text)}", $"{field.Title.En} {Grouped(number.Text)}"),
        ScalarNode { Text.Length: 64 } => Text.Same(""), // a digest tells people nothing
        ScalarNode scalar => Text.Same(scalar.Text),
        MappingNode words when words["zh"] is ScalarNode zh && words["en"] is ScalarNode en => new(zh.Text, en.Text),
        _ => Text.Same(""),
    };

    /// <summary>A number as people write it, in groups of three, with the decimals that the file has.</summary>
    private static string Grouped(string number) =>
        decimal.TryParse(number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) >= 1000m
            ? value.ToString(number.Contains('.', StringComparison.Ordinal) ? "#,##0.00" : "#,##0", CultureInfo.InvariantCulture)
            : number;

    private static Value ValueOf(ContractFolder folder, (Kind Kind, SpecField Field) of, Node node) => node switch
    {
        ScalarNode scalar => ValueOf(folder, of.Field, scalar),
        SequenceNode { Items: var items } => new Value.Many([.. items.Take(MostItems).Select(item => item is ScalarNode scalar ? ValueOf(folder, of.Field, scalar) : Inside(item, PartOf(of)?.Item)), .. items.Count > MostItems ? [new Value.Words(new($"……共 {items.Count} 项", $"… {items.Count} in all"))] : Array.Empty<Value>()]),
        MappingNode => Inside(node, PartOf(of)),
        _ => Value.None,
    };

    private static SchemaPart? PartOf((Kind Kind, SpecField Field) of) => Schemas.Value.PartOf(of.Kind.Name)?.Below("spec")?.Below(of.Field.Key);

    private static Value.Words Inside(Node node, SchemaPart? part) => new(new(Said(node, part, Language.Zh), Said(node, part, Language.En)));

    /// <summary>What stands inside of a field, by the titles that the schema has for it.</summary>
    private static string Said(Node node, SchemaPart? part, Language language) => node switch
    {
        ScalarNode { Kind: ScalarKind.Null } => "—",
        ScalarNode { Kind: ScalarKind.Boolean } truth => States.YesNo(string.Equals(truth.Text, "true", StringComparison.Ordinal)).Title.In(language),
        ScalarNode word when part?.Titles.TryGetValue(word.Text, out var title) == true => title.In(language),
        ScalarNode time when Values.TimeIn(time.Text) is { } moment => Clocks.Moment.ShowMinute(moment.ToInstant()),
        ScalarNode way when way.Text.StartsWith(SpecOf, StringComparison.Ordinal) && TitleOf(way.Text[SpecOf.Length..]) is { } title => title.In(language),
        ScalarNode text => RecordNames.Show(text.Text).In(language),
        SequenceNode list => string.Join(language == Language.Zh ? "、" : ", ", list.Items.Select(item => Said(item, part?.Item, language))),
        MappingNode words when words["zh"] is ScalarNode zh && words["en"] is ScalarNode en && words.Entries.Count == 2 => language == Language.Zh ? zh.Text : en.Text,
        MappingNode mapping => string.Join(language == Language.Zh ? "；" : "; ", mapping.Entries.Select(entry => $"{part?.Below(entry.Key)?.Title.In(language) ?? entry.Key} {Said(entry.Value, part?.Below(entry.Key), language)}")),
        _ => "",
    };

    private const string SpecOf = "spec.";

    /// <summary>What people call a field that an amendment names by its way in the file.</summary>
    private static Text? TitleOf(string way) => Kinds.All.Select(kind => kind.Field(way.Split('.', '/', '[')[0])).OfType<SpecField>().Select(field => (Text?)field.Title).FirstOrDefault();

    private static Value ValueOf(ContractFolder folder, SpecField field, ScalarNode scalar)
    {
        if (field.WordTitles.TryGetValue(scalar.Text, out var title) || field.Titles.TryGetValue(scalar.Text, out title))
        {
            return new Value.Words(title);
        }

        if (scalar.Kind == ScalarKind.Boolean)
        {
            return States.YesNo(string.Equals(scalar.Text, "true", StringComparison.Ordinal));
        }

        if (field.IsMoment)
        {
            return Values.DateIn(scalar.Text) is { } day ? new Value.Day(day) : Values.TimeIn(scalar.Text) is { } time ? new Value.Moment(time.ToInstant()) : new Value.Code(scalar.Text);
        }

        return field.References switch
        {
            nameof(Service) => new Value.Link(Text.Same(scalar.Text), Anchor.Service(folder.Name, scalar.Text)),
            "System" or nameof(InformationSystem) => new Value.Link(Text.Same(scalar.Text), Anchor.System(folder.Name, scalar.Text)),
            null => NamedRecord(folder, scalar.Text) ?? new Value.Words(Text.Same(scalar.Text)),
            _ => NamedRecord(folder, scalar.Text) ?? new Value.Code(scalar.Text),
        };
    }

    /// <summary>The record of a name, where a text is one: names begin with their kind's.</summary>
    private static Value? NamedRecord(ContractFolder folder, string name) =>
        Kinds.BeginningOf(name) is { IsNamedAfterKind: true } named && folder.Find(named, name) is { } file
            ? new Value.Record(file.Name, file.Path, file.Place.Line)
            : null;
}
