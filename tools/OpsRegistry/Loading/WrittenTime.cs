using System.Text.RegularExpressions;

namespace OpsRegistry.Loading;

/// <summary>
/// Days and times as people write them. Every spelling that has one meaning is read; what has none, or two, is refused with the reason: a day without
/// a time of day is no midnight, and the end of a stretch is no offset.
/// </summary>
internal static partial class WrittenTime
{
    private const int Longest = 80;

    private static readonly Offset Beijing = Offset.FromHours(8);

    private static readonly Text NoTime = new("只有日期，没有时刻", "it has a day and no time of day");
    private static readonly Text NoDay = new("只有时刻，没有日期", "it has a time of day and no day");
    private static readonly Text NoYear = new("没有年份", "it has no year");
    private static readonly Text YearLast = new("年份要写在前面，否则分不清月和日", "the year stands first: otherwise nobody knows month from day");
    private static readonly Text Stretched = new("像一段时间，这里只写一个时刻", "it looks like a stretch, and one moment stands here");
    private static readonly Text NotBeijing = new("不是北京时间", "it is not Beijing time");
    private static readonly Text Roughly = new("大约的时间不能登记", "a rough time cannot be filed");
    private static readonly Text NoSuch = new("日历或钟表上没有", "no calendar or clock has it");
    private static readonly Text WrongWeekday = new("日期和星期对不上", "day and weekday disagree");
    private static readonly Text TwoMeanings = new("分不清上午、下午", "it may be morning or evening");
    private static readonly Text Serial = new("是表格软件里日期的序号", "it is a spreadsheet's number for a day");

    /// <summary>A day; null where the text is none.</summary>
    public static LocalDate? Date(string text) =>
        text.Length <= Longest && Parts().Match(Normal(text)) is { Success: true } found && found.Groups["zone"].Length == 0
            && found.Groups["time"].Value.All(letter => letter is '0' or ':' or '.') ? DateOf(found).Day : null;

    /// <summary>A time; Beijing is meant where no offset stands. Null where the text is none, or has no time of day.</summary>
    public static OffsetDateTime? Time(string text) => Parse(text).Time;

    /// <summary>A time in Beijing, or why the text is none; neither where nothing more can be said.</summary>
    public static (OffsetDateTime? Time, Text? Why) Read(string text) => Parse(text) switch
    {
        ({ } time, _) => (time, null),
        (null, var why) => (null, text.Length <= Longest && ReadStretch(text).Stretch is { Count: 2 } ? Stretched : why ?? WhyNot(Normal(text))),
    };

    /// <summary>A time of day alone, of the same day; null where the text is none.</summary>
    public static LocalTime? TimeOfDay(string text) =>
        text.Length <= Longest && TimeAlone().Match(Normal(text)) is { Success: true } found && SecondsOf(found).Seconds is { } seconds and < NodaConstants.SecondsPerDay
            ? LocalTime.FromSecondsSinceMidnight(seconds) : null;

    /// <summary>Whether a text is a day or a time of one that no calendar has, e.g. 2026-02-30.</summary>
    public static bool IsImpossibleDay(string text) =>
        text.Length <= Longest && Parts().Match(Normal(text)) is { Success: true } found && !IsInCalendar(Number(found, "year") + (found.Groups["year"].Length == 2 ? 2000 : 0), Number(found, "month"), Number(found, "day"));

    private static (OffsetDateTime? Time, Text? Why) Parse(string text)
    {
        if (text.Length > Longest || Parts().Match(Normal(text)) is not { Success: true } found)
        {
            return (null, null);
        }

        var (day, wrong) = DateOf(found);
        if (day is not { } date)
        {
            return (null, wrong);
        }

        if (found.Groups["time"].Length == 0)
        {
            return (null, NoTime);
        }

        var (minutes, why) = SecondsOf(found);
        if (minutes is not { } seconds)
        {
            return (null, why);
        }

        var local = date.AtMidnight().PlusSeconds(seconds);
        return found.Groups["zone"].Value.Replace(" ", "", StringComparison.Ordinal) switch
        {
            "Z" => (local.WithOffset(Offset.Zero).WithOffset(Beijing), null),
            "" or "北京时间" or "(北京时间)" or "+8" or "+08" or "+8:00" or "+08:00" or "+0800" or "UTC+8" or "UTC+08:00" or "GMT+8" or "GMT+08:00" or "GMT+0800" or "UTC+0800" => (local.WithOffset(Beijing), null),
            _ => (null, NotBeijing),
        };
    }

