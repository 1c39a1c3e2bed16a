using System.Text.Json.Serialization;

namespace OpsRegistry;

/// <summary>A sentence or label in the two languages of the product.</summary>
/// <param name="Zh">Simplified Chinese.</param>
/// <param name="En">English.</param>
[method: JsonConstructor]
internal readonly record struct Text(string Zh, string En)
{
    /// <summary>The same words in both languages: names, numbers, identifiers.</summary>
    public static Text Same(string words) => new(words, words);

    /// <summary>The words in one language.</summary>
    public string In(Language language) => language == Language.Zh ? Zh : En;

    /// <summary>True where a person who typed a word meant this name, in either language. For what people type alone: the product tells things apart by their ids.</summary>
#pragma warning disable OPSGEN04 // The one place at which words are looked up.
    public bool IsNamed(string typed) => Zh == typed || string.Equals(En, typed, StringComparison.OrdinalIgnoreCase);
#pragma warning restore OPSGEN04

    public override string ToString() => En;
}

/// <summary>The languages that people read. Machine output has English keys in both.</summary>
internal enum Language
{
    /// <summary>Simplified Chinese.</summary>
    Zh,

    /// <summary>English.</summary>
    En,
}
