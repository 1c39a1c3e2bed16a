using OpsRegistry.Assessing;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Assessments;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>评分表: the form of the source's annex, its scores as formulas over the deductions.</summary>
internal static class ScoreSheet
{
    public const int ColumnCount = 7;

    private const int Marks = 3, Score = 5, Summary = 6;

    public static void Write(AssessmentBook book)
    {
        var sheet = book[Pages.Score].Columns(15, 16, 8, 37, 9, 15, 33);
        if (book.Assessment.Scorecard is not { } scorecard)
        {
            AssessmentBook.Empty(sheet, book.Head(Pages.Score, ColumnCount, landscape: false), ColumnCount, book.Folder.IsScored ? Words.UnreadScorecard : Words.NotScored);
            return;
        }

        var row = book.Head(Pages.Score, ColumnCount, landscape: false, scorecard.Title.Zh) - 1;
        var terms = book.Folder.Terms;
        sheet.Across(row, 1, 4, $"采购人：{book.Origin.TitleOf(terms.Purchaser).Zh}", Look.Plain);
        sheet.Across(row, 5, ColumnCount, $"供应商：{book.Origin.TitleOf(terms.Vendor).Zh}", Look.Plain);
        sheet.AtLeast(row, 22);
        var headers = row + 1;
        sheet.Headers(headers, 1, "一级指标", "二级指标", "分值", "指标说明", "得分", "扣分说明", "");
        sheet.Merge(headers, Summary, headers, ColumnCount);
        row = headers + 1;
        var subtotals = new List<int>();
        foreach (var group in book.Assessment.Indicators.GroupBy(score => score.Group).ToList())
        {
            row = Group(book, sheet, row, group.Key, group.ToList());
            subtotals.Add(row - 1);
        }

        row = Totals(book, sheet, row, subtotals, scorecard);
        row = BandTable.Write(book, sheet, row + 1, scorecard);
        sheet.Across(row, 1, ColumnCount, "得分由“扣分明细”逐条汇总计算；点击扣分说明到明细的第一条。得分保留精确值、显示两位，档次按精确值判断。" + string.Concat(DisputeWords.Lines(book.Period).Select(line => $"\n异议：{line.Zh}")), Look.Note);
        Signatures.Write(book, sheet, row + 1, 4, ColumnCount);
        sheet.Freeze(headers).PrintOnA4(landscape: false, book.PageHeader, headers, headers);
    }

    private static int Group(AssessmentBook book, SheetDraft sheet, int row, IndicatorGroup group, List<IndicatorScore> scores)
    {
        var first = row;
        foreach (var score in scores)
        {
            Indicator(book, sheet, row++, score);
        }

        sheet.Paint(row, 2, row, ColumnCount, Look.Label).Paint(row, Marks, row, Marks, Look.Figure).Paint(row, Score, row, Summary, Look.Figure);
        sheet[row, 2].Text("小计");
        sheet[row, Marks].Formula($"SUM(C{first}:C{row - 1})", scores.Sum(score => score.Indicator.Marks), WorkbookTheme.Count);
        sheet[row, Score].Figure(Tables.SumOf($"E{first}:E{row - 1}"), Sum(scores), WorkbookTheme.Points);
        sheet.Merge(first, 1, row, 1).Paint(first, 1, row, 1, Look.Centred);
        sheet[first, 1].Text($"{group.Id}\n{group.Title.Zh}\n（{Words.Plain(group.Marks)} 分）");
        return row + 1;
    }

