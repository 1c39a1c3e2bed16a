using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Scenarios;

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
        let known = new ScenarioNames(folder)
        from file in folder.Scenarios
        from one in file.Spec.Cases
        from named in known.NamedIn(one)
        where !named.Among.Contains(named.Name, StringComparer.Ordinal)
        let fault = UnknownNameOf(named)
        select At(named.Place, fault.Message, fault.Help);

    private static (Message Message, Text Help) UnknownNameOf(ScenarioName named)
    {
        var near = Nearest.To(named.Name, named.Among);
        return (
            new($"合同没有{named.What.Zh}“{named.Name}”", $"the contract has no {named.What.En} '{named.Name}'"),
            near is null
                ? new($"写合同里有的：{string.Join("、", named.Among)}", $"name one that it has: {string.Join(", ", named.Among)}")
                : new($"是不是“{near}”？", $"is '{near}' meant?"));
    }
}
