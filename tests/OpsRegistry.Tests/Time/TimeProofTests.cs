using OpsRegistry.Time;
using Xunit;
using static OpsRegistry.Tests.Time.CommittedFiles;

namespace OpsRegistry.Tests.Time;

/// <summary>The proof of a result, as people read it.</summary>
public sealed class TimeProofTests
{
    [Fact]
    public void An_hour_over_a_make_up_Sunday_is_proved_day_by_day() =>
        Assert.Equal(
            [
                "2026-09-18 17:25 to 2026-09-18 17:30: window open: working day",
                "2026-09-19 08:30 to 2026-09-19 17:30: not counted: weekend",
                "2026-09-20 08:30 to 2026-09-20 09:25: window open: make-up working day (国庆节, 国办发明电〔2025〕7号)",
            ],
            Proof("2026-09-18 17:25", "PT60M", roll: false));

    [Fact]
    public void Two_working_days_over_a_holiday_name_its_notice() =>
        Assert.Equal(
            [
                "2026-09-24 16:00 to 2026-09-25 00:00: start day, not counted",
                "2026-09-25 00:00 to 2026-09-26 00:00: not counted: statutory holiday (中秋节, 国办发明电〔2025〕7号)",
                "2026-09-26 00:00 to 2026-09-27 00:00: not counted: day off (中秋节, 国办发明电〔2025〕7号)",
                "2026-09-27 00:00 to 2026-09-28 00:00: not counted: day off (中秋节, 国办发明电〔2025〕7号)",
                "2026-09-28 00:00 to 2026-09-29 00:00: counted: working day",
                "2026-09-29 00:00 to 2026-09-30 00:00: counted: working day",
            ],
            Proof("2026-09-24 16:00", "2wd", roll: false));

    [Fact]
    public void Three_days_that_end_on_a_rest_day_show_the_roll() =>
        Assert.Equal(
            [
                "2026-04-01 16:00 to 2026-04-02 00:00: start day, not counted",
                "2026-04-02 00:00 to 2026-04-04 00:00: counted",
                "2026-04-04 00:00 to 2026-04-05 00:00: last day rolled on: day off (清明节, 国办发明电〔2025〕7号)",
                "2026-04-05 00:00 to 2026-04-06 00:00: last day rolled on: statutory holiday (清明节, 国办发明电〔2025〕7号)",
                "2026-04-06 00:00 to 2026-04-07 00:00: last day rolled on: day off (清明节, 国办发明电〔2025〕7号)",
                "2026-04-07 00:00 to 2026-04-08 00:00: counted: working day",
            ],
            Proof("2026-04-01 16:00", "3d", roll: true));

    private static IEnumerable<string> Proof(string start, string text, bool roll)
    {
        var amount = Amount.Parse(text)!;
        var clock = ServiceClock.For(amount.Unit, StandardWindows.Parse("5x9")!, roll);
        return Clock.Deadline(At(start), amount, clock, Published).Value.Segments.Select(segment =>
            $"{BeijingTime.Local(segment.From):uuuu'-'MM'-'dd' 'HH':'mm} to {BeijingTime.Local(segment.To):uuuu'-'MM'-'dd' 'HH':'mm}: {segment.Describe().En}");
    }
}
