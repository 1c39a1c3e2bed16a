using System.Text.Json;
using OpsRegistry.Interpreting;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Sources;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary>
/// When a duty falls due, and what is late, missing or on the wrong day. The days of tests/golden/wharf are worked out by hand: terms of days do not count
/// the day they start on, 2026-02-15…23, 04-04…06, 05-01…05 and 06-19…21 are holidays.
/// </summary>
public sealed class DutyTests
{
    [Fact]
    public void Every_way_of_falling_due_has_its_day_and_its_outcome()
    {
        using var registry = TemporaryRegistry.Wharf();
        Assert.Equal(
            [
                "plan T 2026-01-15 Fulfilled 0",
                "monthly M1 2026-02-05 Fulfilled 0",
                "monthly M2 2026-03-05 Late 4",
                "monthly M3 2026-04-05 Missing 0",
                "quarterly Q1 2026-04-10 Fulfilled 0",
                "defects P1 2026-04-08 Late 1",
                "self-check special-period-2026-0001 2026-03-08 Fulfilled 0",
                "holiday-check 2026-02-15 春节 2026-02-23 Fulfilled 0",
                "test-report inspection-2026-0002 2026-03-17 Fulfilled 0",
                "cutover-notice change-2026-0001 2026-03-13 Fulfilled 0",
                "request-summary service-request-2026-0001 2026-06-30 Missing 0",
                "monthly M4 2026-05-05 Missing 0",
                "monthly M5 2026-06-05 Missing 0",
                "monthly M6 2026-07-05 Missing 0",
                "quarterly Q2 2026-07-10 Missing 0",
                "defects P2 2026-07-07 Missing 0",
                "closing-report T 2026-05-31 Late 2",
                "annual T 2026-07-30 Missing 0",
                "self-check special-period-2026-0002 2026-05-10 Missing 0",
                "opening-watch special-period-2026-0003 2026-04-20 Fulfilled 0",
                "holiday-check special-period-2026-0004 2026-05-05 Missing 0",
                "test-report inspection-2026-0003 2026-06-17 Late 1",
                "cutover-notice change-2026-0002 2026-06-09 Late 1",
                "acceptance T 2026-08-30 Fulfilled 0",
                "handover T 2026-07-11 Late 2",
            ],
            Occurrences(registry, "wharf-2026", "2026-08-31"));
    }

    [Fact]
    public void A_golden_contract_of_duties_is_without_a_finding()
    {
        using var registry = TemporaryRegistry.Wharf();
        var outcome = registry.Run("check", "--lang", "en");
        Assert.True(outcome.Exit == 0 && !outcome.Output.Contains("error[", StringComparison.Ordinal), outcome.Output);
    }

    /// <summary>Until the thirtieth day after, no last day lies between the two horizons.</summary>
    [Fact]
    public void The_day_after_the_term_names_the_same_open_duties_as_its_last_day()
    {
        using var registry = TemporaryRegistry.Wharf();
        string[] open =
        [
            "missed self-check special-period-2026-0002 2026-05-10",
            "contractOver monthly M4 2026-05-05",
            "missed holiday-check special-period-2026-0004 2026-05-05",
            "contractOver monthly M5 2026-06-05",
            "contractOver request-summary service-request-2026-0001 2026-06-30",
            "coming monthly M6 2026-07-05",
            "coming defects P2 2026-07-07",
            "coming quarterly Q2 2026-07-10",
            "coming annual T 2026-07-30",
        ];
        Assert.Equal(open.Order(StringComparer.Ordinal), Duties(registry, "2026-06-30"));
        Assert.Equal(open.Order(StringComparer.Ordinal), Duties(registry, "2026-07-01"));
    }

    [Fact]
    public void What_can_be_handed_in_late_is_told_from_what_is_missed()
    {
        using var registry = TemporaryRegistry.Wharf();
        Assert.Contains("open monthly M4 2026-05-05", Duties(registry, "2026-05-20"));
        Assert.Contains("missed self-check special-period-2026-0002 2026-05-10", Duties(registry, "2026-05-20"));
    }

    [Fact]
    public void A_duty_that_the_purchaser_closed_is_no_longer_open_and_still_missing()
    {
        using var registry = TemporaryRegistry.Wharf();
        Assert.Contains("open monthly M3 2026-04-05", Duties(registry, "2026-04-19"));
        Assert.DoesNotContain(Duties(registry, "2026-04-20"), duty => duty.Contains(" M3 ", StringComparison.Ordinal));
        Assert.Contains("monthly M3 2026-04-05 Missing 0", Occurrences(registry, "wharf-2026", "2026-08-31"));
    }

