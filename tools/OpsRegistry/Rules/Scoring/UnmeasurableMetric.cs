using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// A target measures something that its kind of record has no time stamps for, so no record would ever meet or miss it.
/// </summary>
internal sealed class UnmeasurableMetric() : Rule("OPS526", new("该种记录量不出这一指标", "metric that the records do not have"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from target in Governance.Targets(folder)
        let metrics = TimeStamps.MetricsOf(target.AppliesTo.Kind)
        where !metrics.Contains(target.Metric) && (target.To is null || (target.From is null && target.StartsWhenMissed is null))
        let known = Shown.Show(metrics.Select(metric => YamlWord.Write(metric)))
        let word = YamlWord.Write(target.Metric)
        select At(
            target.PlaceOf(nameof(target.Metric)),
            new($"{target.AppliesTo.Kind} 量不出“{word}”", $"'{word}' cannot be measured on a {target.AppliesTo.Kind}"),
            new($"可以测量的有：{known.Zh}；其他的写明 from 和 to", $"what can be measured on it: {known.En}; for anything else say from and to"),
            new RelatedPlace(target.AppliesTo.Place, new("适用于", "applies to")));
}
