using System.Text.Json.Nodes;
using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Tests.Data;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Settling;

/// <summary><c>opsreg waiting</c>: what waits for whom, computed from the results and from nothing else.</summary>
public sealed class WaitingTests
{
    private const string Judgements = "ops-registry/contracts/pingdingshan-2025/judgements";

    public static TheoryData<string> Contracts { get; } = [.. FrozenRegistry.Loaded.Registry.Contracts.Select(contract => contract.Name)];

    [Theory, MemberData(nameof(Contracts))]
    public void What_waits_in_a_contract(string contract)
    {
        Golden.Matches($"expected/waiting/{contract}-zh.txt", CommandLine.Run("waiting", contract).Output);
        Golden.Matches($"expected/waiting/{contract}-en.txt", CommandLine.Run("waiting", contract, "--lang", "en").Output);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("markdown")]
    public void What_waits_in_each_format(string format)
    {
        using var registry = TemporaryRegistry.Harbour();
        Golden.Matches($"expected/waiting/harbour-2026.{format}", registry.Run("waiting", "--format", format).Output.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("2026-03-03")]
    [InlineData("2026-09-20")]
    [InlineData("2026-11-20")]
    [InlineData("2026-12-10")]
    public void Everything_that_keeps_a_result_from_being_final_is_on_the_list(string day)
    {
        var asOf = BeijingTime.EndOf(NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value);
        foreach (var folder in FrozenRegistry.Loaded.Registry.Contracts)
        {
            var calendar = Calendars.For(FrozenRegistry.Loaded.Registry, folder.Terms.Purchaser, acceptProvisional: false);
            var result = ContractRunner.Run(folder, calendar, asOf);
            var list = ListOf(folder, result, calendar, asOf);
            foreach (var period in result.Periods)
            {
                var waiting = list.Items.Where(item => item.Period == period.Period.Id && item.Kind is not (WaitingKind.Missing or WaitingKind.Seal)).ToList();
                Assert.Empty(period.OpenPoints.Select(point => point.What.En).Except(waiting.Select(item => item.What.En)));
                Assert.True(period.State != PeriodState.Evaluating || waiting.Count > 0, $"{folder.Name} {period.Period.Id} waits for nothing and is not final");
            }
        }
    }

    [Fact]
    public void What_can_still_be_done_comes_first_by_its_day_and_on_one_day_the_dearest()
    {
        var items = FrozenRegistry.Loaded.Registry.Contracts.Select(Waiting).SelectMany(list => list.Items).ToList();
        Assert.Contains(items, item => item.Standing == DueStanding.Missed);
        Assert.Contains(items, item => item.Standing == DueStanding.ContractOver);
        Assert.All(items.Zip(items.Skip(1)).Where(pair => pair.First.Contract == pair.Second.Contract), pair => Assert.True(Order(pair.First).CompareTo(Order(pair.Second)) <= 0, $"{pair.First.What.En} stands before {pair.Second.What.En}"));
    }

    [Fact]
    public void Due_items_stand_in_the_same_order()
    {
        using var registry = TemporaryRegistry.Real();
        var standings = JsonNode.Parse(registry.Run("due", "--format", "json").Output)!["items"]!.AsArray().Select(item => (string?)item!["standing"] is "missed" ? 1 : (string?)item["standing"] is "contractOver" ? 2 : 0).ToList();
        Assert.Equal([0, 1, 2], standings.Distinct());
    }

    private static (int Rank, NodaTime.LocalDate Day, decimal Yuan) Order(WaitingItem item) =>
        (item.Standing is DueStanding.Missed ? 1 : item.Standing is DueStanding.ContractOver ? 2 : 0, item.Day ?? NodaTime.LocalDate.MaxIsoValue, -item.MostYuan);

    /// <summary>A ruling may take as much away as it gives back: what hangs on it is the larger of the two.</summary>
    [Theory]
    [InlineData(-10, 2, 10)]
    [InlineData(-2, 10, 10)]
    [InlineData(0, 0, 0)]
    [InlineData(-3, 0, 3)]
    public void What_hangs_on_an_item_is_the_most_that_it_moves_either_way(int least, int most, int expected)
    {
        var item = new WaitingItem(FrozenRegistry.Loaded.Registry.Contracts[0], "P1", WaitingKind.Ruling, "dispute", Owner.Purchaser, Text.Same("a dispute"), null);
        Assert.Equal((0m, 0m), (item.MostPoints, item.MostYuan));
        var moved = item with { Moves = new(least, most, least * 1000m, most * 1000m) };
        Assert.Equal((expected, expected * 1000m), (moved.MostPoints, moved.MostYuan));
        Assert.Equal(decimal.MaxValue, (item with { Moves = new(null, most, null, most) }).MostYuan);
    }

    [Fact]
    public void A_dispute_that_is_ruled_on_and_a_reading_that_is_decided_leave_the_list()
    {
        using var registry = TemporaryRegistry.RealContract("pingdingshan-2025");
        var before = Keys(registry, "purchaser");
        Assert.Contains("ruling P4", before);
        Assert.Contains("reading P4", before);
        registry.Write($"{Judgements}/ruling-2026-0002.yaml", File("Ruling", "ruling-2026-0002", "dispute: dispute-2026-0002\n  outcome: rejected\n  reason: 接口变更已提前五日书面通知。\n  decidedBy: pds-review-01\n  decidedOn: 2026-11-18"));
        registry.Write($"{Judgements}/decision-k003-serious.yaml", File("Decision", "decision-k003-serious", "interpretation: K003-SERIOUS\n  option: not-serious\n  reason: 双方会商纪要。\n  decidedBy: pds-review-01\n  decidedOn: 2026-11-18"));
        var after = Keys(registry, "purchaser");
        Assert.DoesNotContain("ruling P4", after);
        Assert.DoesNotContain("reading P4", after);
    }

    [Fact]
    public void What_the_purchaser_has_determined_leaves_the_list()
    {
        using var registry = TemporaryRegistry.RealContract("pingdingshan-2025");
        Assert.Contains("determination P4", Keys(registry, "purchaser"));
        registry.Write("ops-registry/contracts/pingdingshan-2025/determinations/determination-2026-0009.yaml", File("Determination", "determination-2026-0009", "record: incident-2026-0020\n  field: seriousImpact\n  value: \"no\"\n  reason: 大厅业务未受影响。\n  determinedBy: pds-review-01\n  determinedOn: 2026-11-18"));
        Assert.DoesNotContain("determination P4", Keys(registry, "purchaser"));
    }

    [Fact]
    public void A_judgement_that_is_given_leaves_the_list()
    {
        using var registry = TemporaryRegistry.Harbour();
        Assert.Contains("judgement P3", Keys(registry, "purchaser"));
        Assert.DoesNotContain("judgement P3", Keys(registry, "vendor"));
        registry.Write("ops-registry/contracts/harbour-2026/judgements/judgement-2026-0009.yaml", File("Judgement", "judgement-2026-0009", "period: P3\n  term: D3-1\n  score: 9\n  reason: 按期。\n  judgedBy: harbour-review-01\n  judgedOn: 2026-07-02", "harbour-2026"));
        Assert.DoesNotContain("judgement P3", Keys(registry, "purchaser"));
    }

    [Fact]
    public void Another_job_gets_one_issue_for_each_contract_and_nothing_but_texts()
    {
        using var registry = TemporaryRegistry.Harbour();
        using var folder = new TemporaryFolder();
        Assert.Equal(0, registry.Run("waiting", "--output", folder.Path, "--as-of", "2026-03-31").Exit);
        var lists = JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(folder.Path, "waiting.json")))!["lists"]!.AsArray();
        Assert.Equal(["harbour-2026", "lighthouse-2026"], lists.Select(list => (string?)list!["list"]));
        Assert.True((bool)lists[0]!["isDay"]!); // the last day of P1
        Assert.False(lists[0]!["isEmpty"]!.GetValue<bool>());
    }

    [Fact]
    public void A_file_that_this_program_did_not_write_is_refused()
    {
        using var folder = new TemporaryFolder();
        System.IO.File.WriteAllText(Path.Combine(folder.Path, "waiting.json"), """{"lists": [{"list": "../x", "title": "t", "body": "b", "isEmpty": false, "isDay": true}]}""");
        Assert.Equal(2, CommandLine.Run("waiting", "--apply", folder.Path, "--repository", "a/b").Exit);
    }

    private static HashSet<string> Keys(TemporaryRegistry registry, string party) =>
        JsonNode.Parse(registry.Run("waiting", "--for", party, "--format", "json").Output)!["items"]!.AsArray().Select(item => $"{item!["kind"]} {item["period"]}").ToHashSet();

    private static string File(string kind, string name, string spec, string contract = "pingdingshan-2025") =>
        $"apiVersion: ops-registry/v1\nkind: {kind}\nmetadata:\n  name: {name}\n  contract: {contract}\n  provenance: sample\nspec:\n  {spec}\n";

    private static WaitingList Waiting(ContractFolder folder)
    {
        var asOf = BeijingTime.EndOf(new(2026, 11, 20));
        var calendar = Calendars.For(FrozenRegistry.Loaded.Registry, folder.Terms.Purchaser, acceptProvisional: false);
        return ListOf(folder, ContractRunner.Run(folder, calendar, asOf), calendar, asOf);
    }

    private static WaitingList ListOf(ContractFolder folder, ContractResult result, WorkCalendar calendar, NodaTime.Instant asOf) =>
        WaitingList.Of(asOf, [(result, ContractRunner.Measure(folder, calendar, asOf))]);
}
