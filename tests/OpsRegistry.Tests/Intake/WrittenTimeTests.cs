using NodaTime.Text;
using OpsRegistry.Intake;
using OpsRegistry.Loading;
using Xunit;

namespace OpsRegistry.Tests.Intake;

public sealed class WrittenTimeTests
{
    [Theory]
    [InlineData("2026-01-08 09:40", "2026-01-08T09:40:00+08")]
    [InlineData("2026-01-08T09:40:30+08:00", "2026-01-08T09:40:30+08")]
    [InlineData("2026-01-08T01:40:00Z", "2026-01-08T01:40:00Z")]
    [InlineData("2026/1/8 9:40", "2026-01-08T09:40:00+08")]
    [InlineData("２０２６年１月８日　９：４０", "2026-01-08T09:40:00+08")]
    [InlineData("2026年1月8日9时40分", "2026-01-08T09:40:00+08")]
    [InlineData("2026.1.8 23:59:59", "2026-01-08T23:59:59+08")]
    public void A_time_is_understood_as_people_write_it(string text, string expected) =>
        Assert.Equal(expected, OffsetDateTimePattern.GeneralIso.Format(WrittenTime.Time(text)!.Value));

    [Theory]
    [InlineData("昨天")]
    [InlineData("2026-01-08")]
    [InlineData("2026-02-29 09:40")]
    [InlineData("2026-13-01 09:40")]
    [InlineData("0000-01-01 00:00")]
    [InlineData("2026-01-08 24:00")]
    [InlineData("2026-01-08 09:60")]
    [InlineData("26-01-08 09:40")]
    [InlineData("2026-01-08 09:40 左右")]
    [InlineData("")]
    public void Anything_else_is_no_time(string text) => Assert.Null(WrittenTime.Time(text));

    [Theory]
    [InlineData("2026-01-08 09:38 至 2026-01-08 10:12", "from: 2026-01-08T09:38:00+08:00\nto: 2026-01-08T10:12:00+08:00\n")]
    [InlineData("2026-01-08 09:38 到 10:12", "from: 2026-01-08T09:38:00+08:00\nto: 2026-01-08T10:12:00+08:00\n")]
    [InlineData("2026年1月8日9时38分～10时12分", "from: 2026-01-08T09:38:00+08:00\nto: 2026-01-08T10:12:00+08:00\n")]
    [InlineData("2026-01-08 09:38 至今", "from: 2026-01-08T09:38:00+08:00\n")]
    public void A_stretch_has_a_start_and_perhaps_an_end(string text, string expected) => Assert.Equal(expected, YamlText.Write(WrittenTime.Stretch(text)!));

    [Theory]
    [InlineData("2026-01-08 09:38")]
    [InlineData("09:38 至 10:12")]
    [InlineData("2026-01-08 09:38 至 10:12 至 11:00")]
    public void Half_a_stretch_is_none(string text) => Assert.Null(WrittenTime.Stretch(text));
}
