using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Rules.References;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// A target's clock runs from or to something that its records have no time for. It would never start, or never stop.
/// </summary>
internal sealed class UnknownMoment() : Rule("OPS570", new("计时的起点或终点不是时刻", "clock that runs from or to what is no time"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from target in Governance.Targets(folder)
        let kind = Kinds.Named(target.AppliesTo.Kind)
        where kind is not null
        let known = kind.Fields.Where(field => field.IsMoment).Select(field => field.Key).ToList()
        from end in new[] { target.Node["from"], target.Node["to"] }.OfType<Node>()
        from given in end is SequenceNode list ? list.Items : [end]
        where given is ScalarNode
        let name = ((ScalarNode)given).Text
        where !known.Contains(name)
        let fault = UnknownName.Describe(new("时刻", "time"), name, known)
        select At(given.Place, fault.Message, fault.Help, new RelatedPlace(target.AppliesTo.Place, new("适用于", "applies to")));
}
