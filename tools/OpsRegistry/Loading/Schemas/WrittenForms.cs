using System.Text.RegularExpressions;

namespace OpsRegistry.Loading.Schemas;

/// <summary>Times, days, amounts and limits as people write them, in the one form that the registry has. What could mean two things, or leaves something out, is none.</summary>
internal static partial class WrittenForms
{
    private const int Longest = 80; // what is longer is no time, amount or limit, and is not searched for one
    private const int FirstSerial = 36526; // 2000-01-01 as a spreadsheet counts days
    private const int LastSerial = 73050; // 2099-12-31

    private static readonly LocalDate SpreadsheetZero = new(1899, 12, 30);

    /// <summary>The first full-width figure, sign or blank of a text; null for none.</summary>
    public static char? FirstWide(string text) =>
        text.AsSpan().IndexOfAnyInRange('！', '～') is var at and >= 0 ? text[at] : text.IndexOf('　', StringComparison.Ordinal) is var blank and >= 0 ? text[blank] : null;

    /// <summary>A time to the second with its offset; null where the text is none or leaves the time of day out.</summary>
    public static string? Time(string text) => WrittenTime.Time(text)?.ToString("uuuu'-'MM'-'dd'T'HH':'mm':'sso<+HH:mm>", CultureInfo.InvariantCulture);

    /// <summary>A day; null where the text is none.</summary>
    public static string? Date(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is >= FirstSerial and <= LastSerial ? Show(SpreadsheetZero.PlusDays(serial))
        : WrittenTime.Date(text) is { } day ? Show(day)
        : null;

    /// <summary>Whether a text is a time with fractions of a second.</summary>
    public static bool HasFraction(string text) => text.Length <= Longest && Fraction().IsMatch(text) && Time(text) is not null;

    /// <summary>A time of day, hours and minutes.</summary>
    public static string? TimeOfDay(string text) => WrittenTime.TimeOfDay(text)?.ToString("HH':'mm", CultureInfo.InvariantCulture);

    /// <summary>A number as JSON writes it: without thousands separators, currency and units; 万 and 亿 are multiplied out, a percentage divided.</summary>
    public static string? Number(string text)
    {
        if (text.Length > Longest || NumberPattern().Match(text) is not { Success: true } found ||
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

        if (text.Length > Longest)
        {
            return null;
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

    private static string Show(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(":[0-9]{2}[.,][0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Fraction();

    [GeneratedRegex("^(人民币|RMB|CNY|[¥￥])? *(?<number>-?([0-9]{1,3}([, ][0-9]{3})+|[0-9]+)([.][0-9]+)?) *(?<unit>万|亿|%)? *(元|圆|块|个|次|人|天|小时|分钟|RMB|CNY)?整?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberPattern();

    [GeneratedRegex("^(?<number>[0-9]{1,3}) *(?<unit>个?工作日|个?工作天|working days?|work days?|workdays?|wd|个?自然日|个?日历日|个?日历天|天|日|days?|d|个?月|months?|mo)内?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DaysPattern();

    [GeneratedRegex("^((PT)?(?<hours>[0-9]{1,4}) *(个?(?<half>半)?小时|个?钟头|hours?|hrs?|h|H))? *((PT)?(?<minutes>[0-9]{1,6}) *(分钟|分|minutes?|mins?|min|m|M))? *((?<seconds>[0-9]{1,7}) *(秒钟?|seconds?|secs?|s|S))?内?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex HoursPattern();
}
