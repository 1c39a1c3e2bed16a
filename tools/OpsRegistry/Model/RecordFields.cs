using System.Collections.Concurrent;
using System.Globalization;
using NodaTime.Text;

namespace OpsRegistry.Model;

/// <summary>
/// The fields of a record that a scorecard may match on: its plain properties by their YAML keys, with the words that YAML uses.
/// A property that the file leaves out has its default, so <c>excused: false</c> also matches records that say nothing.
/// </summary>
public static class RecordFields
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, System.Reflection.PropertyInfo>> Fields = new();

    /// <summary>The values of a field: none when it is absent, several for a list.</summary>
    public static IReadOnlyList<string> ValuesOf(Spec spec, string field) =>
        PropertiesOf(spec.GetType()).TryGetValue(field, out var property) ? Words(property.GetValue(spec)) : [];

    /// <summary>The names of the fields of a type.</summary>
    public static IEnumerable<string> NamesOf(Type type) => PropertiesOf(type).Keys;

    /// <summary>The words a field may hold; null when any text may stand there.</summary>
    public static IReadOnlyList<string>? WordsOf(Type type, string field)
    {
        if (!PropertiesOf(type).TryGetValue(field, out var property))
        {
            return null;
        }

        var plain = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return plain == typeof(bool) ? ["true", "false"] : plain.IsEnum ? ScalarReaders.EnumNames(plain).Keys.ToList() : null;
    }

    private static IReadOnlyDictionary<string, System.Reflection.PropertyInfo> PropertiesOf(Type type) =>
        Fields.GetOrAdd(type, static type => Binder.KeysOf(type)
            .Where(key => IsPlain(key.Property.PropertyType))
            .ToDictionary(key => key.Key, key => key.Property, StringComparer.Ordinal));

    private static bool IsPlain(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(string) || plain == typeof(bool) || plain == typeof(int) || plain == typeof(decimal) || plain.IsEnum
            || plain == typeof(NodaTime.LocalDate) || plain == typeof(Located<string>) || plain == typeof(IReadOnlyList<Located<string>>);
    }

    private static IReadOnlyList<string> Words(object? value) => value switch
    {
        null => [],
        bool truth => [truth ? "true" : "false"],
        string text => [text],
        Enum member => [ScalarReaders.WordOf(member)],
        NodaTime.LocalDate date => [LocalDatePattern.Iso.Format(date)],
        Located<string> located => [located.Value],
        IEnumerable<Located<string>> list => list.Select(item => item.Value).ToList(),
        IFormattable number => [number.ToString(null, CultureInfo.InvariantCulture)],
        _ => [],
    };
}
