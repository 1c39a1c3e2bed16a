using OpsRegistry.Interpreting;
using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Time;

namespace OpsRegistry.Scenarios;

/// <summary>A name that a scenario says, and what it must be among.</summary>
/// <param name="What">What it is the name of.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Among">What the contract has.</param>
internal sealed record ScenarioName(Text What, string Name, Place Place, IReadOnlyCollection<string> Among);

/// <summary>What a contract has that a scenario can name.</summary>
internal sealed class ScenarioNames(ContractFolder folder)
{
    private readonly List<string> terms = Governance.Deductions(folder).Select(term => term.Id).ToList();
    private readonly List<string> indicators = Governance.Scorecards(folder).SelectMany(scorecard => scorecard.Indicators).Select(indicator => indicator.Id).ToList();
    private readonly List<string> bands = Governance.Scorecards(folder).SelectMany(scorecard => scorecard.Bands).Select(band => band.Id).ToList();
    private readonly List<string> vetoes = Governance.Scorecards(folder).SelectMany(scorecard => scorecard.Vetoes).Select(veto => veto.Id).ToList();
    private readonly List<string> lines = Governance.Scorecards(folder).SelectMany(PeriodSettlement.Terms).ToList();
    private readonly List<string> targets = Governance.Targets(folder).Select(target => target.Id).ToList();
    private readonly List<string> periods = AssessmentPeriod.Plan(folder.Terms).Select(period => period.Id).ToList();

    private readonly List<string> duties =
    [
        .. folder.Of<Obligations>().SelectMany(file => file.Spec.Items).Select(duty => duty.Id),
        .. folder.Of<Service>().SelectMany(service => service.Spec.Obligations.Select(duty => $"{service.Name}/{duty.Id}")),
    ];

    private readonly Dictionary<string, IReadOnlyCollection<string>> readings = (folder.Interpretations?.Items ?? [])
        .DistinctBy(item => item.Key).ToDictionary(item => item.Key, item => (IReadOnlyCollection<string>)item.Options.Select(option => option.Id).ToList(), StringComparer.Ordinal);

    /// <summary>Every name in a case, with what it must be among.</summary>
    public IEnumerable<ScenarioName> NamedIn(ScenarioCase one)
    {
        var expect = one.Expect;
        return
        [
            .. One(one.Period, one, nameof(one.Period), new("考核周期", "period"), periods),
            .. Keys(one, nameof(one.Readings), new("条款解释", "reading"), readings.Keys),
            .. one.Readings.Where(reading => readings.ContainsKey(reading.Key)).SelectMany(reading => Values(one, nameof(one.Readings), reading.Key, new($"{reading.Key} 的选项", $"option of {reading.Key}"), readings[reading.Key])),
            .. Keys(one, nameof(one.Missing), new("义务", "duty"), duties),
            .. Keys(one, nameof(one.Judged), new("扣分项", "term"), terms),
            .. one.NotJudged.Select((name, index) => new ScenarioName(new("扣分项", "term"), name, one.PlaceOf(nameof(one.NotJudged), index), terms)),
            .. One(expect.Band, expect, nameof(expect.Band), new("档次", "band"), bands),
            .. One(expect.Vetoed, expect, nameof(expect.Vetoed), new("否决事由", "veto"), vetoes),
            .. Keys(expect, nameof(expect.Points), new("指标", "indicator"), indicators),
            .. Keys(expect, nameof(expect.Deductions), new("扣分项", "term"), terms),
            .. Keys(expect, nameof(expect.Lines), new("扣款", "line of money"), lines),
            .. Keys(expect, nameof(expect.Outcomes), new("时限", "limit"), targets, key => key.Split('/')[^1]),
        ];
    }

    private static IEnumerable<ScenarioName> One(string? name, Bound holder, string property, Text what, IReadOnlyCollection<string> among) =>
        name is null ? [] : [new(what, name, holder.PlaceOf(property), among)];

    private static IEnumerable<ScenarioName> Keys(Bound holder, string property, Text what, IReadOnlyCollection<string> among, Func<string, string>? name = null) =>
        from entry in (holder.Node[Bound.KeyOf(property)] as MappingNode)?.Entries ?? []
        select new ScenarioName(what, name?.Invoke(entry.Key) ?? entry.Key, entry.KeyPlace, among);

    private static IEnumerable<ScenarioName> Values(Bound holder, string property, string key, Text what, IReadOnlyCollection<string> among) =>
        (holder.Node[Bound.KeyOf(property)] as MappingNode)?[key] is ScalarNode value ? [new(what, value.Text, value.Place, among)] : [];
}
