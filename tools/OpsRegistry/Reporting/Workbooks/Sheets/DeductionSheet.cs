using OpsRegistry.Assessing;
using OpsRegistry.Model;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>Where the deductions stand, for the form's formulas.</summary>
/// <param name="Area">The rows.</param>
/// <param name="FirstRows">The first row of each indicator that lost points.</param>
internal sealed record DeductionTable(TableArea Area, IReadOnlyDictionary<string, CellDraft> FirstRows)
{
    /// <summary>Adds up what an indicator loses before its floor.</summary>
    public string PointsOf(string indicator) => $"SUMIF({Column(DeductionSheet.Indicators)},{ExcelText.InFormula(indicator)},{Column(DeductionSheet.Before)})";

    /// <summary>Counts an indicator's deductions; rows that only name further records have no points and do not count.</summary>
    public string CountOf(string indicator) =>
        $"COUNTIFS({Column(DeductionSheet.Indicators)},{ExcelText.InFormula(indicator)},{Column(DeductionSheet.Before)},\">=0\")";

    private string Column(int column) => Area.RangeFromAfar(column);
}

/// <summary>扣分明细: every deduction with its clause and records; the form's scores are formulas over this table.</summary>
internal static class DeductionSheet
{
    public const int Indicators = 2, Before = 6, Counted = 7;

    private const int ColumnCount = 10;

    public static void Write(AssessmentBook book)
    {
        var sheet = book[Pages.Deductions].Columns(12, 7, 17, 40, 22, 9, 9, 25, 28, 36);
        var row = book.Head(Pages.Deductions, ColumnCount, landscape: true);
        if (book.Assessment.Scorecard is not { } scorecard)
        {
            AssessmentBook.Empty(sheet, row, ColumnCount, book.Folder.IsScored ? Words.UnreadScorecard : Words.NotScored);
            return;
        }

        var lines = LinesOf(book.Assessment).ToList();
        var table = sheet.Table(row, Columns(book, row), lines, "本期没有扣分。");
        book.Deductions = new(table, FirstRows(sheet, table, lines));
        if (lines.Count > 0)
        {
            sheet.Filter(row, 1, table.LastRow, ColumnCount);
        }

        Totals(book, sheet, table, scorecard);
        sheet.Freeze(row, 2).PrintOnA4(landscape: true, book.PageHeader, row, row);
    }

    /// <summary>A deduction takes a row for each of its records, so that every record has its link; the points stand in the first.</summary>
    private static IEnumerable<Line> LinesOf(Assessment assessment) =>
        from score in assessment.Indicators
        from deduction in score.Deductions
        from index in Enumerable.Range(0, Math.Max(1, deduction.Records.Count))
        select new Line(score, deduction, index < deduction.Records.Count ? deduction.Records[index] : null, index == 0);

    private static Dictionary<string, CellDraft> FirstRows(SheetDraft sheet, TableArea table, List<Line> lines) => lines
        .Select((line, index) => (line.Score.Indicator.Id, Row: table.FirstRow + index))
        .GroupBy(pair => pair.Id, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => sheet[group.First().Row, 1], StringComparer.Ordinal);

    private static Column<Line>[] Columns(AssessmentBook book, int headerRow) =>
    [
        Column<Line>.Words("编号", line => line.IsFirst ? line.Deduction.Id : $"{line.Deduction.Id} 续", Look.Centred),
        Column<Line>.Words("指标", line => line.Score.Indicator.Id, Look.Centred),
        Column<Line>.Words("指标名称", line => line.Score.Indicator.Title.Zh),
        Column<Line>.Words("事由", line => line.IsFirst ? line.Deduction.Reason.Zh : ""),
        Column<Line>.Words("条款", line => line.IsFirst ? string.Join("；", line.Deduction.Clauses) : ""),
        new("应扣分", Look.Figure, WriteBefore),
        new("计入分", Look.Figure, (cell, line) => WriteCounted(cell, line, headerRow)),
        new("记录", Look.Body, (cell, line) => WriteRecord(book, cell, line)),
        Column<Line>.Words("文件:行", line => line.Record is { } record ? $"{Words.FileOf(book, record.Path)}:{record.Line}" : ""),
        Column<Line>.Words("口径", line => line.IsFirst ? string.Join("、", line.Deduction.Interpretations) : "", Look.Centred),
    ];