    /// <summary>A stretch: start, 至 (or a tilde, a dash), end, of which the end may lack its day or be left out. Null where the text is none.</summary>
    public static YamlMapping? Stretch(string text) => ReadStretch(text).Stretch;

    /// <summary>A stretch, or why the text is none; neither where nothing more can be said.</summary>
    public static (YamlMapping? Stretch, Text? Why) ReadStretch(string text)
    {
        Text? why = null;
        if (text.Length > 2 * Longest)
        {
            return (null, null);
        }

        foreach (Match until in Until().Matches(text))
        {
            var (start, end) = (text[..until.Index], text[(until.Index + until.Length)..].Trim());
            if (Time(start) is not { } from || Until().Matches(end).Any(more => Time(end[..more.Index]) is not null))
            {
                continue;
            }

            if (end is "" or "今")
            {
                return (new() { { "from", from } }, null);
            }

            var nextDay = NextDay().Match(end) is { Success: true } next ? next.Length : 0;
            var ownDay = from.Date.PlusDays(nextDay > 0 ? 1 : 0);
            var ended = nextDay == 0 ? Parse(end) : default;
            var to = ended.Time ?? Time(string.Create(CultureInfo.InvariantCulture, $"{ownDay.Year:0000}-{ownDay.Month:00}-{ownDay.Day:00} {end[nextDay..]}"));
            if (to is { } last && last.ToInstant() < from.ToInstant() && ended.Time is null)
            {
                why = new("结束在开始之前；过了半夜，要写上结束的日期", "it ends before it begins: past midnight the end needs its day");
                continue;
            }

            if (to is not null)
            {
                return (new() { { "from", from }, { "to", to } }, null);
            }

            why ??= ended.Why;
        }

        return (null, why);
    }

    /// <summary>
    /// A first and a last day: <c>2026-01-01 至 2026-01-31</c>, of which the last may lack year and month, one day alone, or whole months as <c>2026-01</c>.
    /// Null where the text is none, or ends before it begins.
    /// </summary>
    public static (LocalDate From, LocalDate Through)? Days(string text)
    {
        if (text.Length > 2 * Longest)
        {
            return null;
        }

        if (Date(text) is { } only)
        {
            return (only, only);
        }

        if (MonthIn(text) is { } whole)
        {
            return (whole.OnDayOfMonth(1), LastOf(whole));
        }

        foreach (Match until in Until().Matches(text))
        {
            var (start, end) = (text[..until.Index], text[(until.Index + until.Length)..].Trim());
            if (MonthIn(start) is { } first && MonthIn(end) is { } last && first <= last)
            {
                return (first.OnDayOfMonth(1), LastOf(last));
            }

            if (Date(start) is { } from && new[] { end, $"{from.Year}年{end}", $"{from.Year}-{end}", $"{from.Year}年{from.Month}月{end}" }.Select(Date).FirstOrDefault(day => day is not null) is { } through && from <= through)
            {
                return (from, through);
            }
        }

        return null;
    }

    private static YearMonth? MonthIn(string text) =>
        text.Length <= Longest && WholeMonth().Match(Normal(text)) is { Success: true } found && Number(found, "month") is >= 1 and <= 12 and var month ? new YearMonth(Number(found, "year"), month) : null;

    private static LocalDate LastOf(YearMonth month) => month.OnDayOfMonth(1).PlusMonths(1).PlusDays(-1);

