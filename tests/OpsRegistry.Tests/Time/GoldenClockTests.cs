using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Time;

/// <summary>Every clock around every edge, told in full: when a limit is over, what has run, and the proof of both, piece by piece.</summary>
public sealed class GoldenClockTests
{
    private static readonly InstantPattern Moments = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss");

    // Monday 5 to Friday 23 January: the 9th off, Saturday the 10th worked, the 16th a statutory holiday; the last days are a guess.
    private static readonly CalendarLayer Known = new("known", "通知一", new(2026, 1, 5), new(2026, 1, 20), [new(new(2026, 1, 9), DayKind.Off, "调休"), new(new(2026, 1, 10), DayKind.Work, "调休"), new(new(2026, 1, 16), DayKind.Off, "节日", true)]);
    private static readonly CalendarLayer Guess = new("guess", null, new(2026, 1, 20), new(2026, 1, 23), [new(new(2026, 1, 20), DayKind.Off, "猜"), new(new(2026, 1, 22), DayKind.Off, "猜")], Provisional: true);
    private static readonly WorkCalendar Calendar = WorkCalendar.From([Known, Guess], acceptProvisional: true);

    private static readonly ServiceWindow Office = Window("workingDays@08:30-12:00,13:30-17:30"), Night = Window("everyDay@20:00-24:00"), Weekdays = Window("mondayToFriday@09:00-17:00");

    private static readonly Dictionary<string, (ServiceClock Clock, string[] Limits)> Clocks = new(StringComparer.Ordinal)
    {
        ["office"] = (new ServiceClock.Window(Office), ["PT0S", "PT1S", "PT3H30M", "PT7H30M", "PT7H30M1S", "PT30H"]),
        ["night"] = (new ServiceClock.Window(Night), ["PT0S", "PT4H", "PT4H1S", "PT30H"]),
        ["weekdays"] = (new ServiceClock.Window(Weekdays), ["PT8H", "PT40H", "PT41H"]),
        ["always"] = (new ServiceClock.Window(StandardWindows.Always), ["PT0S", "PT24H", "PT24H1S"]),
        ["working days"] = (new ServiceClock.WorkingDays(Closing.EndOfDay.Instance), ["0wd", "1wd", "2wd", "5wd", "20wd"]),
        ["working days until closing"] = (new ServiceClock.WorkingDays(new Closing.CloseOfBusiness(Office)), ["0wd", "1wd", "2wd"]),
        ["working days as hours"] = (new ServiceClock.WorkingDays(new Closing.WorkingHours(Office)), ["0wd", "1wd", "2wd"]),
        ["days"] = (new ServiceClock.CalendarDays(Roll: false), ["0d", "1d", "10d"]),
        ["days rolled on"] = (new ServiceClock.CalendarDays(Roll: true), ["0d", "1d", "4d", "10d", "17d"]),
        ["months"] = (new ServiceClock.Months(Roll: false), ["0mo", "1mo", "13mo"]),
        ["months rolled on"] = (new ServiceClock.Months(Roll: true), ["0mo", "1mo"]),
    };

    private static readonly string[] Starts = ["2026-01-08T08:29:59", "2026-01-08T12:00:00", "2026-01-09T00:00:00", "2026-01-09T17:30:01", "2026-01-10T23:59:59", "2026-01-15T09:00:00", "2026-01-18T10:00:00"];

    private static readonly string[] Lengths = ["PT0S", "PT1S", "PT2H", "PT15H30M1S", "PT24H", "PT61H", "PT130H", "PT240H"];

