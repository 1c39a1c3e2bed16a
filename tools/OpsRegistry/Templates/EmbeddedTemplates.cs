using OpsRegistry.Model;

namespace OpsRegistry.Templates;

/// <summary>The layouts that the tool brings along, one for each kind of document: they shape a document where a registry keeps none of its own.</summary>
internal static class EmbeddedTemplates
{
    /// <summary>Where a registry keeps the layouts that all its contracts share.</summary>
    public const string Folder = "ops-registry/templates/";

    private const string Extension = ".md";

    private static readonly EmbeddedFiles Files = new(typeof(EmbeddedTemplates).Assembly, "OpsRegistry.Templates.");

    /// <summary>The texts by file name, in ordinal order.</summary>
    public static IReadOnlyDictionary<string, string> Texts { get; } = new SortedDictionary<string, string>(
        Files.Names.Where(name => name.EndsWith(Extension, StringComparison.Ordinal)).ToDictionary(name => name, name => Files.Text(name).ReplaceLineEndings("\n")),
        StringComparer.Ordinal);

    /// <summary>The layout of a kind of document.</summary>
    public static TemplateFile For(DocumentKind kind) => new(Folder + kind.Name + Extension, null, kind.Name, Texts[kind.Name + Extension]);
}