    /// <summary>The text with full-width figures, signs and blanks as ASCII has them, and without what nobody sees.</summary>
    public static string HalfWidth(string text) =>
        string.Concat(text.Where(letter => char.GetUnicodeCategory(letter) != UnicodeCategory.Format).Select(letter => letter switch
        {
            >= '！' and <= '～' => (char)(letter - '！' + '!'),
            '　' or '\u00a0' or '\u2007' or '\u202f' or (>= '\u2000' and <= '\u200a') => ' ',
            '∶' or '︰' or '꞉' or 'ː' => ':',
            '—' or '–' or '―' or '‐' or '‑' or '‒' or '−' or '﹣' or '─' => '-',
            _ => letter,
        })).Trim();

    // One blank between words, no quote before them, Chinese figures as figures.
    private static string Normal(string text) =>
        Blanks().Replace(HalfDay().Replace(ChineseNumber().Replace(HalfWidth(text).TrimStart('\'', '‘', '’', '`'), found => Figures(found.Value)), " $0").Replace(',', ' ').Replace('、', ' '), " ").Trim().ToUpperInvariant();

    private static string Figures(string words)
    {
        var ten = words.IndexOf('十', StringComparison.Ordinal);
        return ten < 0
            ? string.Concat(words.Select(Figure))
            : (ten == 0 ? "1" : string.Concat(words[..ten].Select(Figure))) + (ten == words.Length - 1 ? "0" : string.Concat(words[(ten + 1)..].Select(Figure)));

        static char Figure(char word) => (char)('0' + (word == '零' ? 0 : "〇一二三四五六七八九".IndexOf(word, StringComparison.Ordinal)));
    }

    private static Text? WhyNot(string normal) =>
        TimeAlone().IsMatch(normal) ? NoDay
        : YearAtTheEnd().IsMatch(normal) ? YearLast
        : WithoutYear().IsMatch(normal) ? NoYear
        : normal.AsSpan().IndexOfAny("左右约") >= 0 || normal.Contains("前后", StringComparison.Ordinal) ? Roughly
        : OtherZone().IsMatch(normal) ? NotBeijing
        : SerialNumber().IsMatch(normal) ? Serial
        : null;

    private static (LocalDate? Day, Text? Why) DateOf(Match found)
    {
        var (year, month, day) = (Number(found, "year"), Number(found, "month"), Number(found, "day"));
        year += found.Groups["year"].Length == 2 ? 2000 : 0;
        if (!IsInCalendar(year, month, day))
        {
            return (null, NoSuch);
        }

        var date = new LocalDate(year, month, day);
        var weekday = found.Groups["weekday"];
        return weekday.Length > 0 && (int)date.DayOfWeek != 1 + ("一二三四五六日1234567一二三四五六天".IndexOf(weekday.Value, StringComparison.Ordinal) % 7)
            ? (null, WrongWeekday)
            : (date, null);
    }

