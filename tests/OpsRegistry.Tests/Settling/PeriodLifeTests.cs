using NodaTime;
using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Tests.StraightLine;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Settling;

/// <summary>The life of a result: what is final stays, and what comes later is carried on.</summary>
public sealed class PeriodLifeTests
{
    private const string Never = """
        apiVersion: ops-registry/v1
        kind: Incident
        metadata: {name: incident-2026-0099, contract: harbour-2026, provenance: sample}
        spec:
          summary: 从未报送
          category: fault
          systems: [scheduling]
          channel: phone
          reportedAt: 2026-03-31T10:00:00+08:00
          respondedAt: 2026-03-31T10:05:00+08:00
          restoredAt: 2026-03-31T10:10:00+08:00
          attributable: false
          causeCategory: thirdParty

        """;

    [Theory]
    [InlineData("tests/golden/harbour", "harbour-2026", "2026-03-25", 150, 1)]
    [InlineData("tests/golden/library", "library-2026", "2026-03-25", 200, 5)]
    [InlineData("tests/golden/contracts", "pingdingshan-2025", "2026-02-25", 300, 15)]
    [InlineData("tests/golden/contracts", "fujian-2023", "2023-04-01", 360, 30)]
    [InlineData("tests/golden/contracts", "pengjiang-2025", "2025-09-01", 300, 60)]
    public void A_closed_result_is_the_same_at_every_later_cut_off(string root, string contract, string from, int days, int step)
    {
        var registry = InMemory.Load(InMemory.Files(root)).Registry;
        var closed = new Dictionary<string, string>(StringComparer.Ordinal);
        var first = NodaTime.Text.LocalDatePattern.Iso.Parse(from).Value;
        for (var day = 0; day <= days; day += step)
        {
            foreach (var period in Run(registry, contract, first.PlusDays(day)).Periods.Where(period => period.State.IsClosed()))
            {
                Assert.Equal(closed.TryGetValue(period.Period.Id, out var was) ? was : closed[period.Period.Id] = Of(period), Of(period));
            }
        }

        Assert.NotEmpty(closed);
    }

    [Fact]
    public void Days_late_after_the_closing_are_carried_into_the_period_that_runs_and_none_is_lost()
    {
        var registry = WithNever(closedOn: "2026-04-03");
        var first = Run(registry, "harbour-2026", new(2026, 4, 30)).Periods;
        Assert.Equal(PeriodState.Final, first[0].State); // the purchaser closed it before the tenth working day
        Assert.Equal(1, Late(first[0])); // due 2 working days after 03-31, on 04-02; late on 04-03
        Assert.Equal(27, Late(first[1])); // 04-04 to 04-30
        Assert.Contains("[carried from P1]", first[1].Assessment.Deductions.Single(one => one.CarriedFrom == "P1").Reason.En, StringComparison.Ordinal);
        Assert.Equal(109, Run(registry, "harbour-2026", new(2026, 7, 20)).Periods.Sum(Late)); // 04-03 to 07-20, over three periods
    }

    [Fact]
    public void A_limit_that_runs_over_the_end_keeps_the_period_open_with_its_day_and_price()
    {
        var point = Run(WithNever(), "harbour-2026", new(2026, 4, 1)).Periods[0].OpenPoints.Single(one => one.Kind == OpenPointKind.ReportAwaited);
        Assert.Equal((Owner.Vendor, new LocalDate(2026, 4, 2), -1m), (point.Owner, point.Due!.Value, point.Moves.LeastPoints!.Value));
    }

    [Fact]
    public void What_comes_after_the_last_period_is_carried_into_the_settlement()
    {
        var registry = WithNever(closedOn: "2026-04-03", EndsWithP1, WithoutMajorFault);
        var last = Assert.Single(Run(registry, "harbour-2026", new(2026, 4, 3)).Periods);
        Assert.Equal((true, PeriodState.Final, "70.33"), (last.Period.IsLast, last.State, Points.Show(last.Assessment.Total)));
        Assert.Empty(Run(registry, "harbour-2026", new(2026, 4, 3)).Settlement.After);

        var account = Run(registry, "harbour-2026", new(2026, 4, 30)).Settlement;
        var late = Assert.Single(account.After);
        Assert.Equal(("carried.O3-1.1", "P1"), (late.Id, late.ClosedPeriod));
        Assert.EndsWith("[carried from P1]: 27 points", late.Reason.En, StringComparison.Ordinal); // 04-04 to 04-30
        Assert.Equal((0m, 55_000.00m), (late.Amount, account.Accumulated)); // 10 are left of O3's 15: 60.33 points, in the same band

        var lower = Run(WithNever(closedOn: "2026-04-03", EndsWithP1, WithoutMajorFault, ("judgements/judgement-2026-0001.yaml", "score: 8", "score: 7")), "harbour-2026", new(2026, 4, 30)).Settlement;
        Assert.Null(Assert.Single(lower.After).Amount); // 59.33 points: a band whose amount must be agreed, which is not zero
        Assert.Null(lower.Accumulated);
        Assert.Equal(55_000.00m, Assert.Single(lower.Deductions).Amount);
    }

