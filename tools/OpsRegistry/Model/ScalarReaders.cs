using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace OpsRegistry.Model;

/// <summary>How the text of a scalar becomes a value. All formats are invariant.</summary>
public static class ScalarReaders
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, object>> Names = new();
    private static readonly ConcurrentDictionary<object, string> Words = new();

    private static readonly OffsetDateTimePattern Rfc3339 = OffsetDateTimePattern.Rfc3339;

    /// <summary>Reads a text as a value of the type; false when the text does not have the type's form.</summary>
    public static bool TryRead(Type type, string text, out object? value)
    {
        value = null;
        if (type == typeof(string))
        {
            value = text;
        }
        else if (type == typeof(bool))
        {
            value = text switch { "true" => true, "false" => false, _ => null };
        }
        else if (type == typeof(int))
        {
            value = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
        }
        else if (type == typeof(decimal))
        {
            value = decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
        }
        else if (type == typeof(LocalDate))
        {
            value = LocalDatePattern.Iso.Parse(text) is { Success: true } date ? date.Value : null;
        }
        else if (type == typeof(OffsetDateTime))
        {
            value = Rfc3339.Parse(text) is { Success: true } time ? time.Value : null;
        }
        else if (type == typeof(Duration))
        {
            value = PeriodPattern.NormalizingIso.Parse(text) is { Success: true } period && period.Value is { Months: 0, Years: 0 } ? period.Value.ToDuration() : null;
        }
        else if (type.IsEnum)
        {
            value = EnumNames(type).TryGetValue(text, out var member) ? member : null;
        }

        return value is not null;
    }

    /// <summary>What people call a value of the type.</summary>
    public static Text TitleOf(Type type) =>
        type == typeof(bool) ? new("是/否（true 或 false）", "true or false")
        : type == typeof(int) ? new("整数", "a whole number")
        : type == typeof(decimal) ? new("十进制数", "a decimal number")
        : type == typeof(LocalDate) ? new("日历上存在的日期（年-月-日）", "a date that exists (year-month-day)")
        : type == typeof(OffsetDateTime) ? new("带时区的时间（如 2026-01-08T09:40:00+08:00）", "a time with offset (such as 2026-01-08T09:40:00+08:00)")
        : type == typeof(Duration) ? new("时长（如 PT20M）", "a duration (such as PT20M)")
        : type.IsEnum ? new("允许的值：" + string.Join("、", EnumNames(type).Keys), "one of " + string.Join(", ", EnumNames(type).Keys))
        : new("文本", "text");

    /// <summary>The members of an enumeration by the words that YAML uses for them.</summary>
    public static IReadOnlyDictionary<string, object> EnumNames(Type type) => Names.GetOrAdd(type, static type =>
        Enum.GetValues(type).Cast<object>().ToDictionary(WordOf, member => member, StringComparer.Ordinal));

    /// <summary>The word that YAML uses for a member of an enumeration.</summary>
    public static string WordOf(object member) => Words.GetOrAdd(member, static member => JsonNamingPolicy.CamelCase.ConvertName(member.ToString()!));
}
