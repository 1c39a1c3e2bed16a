using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Templates;

namespace OpsRegistry.Rules.Documents;

/// <summary>
/// Something in double braces is none of the four forms that a template may hold, or a block is not closed. A template shapes words; it calls no
/// code and reads no file, so anything else is refused.
/// </summary>
internal sealed class BrokenTemplate() : Rule("OPS803", new("模板标记有误", "template tag that means nothing"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from file in registry.Templates
        from fault in Template.Read(file).TagFaults
        select At(fault.Place, fault.Message, fault.Help);
}
