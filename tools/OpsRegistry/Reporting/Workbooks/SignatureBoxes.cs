using DocumentFormat.OpenXml.Spreadsheet;

namespace OpsRegistry.Reporting.Workbooks;

/// <summary>The boxes at a sheet's foot where the parties sign and seal.</summary>
internal static class SignatureBoxes
{
    private const double RoomForSeal = 72;

    private static readonly Edge Outline = new(BorderStyleValues.Thin, WorkbookTheme.Hairline);

    /// <summary>Draws the boxes side by side over the columns; four rows: party, room, signature, day.</summary>
    /// <returns>The first row under the boxes.</returns>
    public static int Sign(this SheetDraft draft, int row, params ReadOnlySpan<SignatureBox> boxes)
    {
        foreach (var box in boxes)
        {
            Line(draft, row, box, box.Party, Look.Header, HorizontalAlignmentValues.Center);
            Line(draft, row + 1, box, "", Look.Plain, HorizontalAlignmentValues.Left);
            Line(draft, row + 2, box, $"{box.SignedBy}＿＿＿＿＿＿＿＿", Look.Plain, HorizontalAlignmentValues.Left);
            Line(draft, row + 3, box, box.Day, Look.Plain, HorizontalAlignmentValues.Right).Restyle(style => style with { Bottom = Outline });
        }

        draft.AtLeast(row + 1, RoomForSeal);
        return row + 4;
    }

    private static CellDraft Line(SheetDraft draft, int row, SignatureBox box, string text, Look look, HorizontalAlignmentValues side)
    {
        var cell = draft.Across(row, box.FirstColumn, box.LastColumn, text, look).Restyle(style => style with { Horizontal = side, Indent = 1 });
        draft.EdgesOf(row, box.FirstColumn, left: Outline, right: default).EdgesOf(row, box.LastColumn, left: default, right: Outline);
        return cell;
    }

    /// <summary>The outline only: lines between the rows of a box would cross the seal.</summary>
    private static SheetDraft EdgesOf(this SheetDraft draft, int row, int column, Edge left, Edge right)
    {
        var content = draft.Content(row, column);
        var style = draft.Styles[content.Style];
        content.Style = draft.Styles.NumberOf(style with { Left = left.Colour is null ? style.Left : left, Right = right.Colour is null ? style.Right : right });
        return draft;
    }
}

/// <summary>One party's box.</summary>
/// <param name="FirstColumn">The first column it covers, from 1.</param>
/// <param name="LastColumn">The last.</param>
/// <param name="Party">Who signs, e.g. 采购人（盖章）.</param>
/// <param name="SignedBy">The words before the line, e.g. 代表签字：.</param>
/// <param name="Day">The words for the day, e.g. 年　　月　　日.</param>
internal sealed record SignatureBox(int FirstColumn, int LastColumn, string Party, string SignedBy, string Day);
