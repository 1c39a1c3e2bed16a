using System.Runtime.InteropServices;

namespace OpsRegistry.Loading;

/// <summary>A value of a YAML file that knows where it stands.</summary>
/// <param name="Place">Where the value starts; for a mapping or sequence, its first key or item.</param>
internal abstract record Node(Place Place);

/// <summary>A scalar under the YAML 1.2 core rules (see <see cref="ScalarKind"/>).</summary>
/// <param name="Place">Where the scalar stands.</param>
/// <param name="Text">The scalar's text as it was meant: quotes and folds undone.</param>
/// <param name="Kind">What the text is: plain <c>no</c>, <c>on</c>, <c>1:30</c> and <c>012</c> are strings.</param>
internal sealed record ScalarNode(Place Place, string Text, ScalarKind Kind) : Node(Place);

/// <summary>A list of values in the order of the file.</summary>
internal sealed record SequenceNode(Place Place, IReadOnlyList<Node> Items) : Node(Place);

/// <summary>Keys and values in the order of the file; keys are scalars and differ even when case is folded.</summary>
internal sealed record MappingNode(Place Place, IReadOnlyList<MappingEntry> Entries) : Node(Place)
{
    /// <summary>The value of a key, or null when the key is absent.</summary>
    public Node? this[string key]
    {
        get
        {
            foreach (ref readonly var entry in Listed)
            {
                if (string.Equals(entry.Key, key, StringComparison.Ordinal))
                {
                    return entry.Value;
                }
            }

            return null;
        }
    }

    // Without a call for each: keys are looked up in every file many times.
    private ReadOnlySpan<MappingEntry> Listed => Entries switch
    {
        MappingEntry[] all => all,
        List<MappingEntry> all => CollectionsMarshal.AsSpan(all),
        var others => others.ToArray(),
    };
}

/// <summary>One key of a mapping with its value.</summary>
/// <param name="Key">The key's text.</param>
/// <param name="KeyPlace">Where the key stands.</param>
internal readonly record struct MappingEntry(string Key, Place KeyPlace, Node Value);

/// <summary>What a scalar is under the core rules that this product uses; anything quoted is a string.</summary>
public enum ScalarKind
{
    /// <summary>Anything that is none of the others.</summary>
    String,

    /// <summary>Plain <c>-?(0|[1-9][0-9]*)</c>.</summary>
    Integer,

    /// <summary>A plain number with a point or exponent, as JSON writes it.</summary>
    Number,

    /// <summary>Plain <c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>Plain <c>null</c>, <c>~</c> or nothing.</summary>
    Null,
}
