using OpsRegistry.Interpreting;
using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// A scenario speaks of a term, an indicator, a band, a limit, a duty, a reading or a period that the contract does not have. What it expects of it would
/// hold whatever the contract says.
/// </summary>
internal sealed class ScenarioOfNothing() : Rule("OPS270", new("情形说到合同没有的内容", "scenario of something that the contract has not"))
{
    public override IReadOnlyList<string> RestsOn => [nameof(ServiceLevels), nameof(Obligations), nameof(Scorecard), nameof(Interpretations), nameof(Service)];

    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        where folder.Scenarios.Count > 0
        let known = new Known(folder)
        from file in folder.Scenarios
        from one in file.Spec.Cases
        from named in known.NamedIn(one)
        where !named.Among.Contains(named.Name, StringComparer.Ordinal)
        let fault = UnknownNameOf(named)
        select At(named.Place, fault.Message, fault.Help);

    private static (Text Message, Text Help) UnknownNameOf(Named named)
    {
        var near = Nearest.To(named.Name, named.Among);
        return (
            new($"合同没有{named.What.Zh}“{named.Name}”", $"the contract has no {named.What.En} '{named.Name}'"),
            near is null
                ? new($"写合同里有的：{string.Join("、", named.Among)}", $"name one that it has: {string.Join(", ", named.Among)}")
                : new($"是不是“{near}”？", $"is '{near}' meant?"));
    }

    private sealed record Named(Text What, string Name, Place Place, IReadOnlyCollection<string> Among);

    /// <summary>What a contract has that a scenario can name.</summary>
    private sealed class Known(ContractFolder folder)
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
        public IEnumerable<Named> NamedIn(ScenarioCase one)
        {
            var expect = one.Expect;
            return
            [
                .. One(one.Period, one, nameof(one.Period), new("考核周期", "period"), periods),
                .. Keys(one, nameof(one.Readings), new("条款解释", "reading"), readings.Keys),
                .. one.Readings.Where(reading => readings.ContainsKey(reading.Key)).SelectMany(reading => Values(one, nameof(one.Readings), reading.Key, new($"{reading.Key} 的选项", $"option of {reading.Key}"), readings[reading.Key])),
                .. Keys(one, nameof(one.Missing), new("义务", "duty"), duties),
                .. Keys(one, nameof(one.Judged), new("扣分项", "term"), terms),
                .. one.NotJudged.Select((name, index) => new Named(new("扣分项", "term"), name, one.PlaceOf(nameof(one.NotJudged), index), terms)),
                .. One(expect.Band, expect, nameof(expect.Band), new("档次", "band"), bands),
                .. One(expect.Vetoed, expect, nameof(expect.Vetoed), new("否决事由", "veto"), vetoes),
                .. Keys(expect, nameof(expect.Points), new("指标", "indicator"), indicators),
                .. Keys(expect, nameof(expect.Deductions), new("扣分项", "term"), terms),
                .. Keys(expect, nameof(expect.Lines), new("扣款", "line of money"), lines),
                .. Keys(expect, nameof(expect.Outcomes), new("时限", "limit"), targets, key => key.Split('/')[^1]),
            ];
        }

        private static IEnumerable<Named> One(string? name, Bound holder, string property, Text what, IReadOnlyCollection<string> among) =>
            name is null ? [] : [new(what, name, holder.PlaceOf(property), among)];

        private static IEnumerable<Named> Keys(Bound holder, string property, Text what, IReadOnlyCollection<string> among, Func<string, string>? name = null) =>
            from entry in (holder.Node[Bound.KeyOf(property)] as MappingNode)?.Entries ?? []
            select new Named(what, name?.Invoke(entry.Key) ?? entry.Key, entry.KeyPlace, among);

        private static IEnumerable<Named> Values(Bound holder, string property, string key, Text what, IReadOnlyCollection<string> among) =>
            (holder.Node[Bound.KeyOf(property)] as MappingNode)?[key] is ScalarNode value ? [new(what, value.Text, value.Place, among)] : [];
    }
}
