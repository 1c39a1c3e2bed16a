using NodaTime.Text;
using OpsRegistry.Loading;
using OpsRegistry.Time;

namespace OpsRegistry.Model;

/// <summary>
/// How nodes become values. It runs after the schema, so what cannot be read is rare (a 30 February, a time without offset) and becomes a finding
/// with the value's place. All formats are invariant.
/// </summary>
internal static class Values
{
    private const int DateLength = 10; // of 2026-01-08

    /// <summary>A text.</summary>
    public static Reader<string> String { get; } = static (node, findings) => node is ScalarNode scalar ? scalar.Text : SingleExpected<string>(node, findings);

    /// <summary>A truth.</summary>
    public static Reader<bool> Boolean { get; } = Scalar<bool>(
        () => new("是/否（true 或 false）", "true or false"), text => text switch { "true" => true, "false" => false, _ => null });

    /// <summary>A whole number.</summary>
    public static Reader<int> Integer { get; } = Scalar<int>(
        () => new("整数", "a whole number"), text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null);

    /// <summary>A decimal number.</summary>
    public static Reader<decimal> Number { get; } = Scalar<decimal>(
        () => new("十进制数", "a decimal number"),
        text => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null);

    /// <summary>A day.</summary>
    public static Reader<LocalDate> Date { get; } = Scalar(() => new("日历上存在的日期（年-月-日）", "a date that exists (year-month-day)"), DateIn);

    /// <summary>A moment with its offset.</summary>
    public static Reader<OffsetDateTime> Time { get; } = Scalar(
        () => new("带时区的时间（如 2026-01-08T09:40:00+08:00）", "a time with offset (such as 2026-01-08T09:40:00+08:00)"), TimeIn);

    /// <summary>A duration in hours, minutes and seconds.</summary>
    public static Reader<Duration> Span { get; } = Scalar<Duration>(
        () => new("时长（如 PT20M）", "a duration (such as PT20M)"),
        text => PeriodPattern.NormalizingIso.Parse(text) is { Success: true, Value: { Months: 0, Years: 0 } period } ? period.ToDuration() : null);

    /// <summary>A text in two languages.</summary>
    public static Reader<Text> Words { get; } = static (node, findings) => node is MappingNode words
        ? new Text((words["zh"] as ScalarNode)?.Text ?? "", (words["en"] as ScalarNode)?.Text ?? "")
        : SingleExpected<Text>(node, findings);

    /// <summary>One value or a list of which one must be there.</summary>
    public static Reader<OneOf> AnyOf { get; } = static (node, _) =>
        new(node is SequenceNode list ? list.Items.OfType<ScalarNode>().Select(item => item.Text).ToList() : [(node as ScalarNode)?.Text ?? ""]);

    /// <summary>Whatever stands there.</summary>
    public static Reader<Node> Tree { get; } = static (node, _) => node;

    /// <summary>The day that a text is; null for any other text.</summary>
    public static LocalDate? DateIn(string text) => text.Length == DateLength && UsualDate(text) is { } usual ? usual : LocalDatePattern.Iso.Parse(text) is { Success: true } date ? date.Value : null;

    /// <summary>The moment that a text is; null for any other text.</summary>
    public static OffsetDateTime? TimeIn(string text) =>
        text.Length < "2026-01-08T09:40:00Z".Length || !text.Contains('T', StringComparison.Ordinal) ? null // rules ask it of every value
        : UsualTime(text) ?? (OffsetDateTimePattern.Rfc3339.Parse(text) is { Success: true } time ? time.Value : null);

    // Nearly all times are written as 2026-01-08T09:40:00+08:00. The library takes seven times as long for each, and 424 bytes (docs/decisions/0075); what is written otherwise is the library's.
    private static OffsetDateTime? UsualTime(ReadOnlySpan<char> text) =>
        text.Length == 25 && text[10] == 'T' && text[13] == ':' && text[16] == ':' && text[19..] is "+08:00" && UsualDate(text[..DateLength]) is { } day &&
        Digits(text[11..13]) is < 24 and >= 0 and var hour && Digits(text[14..16]) is < 60 and >= 0 and var minute && Digits(text[17..19]) is < 60 and >= 0 and var second
            ? new LocalDateTime(day.Year, day.Month, day.Day, hour, minute, second).WithOffset(BeijingTime.Offset)
            : null;

