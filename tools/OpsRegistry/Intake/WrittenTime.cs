using System.Text.RegularExpressions;
using OpsRegistry.Loading;

namespace OpsRegistry.Intake;

/// <summary>Days and times as people write them.</summary>
internal static partial class WrittenTime
{
    private static readonly Offset Beijing = Offset.FromHours(8);

    /// <summary>A day; null where the text is none.</summary>
    public static LocalDate? Date(string text) => Parts().Match(HalfWidth(text)) is { Success: true } found && !found.Groups["hour"].Success ? DateOf(found) : null;

    /// <summary>A time; Beijing is meant where no offset stands. Null where the text is none, or has no time of day.</summary>
    public static OffsetDateTime? Time(string text) => Parts().Match(HalfWidth(text)) is { Success: true } found && DateOf(found) is { } day ? TimeOf(found, day) : null;

    /// <summary>A stretch: start, 至 (or a tilde, a dash), end, of which the end may lack its day or be left out. Null where the text is none.</summary>
    public static YamlMapping? Stretch(string text)
    {
        var ends = Until().Split(HalfWidth(text)).Select(end => end.Trim()).ToList();
        if (ends.Count > 2 || Time(ends[0]) is not { } from)
        {
            return null;
        }

        if (ends.Count == 1 || ends[1] is "" or "今")
        {
            return ends.Count == 2 ? new() { { "from", from } } : null;
        }

        var to = Time(ends[1]) ?? Time($"{from.Date.Year:0000}-{from.Date.Month:00}-{from.Date.Day:00} {ends[1]}");
        return to is null ? null : new() { { "from", from }, { "to", to } };
    }

    /// <summary>The text with full-width figures, signs and blanks as ASCII has them.</summary>
    public static string HalfWidth(string text) =>
        string.Concat(text.Select(letter => letter switch
        {
            >= '！' and <= '～' => (char)(letter - '！' + '!'),
            '　' => ' ',
            _ => letter,
        })).Trim();

    private static LocalDate? DateOf(Match found)
    {
        var (year, month, day) = (Number(found, "year"), Number(found, "month"), Number(found, "day"));
        return month is >= 1 and <= 12 && year >= 1 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;
    }

    private static OffsetDateTime? TimeOf(Match found, LocalDate day)
    {
        if (!found.Groups["hour"].Success)
        {
            return null;
        }

        var (hour, minute, second) = (Number(found, "hour"), Number(found, "minute"), Number(found, "second"));
        var offset = found.Groups["offset"].Value switch
        {
            "" => Beijing,
            "Z" => Offset.Zero,
            var given => NodaTime.Text.OffsetPattern.GeneralInvariant.Parse(given) is { Success: true } parsed ? parsed.Value : Beijing,
        };
        return hour < 24 && minute < 60 && second < 60 ? day.At(new LocalTime(hour, minute, second)).WithOffset(offset) : null;
    }

    private static int Number(Match found, string part) => found.Groups[part].Success ? int.Parse(found.Groups[part].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<year>[0-9]{4}) ?[-/.年] ?(?<month>[0-9]{1,2}) ?[-/.月] ?(?<day>[0-9]{1,2}) ?日?([T ]* ?(?<hour>[0-9]{1,2}) ?[:时点] ?(?<minute>[0-9]{1,2}) ?分?(:? ?(?<second>[0-9]{1,2}) ?秒?)?)? ?(?<offset>Z|[+-][0-9]{2}:[0-9]{2})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Parts();

    [GeneratedRegex("至|到|~| - |—+|–", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Until();
}
