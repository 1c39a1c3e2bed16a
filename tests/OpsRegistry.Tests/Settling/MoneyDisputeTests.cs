using FsCheck;
using FsCheck.Fluent;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Tests.StraightLine;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Settling;

/// <summary>Money is disputed like points: P1 of the golden contract takes 40,000 by its band, 5,000 for a circular and 10,000 for a promise.</summary>
public sealed class MoneyDisputeTests
{
    private const string Harbour = "harbour-2026", Promise = "commitments.1";

    private static readonly string[] Items = ["band", "circulars.1", Promise, "O1-1.2", "O3-1.1", "D1-1.1"];

    [Theory]
    [InlineData("open", "10000.00 0.00 55000.00 45000.00")]
    [InlineData("upheld", "0.00 10000.00 45000.00 45000.00")]
    [InlineData("rejected", "10000.00 0.00 55000.00 55000.00")]
    [InlineData("partly", "6000.00 4000.00 51000.00 51000.00")]
    public void A_ruling_gives_yuan_back_and_an_open_dispute_is_a_range(string outcome, string expected)
    {
        var period = Harboured([new(Promise, outcome)]).Periods[0];
        var line = period.Settlement.Lines.Single(one => one.Id == Promise);
        Assert.Equal(expected, $"{Yuan.Plain(line.Amount!.Value)} {Yuan.Plain(line.Restored)} {Yuan.Plain(period.Deducted.Found!.Value)} {Yuan.Plain(period.Deducted.Upheld!.Value)}");
        Assert.Equal(10_000m, line.Taken);
        Assert.Equal(61m, period.Assessment.Total);
    }

    [Fact]
    public void An_upheld_dispute_about_the_promise_of_the_first_period_returns_three_percent()
    {
        var period = Pingdingshan(new(Promise, "upheld") { Record = "commitment-status-2026-0003" }).Periods[0];
        Assert.Equal(127_250.00m, period.Settlement.Total); // 203,600 less 76,350, which is 3 % of 2,545,000
        Assert.Equal(87m, period.Assessment.Total);
    }

    [Fact]
    public void Until_the_ruling_the_account_and_the_final_payment_are_ranges_too()
    {
        var account = Pingdingshan(new(Promise, "open")).Settlement;
        Assert.Equal((977_100.00m, 773_500.00m), (account.Deducted.Found, account.Deducted.Upheld)); // the promise's 76,350 and P4's 127,250
        Assert.Equal((295_400.00m, 499_000.00m), (account.Unpaid.Found, account.Unpaid.Upheld));
    }

    [Fact]
    public void The_band_may_be_named_itself() => Assert.Equal(15_000.00m, Harboured([new("band", "upheld")]).Periods[0].Settlement.Total);

    [Fact]
    public void A_band_that_is_not_determined_gives_nothing_back_and_stays_unknown()
    {
        var period = Harboured([new("band", "upheld", "P2")]).Periods[1];
        Assert.Null(period.Settlement.Total);
        Assert.Equal(0m, period.Settlement.Lines[0].Restored);
    }

    [Fact]
    public void A_condition_of_payment_that_a_ruling_takes_for_given_is_no_longer_lacking()
    {
        var final = Pingdingshan(new("final.accepted", "upheld", null)).Settlement.Tranches[1];
        Assert.Equal(["TermEnded", "Invoiced"], final.Waiting.Select(trigger => trigger.ToString()));
        Assert.Equal((0m, "final.accepted"), final.Held.Where(line => line.Dispute is not null).Select(line => (line.Amount!.Value, line.Id)).Single());
    }

    [Fact]
    public void A_promise_whose_charge_was_given_back_costs_at_the_next_check()
    {
        var once = ("scorecard.yaml", "records: {kind: CommitmentStatus, where: {state: unfulfilled}}", "records: {kind: CommitmentStatus, where: {state: unfulfilled}}\n        oncePer: commitment");
        var second = File("records/2026/05", "CommitmentStatus", "commitment-status-2026-0009", "{commitment: spare-server, state: unfulfilled, assessedOn: 2026-05-20}");
        var first = "commitment-status-2026-0001";
        Assert.DoesNotContain(Lines([]), line => line.Id == Promise);
        Assert.DoesNotContain(Lines([new(Promise, "rejected") { Record = first }]), line => line.Id == Promise);
        Assert.Contains(Lines([new(Promise, "upheld") { Record = first }]), line => line.Id == Promise);

        IReadOnlyList<SettlementLine> Lines(Disputed[] disputes) => Run("tests/golden/harbour", Harbour, new(2026, 7, 31), [second, .. disputes.SelectMany(Files)], once).Periods[1].Settlement.Lines;
    }

