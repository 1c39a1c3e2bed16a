using NodaTime;
using OpsRegistry.Time;
using Xunit;
using static OpsRegistry.Tests.Time.Situation;

namespace OpsRegistry.Tests.Time;

/// <summary>What must hold for hours on any window over any calendar.</summary>
public sealed class WindowClockProperties
{
    [Fact]
    public void The_due_time_is_that_of_counting_minutes() => Always(situation =>
    {
        var due = Deadline(situation, situation.Start, situation.Gap % 1800, situation.PauseSet);
        Assert.Equal(Oracle.Deadline(situation, situation.Start, situation.Gap % 1800, pauses: true), due is null ? null : Minute(due.At));
    });

    [Fact]
    public void The_elapsed_time_is_that_of_counting_minutes() => Always(situation =>
    {
        var elapsed = Elapsed(situation, situation.Start, situation.End, situation.PauseSet);
        Assert.Equal(Oracle.Elapsed(situation, situation.Start, situation.End, pauses: true), elapsed);
    });

    [Fact]
    public void Deadline_and_elapsed_are_inverse_and_the_due_time_is_the_earliest() => Always(situation =>
    {
        var amount = 1 + (situation.Gap % 1800);
        if (Deadline(situation, situation.Start, amount, situation.PauseSet) is { } due)
        {
            Assert.Equal(Duration.FromMinutes(amount), Time(situation, At(situation.Start), due.At, situation.PauseSet));
            Assert.True(Time(situation, At(situation.Start), due.At.PlusNanoseconds(-1), situation.PauseSet) < Duration.FromMinutes(amount));
        }
    });

    [Fact]
    public void More_time_is_due_later_and_a_later_start_is_not_due_earlier() => Always(situation =>
    {
        var due = Deadline(situation, situation.Start, 60, situation.PauseSet);
        if (Deadline(situation, situation.Start, 61 + (situation.Gap % 600), situation.PauseSet) is { } more)
        {
            Assert.True(due!.At < more.At);
        }

        if (Deadline(situation, situation.Start + situation.Further, 60, situation.PauseSet) is { } later)
        {
            Assert.True(due!.At <= later.At);
        }
    });

    [Fact]
    public void Elapsed_times_add_up() => Always(situation =>
    {
        var whole = Elapsed(situation, situation.Start, situation.Later, situation.PauseSet);
        if (whole is not null)
        {
            var first = Elapsed(situation, situation.Start, situation.End, situation.PauseSet);
            var second = Elapsed(situation, situation.End, situation.Later, situation.PauseSet);
            Assert.Equal(whole, first + second);
        }
    });

    [Fact]
    public void Amounts_add_up() => Always(situation =>
    {
        var (first, second) = (1 + (situation.Gap % 700), 1 + (situation.Further % 700));
        var once = Deadline(situation, situation.Start, first + second, situation.PauseSet);
        if (once is not null)
        {
            var halfway = Deadline(situation, situation.Start, first, situation.PauseSet)!;
            Assert.Equal(once.At, Deadline(situation, Minute(halfway.At), second, situation.PauseSet)!.At);
        }
    });

    [Fact]
    public void A_pause_takes_away_what_it_shares_with_the_window_and_no_more() => Always(situation =>
    {
        var open = situation.Window.Intervals(At(situation.Start), At(situation.End), situation.Calendar);
        if (open.Problem is null)
        {
            var shared = open.Value.Intersect(situation.PauseSet).Total;
            Assert.Equal(open.Value.Total - shared, Time(situation, At(situation.Start), At(situation.End), situation.PauseSet));
            var outside = situation.PauseSet.Subtract(open.Value);
            Assert.Equal(open.Value.Total, Time(situation, At(situation.Start), At(situation.End), outside));
        }
    });

    [Fact]
    public void The_proof_is_in_order_and_adds_up_to_the_result() => Always(situation =>
    {
        if (Deadline(situation, situation.Start, 1 + (situation.Gap % 1800), situation.PauseSet) is not { } due)
        {
            return;
        }

        var counted = due.Segments.Where(segment => segment.Counts).Aggregate(Duration.Zero, (sum, segment) => sum + segment.Length);
        Assert.Equal(due.Limit.Time, counted);
        Assert.Equal(due.At, due.Segments[^1].To);
        Assert.All(due.Segments, segment => Assert.True(segment.From < segment.To));
        Assert.All(due.Segments.Zip(due.Segments.Skip(1)), pair => Assert.True(pair.First.To <= pair.Second.From));
    });

    [Fact]
    public void Working_days_as_hours_are_the_hours_of_so_many_days() => Always(situation =>
    {
        var clock = new ServiceClock.WorkingDays(new Closing.WorkingHours(situation.Window));
        var days = 1 + (situation.Gap % 3);
        var minutesPerDay = situation.Hours.Sum(hours => hours.To - hours.From);
        var due = Clock.Deadline(At(situation.Start), Amount.WorkingDays(days), clock, situation.Calendar);
        var expected = Oracle.Deadline(situation, situation.Start, days * minutesPerDay, pauses: false);
        Assert.Equal(expected, due.Problem is null ? Minute(due.Value.At) : null);
    });

    private static DueTime? Deadline(Situation situation, int start, int minutes, IntervalSet pauses)
    {
        var clock = new ServiceClock.Window(situation.Window);
        var reading = Clock.Deadline(At(start), Amount.FromDuration(Duration.FromMinutes(minutes)), clock, situation.Calendar, pauses);
        Assert.True(reading.Problem is null or ClockProblem.NotCovered);
        return reading.Problem is null ? reading.Value : null;
    }

    private static int? Elapsed(Situation situation, int start, int end, IntervalSet pauses)
    {
        var reading = Clock.Elapsed(At(start), At(end), new ServiceClock.Window(situation.Window), situation.Calendar, pauses);
        return reading.Problem is null ? (int)reading.Value.Counted.Time.TotalMinutes : null;
    }

    private static Duration Time(Situation situation, Instant start, Instant end, IntervalSet pauses) =>
        Clock.Elapsed(start, end, new ServiceClock.Window(situation.Window), situation.Calendar, pauses).Value.Counted.Time;
}