    private static LocalDate? UsualDate(ReadOnlySpan<char> text) =>
        text[4] == '-' && text[7] == '-' && Digits(text[..4]) is > 0 and var year && Digits(text[5..7]) is >= 1 and <= 12 and var month &&
        Digits(text[8..]) is >= 1 and var day && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    // The number that digits alone are; -1 for anything else.
    private static int Digits(ReadOnlySpan<char> text)
    {
        var number = 0;
        foreach (var letter in text)
        {
            number = number < 0 || !char.IsAsciiDigit(letter) ? -1 : (number * 10) + letter - '0';
        }

        return number;
    }

    /// <summary>One of some words.</summary>
    /// <param name="member">The member of a word; null for any other text.</param>
    /// <param name="words">The words, for what is none of them.</param>
    public static Reader<T> Word<T>(Func<string, T?> member, Func<IReadOnlyList<string>> words)
        where T : struct, Enum => Scalar(() => new("允许的值：" + string.Join("、", words()), "one of " + string.Join(", ", words())), member);

    /// <summary>One of the words of an enumeration that an earlier stage owns.</summary>
    public static Reader<T> WordsOf<T>()
        where T : struct, Enum
    {
        var words = Enum.GetValues<T>().ToDictionary(member => YamlWord.Write(member), StringComparer.Ordinal);
        return Word<T>(text => words.TryGetValue(text, out var member) ? member : null, () => [.. words.Keys]);
    }

    /// <summary>A value that keeps its place.</summary>
    public static Reader<Located<T>> Located<T>(Reader<T> reader) => (node, findings) => new(reader(node, findings), node.Place);

    /// <summary>A fact of the contract, and whether the source states it.</summary>
    public static Reader<Stated<T>> Stated<T>(Reader<T> reader) => (node, findings) => Fields.Of(node, findings) is not { } given ? null! : new()
    {
        Node = given.Node,
        Value = given.Required("value", reader),
        Assumed = given.Or("assumed", Boolean, false),
        Reason = given.Maybe("reason", Words),
        Clauses = given.Or("clauses", ListOf(String), []),
    };

    /// <summary>A list.</summary>
    public static Reader<IReadOnlyList<T>> ListOf<T>(Reader<T> reader) => (node, findings) =>
        node is SequenceNode list ? list.Items.Select(item => reader(item, findings)).ToList() : WrongShape<IReadOnlyList<T>>(node, findings);

    /// <summary>A map by free keys.</summary>
    public static Reader<IReadOnlyDictionary<string, T>> MapOf<T>(Reader<T> reader) => (node, findings) =>
        node is MappingNode map
            ? map.Entries.ToDictionary(entry => entry.Key, entry => reader(entry.Value, findings), StringComparer.Ordinal)
            : WrongShape<IReadOnlyDictionary<string, T>>(node, findings);

    /// <summary>No value, and a finding.</summary>
    public static T Refused<T>(Node node, ICollection<Finding> findings, Message message)
    {
        findings.Add(new(ModelRules.UnreadableValue, node.Place, message, new("按 schemas/ 中该类文件的示例改写", "write it as the example in schemas/ for this kind does")));
        return default!;
    }

    // What it should be is put into words only for what it is not.
    private static Reader<T> Scalar<T>(Func<Text> what, Func<string, T?> read)
        where T : struct => (node, findings) =>
        node is not ScalarNode scalar ? SingleExpected<T>(node, findings)
        : read(scalar.Text) is { } value ? value
        : NotOne<T>(scalar, findings, what());

    private static T NotOne<T>(ScalarNode scalar, ICollection<Finding> findings, Text what) => Refused<T>(scalar, findings, new($"“{scalar.Text}”不是{what.Zh}", $"'{scalar.Text}' is not {what.En}"));

    private static T SingleExpected<T>(Node node, ICollection<Finding> findings) => Refused<T>(node, findings, new("此处应为单个值", "a single value is expected here"));

    private static T WrongShape<T>(Node node, ICollection<Finding> findings) => Refused<T>(node, findings, new("此处的值形状不对", "the value here has the wrong shape"));
}
