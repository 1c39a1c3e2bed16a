using OpsRegistry.Interpreting;
using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Scenarios;
using OpsRegistry.Sources;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Scenarios;

/// <summary>The scenarios that stand beside the contracts: they pass, they move everything that must be moved, and a scorecard with one other number fails them.</summary>
public sealed class ContractScenarioTests
{
    private static readonly Lazy<Registry> Live = new(() => RegistryLoader.Load(new WorkTreeSource(Golden.RepositoryRoot), SchemaSet.Load(EmbeddedSchemas.Texts)).Registry);

    /// <summary>The contracts by name.</summary>
    public static TheoryData<string> Contracts => [.. Live.Value.Contracts.Select(folder => folder.Name)];

    /// <summary>The contracts that are scored.</summary>
    public static TheoryData<string> Scored => [.. Live.Value.Contracts.Where(folder => folder.IsScored).Select(folder => folder.Name)];

    [Theory]
    [MemberData(nameof(Contracts))]
    public void Every_case_passes_and_every_term_band_and_target_is_moved(string contract)
    {
        var folder = Live.Value.ContractNamed(contract)!;

        var results = ScenarioRunner.RunAll(folder, CalendarOf(folder));

        Assert.NotEmpty(results);
        Assert.Empty(results.SelectMany(result => result.Differences.Select(difference => $"{difference.Place} {result.Case.Id}: {difference.What.En} {difference.Expected} {difference.Computed}").Concat(result.Findings.Select(finding => $"{finding.Place} {finding.Message.En}"))));
        Assert.Empty(ScenarioCoverage.Of(folder, results).Where(part => part is { IsMoved: false, Kind: not CoveredKind.Reading }).Select(part => $"{part.Kind} {part.Id}"));
    }

    [Theory]
    [MemberData(nameof(Scored))]
    public void One_other_number_in_the_scorecard_fails_a_case(string contract)
    {
        var folder = Live.Value.ContractNamed(contract)!;
        var calendar = CalendarOf(folder);
        var cases = folder.Scenarios.SelectMany(file => file.Spec.Cases.Select(one => (File: file.Untyped, Case: one))).ToList();
        var scorecard = folder.Of<Scorecard>().Single().Untyped;

        var survivors = NumbersIn(scorecard.Root["spec"]!, ["spec"]).Where(number => !IsHeldElsewhere(number.Way)).AsParallel().Where(number =>
        {
            var changed = NodeEdit.Rewritten(scorecard, number.Way, number.Changed)!;
            var other = folder.With(resource => ReferenceEquals(resource, scorecard) ? changed : resource);
            return Ordered(cases, number.Way).All(one => ScenarioRunner.Run(other, one.File, one.Case, calendar).Passes);
        }).Select(number => string.Join('/', number.Way)).Order(StringComparer.Ordinal).ToList();

        Assert.Empty(survivors);
    }

    private static WorkCalendar CalendarOf(ContractFolder folder) => Calendars.For(Live.Value, folder.Terms.Purchaser);

    /// <summary>Sums of marks, which check holds against their parts, and the cap of the contract's account, which no single period reaches.</summary>
    private static bool IsHeldElsewhere(string[] way) => way is ["spec", "marks"] or ["spec", "groups", _, "marks"] or ["spec", "settlement", "cap"];

    /// <summary>The cases that speak of what was changed first: most changes are found by one of them.</summary>
    private static IEnumerable<(Resource File, ScenarioCase Case)> Ordered(IReadOnlyList<(Resource File, ScenarioCase Case)> cases, string[] way) =>
        cases.OrderByDescending(one => KeysOf(one.Case).Count(key => way.Contains(key, StringComparer.Ordinal)));

    private static IEnumerable<string> KeysOf(ScenarioCase given) =>
        [.. given.Expect.Deductions.Keys, .. given.Expect.Points.Keys, .. given.Expect.Lines.Keys, given.Expect.Band ?? "", given.Expect.Vetoed ?? ""];

    private static IEnumerable<(string[] Way, ScalarNode Changed)> NumbersIn(Node node, string[] way) => node switch
    {
        ScalarNode scalar when way[^1] is not ("id" or "zh" or "en" or "validFrom") && decimal.TryParse(scalar.Text, System.Globalization.CultureInfo.InvariantCulture, out var number) => [(way, Changed(scalar, number, way[^1]))],
        ScalarNode => [],
        MappingNode mapping => mapping.Entries.Where(entry => entry.Key is not ("clauses" or "allowed" or "title")).SelectMany(entry => NumbersIn(entry.Value, [.. way, entry.Key])),
        SequenceNode list => list.Items.OfType<MappingNode>().Where(item => item["id"] is ScalarNode).SelectMany(item => NumbersIn(item, [.. way, ((ScalarNode)item["id"]!).Text])),
        _ => [],
    };

    // Upper edges are drawn in, everything else grows: what no total can reach would change nothing.
    private static ScalarNode Changed(ScalarNode scalar, decimal number, string key) => scalar with
    {
        Text = (key is "below" or "most" or "cap" ? number - (number > 1 ? 1m : 0.9m) : number + (number is > 0 and < 1 ? 0.01m : 1m)).ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
