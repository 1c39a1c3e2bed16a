using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
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
    [InlineData("2026-01-08T01:40:00Z", "2026-01-08T09:40:00+08")]
    [InlineData("2026/1/8 9:40", "2026-01-08T09:40:00+08")]
    [InlineData("２０２６年１月８日　９：４０", "2026-01-08T09:40:00+08")]
    [InlineData("2026年1月8日9时40分", "2026-01-08T09:40:00+08")]
    [InlineData("2026.1.8 23:59:59", "2026-01-08T23:59:59+08")]
    [InlineData("20260108 0940", "2026-01-08T09:40:00+08")]
    [InlineData("202601080940", "2026-01-08T09:40:00+08")]
    [InlineData("2026-1-8 9点", "2026-01-08T09:00:00+08")]
    [InlineData("2026-1-8 9点半", "2026-01-08T09:30:00+08")]
    [InlineData("2026-1-8 九点一刻", "2026-01-08T09:15:00+08")]
    [InlineData("2026-01-08 上午9:40", "2026-01-08T09:40:00+08")]
    [InlineData("2026-01-08上午9:40", "2026-01-08T09:40:00+08")]
    [InlineData("2026-01-08 下午3:05", "2026-01-08T15:05:00+08")]
    [InlineData("2026年1月8日下午3点05分", "2026-01-08T15:05:00+08")]
    [InlineData("2026-01-08 中午12:30", "2026-01-08T12:30:00+08")]
    [InlineData("2026-01-08 晚上8点", "2026-01-08T20:00:00+08")]
    [InlineData("2026-01-08 凌晨0:30", "2026-01-08T00:30:00+08")]
    [InlineData("2026-01-08 3:05 PM", "2026-01-08T15:05:00+08")]
    [InlineData("2026-01-08 12:05 am", "2026-01-08T00:05:00+08")]
    [InlineData("2026-01-08 24:00", "2026-01-09T00:00:00+08")]
    [InlineData("26-1-8 9:40", "2026-01-08T09:40:00+08")]
    [InlineData("2026-01-08\n09:40", "2026-01-08T09:40:00+08")]
    [InlineData("2026-01-08\u00a009:40", "2026-01-08T09:40:00+08")]
    [InlineData("2026-01-08\u200b 09:40", "2026-01-08T09:40:00+08")]
    [InlineData("\ufeff2026-01-08 09:40", "2026-01-08T09:40:00+08")]
    [InlineData("2026-01-08 09\u223640", "2026-01-08T09:40:00+08")]
    [InlineData("2026—01—08 09：40", "2026-01-08T09:40:00+08")]
    [InlineData("2026-01-08，09:40", "2026-01-08T09:40:00+08")]
    [InlineData("‘2026-01-08 09:40", "2026-01-08T09:40:00+08")]
    [InlineData("2026-01-08 (周四) 09:40", "2026-01-08T09:40:00+08")]
    [InlineData("2026年01月08日 星期四 09:40", "2026-01-08T09:40:00+08")]
    [InlineData("二〇二六年一月八日 9:40", "2026-01-08T09:40:00+08")]
    [InlineData("2026年十二月三十一日 9:40", "2026-12-31T09:40:00+08")]
    [InlineData("2026-01-08 09.40", "2026-01-08T09:40:00+08")]
    [InlineData("2026.01.08.09:40", "2026-01-08T09:40:00+08")]
    [InlineData("2026-01-08 09:40:00.000", "2026-01-08T09:40:00+08")]
    [InlineData("2026-01-08 09:40:00 +0800", "2026-01-08T09:40:00+08")]
    [InlineData("2026-01-08 09:40（北京时间）", "2026-01-08T09:40:00+08")]
    [InlineData("2026-01-08 9:5:5", "2026-01-08T09:05:05+08")]
    public void A_time_is_understood_as_people_write_it(string text, string expected) =>
        Assert.Equal(expected, OffsetDateTimePattern.GeneralIso.Format(WrittenTime.Time(text)!.Value));

    [Theory]
    [InlineData("昨天")]
    [InlineData("2026-01-08")]
    [InlineData("2026-02-29 09:40")]
    [InlineData("2026-13-01 09:40")]
    [InlineData("0000-01-01 00:00")]
    [InlineData("2026-01-08 24:01")]
    [InlineData("2026-01-08 09:60")]
    [InlineData("2026-01-0809:40")]
    [InlineData("2026-01-08 (周三) 09:40")]
    [InlineData("2026-01-08 上午12:00")]
    [InlineData("2026-01-08 晚上12:00")]
    [InlineData("2026-01-08 上午15:00")]
    [InlineData("2026-01-08 09:40:60")]
    [InlineData("9999-12-31 24:00")]
    [InlineData("2026-01-08 09:40 左右")]
    [InlineData("")]
    public void Anything_else_is_no_time(string text) => Assert.Null(WrittenTime.Time(text));

    [Theory]
    [InlineData("2026-01-08", "只有日期，没有时刻")]
    [InlineData("09:40", "只有时刻，没有日期")]
    [InlineData("6月10日 9:05", "没有年份")]
    [InlineData("10/06/2026 9:05", "年份要写在前面，否则分不清月和日")]
    [InlineData("2026-06-10 09:05-10:00", "像一段时间，这里只写一个时刻")]
    [InlineData("2026-06-10 09:05 至 2026-06-10 10:00", "像一段时间，这里只写一个时刻")]
    [InlineData("2026-06-10 09:05+07:00", "不是北京时间")]
    [InlineData("2026-06-10T09:05:00-08:00", "不是北京时间")]
    [InlineData("2026-06-10 09:05 CST", "不是北京时间")]
    [InlineData("2026-06-10 09:05左右", "大约的时间不能登记")]
    [InlineData("2026-02-29 09:05", "日历或钟表上没有")]
    [InlineData("46183.3784722", "是表格软件里日期的序号")]
    public void What_is_no_time_is_told_why(string text, string why) => Assert.Equal(why, WrittenTime.Read(text).Why?.Zh);

    /// <summary>Whatever is read says the same when it is written out, and neither blanks nor width of letters change it.</summary>
    [Fact]
    public void A_time_stays_the_same_however_wide_its_letters_are() =>
        Prop.ForAll(Gen.Choose(0, 3_000_000).ToArbitrary(), minutes =>
        {
            var time = new LocalDateTime(2023, 1, 1, 0, 0).PlusMinutes(minutes).WithOffset(Offset.FromHours(8));
            var plain = time.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);
            var wide = string.Concat(plain.Select(letter => letter == ' ' ? '\u3000' : (char)(letter + 0xFEE0)));
            return new[] { plain, wide, plain.Replace('-', '/'), plain.Replace("-", "", StringComparison.Ordinal), time.ToString("uuuu年M月d日H时m分", CultureInfo.InvariantCulture) }
                .All(text => WrittenTime.Time(text) == time);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2026-01-08 23:50 至次日00:20", "from: 2026-01-08T23:50:00+08:00\nto: 2026-01-09T00:20:00+08:00\n")]
    [InlineData("2026-01-08 09:38-10:12", "from: 2026-01-08T09:38:00+08:00\nto: 2026-01-08T10:12:00+08:00\n")]
    [InlineData("2026-01-08 09:38 至 2026-01-08 10:12", "from: 2026-01-08T09:38:00+08:00\nto: 2026-01-08T10:12:00+08:00\n")]
    [InlineData("2026-01-08 09:38 到 10:12", "from: 2026-01-08T09:38:00+08:00\nto: 2026-01-08T10:12:00+08:00\n")]
    [InlineData("2026年1月8日9时38分～10时12分", "from: 2026-01-08T09:38:00+08:00\nto: 2026-01-08T10:12:00+08:00\n")]
    [InlineData("2026-01-08 09:38 至今", "from: 2026-01-08T09:38:00+08:00\n")]
    public void A_stretch_has_a_start_and_perhaps_an_end(string text, string expected) => Assert.Equal(expected, YamlText.Write(WrittenTime.Stretch(text)!));

    [Theory]
    [InlineData("2026-01-08 09:38")]
    [InlineData("09:38 至 10:12")]
    [InlineData("2026-01-08 09:38 至 10:12 至 11:00")]
    [InlineData("2026-01-08 23:50 至 00:20")]
    public void Half_a_stretch_is_none(string text) => Assert.Null(WrittenTime.Stretch(text));
}
