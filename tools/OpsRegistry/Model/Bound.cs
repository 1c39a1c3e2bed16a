using System.Collections.Concurrent;
using System.Text.Json;
using OpsRegistry.Loading;

namespace OpsRegistry.Model;

/// <summary>
/// A part of a file read into a type. It keeps the node it was read from, so that any of its properties can say where it stands
/// without every value being wrapped (docs/decisions/0002-places.md).
/// </summary>
internal abstract record Bound
{
    /// <summary>The mapping that this was read from.</summary>
    public MappingNode Node { get; init; } = Nowhere;

    /// <summary>Where the whole stands.</summary>
    public Place Place => Node.Place;

    /// <summary>Where a property's value stands; where the whole stands when the property is absent.</summary>
    /// <param name="property">The C# name of the property, by <c>nameof</c>.</param>
    public Place PlaceOf(string property) => Node[KeyOf(property)]?.Place ?? Node.Place;

    /// <summary>Where an item of a list property stands.</summary>
    public Place PlaceOf(string property, int index) =>
        Node[KeyOf(property)] is SequenceNode sequence && index < sequence.Items.Count ? sequence.Items[index].Place : PlaceOf(property);

    /// <summary>The YAML key of a property: its name in lowerCamelCase.</summary>
    public static string KeyOf(string property) => Keys.GetOrAdd(property, static name => JsonNamingPolicy.CamelCase.ConvertName(name));

    /// <summary>The files of other kinds that it names.</summary>
    internal virtual IEnumerable<Reference> References => [];

    /// <summary>A name that a property gives, with its place; none where it is absent.</summary>
    private protected IEnumerable<Located<string>> Named(string? value, string property) => value is null ? [] : [new(value, PlaceOf(property))];

    private static readonly ConcurrentDictionary<string, string> Keys = new(StringComparer.Ordinal);

    private static MappingNode Nowhere { get; } = new(Place.StartOf(""), []);
}

/// <summary>What stands under <c>spec:</c> in a file of one kind.</summary>
internal abstract record Spec : Bound
{
    /// <summary>The day on which it happened, was judged, decided, disputed or ruled on: before that day is over nobody knows of it. Null for what is known from the start.</summary>
    public virtual LocalDate? KnownOn => null;
}

/// <summary>A name of a file of another kind.</summary>
/// <param name="Kind">The kind that it should be of.</param>
/// <param name="Name">The name, and where it stands.</param>
internal sealed record Reference(string Kind, Located<string> Name);

/// <summary>A value with its place, for values that rules point at one by one (references in lists).</summary>
internal sealed record Located<T>(T Value, Place Place)
{
    public override string ToString() => Value?.ToString() ?? "";
}

/// <summary>A contract term's fact, and whether the source states it.</summary>
internal sealed record Stated<T> : Bound
{
    /// <summary>The fact.</summary>
    public required T Value { get; init; }

    /// <summary>True where the source gives no such fact and this product fills it in.</summary>
    public bool Assumed { get; init; }

    /// <summary>Why it was assumed so; required where <see cref="Assumed"/> is true.</summary>
    public Text? Reason { get; init; }

    /// <summary>The clauses that state it.</summary>
    public IReadOnlyList<string> Clauses { get; init; } = [];
}
