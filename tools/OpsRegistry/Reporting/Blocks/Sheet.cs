using OpsRegistry.Reporting.Tables;

namespace OpsRegistry.Reporting.Blocks;

/// <summary>A sheet of a workbook: what stands on it, in order; the writer knows where.</summary>
/// <param name="Key">What links call it.</param>
/// <param name="Name">The tab's name.</param>
/// <param name="Shows">What it shows, for the contents.</param>
internal sealed record Sheet(string Key, Text Name, Text Shows)
{
    /// <summary>What stands on it.</summary>
    public IReadOnlyList<Block> Blocks { get; init; } = [];

    /// <summary>Its title, where it is not the tab's name.</summary>
    public Text? Title { get; init; }

    /// <summary>The columns' widths where no table gives them, in half-width characters.</summary>
    public IReadOnlyList<double> Grid { get; init; } = [];

    /// <summary>True for the long side across.</summary>
    public bool IsLandscape { get; init; }

    /// <summary>True for what must fit one page.</summary>
    public bool IsOnePage { get; init; }

    /// <summary>True for the first sheet, which carries the report's own title.</summary>
    public bool IsCover { get; init; }

    /// <summary>True for what is printed alone and signed; the rest proves it.</summary>
    public bool IsSigned { get; init; }

    /// <summary>The sheet as links name it.</summary>
    public Anchor Anchor => Anchor.Part(Key);
}
