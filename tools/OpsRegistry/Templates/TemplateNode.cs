using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Templates;

/// <summary>A part of a template.</summary>
internal abstract record TemplateNode;

/// <summary>Text that stands as it is.</summary>
internal sealed record TextNode(string Text) : TemplateNode;

/// <summary><c>{{name}}</c>: a value.</summary>
internal sealed record ValueNode(TemplatePath Path) : TemplateNode;

/// <summary><c>{{#each list}} … {{else}} … {{/each}}</c> or <c>{{#if name}} … {{else}} … {{/if}}</c>.</summary>
/// <param name="IsLoop">True for each.</param>
/// <param name="Path">What is gone through or asked for.</param>
/// <param name="Body">Once for each item, or once where there is anything.</param>
/// <param name="Otherwise">Where there is nothing.</param>
internal sealed record BlockNode(bool IsLoop, TemplatePath Path, IReadOnlyList<TemplateNode> Body, IReadOnlyList<TemplateNode> Otherwise) : TemplateNode;

/// <summary>Names with dots between them, and where each stands.</summary>
internal sealed record TemplatePath(IReadOnlyList<Located<string>> Names)
{
    public override string ToString() => string.Join('.', Names.Select(name => name.Value));
}

/// <summary>Something wrong with a template.</summary>
internal sealed record TemplateFault(Place Place, Message Message, Text Help);
