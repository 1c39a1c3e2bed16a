using System.Text.Json;
using Xunit;

namespace OpsRegistry.Tests.Scoring;

/// <summary>The contract under tests/golden/clinic, whose limits use every kind of clock and aggregate target; the figures are derived by hand beside the assertions.</summary>
public sealed class GoldenClinicTests : IDisposable
{
    private const string AsOf = "2026-07-10";

    private readonly TemporaryRegistry registry = TemporaryRegistry.Clinic();

    public void Dispose() => registry.Dispose();

    [Fact]
    public void The_registry_is_without_an_error() => Assert.Equal(0, registry.Run("check", "--lang", "en").Exit);

    [Theory]
    [InlineData("sla", "zh")]
    [InlineData("sla", "en")]
    [InlineData("score", "zh")]
    [InlineData("score", "en")]
    public void Outputs_are_as_accepted(string verb, string language) =>
        Golden.Matches($"expected/clinic-{verb}-{language}.txt", registry.Run(verb, "clinic-2026", "--as-of", AsOf, "--lang", language).Output);

    [Theory]
    [InlineData("P1", "response", 2, 1)] // the cut cable began on 31 March and counts in P1 though it was reported in April
    [InlineData("P1", "team-arrival", 2, 0)] // 11:30 is 1 h 50 min after the need and 2 h 30 min after the report
    [InlineData("P1", "experts", 1, 0)]
    [InlineData("P1", "repair", 1, 1)] // 11:30 to 13:30 on the day, 11:00 to 10:00 two days later
    [InlineData("P1", "solved", 2, 1)]
    [InlineData("P1", "substitute", 1, 0)] // missed on 4 February at 09:00, a substitute at 15:00
    [InlineData("P1", "report", 3, 0)] // two working days from the cleared fault, 13 January 14:00
    [InlineData("P2", "response", 0, 0)]
    public void Clocks_run_between_the_moments_that_targets_name(string period, string target, int met, int missed)
    {
        var found = Levels(period, "targets").Single(one => one.GetProperty("id").GetString() == target);
        Assert.Equal((met, missed), (found.GetProperty("met").GetInt32(), found.GetProperty("missed").GetInt32()));
    }

    [Theory]
    [InlineData("P1", "faults-per-system", "3", "missed")] // three faults of one system; the half-year runs, and the count cannot fall
    [InlineData("P2", "faults-per-system", "3", "missed")]
    [InlineData("P1", "in-time", "0.6666666666666666666666666667", "missed")] // 2 of 3
    [InlineData("P2", "in-time", null, "notMeasurable")]
    [InlineData("P1", "mean-repair", "88200", "missed")] // (2 h + 47 h) / 2 = 24 h 30 min
    [InlineData("P1", "longest-repair", "169200", "missed")] // 47 h, and the term runs
    [InlineData("P1", "recurrence", "0.3333333333333333333333333333", "pending")] // the second disk fault of three
    [InlineData("P1", "handled", "1", "met")]
    [InlineData("P2", "handled", "0", "missed")] // one request, open
    [InlineData("P1", "effort", "3.5", "pending")]
    [InlineData("P2", "effort", "7.5", "met")]
    public void Aggregates_are_figures_of_their_spans(string period, string aggregate, string? figure, string state)
    {
        var found = Levels(period, "aggregates").Single(one => one.GetProperty("id").GetString() == aggregate);
        Assert.Equal((figure, state), (found.GetProperty("figure").GetString(), found.GetProperty("state").GetString()));
    }

    [Theory]
    [InlineData("P1", "adjustments", "3.5", "6.5")]
    [InlineData("P2", "adjustments", "7.5", "2.5")]
    [InlineData("P1", "articles", "1", "2")]
    public void Quotas_say_what_is_used_and_left(string period, string quota, string used, string left)
    {
        var found = Levels(period, "quotas").Single(one => one.GetProperty("id").GetString() == quota);
        Assert.Equal((used, left), (found.GetProperty("used").GetString(), found.GetProperty("left").GetString()));
    }

    [Theory]
    [InlineData("P1", "22")] // 10 − 2 (10, 6, 10, 6 on average) + 10 − 3 (response and repair late, one harm) + 10 − 3 (too few in time, repairs too long)
    [InlineData("P2", "27")] // three faults of the desk in the half-year
    public void A_score_rests_on_them(string period, string total)
    {
        var outcome = registry.Run("score", "clinic-2026", "--period", period, "--as-of", AsOf, "--lang", "en");
        Assert.Contains($"score {total}.00 ", outcome.Output, StringComparison.Ordinal);
    }

    // It began at 23:40 on the last day of P1, whose result was final when it was reported: it must count somewhere.
    [Theory]
    [InlineData("P1", "22")]
    [InlineData("P2", "24")] // 10 − 2 (6 and 10 on average) + 10 − 1 (the late response) + 10 − 3 (three faults of the desk)
    public void What_began_in_a_period_and_was_reported_after_its_result_counts_where_it_was_reported(string period, string total)
    {
        registry.Replace("ops-registry/contracts/clinic-2026/records/2026/04/incident-2026-0003.yaml", "respondedAt: 2026-04-01T00:20:00", "respondedAt: 2026-04-01T01:20:00");
        A_score_rests_on_them(period, total);
    }

    private List<JsonElement> Levels(string period, string list)
    {
        var outcome = registry.Run("sla", "clinic-2026", "--period", period, "--as-of", AsOf, "--format", "json");
        Assert.True(outcome.Exit == 0, outcome.Error + outcome.Output);
        return JsonDocument.Parse(outcome.Output).RootElement.EnumerateArray().Single().GetProperty(list).EnumerateArray().ToList();
    }
}