    private static void Indicator(AssessmentBook book, SheetDraft sheet, int row, IndicatorScore score)
    {
        var indicator = score.Indicator;
        sheet[row, 2].As(Look.Body).Text($"{indicator.Id} {indicator.Title.Zh}");
        sheet[row, Marks].As(Look.Figure).Number(indicator.Marks, "0.##");
        sheet[row, 4].As(Look.Body).Text(Explanation(indicator));
        sheet[row, Score].As(Look.Figure);
        sheet[row, Summary].As(Look.Centred);
        sheet[row, ColumnCount].As(Look.Body).Text(Reasons(score));
        var table = book.Deductions!;
        if (score.Score is { } known)
        {
            var left = $"C{row}-{table.PointsOf(indicator.Id)}";
            sheet[row, Score].Formula(indicator.Floor is { } floor ? $"MAX({Words.Plain(floor)},{left})" : left, known, WorkbookTheme.Points);
        }
        else
        {
            sheet[row, Score].Text(Words.Undetermined);
        }

        var count = table.CountOf(indicator.Id);
        sheet[row, Summary].Formula(
            $"IF({count}=0,\"无扣分\",{count}&\" 项，扣 \"&TEXT(MIN({table.PointsOf(indicator.Id)},{Room(indicator)}),\"0.00\"))",
            score.Deductions.Count == 0 ? "无扣分" : $"{score.Deductions.Count} 项，扣 {Points.Show(score.Deductions.Sum(deduction => deduction.Points))}");
        if (table.FirstRows.TryGetValue(indicator.Id, out var first))
        {
            sheet[row, Summary].LinkTo(first);
        }
    }

    /// <summary>The most points that an indicator can lose, as a formula.</summary>
    private static string Room(Indicator indicator) =>
        indicator.Floor is { } floor ? $"{Words.Plain(indicator.Marks)}-{Words.Plain(floor)}" : "9E+99";

    private static string Explanation(Indicator indicator)
    {
        var terms = indicator.Deductions.Select((term, index) => indicator.Deductions.Count == 1 ? $"{term.Title.Zh}。" : $"{index + 1}. {term.Title.Zh}。");
        var floor = indicator.Floor is { } least ? $"扣到 {Words.Plain(least)} 分为止。" : "扣分不设下限。";
        return string.Join("\n", terms.Append(floor));
    }

    /// <summary>The first reasons: the form stays a page or two, the whole list stands on the next sheet.</summary>
    private static string Reasons(IndicatorScore score)
    {
        const int Shown = 3;
        const int Longest = 60;
        if (score.Undetermined is { } open)
        {
            return open.Title().Zh;
        }

        var reasons = score.Deductions.Take(Shown).Select(deduction => Cut(deduction.Reason.Zh, Longest)).ToList();
        return score.Deductions.Count > Shown
            ? string.Join("\n", reasons.Append($"…… 共 {score.Deductions.Count} 项，见扣分明细"))
            : string.Join("\n", reasons);
    }

    private static string Cut(string text, int longest)
    {
        var letters = new System.Globalization.StringInfo(text);
        return letters.LengthInTextElements <= longest ? text : letters.SubstringByTextElements(0, longest) + "…";
    }

    private static int Totals(AssessmentBook book, SheetDraft sheet, int row, List<int> subtotals, Scorecard scorecard)
    {
        Total(sheet, row, "合计");
        sheet[row, Marks].Formula(Joined("C", subtotals), scorecard.Groups.Sum(group => group.Indicators.Sum(indicator => indicator.Marks)), "0.##");
        var sum = sheet[row, Score].Figure(Joined("E", subtotals), book.Assessment.SumOfIndicators, WorkbookTheme.Points).Name("ScoreSum");
        if (scorecard.TotalFloor is not { } floor)
        {
            sum.Name("Score");
            return row + 1;
        }

        Total(sheet, row + 1, $"总分（最低 {Words.Plain(floor)} 分）");
        sheet[row + 1, Score].Figure($"MAX({Words.Plain(floor)},E{row}+0)", book.Assessment.Total, WorkbookTheme.Points).Name("Score");
        return row + 2;
    }

    private static void Total(SheetDraft sheet, int row, string words)
    {
        sheet.Paint(row, 1, row, ColumnCount, Look.Total).Paint(row, Marks, row, Marks, Look.TotalFigure).Paint(row, Score, row, Score, Look.TotalFigure);
        sheet.Across(row, 1, 2, words, Look.Total);
    }

    private static string Joined(string column, List<int> rows) => rows.Count == 0 ? "0" : string.Join("+", rows.Select(row => $"{column}{row}"));

    private static decimal? Sum(List<IndicatorScore> scores) =>
        scores.Any(score => score.Score is null) ? null : scores.Sum(score => score.Score!.Value);
}
