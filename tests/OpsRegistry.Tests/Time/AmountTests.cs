using NodaTime;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Time;

public sealed class AmountTests
{
    [Theory]
    [InlineData("PT60M", "PT1H", "1 小时", "1 h")]
    [InlineData("PT90M", "PT1H30M", "1 小时30 分钟", "1 h 30 min")]
    [InlineData("PT72H", "PT72H", "72 小时", "72 h")]
    [InlineData("PT1H0M5S", "PT1H5S", "1 小时5 秒", "1 h 5 s")]
    [InlineData("PT0S", "PT0S", "0 秒", "0 s")]
    [InlineData("1wd", "1wd", "1 个工作日", "1 working day")]
    [InlineData("15wd", "15wd", "15 个工作日", "15 working days")]
    [InlineData("3d", "3d", "3 日", "3 days")]
    [InlineData("0d", "0d", "当日", "the same day")]
    [InlineData("1mo", "1mo", "1 个月", "1 month")]
    [InlineData("36525d", "36525d", "36525 日", "36525 days")]
    [InlineData("36525wd", "36525wd", "36525 个工作日", "36525 working days")]
    [InlineData("1178mo", "1178mo", "1178 个月", "1178 months")]
    public void An_amount_is_read_and_written(string text, string written, string chinese, string english)
    {
        var amount = Amount.Parse(text)!;
        Assert.Equal(written, amount.ToString());
        Assert.Equal(new Text(chinese, english), amount.Describe());
        Assert.Equal(amount, Amount.Parse(written));
    }

    [Theory]
    [InlineData("")]
    [InlineData("PT")]
    [InlineData("PT60")]
    [InlineData("60M")]
    [InlineData("PT1M1H")]
    [InlineData("PT-5M")]
    [InlineData("PT1.5H")]
    [InlineData("P3D")]
    [InlineData("P1M")]
    [InlineData("2 wd")]
    [InlineData("2WD")]
    [InlineData("-1d")]
    [InlineData("1y")]
    [InlineData("３d")]
    [InlineData("PT1H\n")]
    [InlineData("36526d")]
    [InlineData("36526wd")]
    [InlineData("1179mo")]
    [InlineData("PT876601H")]
    [InlineData("PT99999999999999999999H")]
    public void Anything_else_is_no_amount(string text) => Assert.Null(Amount.Parse(text));

    [Fact]
    public void An_amount_equal_to_the_limit_is_within_it()
    {
        Assert.True(Amount.FromDuration(Duration.FromMinutes(10)).IsWithin(Amount.Parse("PT10M")!));
        Assert.False(Amount.FromDuration(Duration.FromMinutes(10) + Duration.Epsilon).IsWithin(Amount.Parse("PT10M")!));
        Assert.True(Amount.WorkingDays(2).IsWithin(Amount.WorkingDays(2)));
        Assert.False(Amount.WorkingDays(3).IsWithin(Amount.WorkingDays(2)));
    }

    [Fact]
    public void Units_never_mix()
    {
        Assert.False(Amount.WorkingDays(1).IsWithin(Amount.CalendarDays(9)));
        var reading = Clock.Deadline(
            Situation.At(0), Amount.WorkingDays(1), new ServiceClock.Window(StandardWindows.Always), WorkCalendar.None);
        Assert.Equal("amount '1wd' is not counted by this clock: every day 00:00-24:00", reading.Problem?.Message.En);
    }

    [Theory]
    [InlineData("PT1H", "working days 08:30-17:30")]
    [InlineData("2wd", "working days, until 24:00 of the last")]
    [InlineData("3d", "calendar days, rolled off rest days")]
    [InlineData("1mo", "months, rolled off rest days")]
    public void An_amount_finds_its_clock(string text, string expected)
    {
        var clock = ServiceClock.For(Amount.Parse(text)!.Unit, StandardWindows.Parse("5x9")!, roll: true);
        Assert.Equal(expected, clock.Describe().En);
    }
}
