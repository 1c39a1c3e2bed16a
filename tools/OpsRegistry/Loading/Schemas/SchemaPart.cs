
namespace OpsRegistry.Loading.Schemas;

/// <summary>What a schema says of one place in a file and of what may stand below it, for whatever lays files out.</summary>
internal sealed class SchemaPart
{
    private readonly Schema declared;

    internal SchemaPart(string name, Schema declared, bool isRequired)
    {
        this.declared = declared;
        Name = name;
        IsRequired = isRequired;
    }

    /// <summary>The YAML key.</summary>
    public string Name { get; }

    /// <summary>True where a file without it is refused.</summary>
    public bool IsRequired { get; }

    /// <summary>What people call it.</summary>
    public Text Title => SchemaWords.TitleOf(declared);

    /// <summary>What is meant; empty where the title says it.</summary>
    public Text Description => SchemaWords.Title(declared.Description ?? Actual.Description ?? "");

    /// <summary>The form that a text must have; null for any.</summary>
    public string? Pattern => Actual.Pattern;

    /// <summary>The words that may stand there; empty where any may.</summary>
    public IReadOnlyList<string> Allowed => [.. Actual.Enumeration.Select(SchemaWords.Show)];

    /// <summary>What people call each word.</summary>
    public IReadOnlyDictionary<string, Text> Titles => declared.Titles ?? Actual.Titles ?? new Dictionary<string, Text>();

    /// <summary>What kind of value it holds.</summary>
    public PartShape Shape => Actual switch
    {
        { Properties.Count: > 0 } or { Type: SchemaTypes.Object } => PartShape.Mapping,
        { Type: var type } when type.HasFlag(SchemaTypes.Array) => PartShape.List,
        { Format: "date" } => PartShape.Day,
        { Format: "date-time" } => PartShape.Moment,
        { Type: var type } when type.HasFlag(SchemaTypes.String) => PartShape.Text,
        { Type: SchemaTypes.Boolean } => PartShape.Truth,
        { Type: SchemaTypes.Integer } => PartShape.Integer,
        { Type: SchemaTypes.Number } => PartShape.Number,
        { Type: SchemaTypes.None } => PartShape.Any,
        _ => PartShape.Text,
    };

    /// <summary>True for a number that may have decimals, which a file holds as a whole number or between quotes.</summary>
    public bool IsFigure => Actual.Type.HasFlag(SchemaTypes.Integer) && Actual.Type.HasFlag(SchemaTypes.String);

    /// <summary>The most characters of a text; null for no limit.</summary>
    public int? MaximumLength => declared.MaxLength ?? Actual.MaxLength;

    /// <summary>The kind of file that a value names; null where it names none.</summary>
    public string? References => declared.References ?? Actual.References;

    /// <summary>What is said of it for whatever asks people for it.</summary>
    public SchemaField Asked => SchemaField.Read(Name, declared);

    /// <summary>The keys below it, in the schema's order.</summary>
    public IReadOnlyList<SchemaPart> Parts => [.. Actual.Properties.Select(property => new SchemaPart(property.Key, property.Value, property.Value.IsRequired))];

    /// <summary>What each item of a list is; null for anything else.</summary>
    public SchemaPart? Item => Actual.Item is { } item ? new(Name, item, false) : null;

    /// <summary>The part of a key below it: by its name, else what free keys hold; null for neither.</summary>
    public SchemaPart? Below(string key) =>
        Actual.Properties.TryGetValue(key, out var property) ? new(key, property, property.IsRequired)
        : Actual.Others is { } others ? new(key, others, false)
        : null;

    private Schema Actual => declared.Actual;
}

/// <summary>What kind of value stands at a place.</summary>
internal enum PartShape
{
    /// <summary>A text, words to choose from among them.</summary>
    Text,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A moment with its offset.</summary>
    Moment,

    /// <summary>True or false.</summary>
    Truth,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A text, a number or a truth: what stands elsewhere says which.</summary>
    Any,

    /// <summary>Items.</summary>
    List,

    /// <summary>Keys and values.</summary>
    Mapping,
}
