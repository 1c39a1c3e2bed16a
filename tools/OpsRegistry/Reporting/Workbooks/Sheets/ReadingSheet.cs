using OpsRegistry.Interpreting;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>口径与敏感性: how unclear clauses are read, and what each other reading would change in points and yuan.</summary>
internal static class ReadingSheet
{
    /// <summary>Stands beside a result that may not be settled before the parties decide; a sign that prints in black.</summary>
    public const string NeedsDecision = "▲ 须先决定";

    private const int ColumnCount = 7;

    public static void Write(AssessmentBook book)
    {
        var sheet = book[Pages.Readings].Columns(17, 46, 13, 13, 16, 16, 26);
        var row = book.Head(Pages.Readings, ColumnCount, landscape: true, "条款口径与敏感性");
        var items = book.Folder.Interpretations?.Items ?? [];
        if (items.Count == 0)
        {
            AssessmentBook.Empty(sheet, row, ColumnCount, "合同没有登记须作解释的条款。");
            return;
        }

        row = SensitivityRows(book, sheet, row, items);
        var headers = row + 2;
        InForce(book, sheet, row + 1, items);
        sheet.PrintOnA4(landscape: true, book.PageHeader, headers, headers).Freeze(2);
    }

    private static int SensitivityRows(AssessmentBook book, SheetDraft sheet, int row, IReadOnlyList<Interpretation> items)
    {
        sheet.Across(row, 1, ColumnCount, "一、换一种理解会怎样", Look.Section);
        var rows = book.Period.Sensitivity.OrderByDescending(line => line.NeedsDecision).ToList();
        var table = sheet.Table(row + 1, Columns(book), rows, "没有可以计算的其他理解。");
        if (rows.Count > 0)
        {
            sheet.Mark(sheet.MarkRange(table, ColumnCount), $"LEFT($G{table.FirstRow},1)=\"▲\"");
        }

        row = table.Next;
        foreach (var (item, option, why) in NotComputed(items))
        {
            sheet.Across(row++, 1, ColumnCount, $"{item.Key}“{option.Title.Zh}”不计算：{why.Zh}", Look.Note);
        }

        sheet.Across(row, 1, ColumnCount, $"每行只换一个键，其余照现行理解。“{NeedsDecision}”：换一种理解会落入另一档次，而双方尚未作出决定，本期不应据此付款。", Look.Note);
        return row + 1;
    }

    private static IEnumerable<(Interpretation Item, InterpretationOption Option, Text Why)> NotComputed(IReadOnlyList<Interpretation> items) =>
        from item in items
        from option in item.Options
        where option.NotComputed is not null
        select (item, option, option.NotComputed!.Value);

    private static Column<SensitivityRow>[] Columns(AssessmentBook book) =>
    [
        Column<SensitivityRow>.Words("键", line => line.Interpretation.Key),
        Column<SensitivityRow>.Words("其他理解", line => line.Option.Title.Zh),
        new("得分", Look.Figure, (cell, line) => Total(cell, line.Total, WorkbookTheme.Points, book)),
        new("得分差", Look.Figure, (cell, line) => Difference(
            cell, $"C{cell.Row}-Score", line.Total - book.Assessment.Total, WorkbookTheme.PointsDifference, book)),
        new("扣减（元）", Look.Figure, (cell, line) => cell.NumberOrWord(line.Amount, WorkbookTheme.Money)),
        new("扣减差（元）", Look.Figure, (cell, line) => cell.Figure(
            $"E{cell.Row}-DeductionTotal", line.Amount - book.Period.Settlement.Total, WorkbookTheme.MoneyDifference)),
        Column<SensitivityRow>.Words("结论", Verdict, Look.Centred),
    ];

    private static void Total(CellDraft cell, decimal? total, string format, AssessmentBook book) =>
        _ = book.Assessment.Scorecard is null ? cell.Text("—") : cell.NumberOrWord(total, format);

    private static void Difference(CellDraft cell, string formula, decimal? value, string format, AssessmentBook book) =>
        _ = book.Assessment.Scorecard is null ? cell.Text("—") : cell.Figure(formula, value, format);

    private static string Verdict(SensitivityRow line) =>
        line.NeedsDecision ? NeedsDecision : line.ChangesBand ? "另一档次（已决定）" : line.Settled ? "已决定" : "同一档次";

    private static void InForce(AssessmentBook book, SheetDraft sheet, int row, IReadOnlyList<Interpretation> items)
    {
        var settled = Readings.Settled(book.Folder, book.Measurement.AsOf);
        sheet.Across(row, 1, ColumnCount, "二、现行理解", Look.Section);
        sheet.Headers(row + 1, 1, "键", "不明之处", "现行理解", "", "来由", "", "条款");
        sheet.Merge(row + 1, 3, row + 1, 4);
        sheet.Merge(row + 1, 5, row + 1, 6);
        row += 2;
        foreach (var item in items)
        {
            var option = item.Options.FirstOrDefault(other => other.Id == book.Period.ReadingsInForce.GetValueOrDefault(item.Key));
            var key = sheet[row, 1].As(Look.Body).Text(item.Key);
            sheet[row, 2].As(Look.Body).Text(item.Question.Zh);
            sheet.Across(row, 3, 4, option?.Title.Zh ?? "—", Look.Body);
            sheet.Across(row, 5, 6, OriginOf(book, item, settled), Look.Body);
            if (settled.Contains(item.Key) && DecisionOn(book, item) is { } decision && book.Rows.TryGetValue(decision.Path, out var record))
            {
                key.LinkTo(record);
            }

            sheet[row++, 7].As(Look.Body).Text(string.Join("；", item.Clauses));
        }
    }

    private static string OriginOf(AssessmentBook book, Interpretation item, IReadOnlySet<string> settled) =>
        settled.Contains(item.Key) && DecisionOn(book, item) is { } decision
            ? $"已决定（{Words.Of(decision.Spec.DecidedOn)}，{decision.Spec.DecidedBy}）：{decision.Spec.Reason}"
            : $"默认：{item.Reason?.Zh ?? "—"}";

    private static Resource<Decision>? DecisionOn(AssessmentBook book, Interpretation item) => book.Folder.Of<Decision>()
        .Where(decision => decision.Spec.Interpretation == item.Key && BeijingTime.StartOf(decision.Spec.DecidedOn) < book.Measurement.AsOf)
        .OrderByDescending(decision => decision.Spec.DecidedOn).ThenByDescending(decision => decision.Path, StringComparer.Ordinal)
        .Cast<Resource<Decision>?>()
        .FirstOrDefault();
}
