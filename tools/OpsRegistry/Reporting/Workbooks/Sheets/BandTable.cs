using OpsRegistry.Assessing;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>The bands under the form, and by formula the one that the total falls into and what it costs.</summary>
internal static class BandTable
{
    /// <summary>Writes the table; gives the first free row.</summary>
    public static int Write(AssessmentBook book, SheetDraft sheet, int row, Scorecard scorecard)
    {
        if (scorecard.Bands.Count == 0)
        {
            return AssessmentBook.Empty(sheet, row, ScoreSheet.ColumnCount, "合同没有按得分划分档次。");
        }

        sheet.Across(row, 1, ScoreSheet.ColumnCount, "档次与扣减", Look.Section);
        var headers = row + 1;
        sheet.Headers(headers, 1, "档次", "", "", "得分范围", "下限", "扣减比例", "等级");
        sheet.Merge(headers, 1, headers, 3);
        for (var index = 0; index < scorecard.Bands.Count; index++)
        {
            Band(sheet, headers + 1 + index, scorecard.Bands[index]);
        }

        var area = new TableArea(sheet, headers + 1, headers + scorecard.Bands.Count);
        book.Bands = area;
        sheet.Mark(sheet.MarkRange(area, ScoreSheet.ColumnCount), $"$A{area.FirstRow}=BandTitle");
        return Result(book, sheet, area, scorecard);
    }

    private static void Band(SheetDraft sheet, int row, Band band)
    {
        sheet.Across(row, 1, 3, band.Title.Zh, Look.Body);
        sheet[row, 4].As(Look.Centred).Text(Range(band));
        sheet[row, 5].As(Look.Figure);
        if (band.From is { } from)
        {
            sheet[row, 5].Number(from, "0.##");
        }

        sheet[row, 6].As(Look.Figure);
        _ = band.Share is { } share ? sheet[row, 6].Number(share, WorkbookTheme.Percent) : sheet[row, 6].Text("另行商议");
        sheet[row, 7].As(Look.Centred).Text(band.Grade ?? "—");
    }

    private static string Range(Band band) => (band.From, band.Below) switch
    {
        ({ } from, { } below) => $"{Words.Plain(from)} ≤ 得分 < {Words.Plain(below)}",
        ({ } from, null) => $"得分 ≥ {Words.Plain(from)}",
        (null, { } below) => $"得分 < {Words.Plain(below)}",
        _ => "任何得分",
    };

    private static int Result(AssessmentBook book, SheetDraft sheet, TableArea area, Scorecard scorecard)
    {
        var (row, band) = (area.Next, book.Assessment.Band);
        sheet.Paint(row, 1, row + 1, ScoreSheet.ColumnCount, Look.Total);
        sheet.Across(row, 1, 3, "本期档次", Look.Total);
        sheet.Merge(row, 4, row, 5);
        sheet[row, 4].Formula(Choose("A", "Score", area, book.Assessment), band?.Title.Zh ?? Words.Undetermined).Name("BandTitle");
        sheet[row, 6].As(Look.TotalFigure);
        _ = band is null ? sheet[row, 6].Formula(Choose("F", "Score", area, book.Assessment), Words.Undetermined)
            : band.Share is { } share ? sheet[row, 6].Formula(Choose("F", "Score", area, book.Assessment), share, WorkbookTheme.Percent)
            : sheet[row, 6].Formula(Choose("F", "Score", area, book.Assessment), "另行商议");
        sheet[row, 6].Name("BandShare");
        sheet[row, 7].Text(book.Assessment.Veto is { } veto ? $"一票否决：{veto.Title.Zh}" : band?.Grade is { } grade ? $"等级：{grade}" : "");
        var amount = book.Period.Settlement.Lines.FirstOrDefault(line => line.Id == SettlementSheet.BandLine)?.Amount;
        sheet.Across(row + 1, 1, 3, "按档次扣减（元）", Look.Total);
        sheet.Merge(row + 1, 4, row + 1, 5);
        sheet[row + 1, 4].Figure("ROUND(ContractTotal*BandShare,2)", amount, WorkbookTheme.Money).Name("BandAmount");
        sheet.Across(row + 1, 6, 7, amount is { } known ? $"大写：{ChineseAmount.InCapitals(known)}" : "", Look.Total);
        return row + 2;
    }

    /// <summary>The band's cell in a column, as a formula for any sheet: by the edges of a score, best band first, or the one that a veto names.</summary>
    /// <param name="column">The column's letter.</param>
    /// <param name="score">The score: a name or a cell.</param>
    /// <param name="area">The table of bands.</param>
    /// <param name="assessment">The period's assessment, scored.</param>
    public static string Choose(string column, string score, TableArea area, Assessment assessment)
    {
        var bands = assessment.Scorecard!.Bands.Select((band, index) => (Band: band, Row: area.FirstRow + index)).ToList();
        string Cell(string letter, int row) => $"{area.Sheet.InFormula}!${letter}${row}";
        if (assessment.Veto is not null)
        {
            var vetoed = bands.FirstOrDefault(pair => pair.Band == assessment.Band);
            return vetoed.Band is null ? ExcelText.InFormula(Words.Undetermined) : Cell(column, vetoed.Row);
        }

        var lowest = bands.FirstOrDefault(pair => pair.Band.From is null);
        var otherwise = lowest.Band is null ? ExcelText.InFormula(Words.Undetermined) : Cell(column, lowest.Row);
        var chosen = bands.Where(pair => pair.Band.From is not null).OrderBy(pair => pair.Band.From)
            .Aggregate(otherwise, (inner, pair) => $"IF({score}>={Cell("E", pair.Row)},{Cell(column, pair.Row)},{inner})");
        return $"IF(ISNUMBER({score}),{chosen},{ExcelText.InFormula(Words.Undetermined)})";
    }
}
