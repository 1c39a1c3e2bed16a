using NJsonSchema;

namespace OpsRegistry.Loading.Schemas;

/// <summary>What a schema says of one field under <c>spec:</c>, for whatever asks people for it.</summary>
/// <param name="Name">The YAML key.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Description">What is meant; empty where the title says it.</param>
/// <param name="IsRequired">True where a file without it is refused.</param>
/// <param name="MaximumLength">The most characters; null for no text or no limit.</param>
/// <param name="Allowed">The words that may stand there; empty where any may.</param>
public sealed record SchemaField(string Name, Text Title, Text Description, bool IsRequired, int? MaximumLength, IReadOnlyList<string> Allowed)
{
    /// <summary>For lists: what is meant by one item; empty for none.</summary>
    public Text ItemDescription { get; init; } = Text.Same("");

    /// <summary>What people call an allowed word, where the description explains it (<c>fault：系统运行故障；…</c>); else the word itself.</summary>
    public string WordsFor(string allowed) =>
        Description.Zh.Split('；', '。').Select(part => part.Trim().Split('：', 2)).FirstOrDefault(parts => parts.Length == 2 && parts[0] == allowed)?[1] ?? allowed;

    internal static SchemaField Of(string name, JsonSchemaProperty property) => new(
        name,
        SchemaWords.TitleOf(property),
        SchemaWords.Title(property.Description ?? property.ActualSchema.Description ?? ""),
        property.IsRequired,
        property.MaxLength ?? property.ActualSchema.MaxLength,
        property.ActualSchema.Enumeration.Select(SchemaWords.Show).ToList())
    {
        ItemDescription = SchemaWords.Title(property.ActualSchema.Item?.ActualSchema.Description ?? ""),
    };
}
