namespace OpsRegistry.Loading.Schemas;

/// <summary>What a message speaks of: a field or kind, its title, and where its key stands.</summary>
/// <param name="Owner">Where its key stands.</param>
internal readonly record struct Subject(string Key, Text Title, Place Owner)
{
    /// <summary>The item that is spoken of, from 0, where it is one of the list of the key.</summary>
    public int? Index { get; init; }

    /// <summary>What a list within a list goes by: the key, with the number of the item.</summary>
    public string Name => Index is { } index ? string.Create(CultureInfo.InvariantCulture, $"{Key}[{index}]") : Key;

    /// <summary>What it is called in a message: the key, and which item of its list, counted as people count.</summary>
    public Text Words => Index is { } index
        ? new(string.Create(CultureInfo.InvariantCulture, $"'{Shortened.Shorten(Key)}' 第 {index + 1} 项"), string.Create(CultureInfo.InvariantCulture, $"item {index + 1} of '{Shortened.Shorten(Key)}'"))
        : Text.Same($"'{Shortened.Shorten(Key)}'");

    /// <summary>True for an item that stands between brackets.</summary>
    public bool IsBetweenBrackets { get; init; }
}
