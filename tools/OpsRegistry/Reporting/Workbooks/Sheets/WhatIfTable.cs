using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>试算: what the score, the band and the money would be if more points were lost; the first row is the reader's own.</summary>
internal static class WhatIfTable
{
    /// <summary>Writes the table where there are bands and a total; gives the first free row.</summary>
    public static int Write(AssessmentBook book, SheetDraft sheet, int row)
    {
        var steps = WhatIf.Of(book.Assessment);
        if (steps.Count == 0 || book.Bands is not { } bands)
        {
            return row;
        }

        sheet.Headers(row, 1, "再扣（分）", "档次", "得分", "扣减比例", "按档次扣减（元）", "比现在多扣（元）");
        for (var index = 0; index < steps.Count; index++)
        {
            Step(book, sheet, row + 1 + index, steps[index], bands, isOwn: index == 0);
        }

        sheet.Across(row + 1 + steps.Count, 1, SettlementSheet.ColumnCount, "第一行框内可以填入任意分数试算；只改变得分，不改变一票否决与按次扣减。", Look.Note);
        return row + 2 + steps.Count;
    }

    private static void Step(AssessmentBook book, SheetDraft sheet, int row, WhatIf step, TableArea bands, bool isOwn)
    {
        var score = $"$C{row}";
        var points = sheet[row, 1].As(isOwn ? Look.Input : Look.Figure).Number(step.Points, "0.##");
        if (isOwn)
        {
            points.Name("WhatIfPoints");
        }

        var floor = book.Assessment.Scorecard!.TotalFloor;
        sheet[row, 2].As(Look.Body).Formula(BandTable.Choose("A", score, bands, book.Assessment), step.Band?.Title.Zh ?? Words.Undetermined);
        sheet[row, 3].As(Look.Figure).Formula(floor is { } least ? $"MAX({Words.Plain(least)},Score-A{row})" : $"Score-A{row}", step.Total, WorkbookTheme.Points);
        var share = BandTable.Choose("F", score, bands, book.Assessment);
        _ = step.Band is null ? sheet[row, 4].As(Look.Figure).Formula(share, Words.Undetermined)
            : step.Band.Share is { } known ? sheet[row, 4].As(Look.Figure).Formula(share, known, WorkbookTheme.Percent)
            : sheet[row, 4].As(Look.Figure).Formula(share, "另行商议");
        sheet[row, 5].As(Look.Figure).Figure($"ROUND(ContractTotal*D{row},2)", step.Amount, WorkbookTheme.Money);
        sheet[row, 6].As(Look.Figure).Figure($"E{row}-BandAmount", step.More, WorkbookTheme.MoneyDifference);
    }
}
