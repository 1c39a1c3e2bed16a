using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// Two items of a governance list have the same id, or two deductions of one scorecard. A reference to it, an override of a reading, a judgement would reach the first and miss the second.
/// </summary>
internal sealed class DuplicateId() : Rule("OPS519", new("编号重复", "id given twice"), reach: Reach.File)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from resource in registry.Resources
        where resource.Kind.Area is Area.Governance or Area.MasterData
        from list in resource.Nodes.OfType<SequenceNode>().Select(sequence => sequence.Items.OfType<MappingNode>().Select(item => item["id"] ?? item["key"]))
            .Append(resource.Spec is Scorecard scorecard ? scorecard.Indicators.SelectMany(indicator => indicator.Deductions.Select(term => term.Node["id"])) : [])
        from namesakes in list.OfType<ScalarNode>().GroupBy(id => id.Text, StringComparer.Ordinal)
        from second in namesakes.Skip(1)
        group (First: namesakes.First(), Second: second) by second.Place into doubles
        let pair = doubles.First()
        select At(
            pair.Second.Place,
            new($"编号“{pair.Second.Text}”已经用过", $"id '{pair.Second.Text}' is used already"),
            new("换一个编号", "give it another id"),
            new RelatedPlace(pair.First.Place, new("首次使用", "first used")));
}
