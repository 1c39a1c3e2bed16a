using DocumentFormat.OpenXml.Spreadsheet;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Verifying.Workbooks;

namespace OpsRegistry.Reporting.Workbooks;

/// <summary>Lines in which people sign: a label, and beside it a cell that is theirs to fill, on paper or in the file.</summary>
internal static class SignatureBoxes
{
    private const double RoomForSeal = 84, RoomForWords = 60, RoomForName = 26; // points

    /// <summary>Draws lines over the columns.</summary>
    /// <param name="draft">The sheet.</param>
    /// <param name="row">The first row.</param>
    /// <param name="lines">From top to bottom; each field takes an equal share of the width.</param>
    /// <param name="language">The language of labels.</param>
    /// <returns>The first row under the lines.</returns>
    public static int Sign(this SheetDraft draft, int row, IReadOnlyList<SigningLine> lines, Language language)
    {
        foreach (var line in lines)
        {
            var first = 1;
            for (var index = 0; index < line.Fields.Count; index++)
            {
                var last = index == line.Fields.Count - 1 ? draft.Widths.Keys.Max() : LastOf(draft, first, line.Fields.Count - index);
                Field(draft, row, (first, last), line.Fields[index], language);
                first = last + 1;
            }

            draft.AtLeast(row++, line.Fields.Max(field => RoomFor(field.Kind)));
        }

        return row;
    }

    private static void Field(SheetDraft draft, int row, (int First, int Last) columns, SigningField field, Language language)
    {
        draft[row, columns.First].Text(field.Label.In(language)).As(Look.Label).Restyle(style => style with { Horizontal = HorizontalAlignmentValues.Center, Indent = 0 });
        draft.Merge(row, columns.First + 1, row, columns.Last).Paint(row, columns.First + 1, row, columns.Last, Look.Body);
        draft[row, columns.First + 1].ForReader(field.Title, field.Kind).Name($"Sign_{field.Key}");
    }

    private static double RoomFor(ReaderKind kind) => kind switch
    {
        ReaderKind.Seal => RoomForSeal,
        ReaderKind.Opinion => RoomForWords,
        ReaderKind.Name or ReaderKind.Day or ReaderKind.Trial => RoomForName,
    };

    /// <summary>The column with which the next of several equal shares ends: two columns at least.</summary>
    private static int LastOf(SheetDraft draft, int first, int shares)
    {
        var columns = draft.Widths.Where(width => width.Key >= first).ToList();
        var share = columns.Sum(width => width.Value) / shares;
        var (last, taken) = (first + 1, columns[0].Value + columns[1].Value);
        while (last + 2 < draft.Widths.Keys.Max() && taken + (draft.Widths[last + 1] / 2) < share)
        {
            taken += draft.Widths[++last];
        }

        return last;
    }
}
