using OpsRegistry.Loading;

namespace OpsRegistry.Model;

/// <summary>The clauses that can be read in more than one way, and the reading in force.</summary>
public sealed record Interpretations : Spec
{
    /// <summary>The interpretations.</summary>
    public required IReadOnlyList<Interpretation> Items { get; init; }
}

/// <summary>
/// One clause that can be read in more than one way. The governance files are written as the default reads; any other option says
/// what it would set instead, so the engine computes both and knows no key by name.
/// </summary>
public sealed record Interpretation : Bound
{
    /// <summary>The key, e.g. <c>K003-FLOOR</c>.</summary>
    public required string Key { get; init; }

    /// <summary>What is unclear.</summary>
    public required Text Question { get; init; }

    /// <summary>The option in force until a Decision says otherwise.</summary>
    public required string Default { get; init; }

    /// <summary>The readings.</summary>
    public required IReadOnlyList<InterpretationOption> Options { get; init; }

    /// <summary>Why the default is the default.</summary>
    public Text? Reason { get; init; }

    /// <summary>
    /// What the key touches besides what its options set: <c>scorecard/groups/…</c>, <c>service-levels/targets/…</c>, as paths of ids.
    /// </summary>
    public IReadOnlyList<string> Affects { get; init; } = [];

    /// <summary>The clauses at odds.</summary>
    public required IReadOnlyList<string> Clauses { get; init; }
}

/// <summary>One reading.</summary>
public sealed record InterpretationOption : Bound
{
    /// <summary>The option's id.</summary>
    public required string Id { get; init; }

    /// <summary>The reading in words.</summary>
    public required Text Title { get; init; }

    /// <summary>What the reading changes in the governance files; empty for the reading they are written in.</summary>
    public IReadOnlyList<Override> Set { get; init; } = [];

    /// <summary>Why the engine cannot compute this reading, e.g. because its input is not recorded.</summary>
    public Text? NotComputed { get; init; }
}

/// <summary>One value of a governance file that a reading replaces.</summary>
public sealed record Override : Bound
{
    /// <summary>Kind of file and the way to the value: keys, and ids of list items, e.g. <c>scorecard/groups/B/indicators/B1/floor</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The value to stand there; null removes what stands there.</summary>
    public required Node Value { get; init; }
}