    private static void WriteBefore(CellDraft cell, Line line)
    {
        if (line.IsFirst)
        {
            cell.Number(line.Deduction.PointsBeforeFloor, WorkbookTheme.Points);
        }
    }

    /// <summary>What the floor leaves of a deduction: no more than the indicator still has above its floor.</summary>
    private static void WriteCounted(CellDraft cell, Line line, int headerRow)
    {
        if (!line.IsFirst)
        {
            return;
        }

        var (row, indicator) = (cell.Row, line.Score.Indicator);
        var above = $"SUMIF($B${headerRow}:$B{row - 1},$B{row},$G${headerRow}:$G{row - 1})";
        var formula = indicator.Floor is { } floor
            ? $"MIN(F{row},MAX(0,{Words.Plain(indicator.Marks)}-{Words.Plain(floor)}-{above}))"
            : $"F{row}";
        cell.Formula(formula, line.Deduction.Points, WorkbookTheme.Points);
    }

    private static void WriteRecord(AssessmentBook book, CellDraft cell, Line line)
    {
        if (line.Record is { } record)
        {
            cell.LinkOrText(record.Name, book.Rows.TryGetValue(record.Path, out var row) ? row : null);
        }
        else if (line.Deduction.Occurrences.FirstOrDefault(occurrence => book.MissingRows.ContainsKey(occurrence.Key)) is { } missing)
        {
            cell.Link("见履约表", book.MissingRows[missing.Key]);
        }
        else
        {
            cell.Text("没有记录");
        }
    }

    private static void Totals(AssessmentBook book, SheetDraft sheet, TableArea table, Scorecard scorecard)
    {
        var row = table.Next;
        var lost = book.Assessment.Deductions.Sum(deduction => deduction.Points);
        sheet.Paint(row, 1, row + 1, ColumnCount, Look.Total).Paint(row, Before, row + 1, Counted, Look.TotalFigure);
        sheet[row, 1].Text("合计");
        sheet[row, Before].Formula($"SUM({table.Range(Before)})", book.Assessment.Deductions.Sum(deduction => deduction.PointsBeforeFloor), WorkbookTheme.Points);
        sheet[row, Counted].Formula($"SUM({table.Range(Counted)})", lost, WorkbookTheme.Points).Name("PointsLost");
        sheet[row + 1, 1].Text("核对");
        sheet[row + 1, 4].Text("满分减去计入分合计，应等于评分表各指标得分之和");
        sheet[row + 1, Counted].Figure($"{Words.Plain(scorecard.Marks)}-PointsLost", scorecard.Marks - lost, WorkbookTheme.Points);
        var agrees = book.Assessment.SumOfIndicators is { } sum ? sum == scorecard.Marks - lost ? "✓ 相符" : "✗ 不符" : Words.Undetermined;
        sheet[row + 1, 8].Formula(
            $"IF(ISNUMBER(ScoreSum),IF(ABS(ScoreSum-G{row + 1})<0.000001,\"✓ 相符\",\"✗ 不符\"),{ExcelText.InFormula(Words.Undetermined)})", agrees);
        var note = row + 3;
        foreach (var (indicator, reason) in book.Assessment.Indicators.Where(score => score.Undetermined is not null).Select(score => (score.Indicator, score.Undetermined!.Value)))
        {
            sheet.Across(note++, 1, ColumnCount, $"{indicator.Id} {indicator.Title.Zh}：{reason.Title().Zh}，得分待定。", Look.Note);
        }

        sheet.Across(note, 1, ColumnCount, "“应扣分”为条款所扣，“计入分”为扣到指标下限为止实际计入的部分。点击“记录”到台账相应的行。", Look.Note);
    }

    /// <summary>One row: a deduction with one of its records.</summary>
    private sealed record Line(IndicatorScore Score, Deduction Deduction, RecordReference? Record, bool IsFirst);
}
