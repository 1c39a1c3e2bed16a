using NodaTime;
using OpsRegistry.Time;
using Xunit;
using static OpsRegistry.Tests.Time.Situation;

namespace OpsRegistry.Tests.Time;

/// <summary>What must hold for working days, calendar days and months over any calendar.</summary>
public sealed class DayClockProperties
{
    public static TheoryData<string> Kinds => ["end of day", "close of business", "days", "days rolled", "months", "months rolled"];

    [Theory, MemberData(nameof(Kinds))]
    public void The_due_time_is_that_of_counting_days(string kind) => Always(situation =>
    {
        var clock = Of(kind, situation);
        for (var count = 0; count <= 6; count++)
        {
            Assert.Equal(Oracle.DayDeadline(situation, situation.Start, count, clock), Due(situation, clock, count));
        }
    });

    [Theory, MemberData(nameof(Kinds))]
    public void Completed_and_counted_are_those_of_counting_days(string kind) => Always(situation =>
    {
        var clock = Of(kind, situation);
        if (situation.End >= situation.Works.Length * 1440)
        {
            return;
        }

        // A limit that ends beyond the calendar ends after every end within it.
        var dues = Enumerable.Range(0, 45)
            .Select(count => Oracle.DayDeadline(situation, situation.Start, count, clock) ?? int.MaxValue).ToList();
        var elapsed = Clock.Elapsed(At(situation.Start), At(situation.End), clock, situation.Calendar, situation.PauseSet).Value;
        Assert.Equal(Math.Max(0, dues.FindLastIndex(due => due <= situation.End)), elapsed.Completed.Count);
        Assert.Equal(dues.FindIndex(due => due >= situation.End), elapsed.Counted.Count);
    });

    [Theory, MemberData(nameof(Kinds))]
    public void At_the_due_time_the_limit_is_complete_and_met_and_a_moment_later_missed(string kind) => Always(situation =>
    {
        var clock = Of(kind, situation);
        var amount = In(clock, 1 + (situation.Gap % 5));
        var due = Clock.Deadline(At(situation.Start), amount, clock, situation.Calendar, situation.PauseSet);
        if (due.Problem is not null || Minute(due.Value.At) >= situation.Works.Length * 1440)
        {
            return;
        }

        ElapsedTime Until(Instant end) => Clock.Elapsed(At(situation.Start), end, clock, situation.Calendar, situation.PauseSet).Value;
        Assert.True(Until(due.Value.At).Meets(amount));
        Assert.True(amount.IsWithin(Until(due.Value.At).Completed));
        Assert.False(amount.IsWithin(Until(due.Value.At.PlusNanoseconds(-1)).Completed));
        Assert.False(Until(due.Value.At.PlusNanoseconds(1)).Meets(amount));
    });

    [Theory, MemberData(nameof(Kinds))]
    public void The_proof_tiles_the_time_from_start_to_due(string kind) => Always(situation =>
    {
        var clock = Of(kind, situation);
        var due = Clock.Deadline(At(situation.Start), In(clock, situation.Gap % 5), clock, situation.Calendar, situation.PauseSet);
        if (due.Problem is null)
        {
            var proof = due.Value.Segments;
            Assert.Equal(At(situation.Start), proof[0].From);
            Assert.Equal(due.Value.At, proof[^1].To);
            Assert.All(proof.Zip(proof.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
        }
    });

    private static int? Due(Situation situation, ServiceClock clock, int count)
    {
        var due = Clock.Deadline(At(situation.Start), In(clock, count), clock, situation.Calendar, situation.PauseSet);
        return due.Problem is null ? Minute(due.Value.At) : null;
    }

    private static Amount In(ServiceClock clock, int count) => clock switch
    {
        ServiceClock.WorkingDays => Amount.WorkingDays(count),
        ServiceClock.CalendarDays => Amount.CalendarDays(count),
        _ => Amount.Months(count),
    };

    private static ServiceClock Of(string kind, Situation situation) => kind switch
    {
        "end of day" => new ServiceClock.WorkingDays(Closing.EndOfDay.Instance),
        "close of business" => new ServiceClock.WorkingDays(new Closing.CloseOfBusiness(situation.Window)),
        "days" => new ServiceClock.CalendarDays(Roll: false),
        "days rolled" => new ServiceClock.CalendarDays(Roll: true),
        "months" => new ServiceClock.Months(Roll: false),
        _ => new ServiceClock.Months(Roll: true),
    };
}
