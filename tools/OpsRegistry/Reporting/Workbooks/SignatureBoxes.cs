using ClosedXML.Excel;

namespace OpsRegistry.Reporting.Workbooks;

/// <summary>The boxes at a sheet's foot where the parties sign and seal.</summary>
public static class SignatureBoxes
{
    private const double RoomForSeal = 72;

    /// <summary>Draws the boxes side by side over the columns; four rows: party, room, signature, day.</summary>
    /// <param name="draft">The sheet.</param>
    /// <param name="row">The first row.</param>
    /// <param name="boxes">From left to right.</param>
    /// <returns>The first row under the boxes.</returns>
    public static int Sign(this SheetDraft draft, int row, params ReadOnlySpan<SignatureBox> boxes)
    {
        foreach (var box in boxes)
        {
            var block = draft.Sheet.Range(row, box.FirstColumn, row + 3, box.LastColumn);
            draft.Across(row, box.FirstColumn, box.LastColumn, box.Party, Look.Header);
            draft.Across(row + 1, box.FirstColumn, box.LastColumn, "", Look.Plain);
            draft.Across(row + 2, box.FirstColumn, box.LastColumn, $"{box.SignedBy}＿＿＿＿＿＿＿＿", Look.Plain).Cell.Style.Alignment
                .SetHorizontal(XLAlignmentHorizontalValues.Left).Alignment.SetIndent(1);
            draft.Across(row + 3, box.FirstColumn, box.LastColumn, box.Day, Look.Plain).Cell.Style.Alignment
                .SetHorizontal(XLAlignmentHorizontalValues.Right).Alignment.SetIndent(1);
            block.Style.Border.SetOutsideBorder(XLBorderStyleValues.Thin).Border.SetOutsideBorderColor(WorkbookTheme.Hairline);
        }

        draft.AtLeast(row + 1, RoomForSeal);
        return row + 4;
    }
}

/// <summary>One party's box.</summary>
/// <param name="FirstColumn">The first column it covers, from 1.</param>
/// <param name="LastColumn">The last.</param>
/// <param name="Party">Who signs, e.g. 采购人（盖章）.</param>
/// <param name="SignedBy">The words before the line, e.g. 代表签字：.</param>
/// <param name="Day">The words for the day, e.g. 年　　月　　日.</param>
public sealed record SignatureBox(int FirstColumn, int LastColumn, string Party, string SignedBy, string Day);
