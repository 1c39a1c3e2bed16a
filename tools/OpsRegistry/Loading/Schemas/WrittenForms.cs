using System.Text.RegularExpressions;

namespace OpsRegistry.Loading.Schemas;

/// <summary>Times, days, amounts and limits as people write them, in the one form that the registry has. What could mean two things, or leaves something out, is none.</summary>
internal static partial class WrittenForms
{
    private const int FirstSerial = 36526; // 2000-01-01 as a spreadsheet counts days
    private const int LastSerial = 73050; // 2099-12-31

    private static readonly LocalDate SpreadsheetZero = new(1899, 12, 30);

    /// <summary>The text with full-width figures, signs and blanks as ASCII has them, without blanks round it.</summary>
    public static string HalfWidth(string text) =>
        string.Concat(text.Select(letter => letter switch
        {
            >= '！' and <= '～' => (char)(letter - '！' + '!'),
            '—' or '–' or '−' => '-',
            _ when char.IsWhiteSpace(letter) => ' ',
            _ => letter,
        })).Trim();

    /// <summary>The first full-width figure, sign or blank of a text; null for none.</summary>
    public static char? FirstWide(string text) =>
        text.AsSpan().IndexOfAnyInRange('！', '～') is var at and >= 0 ? text[at] : text.IndexOf('　', StringComparison.Ordinal) is var blank and >= 0 ? text[blank] : null;

    /// <summary>A time to the second with its offset, Beijing's where none is written; null where the text is none or leaves the time of day out.</summary>
    public static string? Time(string text)
    {
        if ((TimePattern().Match(text) is { Success: true } written ? written : CompactTime().Match(text)) is not { Success: true } found || DayOf(found) is not { } day || MinuteOf(found) is not { } clock || OffsetOf(found.Groups["offset"].Value) is not { } offset)
        {
            return null;
        }

        // A time of the world's clock is told by Beijing's, as every record is.
        var moment = (clock.IsNextDay ? day.PlusDays(1) : day).At(clock.Time).WithOffset(offset);
        var shown = offset == Offset.Zero ? moment.WithOffset(Offset.FromHours(8)) : moment;
        return shown.ToString("uuuu'-'MM'-'dd'T'HH':'mm':'sso<+HH:mm>", CultureInfo.InvariantCulture);
    }

    /// <summary>A day; null where the text is none.</summary>
    public static string? Date(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is >= FirstSerial and <= LastSerial)
        {
            return Show(SpreadsheetZero.PlusDays(serial));
        }

