namespace OpsRegistry.Loading.Schemas;

/// <summary>The two formats a schema may ask for. Both name days that exist.</summary>
internal static class TimeFormats
{
    private const int MaximumOffsetMinutes = 14 * 60; // the largest in use anywhere

    /// <summary>The first year of which a file can speak.</summary>
    public const int FirstYear = 1990;

    /// <summary>The last year of which a file can speak: far enough from the ends of every calendar that no sum of a day and a limit leaves it.</summary>
    public const int LastYear = 2199;

    /// <summary>Whether a text is a calendar date <c>yyyy-MM-dd</c> of a year of which a file can speak.</summary>
    public static bool IsDate(ReadOnlySpan<char> text) => YearOf(text) is >= FirstYear and <= LastYear;

    /// <summary>Whether a text is a date, or begins with one, of a year of which no file can speak.</summary>
    public static bool IsOutOfRange(string text) => text.Length >= 10 && YearOf(text.AsSpan(0, 10)) is (>= 1 and < FirstYear) or > LastYear;

    /// <summary>
    /// Whether a text is an RFC 3339 time with seconds and an explicit offset: <c>2026-01-08T09:40:00+08:00</c> or <c>…Z</c>; up to nine decimals.
    /// Not allowed: leap seconds, <c>24:00</c>, lower-case <c>t</c> and <c>z</c>, and <c>-00:00</c>, which says that the offset is unknown.
    /// </summary>
    public static bool IsDateTime(string text)
    {
        if (text.Length < 20 || text[10] != 'T' || !IsDate(text.AsSpan(0, 10)) || text[13] != ':' || text[16] != ':')
        {
            return false;
        }

        var isTime = Number(text, 11) is >= 0 and <= 23 && Number(text, 14) is >= 0 and <= 59 && Number(text, 17) is >= 0 and <= 59;
        return isTime && IsOffset(AfterDecimals(text));
    }

    // The year of a date that exists; 0 for anything else.
    private static int YearOf(ReadOnlySpan<char> text)
    {
        if (text.Length != 10 || text[4] != '-' || text[7] != '-')
        {
            return 0;
        }

        var (century, year, month, day) = (Number(text, 0), Number(text, 2), Number(text, 5), Number(text, 8));
        year = century < 0 || year < 0 ? 0 : (century * 100) + year;
        return year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? year : 0;
    }

    // The rest after the seconds and their decimals; empty when the decimals are malformed.
    private static ReadOnlySpan<char> AfterDecimals(ReadOnlySpan<char> text)
    {
        if (text[19] != '.')
        {
            return text[19..];
        }

        var end = 20;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - 20 is >= 1 and <= 9 ? text[end..] : "";
    }

    private static bool IsOffset(ReadOnlySpan<char> text)
    {
        if (text is "Z")
        {
            return true;
        }

        if (text.Length != 6 || text[0] is not ('+' or '-') || text[3] != ':' || text is "-00:00")
        {
            return false;
        }

        var minutes = Number(text, 4);
        var hours = Number(text, 1);
        return hours >= 0 && minutes is >= 0 and <= 59 && (hours * 60) + minutes <= MaximumOffsetMinutes;
    }

    // Two digits as a number; -1 for anything else.
    private static int Number(ReadOnlySpan<char> text, int at) =>
        char.IsAsciiDigit(text[at]) && char.IsAsciiDigit(text[at + 1]) ? ((text[at] - '0') * 10) + text[at + 1] - '0' : -1;
}
