using NodaTime.Text;
using YamlDotNet.Core;

namespace OpsRegistry.Loading;

/// <summary>Whether what is written means a value already, however it is written.</summary>
internal static class YamlMeaning
{
    /// <summary>True where it does.</summary>
    /// <param name="value">As in a <see cref="YamlMapping"/>.</param>
    public static bool Says(YamlSpan there, object value) => (there, value) switch
    {
        (MappingSpan old, YamlMapping mapping) => old.Entries.Count == mapping.Count && mapping.All(pair => old.Entry(pair.Key) is { } entry && Says(entry.Value, pair.Value)),
        (SequenceSpan old, IEnumerable<object> list) => list.ToList() is var items && items.Count == old.Items.Count && old.Items.Zip(items).All(pair => Says(pair.First, pair.Second)),
        (ScalarSpan old, YamlLine line) => Says(old, line.Text),
        (ScalarSpan old, YamlPlain plain) => old.Style == ScalarStyle.Plain && old.Value == plain.Text,
        (ScalarSpan old, string text) => old.Value == text && (old.Style != ScalarStyle.Plain || ScalarRules.KindOfPlain(old.Value) == ScalarKind.String),
        (ScalarSpan { Style: ScalarStyle.Plain } old, OffsetDateTime time) => OffsetDateTimePattern.ExtendedIso.Parse(old.Value) is { Success: true } said ? said.Value == time : old.Value == YamlText.Plainly(time),
        (ScalarSpan old, decimal amount) => old.Value == amount.ToString("0.00", CultureInfo.InvariantCulture),
        (ScalarSpan { Style: ScalarStyle.Plain } old, bool or int or LocalDate) => old.Value == YamlText.Plainly(value),
        _ => false,
    };
}
