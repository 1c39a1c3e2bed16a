namespace OpsRegistry.Model;

/// <summary>
/// Picks records: of one kind, with every named field holding one of the named values. This is all there is: no expressions.
/// A field is a dotted path in the record's spec, or one that measuring adds (see <c>FactFields</c>).
/// </summary>
public sealed record RecordMatch : Bound
{
    /// <summary>The kind of record.</summary>
    public required string Kind { get; init; }

    /// <summary>For each field the values of which it must hold one; empty for every record of the kind.</summary>
    public IReadOnlyDictionary<string, OneOf> Where { get; init; } = new Dictionary<string, OneOf>();
}

/// <summary>Values of which one must be there; written as a scalar or as a list.</summary>
public sealed record OneOf(IReadOnlyList<string> Values)
{
    /// <inheritdoc/>
    public override string ToString() => string.Join(" | ", Values);
}
