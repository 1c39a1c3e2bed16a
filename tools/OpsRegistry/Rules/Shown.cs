using NodaTime.Text;
using OpsRegistry.Time;

namespace OpsRegistry.Rules;

/// <summary>Values as findings show them; the same in every culture.</summary>
internal static class Shown
{
    private static readonly OffsetDateTimePattern ToTheMinute = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mmo<+HH:mm>");
    private static readonly OffsetDateTimePattern ToTheSecond = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'sso<+HH:mm>");

    /// <summary>A day, e.g. 2026-01-08.</summary>
    public static string Show(LocalDate day) => LocalDatePattern.Iso.Format(day);

    /// <summary>A time with its offset, seconds only where there are any, e.g. 2026-01-08T09:40+08:00.</summary>
    public static string Show(OffsetDateTime time) => (time.Second == 0 ? ToTheMinute : ToTheSecond).Format(time);

    /// <summary>A time as a record writes it, e.g. 2026-01-08T09:40:00+08:00.</summary>
    public static string Write(OffsetDateTime time) => ToTheSecond.Format(time);

    /// <summary>Days by the first and the last, or the one day there is.</summary>
    public static Text Show(DateSpan days) => days.End.PlusDays(-1) is var last && last == days.Start
        ? Text.Same(Show(days.Start))
        : new($"{Show(days.Start)} 至 {Show(last)}", $"{Show(days.Start)} through {Show(last)}");

    /// <summary>A number without needless zeros, e.g. 0.05.</summary>
    public static string Show(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>Words one after another, e.g. a, b, c.</summary>
    public static Text Show(IEnumerable<string> words)
    {
        var all = words.ToList();
        return all.Count == 0 ? new("（无）", "none") : new(string.Join("、", all), string.Join(", ", all));
    }
}