    [Fact]
    public void A_ruling_after_the_last_period_adjusts_the_settlement()
    {
        var registry = WithNever(
            closedOn: "2026-04-03",
            EndsWithP1,
            WithoutMajorFault,
            ("records/2026/03/incident-2026-0099.yaml", Never, Never + "  resolvedAt: 2026-03-31T10:10:00+08:00\n"),
            ("records/2026/03/fault-report-2026-0099.yaml", "", "apiVersion: ops-registry/v1\nkind: FaultReport\nmetadata: {name: fault-report-2026-0099, contract: harbour-2026, provenance: sample}\nspec: {incident: incident-2026-0099, reportType: analysis, submittedAt: 2026-04-01T10:00:00+08:00}\n"),
            ("disputes/dispute-2026-0001.yaml", "", "apiVersion: ops-registry/v1\nkind: Dispute\nmetadata: {name: dispute-2026-0001, contract: harbour-2026, provenance: sample}\nspec: {period: P1, deduction: commitments.1, reason: 已到货, disputedBy: harbour-op-01, disputedOn: 2026-05-06}\n"),
            ("judgements/ruling-2026-0001.yaml", "", "apiVersion: ops-registry/v1\nkind: Ruling\nmetadata: {name: ruling-2026-0001, contract: harbour-2026, provenance: sample}\nspec: {dispute: dispute-2026-0001, outcome: upheld, reason: 属实, decidedBy: harbour-review-01, decidedOn: 2026-05-08}\n"));
        var before = Run(registry, "harbour-2026", new(2026, 5, 7));
        Assert.Equal((PeriodState.Final, 55_000.00m, 55_000.00m), (before.Periods[0].State, before.Periods[0].Settlement.Total, before.Settlement.Accumulated));
        var after = Run(registry, "harbour-2026", new(2026, 5, 8));
        Assert.Equal(55_000.00m, after.Periods[0].Settlement.Total); // closed is closed
        var line = Assert.Single(after.Settlement.After);
        Assert.Equal(("adjustment.P1", "P1", -10_000.00m, 45_000.00m), (line.Id, line.ClosedPeriod, line.Amount, after.Settlement.Accumulated));
    }

    private static (string, string, string) EndsWithP1 { get; } = ("contract.yaml", "    end: 2027-01-01", "    end: 2026-04-01");

    private static (string, string, string) WithoutMajorFault { get; } = (
        "records/2026/03/incident-2026-0003.yaml", InMemory.Files("tests/golden/harbour")["ops-registry/contracts/harbour-2026/records/2026/03/incident-2026-0003.yaml"], "");

    private static Registry WithNever(string? closedOn = null, params (string File, string Old, string New)[] edits)
    {
        var files = InMemory.Files("tests/golden/harbour");
        files["ops-registry/contracts/harbour-2026/records/2026/03/incident-2026-0099.yaml"] = Never;
        if (closedOn is not null)
        {
            files["ops-registry/contracts/harbour-2026/judgements/period-closing-p1.yaml"] = $$"""
                apiVersion: ops-registry/v1
                kind: PeriodClosing
                metadata: {name: period-closing-p1, contract: harbour-2026, provenance: sample}
                spec: {period: P1, closedBy: harbour-review-01, closedOn: {{closedOn}}}

                """;
        }

        foreach (var (file, old, replacement) in edits)
        {
            var path = "ops-registry/contracts/harbour-2026/" + file;
            Assert.Contains(old, files.GetValueOrDefault(path, ""), StringComparison.Ordinal);
            files[path] = old.Length == 0 ? replacement : files[path].Replace(old, replacement, StringComparison.Ordinal);
            if (files[path].Length == 0)
            {
                files.Remove(path);
            }
        }

        return InMemory.Load(files).Registry;
    }

    private static int Late(PeriodResult period) => period.Assessment.Deductions.SelectMany(one => one.Targets)
        .Where(target => target.Resource.Name == "incident-2026-0099" && target.Target.Id == "analysis-report").Sum(target => target.DaysLate);

    private static string Of(PeriodResult period) =>
        $"{period.Assessment.Total} {period.Settlement.Total} {string.Join(' ', period.Assessment.Deductions.Select(one => $"{one.Id}:{one.Points}"))}";

    private static ContractResult Run(Registry registry, string contract, LocalDate until)
    {
        var folder = registry.ContractNamed(contract)!;
        return ContractRunner.Run(folder, Calendars.For(registry, folder.Terms.Purchaser), BeijingTime.EndOf(until));
    }
}
