using NodaTime;

namespace OpsRegistry.Model;

/// <summary>Which parts of a source document are modelled by what, and which are out of scope and why: every line belongs to one entry.</summary>
public sealed record Coverage : Spec
{
    /// <summary>The source document's id.</summary>
    public required string Source { get; init; }

    /// <summary>How many lines the document has.</summary>
    public required int Lines { get; init; }

    /// <summary>The parts, in the order of the document, without gap or overlap.</summary>
    public required IReadOnlyList<CoverageEntry> Entries { get; init; }
}

/// <summary>A part of a source document.</summary>
public sealed record CoverageEntry : Bound
{
    /// <summary>First line, from 1.</summary>
    public required int From { get; init; }

    /// <summary>Last line, included.</summary>
    public required int To { get; init; }

    /// <summary>The clause, as the document numbers it.</summary>
    public required string Clause { get; init; }

    /// <summary>What it is about, in our words.</summary>
    public required string Subject { get; init; }

    /// <summary>Where it is modelled: kind of file in kebab-case and a path of keys and ids, e.g. <c>service-levels/targets/response</c>, <c>system/data-exchange</c>.</summary>
    public IReadOnlyList<string> ModelledBy { get; init; } = [];

    /// <summary>Why it is not modelled; required where <see cref="ModelledBy"/> is empty.</summary>
    public string? OutOfScope { get; init; }
}
