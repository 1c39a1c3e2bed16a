using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Templates;

namespace OpsRegistry.Rules.Documents;

/// <summary>
/// A placeholder of a template names a value that this kind of document does not have. It would stay empty in every document, and nobody would
/// see what is missing. docs/documents.md lists the names.
/// </summary>
internal sealed class UnknownPlaceholder() : Rule("OPS802", new("占位符没有对应的值", "placeholder without a value"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from file in registry.Templates
        from fault in Template.Read(file).NameFaults
        select At(fault.Place, fault.Message, fault.Help);
}
