using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;
using OpsRegistry.Measuring;
using OpsRegistry.Tests.StraightLine;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Measuring;

/// <summary>The golden depot: people day by day, things one by one. Its faults are few and each is found by its own rule.</summary>
public sealed partial class PeopleAndThingsTests : IDisposable
{
    private const string Folder = "ops-registry/contracts/depot-2026/";

    private readonly TemporaryRegistry registry = TemporaryRegistry.Depot();

    public void Dispose() => registry.Dispose();

    [Fact]
    public void Each_fault_is_found_once_by_its_own_rule()
    {
        // Experience of the wrong kind; five stretches of the night watch and one of the day; Jan 5-6 and 7 at the door; a module of
        // nobody; an agency's employee; half of somebody's time; a scanner left out; a cause that came back in April.
        var found = Rules().Matches(registry.Run("check", "--lang", "en").Output).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal);
        Assert.Equal(
            ["OPS344", "OPS404", "OPS440", "OPS441", "OPS441", "OPS441", "OPS441", "OPS441", "OPS442", "OPS442", "OPS443", "OPS444", "OPS445"],
            found);
    }

    [Fact]
    public void A_watch_is_told_day_by_day()
    {
        var watches = Watches(new(new(2026, 1, 1), new(2026, 5, 31)));
        Assert.Equal(
            [
                ("2026-01-01", WatchState.Staffed, 1), ("2026-01-02", WatchState.NotSignedIn, 0), ("2026-01-03", WatchState.TooFew, 0),
                ("2026-03-10", WatchState.Staffed, 1), ("2026-03-11", WatchState.Unstaffed, 0),
                .. Enumerable.Range(1, 5).Select(day => ($"2026-05-0{day}", WatchState.Unstaffed, 0)),
            ],
            watches[0].Days.Select(day => (day.Day.ToString("uuuu-MM-dd", null), day.State, day.Found)));
        Assert.Equal(["2026-01-01", "2026-05-01", "2026-05-02"], watches[1].Days.Select(day => day.Day.ToString("uuuu-MM-dd", null)));
        Assert.Equal((1, 2), (watches[1].Staffed, watches[1].Stretches.Count));
        Assert.Equal(2, watches[0].Staffed);
    }

    [Fact]
    public void Days_of_a_special_period_name_their_order() =>
        Assert.Equal("special-period-2026-0001", Watches(new(new(2026, 3, 1), new(2026, 4, 1)))[0].Days[0].Order?.Name);

    [Fact]
    public void A_day_that_the_calendar_does_not_cover_is_not_guessed()
    {
        var folder = InMemory.Load(InMemory.Files("tests/golden/depot")).Registry.ContractNamed("depot-2026")!;
        Assert.Equal(2, WatchDays.Count(folder, WorkCalendar.None, new(new(2026, 1, 1), new(2026, 6, 1)))[0].Days.Count);
    }

    [Fact]
    public void Who_came_is_counted_on_recorded_days_only()
    {
        var loaded = InMemory.Load(InMemory.Files("tests/golden/depot")).Registry;
        var post = StaffingDays.Count(loaded.ContractNamed("depot-2026")!, new(new(2026, 1, 1), new(2026, 1, 13)), Calendars.For(loaded, "depot-office"))[0];
        Assert.Equal((2, 1, 0, null), (post.CameOn(new(2026, 1, 4)), post.CameOn(new(2026, 1, 5)), post.CameOn(new(2026, 1, 7)), post.CameOn(new(2026, 1, 8))));
        Assert.Equal((1, 2), (post.PresentOn(new(2026, 1, 6)), post.PresentOn(new(2026, 1, 8))));
        Assert.Equal(
            [(DateSpan.Inclusive(new(2026, 1, 5), new(2026, 1, 6)), 1), (DateSpan.Inclusive(new(2026, 1, 7), new(2026, 1, 7)), 0)],
            post.TooFewCame.Select(gap => (gap.Days, gap.Found)));
        // 8 January, a Thursday, and Monday the 12th; the 10th and 11th are a weekend, the 4th a Sunday that is worked.
        Assert.Equal([new(2026, 1, 8), new(2026, 1, 12)], post.Unrecorded);
    }

    [Fact]
    public void Years_grow_by_whole_years_and_count_in_their_kind()
    {
        var folder = InMemory.Load(InMemory.Files("tests/golden/depot")).Registry.ContractNamed("depot-2026")!;
        var person = folder.Find<OpsRegistry.Model.Person>("depot-op-02")!.Value.Spec;
        Assert.Equal((1, 1, 2, 0, 9), (
            person.YearsOfExperience("warehousing", new(2025, 6, 1)), person.YearsOfExperience("warehousing", new(2026, 5, 31)), person.YearsOfExperience("warehousing", new(2026, 6, 1)),
            person.YearsOfExperience("medicine", new(2026, 6, 1)), person.YearsOfExperience(null, new(2025, 6, 1))));
    }

    [Theory]
    [InlineData("staff-depot-zh.txt", "--lang", "zh")]
    [InlineData("staff-depot-en.txt", "--lang", "en")]
    [InlineData("staff-depot.json", "--format", "json")]
    public void Golden_staff(string file, string option, string value) =>
        Golden.Matches("expected/" + file, registry.Run("staff", "depot-2026", "--as-of", "2026-05-31", option, value).Output);

    [Fact]
    public void Satisfaction_below_the_goal_costs_points_and_fulfils_no_duty()
    {
        // March: 9 of 10 is 0.90, just enough. May: 8 of 10 is not.
        Assert.Contains("score 10.00", registry.Run("score", "depot-2026", "--period", "P1", "--as-of", "2026-05-31", "--lang", "en").Output, StringComparison.Ordinal);
        var score = registry.Run("score", "depot-2026", "--period", "P2", "--as-of", "2026-05-31", "--lang", "en").Output;
        Assert.Contains("satisfaction survey 2026-0002", score, StringComparison.Ordinal);
        Assert.Contains("6.00", score, StringComparison.Ordinal);
    }

    [Fact]
    public void A_survey_without_an_answer_is_neither_met_nor_missed()
    {
        registry.Replace(Folder + "records/2026/05/satisfaction-2026-0002.yaml", "answers: 10\n  satisfied: 8", "answers: 0\n  satisfied: 0");
        Assert.DoesNotContain("satisfaction survey 2026-0002", registry.Run("score", "depot-2026", "--period", "P2", "--as-of", "2026-05-31", "--lang", "en").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("duty-roster")]
    [InlineData("presence-sheet")]
    [InlineData("handover")]
    [InlineData("emergency-plan")]
    [InlineData("problem")]
    [InlineData("capacity-reading")]
    public void A_new_kind_is_listed(string kind)
    {
        using var json = JsonDocument.Parse(registry.Run("list", kind, "--format", "json").Output);
        Assert.Contains(kind + "-2026-0001", json.RootElement.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("records/2026/01/duty-roster-2026-0001.yaml", "person: depot-op-02", "person: depot-op-09", "OPS212")]
    [InlineData("records/2026/02/incident-2026-0001.yaml", "assets: [scanner]", "assets: [printer]", "OPS236")]
    [InlineData("records/2026/02/incident-2026-0001.yaml", "unit: SC-002", "unit: SC-009", "OPS343")]
    [InlineData("records/2026/05/handover-2026-0001.yaml", "  items:", "  finished: true\n  items:", "OPS446")]
    [InlineData("records/2026/04/emergency-plan-2026-0002.yaml", "replaces: emergency-plan-2026-0001", "replaces: emergency-plan-2025-0001", "OPS236")]
    [InlineData("assets/scanner.yaml", "serial: SC-002", "serial: SC-001", "OPS341")]
    public void A_fault_in_one_is_found(string file, string old, string replacement, string rule)
    {
        registry.Replace(Folder + file, old, replacement);
        Assert.Contains($"[{rule}]", registry.Run("check", "--lang", "en").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Work_that_is_handed_over_fulfils_the_duty_once_it_is_finished()
    {
        Assert.DoesNotContain("handover-2026-0001", Handover(), StringComparison.Ordinal);
        registry.Replace(Folder + "records/2026/05/handover-2026-0001.yaml", "state: open", "state: revoked");
        registry.Replace(Folder + "records/2026/05/handover-2026-0001.yaml", "  items:", "  finished: true\n  items:");
        Assert.DoesNotContain("OPS446", registry.Run("check", "--lang", "en").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Handover at the end", registry.Run("due", "depot-2026", "--as-of", "2026-07-01", "--lang", "en").Output, StringComparison.Ordinal);
    }

    private string Handover()
    {
        var due = registry.Run("due", "depot-2026", "--as-of", "2026-06-20", "--lang", "en").Output;
        Assert.Contains("Handover at the end", due, StringComparison.Ordinal);
        return due;
    }

    private static IReadOnlyList<WatchDays> Watches(DateSpan days)
    {
        var loaded = InMemory.Load(InMemory.Files("tests/golden/depot")).Registry;
        return WatchDays.Count(loaded.ContractNamed("depot-2026")!, Calendars.For(loaded, "depot-office"), days);
    }

    [GeneratedRegex(@"\[(OPS\d{3})\]", RegexOptions.CultureInvariant)]
    private static partial Regex Rules();
}