    /// <summary>182,500 yuan due from the acceptance of 07-10 by 07-20; 4 % a year are 20 yuan a day.</summary>
    [Fact]
    public void A_payment_is_due_late_and_bears_interest()
    {
        using var registry = TemporaryRegistry.Wharf();
        Assert.Equal("coming 2026-07-20 0 ", Payment(registry, "2026-07-15"));
        Assert.Equal("open 2026-07-20 1 20.00", Payment(registry, "2026-07-21"));
        Assert.Equal("open 2026-07-20 42 840.00", Payment(registry, "2026-08-31"));
    }

    /// <summary>With no limit in the contract it is owed from the day on which the last condition is there, the invoice of 07-13, and is never late.</summary>
    [Fact]
    public void A_payment_without_a_limit_is_due_from_the_day_on_which_nothing_is_missing()
    {
        using var registry = TemporaryRegistry.Wharf();
        registry.Replace("ops-registry/contracts/wharf-2026/contract.yaml", "      dueWithin: 10d\n      dueFrom: accepted\n", "");
        Assert.Equal("payable 2026-07-13 0 ", Payment(registry, "2026-08-31"));
        Assert.Contains("the contract sets no limit", registry.Run("due", "wharf-2026", "--as-of", "2026-08-31", "--lang", "en").Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Items(registry, "2026-07-12"), item => item.GetProperty("kind").GetString() == "payment");
    }

