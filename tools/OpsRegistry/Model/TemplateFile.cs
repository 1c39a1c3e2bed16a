namespace OpsRegistry.Model;

/// <summary>A document template as it was loaded: Markdown with placeholders that an office may edit.</summary>
/// <param name="Path">Path from the repository's root.</param>
/// <param name="Contract">The contract whose documents it shapes; null for the template that all contracts share.</param>
/// <param name="Name">The file's name without <c>.md</c>: the kind of document.</param>
/// <param name="Text">The whole text.</param>
internal sealed record TemplateFile(string Path, string? Contract, string Name, string Text);
