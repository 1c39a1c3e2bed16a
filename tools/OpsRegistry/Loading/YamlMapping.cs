using System.Collections;

namespace OpsRegistry.Loading;

/// <summary>
/// Keys and values in the order in which they are to be written; a null value leaves its key out. A value is a string, a truth, a whole number, a decimal,
/// a date, a time with offset, a list of words (written in one line), a list of <see cref="YamlLine"/>, another mapping, or a list of mappings.
/// </summary>
internal sealed class YamlMapping : IEnumerable<KeyValuePair<string, object>>
{
    private readonly List<KeyValuePair<string, object>> entries = [];

    /// <summary>How many keys there are.</summary>
    public int Count => entries.Count;

    /// <summary>Adds a key, unless the value is null.</summary>
    public void Add(string key, object? value)
    {
        if (value is not null)
        {
            entries.Add(new(key, value));
        }
    }

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>An item of a list that is written one item a line.</summary>
/// <param name="Text">The item.</param>
internal sealed record YamlLine(string Text);

/// <summary>A value that is written as it stands: a number, or a word that whoever edits knows to be sound.</summary>
/// <param name="Text">Plain YAML on one line.</param>
internal sealed record YamlPlain(string Text);