    private static bool IsInCalendar(int year, int month, int day) =>
        month is >= 1 and <= 12 && year is >= 1 and <= 9998 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month);

    private static (int? Seconds, Text? Why) SecondsOf(Match found)
    {
        var (hour, minute, second) = (Number(found, "hour"), Number(found, "minute"), Number(found, "second"));
        minute = found.Groups["part"].Value switch { "半" => 30, "1刻" => 15, "3刻" => 45, _ => minute };
        if (minute > 59 || second > 59 || hour > 24 || (hour == 24 && minute + second > 0))
        {
            return (null, NoSuch);
        }

        var half = found.Groups["half"].Value;
        int? whole = half switch
        {
            "" => hour,
            "AM" => hour is > 0 and <= 12 ? hour % 12 : null,
            "PM" => hour is > 0 and <= 12 ? (hour % 12) + 12 : hour is > 12 and < 24 ? hour : null,
            "上午" or "早上" or "早晨" or "早" or "清晨" => hour < 12 ? hour : null,
            "凌晨" => hour < 12 ? hour : hour == 12 ? 0 : null,
            "中午" => hour is 11 or 12 ? hour : hour is 1 or 2 ? hour + 12 : hour is 13 or 14 ? hour : null,
            "下午" or "傍晚" => hour is > 0 and < 12 ? hour + 12 : hour is >= 12 and < 24 ? hour : null,
            _ => hour is >= 5 and < 12 ? hour + 12 : hour is >= 17 and < 24 ? hour : null, // 晚上, 夜里: 12 and what follows may be of either day
        };
        return whole is { } known ? ((((known * 60) + minute) * 60) + second, null) : (null, TwoMeanings);
    }

    private static int Number(Match found, string part) => found.Groups[part].Success ? int.Parse(found.Groups[part].Value, CultureInfo.InvariantCulture) : 0;

    private const string Half = "(?<half>AM|PM|上午|早上|早晨|清晨|早|凌晨|中午|下午|傍晚|晚上|夜里|晚)";

    private const string Clock =
        $@"(?<time>({Half} ?)?((?<hour>[0-9]{{1,2}}) ?[:时点] ?((?<minute>[0-9]{{1,2}})( ?[:分] ?((?<second>[0-9]{{1,2}})(\.0+)?秒?)?)?|(?<part>半|1刻|3刻|整|钟)?)|(?<hour>[0-9]{{1,2}})\.(?<minute>[0-9]{{2}})|(?<hour>[0-9]{{2}})(?<minute>[0-9]{{2}})(?<second>[0-9]{{2}})?)( ?{Half})?)";

    private const string Zone = @"(?<zone>Z|\(?北京时间\)?|(UTC|GMT)? ?[+-] ?[0-9]{1,2}(:?[0-9]{2})?)";

    private const string Day = @"(?<year>[0-9]{4}|[0-9]{2}) ?[-/.年] ?(?<month>[0-9]{1,2}) ?[-/.月] ?(?<day>[0-9]{1,2})";

    private const string Weekday = @" ?\(?(周|星期|礼拜)(?<weekday>[一二三四五六日天1-7])\)?";

    // Between day and time stands something: of 2026-06-109:05 nobody knows the day.
    [GeneratedRegex($"^(北京时间 ?)?((({Day} ?[日号]|(?<year>[0-9]{{4}})(?<month>[0-9]{{2}})(?<day>[0-9]{{2}}))({Weekday})?|{Day}{Weekday})([T .]*{Clock})?|{Day}([T .]+{Clock})?) ?{Zone}?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Parts();

    [GeneratedRegex("^(?<year>[12][0-9]{3}) ?[-/.年] ?(?<month>[0-9]{1,2}) ?(月份?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex WholeMonth();

    [GeneratedRegex("^" + Clock + "$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TimeAlone();

    [GeneratedRegex("^[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}", RegexOptions.CultureInvariant)]
    private static partial Regex YearAtTheEnd();

    [GeneratedRegex("^[0-9]{1,2} ?[-/.月] ?[0-9]{1,2}([日号 ]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex WithoutYear();

    [GeneratedRegex("[0-9] ?([A-Z]{3,4}|(UTC|GMT)?[+-][0-9]{1,2}:?([0-9]{2})?)$", RegexOptions.CultureInvariant)]
    private static partial Regex OtherZone();

    [GeneratedRegex(@"^[3-7][0-9]{4}(\.[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex SerialNumber();

    [GeneratedRegex("[〇零一二三四五六七八九十]+(?=[年月日号时点分秒刻])", RegexOptions.CultureInvariant)]
    private static partial Regex ChineseNumber();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex("至|到|~|～|—+|–|－|-", RegexOptions.CultureInvariant)]
    private static partial Regex Until();

    [GeneratedRegex("上午|早上|早晨|清晨|早|凌晨|中午|下午|傍晚|晚上|夜里|晚", RegexOptions.CultureInvariant)]
    private static partial Regex HalfDay();

    [GeneratedRegex("^(次日|第二天|翌日|隔天) *", RegexOptions.CultureInvariant)]
    private static partial Regex NextDay();
}
