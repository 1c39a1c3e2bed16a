namespace OpsRegistry.Loading.Schemas;

/// <summary>What a schema says of one field under <c>spec:</c>, for whatever asks people for it.</summary>
/// <param name="Name">The YAML key.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Description">What is meant; empty where the title says it.</param>
/// <param name="IsRequired">True where a file without it is refused.</param>
/// <param name="MaximumLength">The most characters; null for no text or no limit.</param>
/// <param name="Allowed">The words that may stand there; empty where any may.</param>
internal sealed record SchemaField(string Name, Text Title, Text Description, bool IsRequired, int? MaximumLength, IReadOnlyList<string> Allowed)
{
    /// <summary>For lists: what is meant by one item; empty for none.</summary>
    public Text ItemDescription { get; init; } = Text.Same("");

    /// <summary>What people call each word (<c>x-titles</c>).</summary>
    public IReadOnlyDictionary<string, Text> Titles { get; init; } = new Dictionary<string, Text>();

    /// <summary>What people call an allowed word; else the word itself.</summary>
    public string WordsFor(string allowed) => Titles.TryGetValue(allowed, out var title) ? title.Zh : allowed;

    internal static SchemaField Read(string name, Schema property) => new(
        name,
        SchemaWords.TitleOf(property),
        SchemaWords.Title(property.Description ?? property.Actual.Description ?? ""),
        property.IsRequired,
        property.MaxLength ?? property.Actual.MaxLength,
        property.Actual.Enumeration.Select(SchemaWords.Show).ToList())
    {
        Titles = property.Titles ?? property.Actual.Titles ?? new Dictionary<string, Text>(),
        ItemDescription = SchemaWords.Title(property.Actual.Item?.Actual.Description ?? ""),
    };
}
