using System.Runtime.CompilerServices;

namespace OpsRegistry.Loading;

/// <summary>
/// What a finding says, and what it speaks of. Wording and language change; the values that both languages name (ids, keys, moments, counts) are what
/// the rule knows, in the order of the English sentence, and with rule and file they tell one finding from another.
/// </summary>
internal readonly record struct Message
{
    private Message(Text words, ValueSet values) => (Words, Values) = (words, values);

    /// <summary>A sentence in both languages; what stands in its braces is kept as values.</summary>
    public Message(Wording zh, Wording en)
        : this(new(zh.Words, en.Words), ValueSet.Common(en.Values, zh.Values))
    {
    }

    /// <summary>The sentence.</summary>
    public Text Words { get; }

    /// <summary>The values that it speaks of.</summary>
    public ValueSet Values { get; }

    /// <summary>The sentence in Chinese.</summary>
    public string Zh => Words.Zh;

    /// <summary>The sentence in English.</summary>
    public string En => Words.En;

    /// <summary>The sentence in one language.</summary>
    public string In(Language language) => Words.In(language);

    /// <summary>The same sentence about further values: what its words do not name, or name differently in each language.</summary>
    public Message About(params ReadOnlySpan<string> values) => new(Words, Values.With(values));

    /// <summary>The same values in other words.</summary>
    public Message Reworded(Text words) => new(words, Values);

    /// <summary>A sentence of two parts.</summary>
    public static Message operator +(Message first, Message second) =>
        new(new(first.Zh + second.Zh, first.En + second.En), first.Values.With(second.Values));

    /// <summary>Sentences one after the other, with what each language puts between them.</summary>
    public static Message Join(Text separator, IReadOnlyList<Message> messages) => new(
        new(string.Join(separator.Zh, messages.Select(message => message.Zh)), string.Join(separator.En, messages.Select(message => message.En))),
        messages.Aggregate(default(ValueSet), (values, message) => values.With(message.Values)));

    /// <summary>A message as a cache kept it.</summary>
    public static Message Restored(Text words, ValueSet values) => new(words, values);

    /// <summary>Its words, for a person.</summary>
    public static implicit operator Text(Message message) => message.Words;

    public override string ToString() => En;
}

/// <summary>A sentence in one language whose braces are remembered. Words without braces stand for themselves.</summary>
[InterpolatedStringHandler]
internal readonly ref struct Wording
{
    private readonly StringBuilder words;
    private readonly List<string> values;

    /// <summary>An empty sentence, which the compiler fills.</summary>
    public Wording(int literalLength, int formattedCount) => (words, values) = (new(literalLength + (formattedCount * 12)), new(formattedCount));

    /// <summary>The sentence so far.</summary>
    public string Words => words.ToString();

    /// <summary>What stood in its braces.</summary>
    public IReadOnlyList<string> Values => values;

    /// <summary>Words without braces.</summary>
    public static implicit operator Wording(string words)
    {
        var wording = new Wording(words.Length, 0);
        wording.AppendLiteral(words);
        return wording;
    }

    /// <summary>What stands between braces.</summary>
    public void AppendLiteral(string literal) => words.Append(literal);

    /// <summary>What stands in braces.</summary>
    public void AppendFormatted<T>(T value) => AppendFormatted(value, null);

    /// <summary>What stands in braces, with its format.</summary>
    public void AppendFormatted<T>(T value, string? format)
    {
        var written = value is IFormattable formattable ? formattable.ToString(format, CultureInfo.InvariantCulture) : value?.ToString() ?? "";
        words.Append(written);
        values.Add(written);
    }
}
