using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// An aggregate target cannot be measured as it stands: it has no limit, a limit in another form than its figure, or does not say of what it takes the
/// sum, the mean or the share. It would never be missed.
/// </summary>
internal sealed class MeaninglessAggregate() : Rule("OPS572", new("汇总指标无法计算", "aggregate target that means nothing"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let targets = Governance.Targets(folder).Select(target => target.Id).ToHashSet(StringComparer.Ordinal)
        from terms in Governance.Aggregates(folder)
        from fault in Faults(terms, targets)
        select At(fault.Place, fault.Message, fault.Help);

    private static IEnumerable<(Place Place, Message Message, Text Help)> Faults(AggregateTerms terms, HashSet<string> targets)
    {
        if (terms.AtMost is null && terms.AtLeast is null)
        {
            yield return (terms.Place, new($"“{terms.Id}”没有写要求", $"'{terms.Id}' has no limit"), new("写 atMost 或 atLeast", "write atMost or atLeast"));
        }

        foreach (var (limit, property) in new[] { (terms.AtMost, nameof(terms.AtMost)), (terms.AtLeast, nameof(terms.AtLeast)) })
        {
            if (limit is not null && !terms.Understands(limit))
            {
                yield return (
                    terms.PlaceOf(property),
                    new($"“{limit}”与“{terms.Id}”所计的量不符", $"'{limit}' is not in the form of what '{terms.Id}' measures"),
                    terms.IsLength ? new("写时长，如 PT24H", "write a length such as PT24H") : new("写数，比例写 0 至 1，如 \"0.95\"", "write a number, a share from 0 to 1 such as \"0.95\""));
            }
        }

        if (terms.Target is { } target && !targets.Contains(target))
        {
            yield return (terms.PlaceOf(nameof(terms.Target)), new($"没有时限“{target}”", $"there is no target '{target}'"), new("写服务级别或服务项中时限的编号", "give the id of a target of the service levels or of a service"));
        }

        if (Lacks(terms) is { } lacking)
        {
            yield return (terms.PlaceOf(nameof(terms.Measure)), new($"“{terms.Id}”没有写{lacking.Zh}", $"'{terms.Id}' does not say {lacking.En}"), new("补上这一项", "add it"));
        }
    }

    private static Text? Lacks(AggregateTerms terms) => terms.Measure switch
    {
        AggregateMeasure.Count => null,
        AggregateMeasure.Sum => terms.Field is null ? new("求和的字段（field）", "which field it adds up (field)") : null,
        AggregateMeasure.Share => terms.Target is null && terms.Matching is null && terms.Repeats is null ? new("算哪一部分（target、matching 或 repeats）", "which part it takes (target, matching or repeats)") : null,
        AggregateMeasure.Mean or AggregateMeasure.Maximum => terms.Target is null && terms.Field is null ? new("取哪个时限或字段的值（target 或 field）", "of which target or field (target or field)") : null,
    };
}
