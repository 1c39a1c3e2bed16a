using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Templates;

namespace OpsRegistry.Rules.Documents;

/// <summary>
/// A template is named after no kind of document, so no document would ever be made of it. <c>./opsreg document</c> lists the kinds.
/// </summary>
internal sealed class UnknownDocumentKind() : Rule("OPS801", new("没有这种文书", "no such kind of document"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from file in registry.Templates
        where DocumentKind.Named(file.Name) is null
        let near = Nearest.To(file.Name, DocumentKind.All.Select(kind => kind.Name))
        let all = string.Join(" ", DocumentKind.All.Select(kind => kind.Name))
        select At(
            Place.StartOf(file.Path),
            new($"没有名为“{file.Name}”的文书", $"there is no document '{file.Name}'"),
            near is null ? new($"文书有：{all}", $"the documents are: {all}") : new($"是否为 {near}.md？", $"did you mean {near}.md?"));
}
