using DocumentFormat.OpenXml.Spreadsheet;

namespace OpsRegistry.Reporting.Workbooks;

/// <summary>How a cell looks; two cells with equal styles share one entry of the file.</summary>
internal sealed record CellStyle
{
    /// <summary>The font's name.</summary>
    public string Font { get; init; } = WorkbookTheme.BodyFont;

    /// <summary>The font's size in points.</summary>
    public double Size { get; init; } = WorkbookTheme.BodySize;

    /// <summary>True for heavy type.</summary>
    public bool Bold { get; init; }

    /// <summary>True for what leads elsewhere.</summary>
    public bool Underlined { get; init; }

    /// <summary>The colour of the type: alpha, red, green and blue in hexadecimal.</summary>
    public string Colour { get; init; } = WorkbookTheme.Ink;

    /// <summary>The colour behind the type; null for none.</summary>
    public string? Fill { get; init; }

    /// <summary>The line at the top.</summary>
    public Edge Top { get; init; }

    /// <summary>The line at the bottom.</summary>
    public Edge Bottom { get; init; }

    /// <summary>The line at the left.</summary>
    public Edge Left { get; init; }

    /// <summary>The line at the right.</summary>
    public Edge Right { get; init; }

    /// <summary>Left, centre or right; null for texts left and numbers right.</summary>
    public HorizontalAlignmentValues? Horizontal { get; init; }

    /// <summary>Top, centre or bottom.</summary>
    public VerticalAlignmentValues Vertical { get; init; } = VerticalAlignmentValues.Center;

    /// <summary>True where a long text takes several lines.</summary>
    public bool Wraps { get; init; }

    /// <summary>The room beside the edge, in characters.</summary>
    public uint Indent { get; init; }

    /// <summary>The number format; empty for the general one.</summary>
    public string Format { get; init; } = "";

    /// <summary>True where Excel must keep a text that begins like a formula as a text after someone edits it.</summary>
    public bool QuotePrefix { get; init; }

    /// <summary>True where a protected sheet may be written on.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The style with a line around it.</summary>
    /// <param name="line">The kind of line.</param>
    public CellStyle Boxed(BorderStyleValues line, string colour)
    {
        var edge = new Edge(line, colour);
        return this with { Top = edge, Bottom = edge, Left = edge, Right = edge };
    }
}

/// <summary>A line at a side of a cell; by default none.</summary>
/// <param name="Line">Its kind.</param>
/// <param name="Colour">Its colour; null where there is no line.</param>
internal readonly record struct Edge(BorderStyleValues Line, string? Colour);