        return (DatePattern().Match(text) is { Success: true } written ? written : CompactDate().Match(text)) is { Success: true } found && DayOf(found) is { } day ? Show(day) : null;
    }

    /// <summary>Whether a text looks like a day or time that no calendar has, e.g. 2026-02-30.</summary>
    public static bool IsImpossibleDay(string text) => DateStart().Match(text) is { Success: true } found && DayOf(found) is null;

    /// <summary>Whether a text is a time with fractions of a second.</summary>
    public static bool HasFraction(string text) => Fraction().IsMatch(text) && Time(text) is not null;

    /// <summary>Whether a text is a day without its time.</summary>
    public static bool IsDayAlone(string text) => Date(text) is not null;

    /// <summary>Whether a text is a time of day without its day.</summary>
    public static bool IsTimeAlone(string text) => TimeOfDay(text) is not null;

    /// <summary>A time of day, hours and minutes.</summary>
    public static string? TimeOfDay(string text) =>
        TimeOfDayPattern().Match(text) is { Success: true } found && MinuteOf(found) is { IsNextDay: false, Time: var time } ? time.ToString("HH':'mm", CultureInfo.InvariantCulture) : null;

    /// <summary>A number as JSON writes it: without thousands separators, currency and units; 万 and 亿 are multiplied out, a percentage divided.</summary>
    public static string? Number(string text)
    {
        if (NumberPattern().Match(text) is not { Success: true } found ||
            !decimal.TryParse(found.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ||
            Math.Abs(number) > 1_000_000_000_000m)
        {
            return null;
        }

        var factor = found.Groups["unit"].Value switch
        {
            "万" => 10_000m,
            "亿" => 100_000_000m,
            "%" => 0.01m,
            _ => 1m,
        };
        return factor == 1m ? number.ToString(CultureInfo.InvariantCulture) : (number * factor).ToString("0.############", CultureInfo.InvariantCulture);
    }

    /// <summary>A number without the zeros that end its decimals.</summary>
    public static string WithoutZeros(string number) => number.Contains('.', StringComparison.Ordinal) ? number.TrimEnd('0').TrimEnd('.') : number;

    /// <summary>A limit: hours and minutes, working days, calendar days or months.</summary>
    public static string? Limit(string text)
    {
        if (text is "当天" or "当日")
        {
            return "0d";
        }

        if (DaysPattern().Match(text) is { Success: true } days)
        {
            var unit = days.Groups["unit"].Value;
            return days.Groups["number"].Value + (unit.Contains("工作", StringComparison.Ordinal) || unit.StartsWith('w') || unit.StartsWith("work", StringComparison.Ordinal) ? "wd" : unit.StartsWith('m') || unit.Contains('月', StringComparison.Ordinal) ? "mo" : "d");
        }

        if (HoursPattern().Match(text) is not { Success: true } found || text.Length == 0)
        {
            return null;
        }

        var half = found.Groups["half"].Success;
        var hours = found.Groups["hours"].Value.TrimStart('0');
        var minutes = found.Groups["minutes"].Success ? found.Groups["minutes"].Value.TrimStart('0') : half ? "30" : "";
        var seconds = found.Groups["seconds"].Value.TrimStart('0');
        return hours.Length + minutes.Length + seconds.Length == 0 ? null
            : $"PT{(hours.Length > 0 ? hours + "H" : "")}{(minutes.Length > 0 ? minutes + "M" : "")}{(seconds.Length > 0 ? seconds + "S" : "")}";
    }

    private static LocalDate? DayOf(Match found)
    {
        var (year, month, day) = (Integer(found, "year"), Integer(found, "month"), Integer(found, "day"));
        return year >= 1900 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;
    }

    private static (LocalTime Time, bool IsNextDay)? MinuteOf(Match found)
    {
        var (hour, minute, second) = (Integer(found, "hour"), found.Groups["half"].Success ? 30 : Integer(found, "minute"), Integer(found, "second"));
        var part = (found.Groups["part"].Value + found.Groups["after"].Value).ToUpperInvariant();
        var isAfternoon = part is "下午" or "晚上" or "傍晚" or "PM" || (part == "中午" && hour < 11);
        hour = isAfternoon && hour < 12 ? hour + 12 : part is "上午" or "凌晨" or "AM" && hour == 12 ? 0 : hour;
        return hour == 24 && minute == 0 && second == 0 ? (LocalTime.Midnight, true)
            : hour < 24 && minute < 60 && second < 60 ? (new LocalTime(hour, minute, second), false)
            : null;
    }

    private static Offset? OffsetOf(string text)
    {
        var found = OffsetPattern().Match(text.Replace(" ", "", StringComparison.Ordinal));
        if (text.Length == 0 || text is "北京时间" or "CST")
        {
            return Offset.FromHours(8);
        }

        if (text is "Z" or "z")
        {
            return Offset.Zero;
        }

        var (hours, minutes) = (Integer(found, "hours"), Integer(found, "minutes"));
        return found.Success && hours <= 14 && minutes < 60 ? Offset.FromSeconds((found.Groups["sign"].Value == "-" ? -60 : 60) * ((hours * 60) + minutes)) : null;
    }

    private static int Integer(Match found, string part) => found.Groups[part] is { Success: true, Length: > 0 and < 9 } group ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    private static string Show(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private const string DayPart = @"(?<year>[0-9]{4}) *[-/.年] *(?<month>[0-9]{1,2}) *[-/.月] *(?<day>[0-9]{1,2}) *[日号]?";
    private const string ClockPart = @"(?<part>上午|下午|晚上|傍晚|凌晨|早上|中午|AM|PM|am|pm)? *((?<hour>[0-9]{1,2}) *[:时点] *((?<half>半)|((?<minute>[0-9]{1,2}) *(分|(:|分) *(?<second>[0-9]{1,2})([.,][0-9]+)? *秒?)?))?)( *(?<after>AM|PM|am|pm))?";
    private const string OffsetPart = @"(?<offset>Z|z|[+] *[0-9]{1,2}(:?[0-9]{2})?|(UTC|GMT) *[+]? *[0-9]{1,2}(:?[0-9]{2})?|北京时间|CST)?"; // a minus may be a stretch: 10:10-11:20

    [GeneratedRegex("^" + DayPart + "( *[Tt,] *| *)" + ClockPart + " *[(]? *" + OffsetPart + " *[)]?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex TimePattern();

    [GeneratedRegex(@"^(?<year>[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2})[ T]?(?<hour>[0-9]{2}):?(?<minute>[0-9]{2})(:?(?<second>[0-9]{2}))?(?<offset>Z|[+][0-9]{2}:?[0-9]{2})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex CompactTime();

    [GeneratedRegex("^" + DayPart + "([ T]0{1,2}:00(:00)?([+]08:00)?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex DatePattern();

    [GeneratedRegex("^(?<year>[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex CompactDate();

    [GeneratedRegex(":[0-9]{2}[.,][0-9]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Fraction();

    [GeneratedRegex("^" + DayPart, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex DateStart();

    [GeneratedRegex("^" + ClockPart + "$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex TimeOfDayPattern();

    [GeneratedRegex("^(UTC|GMT)?(?<sign>[-+]?)(?<hours>[0-9]{1,2}):?(?<minutes>[0-9]{2})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex OffsetPattern();

    [GeneratedRegex("^(人民币|RMB|CNY|[¥￥])? *(?<number>-?([0-9]{1,3}([, ][0-9]{3})+|[0-9]+)([.][0-9]+)?) *(?<unit>万|亿|%)? *(元|圆|块|个|次|人|天|小时|分钟|RMB|CNY)?整?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NumberPattern();

    [GeneratedRegex("^(?<number>[0-9]{1,3}) *(?<unit>个?工作日|个?工作天|working days?|work days?|workdays?|wd|个?自然日|个?日历日|个?日历天|天|日|days?|d|个?月|months?|mo)内?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex DaysPattern();

    [GeneratedRegex("^((PT)?(?<hours>[0-9]{1,4}) *(个?(?<half>半)?小时|个?钟头|hours?|hrs?|h|H))? *((PT)?(?<minutes>[0-9]{1,6}) *(分钟|分|minutes?|mins?|min|m|M))? *((?<seconds>[0-9]{1,7}) *(秒钟?|seconds?|secs?|s|S))?内?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex HoursPattern();
}