    /// <summary>Signed on 01-05, ten working days: 01-19. Paid on 01-29 from an invoice of 01-06.</summary>
    [Fact]
    public void The_account_shows_the_day_paid_the_days_late_and_the_interest()
    {
        using var registry = TemporaryRegistry.Wharf();
        var account = registry.Run("settle", "wharf-2026", "--as-of", "2026-03-01", "--lang", "en").Output;
        var first = string.Join('\n', account.Split('\n').Where(line => line.Contains("First payment", StringComparison.Ordinal)));
        Assert.Contains("2026-01-19", first, StringComparison.Ordinal);
        Assert.Contains("2026-01-29", first, StringComparison.Ordinal);
        Assert.Contains("200.00", first, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-07-04", true, "exercise-self-check special-period-2025-0001 2025-07-06 Fulfilled 0")]
    [InlineData("2025-07-10", true, "exercise-self-check special-period-2025-0001 2025-07-06 Missing 0")]
    [InlineData("2025-07-25", false, "exercise-self-check special-period-2025-0001 2025-07-06 Missing 0")]
    public void A_self_check_before_the_exercise_counts_and_is_clean_and_one_after_is_neither(string day, bool clean, string expected)
    {
        using var registry = TemporaryRegistry.RealContract("pengjiang-2025");
        const string Folder = "ops-registry/contracts/pengjiang-2025/";
        registry.Replace(Folder + "obligations.yaml", "        refers: specialPeriod\n", "        refers: specialPeriod\n        timing: before\n");
        registry.Replace(Folder + "records/2025/07/special-inspection-2025-0001.yaml", "performedOn: 2025-07-10", $"performedOn: {day}");
        Assert.Equal(clean, !registry.Run("check").Output.Contains("OPS321", StringComparison.Ordinal));
        Assert.Contains(expected, Occurrences(registry, "pengjiang-2025", "2026-03-31"));
    }

    /// <summary>The orders of the sample are New Year, Spring Festival and Labour Day; 国庆节 2024-10-01…07 was never ordered and is in the term.</summary>
    [Fact]
    public void A_check_on_a_long_holiday_s_last_day_is_one_of_three_and_asked_for_where_no_order_was_given()
    {
        using var registry = TemporaryRegistry.RealContract("zhangjiagang-2024");
        registry.Replace(
            "ops-registry/contracts/zhangjiagang-2024/services/sw-071.yaml",
            "{every: record, calls: {kind: SpecialPeriod}, refers: specialPeriod}",
            "{every: holiday, leastDays: 5, timing: lastDay, calls: {kind: SpecialPeriod}, refers: specialPeriod}");
        registry.Replace("ops-registry/contracts/zhangjiagang-2024/services/sw-071.yaml", "        - {kind: SpecialInspection}\n", "        - {kind: SpecialInspection}\n        - {kind: Inspection, where: {inspectionType: holiday}}\n");
        Assert.Equal(
            [
                "sw-071-holiday-check special-period-2025-0001 2025-01-01 Fulfilled 0",
                "sw-071-holiday-check special-period-2025-0003 2025-02-04 Missing 0",
                "sw-071-holiday-check special-period-2025-0004 2025-05-05 Missing 0",
                "sw-071-holiday-check 2024-10-01 国庆节 2024-10-07 Missing 0",
            ],
            Occurrences(registry, "zhangjiagang-2024", "2025-06-30").Where(line => line.StartsWith("sw-071-holiday", StringComparison.Ordinal)));
    }

    /// <summary>The quarter ends on 2025-09-09; without grace the report of 09-12 is late and does not pay for the next quarter.</summary>
    [Theory]
    [InlineData("{every: quarter, grace: 10d}", "quarterly-report Q1 2025-09-19 Fulfilled 0")]
    [InlineData("{every: quarter}", "quarterly-report Q1 2025-09-09 Late 3")]
    public void A_quarterly_report_three_days_after_the_quarter_fulfils_its_own(string recurrence, string first)
    {
        using var registry = TemporaryRegistry.RealContract("pengjiang-2025");
        const string Folder = "ops-registry/contracts/pengjiang-2025/";
        registry.Replace(Folder + "obligations.yaml", "{every: quarter}", recurrence);
        registry.Replace(Folder + "records/2025/09/service-report-2025-0001.yaml", "submittedOn: 2025-09-08", "submittedOn: 2025-09-12\n  covers: {from: 2025-06-10, through: 2025-09-09}");
        File.Delete(registry.File(Folder + "records/2025/12/service-report-2025-0002.yaml"));
        var quarters = Occurrences(registry, "pengjiang-2025", "2025-12-31").Where(line => line.StartsWith("quarterly-report", StringComparison.Ordinal)).ToList();
        Assert.Equal(first, quarters[0]);
        Assert.EndsWith("Missing 0", quarters[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_reading_may_change_a_service_s_own_duty()
    {
        using var registry = TemporaryRegistry.RealContract("zhangjiagang-2024");
        registry.Replace("ops-registry/contracts/zhangjiagang-2024/interpretations.yaml", "    - key: K004-BOND\n", """
                - key: K-HALL
                  question: {zh: 每天还是工作日？, en: Each day or each working day?}
                  default: day
                  options:
                    - id: day
                      title: {zh: 每天, en: Each day}
                    - id: working-day
                      title: {zh: 工作日, en: Each working day}
                      set: [{path: service/sw-042/obligations/sw-042-lobby-devices/recurrence/every, value: workingDay}]
                  reason: {zh: 试验, en: test}
                  affects: [service/sw-042/obligations/sw-042-lobby-devices]
                  clauses: [004 需求42 L1231]
                - key: K004-BOND

            """.Replace("\n\n", "\n", StringComparison.Ordinal));
        var folder = Registry(registry).ContractNamed("zhangjiagang-2024")!;
        var read = Readings.Apply(folder, new Dictionary<string, string> { ["K-HALL"] = "working-day" });
        Assert.Equal(Span.WorkingDay, read.Find<Service>("sw-042")!.Value.Spec.Obligations[0].Recurrence.Every);
    }

    private static Model.Registry Registry(TemporaryRegistry registry) => RegistryLoader.Load(new WorkTreeSource(registry.Root), Rules.CaseFolders.Schemas).Registry;

    private static IReadOnlyList<string> Occurrences(TemporaryRegistry files, string contract, string through)
    {
        var registry = Registry(files);
        var (folder, asOf) = (registry.ContractNamed(contract)!, BeijingTime.EndOf(NodaTime.Text.LocalDatePattern.Iso.Parse(through).Value));
        var known = folder.KnownAt(asOf);
        var measurement = Measurer.Measure(Readings.Apply(known, Readings.InForce(known)), Calendars.For(registry, folder.Terms.Purchaser), asOf);
        return measurement.Periods.SelectMany(measurement.OccurrencesIn)
            .Select(one => $"{one.Obligation.Id} {one.Name} {one.LastDay.ToString("uuuu-MM-dd", null)} {one.State} {one.DaysLate}")
            .ToList();
    }

    private static IEnumerable<string> Duties(TemporaryRegistry registry, string asOf) => Items(registry, asOf)
        .Where(item => item.GetProperty("kind").GetString() == "obligation" && item.GetProperty("owner").GetString() == "vendor")
        .Select(item => $"{item.GetProperty("standing")} {item.GetProperty("id")} {item.GetProperty("name")} {item.GetProperty("lastDay")}")
        .Order(StringComparer.Ordinal);

    private static string Payment(TemporaryRegistry registry, string asOf)
    {
        var item = Assert.Single(Items(registry, asOf), one => one.GetProperty("kind").GetString() == "payment");
        return $"{item.GetProperty("standing")} {item.GetProperty("lastDay")} {item.GetProperty("payment").GetProperty("daysLate")} {item.GetProperty("payment").GetProperty("interest")}";
    }

    private static IEnumerable<JsonElement> Items(TemporaryRegistry registry, string asOf)
    {
        var outcome = registry.Run("due", "--as-of", asOf, "--within", "P30D", "--format", "json");
        Assert.True(outcome.Exit == 0, outcome.Error + outcome.Output);
        return JsonDocument.Parse(outcome.Output).RootElement.GetProperty("items").EnumerateArray().ToList();
    }
}
