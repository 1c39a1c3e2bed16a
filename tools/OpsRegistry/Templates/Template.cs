using OpsRegistry.Model;

namespace OpsRegistry.Templates;

/// <summary>A template read and held against its kind of document.</summary>
/// <param name="Kind">The kind of document; null where the file is named after none.</param>
/// <param name="Nodes">Its parts.</param>
internal sealed record Template(TemplateFile File, DocumentKind? Kind, IReadOnlyList<TemplateNode> Nodes)
{
    /// <summary>What is wrong with its tags.</summary>
    public IReadOnlyList<TemplateFault> TagFaults { get; private init; } = [];

    /// <summary>The names that its kind of document does not have.</summary>
    public IReadOnlyList<TemplateFault> NameFaults { get; private init; } = [];

    /// <summary>True where a document can be made of it.</summary>
    public bool IsSound => Kind is not null && TagFaults.Count == 0 && NameFaults.Count == 0;

    /// <summary>Reads a template.</summary>
    public static Template Read(TemplateFile file)
    {
        var kind = DocumentKind.Named(file.Name);
        var (nodes, faults) = TemplateParser.Read(file);
        return new(file, kind, nodes)
        {
            TagFaults = faults,
            // Where tags are broken, names may seem to stand where they do not.
            NameFaults = kind is null || faults.Count > 0 ? [] : TemplateNames.Faults(nodes, kind.Values).ToList(),
        };
    }

    /// <summary>The template of a kind: the contract's own, else the one that all share, else the tool's.</summary>
    public static TemplateFile For(Registry registry, string contract, DocumentKind kind) =>
        registry.Templates.Where(file => file.Name == kind.Name && (file.Contract is null || file.Contract == contract)).OrderBy(file => file.Contract is null).FirstOrDefault()
        ?? EmbeddedTemplates.For(kind);
}
