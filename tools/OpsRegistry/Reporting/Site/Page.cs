using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;

namespace OpsRegistry.Reporting.Site;

/// <summary>A page before it is written: what stands on it, in no language; the writer knows how and where.</summary>
/// <param name="Address">Its file, without the language's folder.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Blocks">What stands on it, in order.</param>
internal sealed record Page(string Address, Text Title, IReadOnlyList<Block> Blocks)
{
    /// <summary>The page above it; null for the first one.</summary>
    public Page? Above { get; init; }

    /// <summary>The few words over its heading: which one it is, how firm.</summary>
    public IReadOnlyList<Value> Over { get; init; } = [];

    /// <summary>What leads to it, wherever it is named.</summary>
    public IReadOnlyList<Anchor> Anchors { get; init; } = [];

    /// <summary>Inside what its anchors are known by less than their whole name: nothing, a contract, a contract and period (<c>harbour-2026/P1</c>).</summary>
    public string Scope { get; init; } = "";

    /// <summary>The further pages about the same.</summary>
    public IReadOnlyList<(Text Title, string Address)> Related { get; init; } = [];

    /// <summary>What readers take away from it.</summary>
    public IReadOnlyList<Download> Downloads { get; init; } = [];

    /// <summary>The pages of the same kind before and after it.</summary>
    public (Page? Before, Page? After) Beside { get; init; }
}
