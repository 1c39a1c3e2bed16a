using NodaTime;
using NodaTime.Text;
using OpsRegistry.Model;
using Xunit;

namespace OpsRegistry.Tests.Loading;

/// <summary>Times and days are read as the library's patterns read them, however they are written.</summary>
public sealed class WrittenTimesAndDaysTests
{
    private const string Letters = "0123456789-+:TtZ. ３";

    [Theory]
    [InlineData("2026-01-08T09:40:00+08:00")]
    [InlineData("2024-02-29T23:59:59+08:00")]
    [InlineData("0001-12-31T00:00:00+08:00")]
    [InlineData("2026-01-08T09:40:00.5+08:00")]
    [InlineData("2026-01-08T09:40:00Z")]
    [InlineData("2026-01-08 09:40")]
    [InlineData("")]
    public void A_time_with_any_letter_in_any_place(string text) =>
        Assert.All(Changed(text), written => Assert.Equal(OffsetDateTimePattern.Rfc3339.Parse(written) is { Success: true } time ? time.Value : (OffsetDateTime?)null, Values.TimeIn(written)));

    [Fact]
    public void Every_day_of_some_years_and_days_that_no_month_has()
    {
        var days = from year in new[] { "0000", "0001", "1900", "2000", "2023", "2024", "9999" }
                   from month in Enumerable.Range(0, 14)
                   from day in Enumerable.Range(0, 33)
                   select $"{year}-{month:00}-{day:00}";
        Assert.All(days.SelectMany(day => new[] { day, day + "T12:00:00+08:00" }).Concat(Changed("2026-02-28")), written =>
        {
            Assert.Equal(LocalDatePattern.Iso.Parse(written) is { Success: true } day ? day.Value : (LocalDate?)null, Values.DateIn(written));
            Assert.Equal(OffsetDateTimePattern.Rfc3339.Parse(written) is { Success: true } time ? time.Value : (OffsetDateTime?)null, Values.TimeIn(written));
        });
    }

    private static IEnumerable<string> Changed(string text) =>
        from place in Enumerable.Range(0, text.Length + 1)
        from letter in Letters
        from written in new[] { text.Insert(place, letter.ToString()), place < text.Length ? text[..place] + letter + text[(place + 1)..] : text, place < text.Length ? text.Remove(place, 1) : text }
        select written;
}
