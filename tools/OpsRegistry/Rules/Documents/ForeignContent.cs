using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Templates;

namespace OpsRegistry.Rules.Documents;

/// <summary>
/// A template holds HTML, an image or a link that leads to no web page. These would bring files of the machine or foreign pages into a document
/// that people sign; documents are made without them.
/// </summary>
internal sealed class ForeignContent() : Rule("OPS804", new("模板中有外来内容", "foreign content in a template"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from file in registry.Templates
        from fault in TemplateMarkdown.Faults(file)
        select At(fault.Place, new Message("模板中有", "template holds ") + fault.Message, fault.Help);
}
