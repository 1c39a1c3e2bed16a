using NodaTime.Text;
using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Time;

namespace OpsRegistry.Intake;

/// <summary>Writes a value that somebody typed as YAML: times and dates as people write them, words by their titles, lists by commas, anything else as it stands.</summary>
internal static class NewValue
{
    private static readonly char[] Between = [',', '，', '、', ';', '；', '\n'];

    /// <summary>The field's lines, each indented by as many blanks.</summary>
    /// <param name="day">The day that is meant where only a time of day is given.</param>
    public static string Write(SchemaPart field, string typed, LocalDate day, int indent)
    {
        var text = new StringBuilder();
        if (field.Shape is PartShape.List or PartShape.Mapping && typed.TrimStart() is ['[' or '{', ..])
        {
            return text.Append(' ', indent).Append(field.Name).Append(": ").Append(typed.ReplaceLineEndings(" ").Trim()).Append('\n').ToString();
        }

        YamlText.Write(text, new() { { field.Name, Value(field, typed, day) } }, indent);
        return text.ToString();
    }

    /// <summary>The day that a value names or falls on; null for none.</summary>
    public static LocalDate? DayIn(SchemaPart field, string typed, LocalDate today) => Value(field, typed, today) switch
    {
        LocalDate day => day,
        OffsetDateTime time => BeijingTime.DateOf(time.ToInstant()),
        _ => null,
    };

    /// <summary>The value that is meant, as <see cref="YamlMapping"/> holds it; what cannot be read stays as it was typed, and the schema says what is wrong with it.</summary>
    /// <param name="day">The day that is meant where only a time of day is given.</param>
    public static object Value(SchemaPart field, string typed, LocalDate day) => field.Shape switch
    {
        PartShape.List => typed.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(one => Word(field.Item ?? field, one)).ToList(),
        PartShape.Mapping when typed.Split(" / ") is [var chinese, var english] => new YamlMapping { { "zh", chinese.Trim() }, { "en", english.Trim() } },
        PartShape.Day => WrittenTime.Date(typed) is { } written ? written : typed,
        PartShape.Moment => Moment(typed, day) is { } moment ? moment : typed,
        PartShape.Truth => typed.Trim().ToUpperInvariant() switch
        {
            "是" or "TRUE" or "YES" => true,
            "否" or "FALSE" or "NO" => false,
            _ => typed,
        },
        PartShape.Integer or PartShape.Number => int.TryParse(WrittenTime.HalfWidth(typed), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : typed,
        PartShape.Any => typed.Trim() switch
        {
            "true" => true,
            "false" => false,
            "null" => new YamlPlain("null"),
            _ => int.TryParse(typed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : typed,
        },
        PartShape.Text or PartShape.Mapping => Word(field, typed),
    };

    private static OffsetDateTime? Moment(string typed, LocalDate day) => WrittenTime.Time(typed) ?? WrittenTime.Time($"{LocalDatePattern.Iso.Format(day)} {typed}");

    // The word itself, or what people call it.
    private static string Word(SchemaPart field, string typed) =>
        field.Titles.Where(title => new[] { title.Value.Zh, title.Value.En }.Contains(typed.Trim(), StringComparer.OrdinalIgnoreCase)).Select(title => title.Key).FirstOrDefault() ?? typed;
}
