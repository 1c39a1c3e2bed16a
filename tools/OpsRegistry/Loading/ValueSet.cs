using System.Text.RegularExpressions;

namespace OpsRegistry.Loading;

/// <summary>Values, each once, in the order in which they are named: who comes first may be what a finding is about.</summary>
internal readonly partial record struct ValueSet
{
    private const char Separator = '\n';

    private readonly string? joined; // one string, so that sets are compared, kept and digested as what they are; null for no values

    private ValueSet(IEnumerable<string> values)
        : this(string.Join(Separator, values.Where(value => value.Length > 0).Select(Escaped).Distinct(StringComparer.Ordinal)))
    {
    }

    private ValueSet(string joined) => this.joined = joined.Length == 0 ? null : joined;

    /// <summary>The values, joined: one a line.</summary>
    public string Joined => joined ?? "";

    /// <summary>
    /// What two languages have in common: values that both name, and of the others the ids, days and numbers in them, as a list or a span is written
    /// differently in each. Titles, which are words of one language, are left out. Their order is that of the first list.
    /// </summary>
    public static ValueSet Common(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        if (one.Count == 0 || other.Count == 0)
        {
            return default;
        }

        var known = other.ToHashSet(StringComparer.Ordinal);
        var parts = one.All(known.Contains) ? [] : Parts(other.Except(one, StringComparer.Ordinal)).ToHashSet(StringComparer.Ordinal);
        return new(one.SelectMany(value => known.Contains(value) ? [value] : Parts([value]).Where(parts.Contains)));
    }

    /// <summary>A set as <see cref="Joined"/> gave it.</summary>
    public static ValueSet Parse(string joined) => new(joined);

    /// <summary>These values and others.</summary>
    public ValueSet With(params ReadOnlySpan<string> others) => new(All.Concat(others.ToArray()));

    /// <summary>These values and those of another set.</summary>
    public ValueSet With(ValueSet other) => new(All.Concat(other.All));

    public override string ToString() => Joined;

    private IEnumerable<string> All => Joined.Length == 0 ? [] : Joined.Split(Separator).Select(Unescaped);

    private static IEnumerable<string> Parts(IEnumerable<string> values) => values.SelectMany(value => Part().Matches(value)).Select(match => match.Value);

    [GeneratedRegex(@"[\u3400-\u9FFF]+|[\p{L}\p{N}_-[\u3400-\u9FFF]]+(?:[-./:+,@][\p{L}\p{N}_-[\u3400-\u9FFF]]+)*")]
    private static partial Regex Part();

    private static string Escaped(string value) => value.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);

    private static string Unescaped(string value)
    {
        if (!value.Contains('\\', StringComparison.Ordinal))
        {
            return value;
        }

        var text = new StringBuilder(value.Length);
        for (var index = 0; index < value.Length; index++)
        {
            text.Append(value[index] != '\\' ? value[index] : value[++index] == 'n' ? '\n' : value[index]);
        }

        return text.ToString();
    }
}