    private static readonly Dictionary<string, IntervalSet> Pauses = new(StringComparer.Ordinal)
    {
        ["no pause"] = IntervalSet.Empty,
        ["an hour and two days"] = IntervalSet.Union(Between("2026-01-08T09:00:00", "2026-01-08T10:00:00"), Between("2026-01-11T18:00:00", "2026-01-14T00:00:00")),
        ["a day to the second"] = IntervalSet.Union(Between("2026-01-12T00:00:00", "2026-01-13T00:00:00"), Between("2026-01-09T00:00:01", "2026-01-09T23:59:59")),
        ["without an end"] = IntervalSet.Union(new Interval(At("2026-01-13T08:45:00"), null)),
        ["without a beginning"] = IntervalSet.Union(new Interval(null, At("2026-01-09T09:00:00"))),
    };

    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var (clock, pause) in Clocks.Keys.SelectMany(clock => Pauses.Keys.Select(pause => (clock, pause))))
            {
                rows.Add(clock, pause);
            }

            return rows;
        }
    }

    [Theory, MemberData(nameof(Rows))]
    public void A_clock_is_as_accepted_around_every_edge(string clock, string pause)
    {
        var ((counting, limits), pauses, told) = (Clocks[clock], Pauses[pause], new StringBuilder());
        told.Append(counting.Describe().Zh).Append(" | ").Append(counting.Describe().En).Append('\n');
        foreach (var start in Starts)
        {
            foreach (var limit in limits)
            {
                told.Append(start).Append(" + ").Append(limit).Append(": ").Append(Told(Clock.Deadline(At(start), Amount.Parse(limit)!, counting, Calendar, pauses), due => $"{Moment(due.At)} {due.Limit}{Told(due.Segments)}"));
            }

            foreach (var length in Lengths)
            {
                var end = At(start) + Amount.Parse(length)!.Time;
                told.Append(start).Append(" … ").Append(Moment(end)).Append(": ").Append(Told(Clock.Elapsed(At(start), end, counting, Calendar, pauses), run => $"{run.Completed} {run.Counted}{Told(run.Segments)}"));
            }
        }

        // Told whole for the first start, as a digest for the others: each edge is seen, and the file stays short.
        var lines = told.ToString().Split('\n');
        var shown = lines.Where((line, number) => number == 0 || line.StartsWith(Starts[0], StringComparison.Ordinal));
        var digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(told.ToString())));
        Golden.Matches($"expected/clocks/{clock.Replace(' ', '-')}-{pause.Replace(' ', '-')}.txt", $"{string.Join('\n', shown)}\n{lines.Length} lines, {digest}\n");
    }

    [Theory]
    [InlineData("1991-12-31T23:59:59", "2026-01-01T00:00:00")]
    [InlineData("1992-01-01T00:00:00", "2026-01-01T00:00:00")]
    [InlineData("2026-01-08T10:00:00", "2199-12-31T23:59:59")]
    [InlineData("2026-01-08T10:00:00", "2200-01-01T00:00:00")]
    [InlineData("2026-01-08T10:00:00", "2026-01-08T09:59:59")]
    [InlineData("2026-01-04T10:00:00", "2026-01-08T10:00:00")]
    [InlineData("2026-01-08T10:00:00", "2026-02-08T10:00:00")]
    public void What_no_clock_counts_is_refused_in_these_words(string start, string end)
    {
        var told = Clocks.Select(clock => $"{clock.Key}: {Told(Clock.Elapsed(At(start), At(end), clock.Value.Clock, Calendar), run => $"{run.Completed} {run.Counted}")}{clock.Key}, limit: {Told(Clock.Deadline(At(start), Amount.Parse(clock.Value.Limits[^1])!, clock.Value.Clock, Calendar), due => Moment(due.At))}");
        Golden.Matches($"expected/clocks/from-{start[..10]}-to-{end.Replace(":", "", StringComparison.Ordinal)}.txt", string.Concat(told));
    }

    [Fact]
    public void A_limit_in_another_unit_is_refused()
    {
        var told = Clocks.SelectMany(clock => new[] { "PT1H", "1wd", "1d", "1mo" }.Select(limit => $"{clock.Key} {limit}: {Told(Clock.Deadline(At(Starts[0]), Amount.Parse(limit)!, clock.Value.Clock, Calendar), due => Moment(due.At))}"));
        Golden.Matches("expected/clocks/units.txt", string.Concat(told));
        Assert.Equal("核对年份、时限，以及没有结束时间的暂停", new ClockProblem.NotServed(new(2200, 1, 1)).Help.Zh);
        Assert.Equal("date '2026-01-01' is not computed", new ClockProblem.NotServed(new(2026, 1, 1)).Message.En);
    }

    private static string Told<T>(Parsed<T> reading, Func<T, string> known)
        where T : notnull => (reading.TryGet(out var value, out var problem) ? known(value) + (reading.Provisional ? " provisional" : "") : $"{problem.Message.Zh} | {problem.Message.En} ({problem.Help.En})") + "\n";

    private static string Told(IEnumerable<ClockSegment> segments) => string.Concat(segments.Select(segment => $"; {Moment(segment.From)}…{Moment(segment.To)} {segment.Describe().En}{(segment.Counts ? " +" : " -")}{segment.Length.TotalSeconds.ToString(CultureInfo.InvariantCulture)}"));

    private static string Moment(Instant moment) => Moments.Format(moment.Plus(Duration.FromHours(8)));

    private static Instant At(string local) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss").Parse(local).Value.WithOffset(Offset.FromHours(8)).ToInstant();

    private static Interval Between(string from, string to) => new(At(from), At(to));

    private static ServiceWindow Window(string words) => StandardWindows.Parse(words)!;
}
