using System.Collections;

namespace OpsRegistry.Samples.Writing;

/// <summary>Keys and values in the order in which they are to stand; a null value leaves its key out.</summary>
internal sealed class YamlMapping : IEnumerable<KeyValuePair<string, object>>
{
    private readonly List<KeyValuePair<string, object>> entries = [];

    /// <summary>Adds a key, unless the value is null.</summary>
    public void Add(string key, object? value)
    {
        if (value is not null)
        {
            entries.Add(new(key, value));
        }
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>The name that another record gets once all are numbered.</summary>
/// <param name="Key">The other record's key in the story.</param>
internal sealed record Reference(string Key);