    [Theory]
    [InlineData("fulfilled", 45_000)]
    [InlineData("pending", 55_000)]
    public void A_promise_kept_after_all_is_not_charged_where_the_clause_counts_at_the_payment(string later, int deducted)
    {
        var terms = ("scorecard.yaml", "where: {state: unfulfilled}}", "where: {state: unfulfilled}}\n        oncePer: commitment\n        liftedBy: {kind: CommitmentStatus, where: {state: fulfilled}}");
        var status = File("records/2026/05", "CommitmentStatus", "commitment-status-2026-0009", $"{{commitment: spare-server, state: {later}, assessedOn: 2026-05-20}}");
        var kept = Run("tests/golden/harbour", Harbour, new(2026, 7, 31), [status], terms).Periods;
        var adjusted = kept.Skip(1).SelectMany(period => period.Settlement.Lines).Where(line => line.Id == "adjustment.P1").Sum(line => line.Amount!.Value);
        Assert.Equal(deducted, kept[0].Settlement.Total + adjusted); // P1 was closed before: what is known since adjusts the period that runs
        Assert.Equal(55_000m, Run("tests/golden/harbour", Harbour, new(2026, 5, 19), [status], terms).Periods[0].Settlement.Total); // not known yet
    }

    [Fact]
    public void What_is_found_is_confirmed_or_in_dispute_and_upholding_everything_is_the_best_of_the_range() => Always(disputes =>
    {
        var result = Harboured(disputes);
        var period = result.Periods[0];
        Assert.Equal(period.Deducted.Found, period.Deducted.Confirmed + period.Deducted.InDispute);
        Assert.Equal(period.Score.Upheld, period.Score.Confirmed + period.Score.InDispute);
        Assert.True(period.Score.Upheld >= period.Score.Found && period.Deducted.Upheld <= period.Deducted.Found);
        var upheld = Harboured(disputes.Select(dispute => dispute.Outcome == "open" ? dispute with { Outcome = "upheld" } : dispute).ToArray()).Periods[0];
        Assert.Equal((upheld.Assessment.Total, upheld.Settlement.Total), (period.Score.Upheld, period.Deducted.Upheld));
        Assert.Null(result.Settlement.AfterCap); // P2 is undetermined whatever is disputed of P1
    });

    [Fact]
    public void The_order_of_disputes_never_matters() => Always(disputes =>
    {
        var (one, other) = (Harboured(disputes).Periods[0], Harboured(disputes.Reverse().ToArray()).Periods[0]);
        Assert.Equal((one.Score, one.Deducted), (other.Score, other.Deducted));
    });

    private static void Always(Action<Disputed[]> holds) => Prop.ForAll(
        Gen.Elements(Items).Zip(Gen.Elements("open", "upheld", "partly", "rejected")).Select(pair => new Disputed(pair.Item1, pair.Item2)).ListOf().Select(all => all.DistinctBy(one => one.Item).ToArray()).ToArbitrary(),
        holds).Check(Campaign.Properties("disputes of money", 25, 20260101));

    private static ContractResult Harboured(Disputed[] disputes) => Run("tests/golden/harbour", Harbour, new(2026, 7, 31), disputes.SelectMany(Files));

    private static ContractResult Pingdingshan(Disputed disputed) => Run("tests/golden/contracts", "pingdingshan-2025", new(2026, 11, 20), Files(disputed, 8));

    private static ContractResult Run(string root, string contract, NodaTime.LocalDate until, IEnumerable<(string Path, string Text)> added, params (string File, string Old, string New)[] edits)
    {
        var folder = $"ops-registry/contracts/{contract}/";
        var files = InMemory.Files(root);
        foreach (var (file, old, replacement) in edits)
        {
            files[folder + file] = files[folder + file].Replace(old, replacement, StringComparison.Ordinal);
        }

        foreach (var (path, text) in added)
        {
            files[folder + path] = text.Replace("CONTRACT", contract, StringComparison.Ordinal);
        }

        var registry = InMemory.Load(files).Registry;
        var written = registry.ContractNamed(contract)!;
        return ContractRunner.Run(written, Calendars.For(registry, written.Terms.Purchaser), BeijingTime.EndOf(until));
    }

    private static IEnumerable<(string Path, string Text)> Files(Disputed disputed, int index)
    {
        var dispute = $"dispute-2026-{index + 1:D4}";
        yield return File("disputes", "Dispute", dispute,
            $"{{{(disputed.Period is { } period ? $"period: {period}, " : "")}deduction: {disputed.Item}, {(disputed.Record is { } record ? $"record: {record}, " : "")}reason: 已按约完成, disputedBy: vendor-01, disputedOn: 2026-03-10}}");
        if (disputed.Outcome != "open")
        {
            var part = disputed.Outcome != "partly" ? "" : char.IsLower(disputed.Item[0]) ? "amountRestored: 4000, " : "pointsRestored: 1, ";
            yield return File("judgements", "Ruling", $"ruling-2026-{index + 1:D4}", $"{{dispute: {dispute}, outcome: {disputed.Outcome}, {part}reason: 经核对, decidedBy: review-01, decidedOn: 2026-03-12}}");
        }
    }

    private static (string Path, string Text) File(string folder, string kind, string name, string spec) =>
        ($"{folder}/{name}.yaml", $"apiVersion: ops-registry/v1\nkind: {kind}\nmetadata:\n  name: {name}\n  contract: CONTRACT\n  provenance: sample\nspec: {spec}\n");

    /// <summary>A dispute and what became of it by the cut-off.</summary>
    private sealed record Disputed(string Item, string Outcome, string? Period = "P1")
    {
        public string? Record { get; init; }
    }
}
