using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>The contract's account on the settlement sheet: the deductions of all periods so far, the cap, and the tranches.</summary>
internal static class AccountTables
{
    private const int ColumnCount = SettlementSheet.ColumnCount;

    /// <summary>Writes the account; gives the first free row.</summary>
    public static int Write(AssessmentBook book, SheetDraft sheet, int row)
    {
        sheet.Across(row, 1, ColumnCount, $"三、合同账目（截至 {Words.Of(book.Measurement.AsOf)}）", Look.Section);
        var next = Periods(book, sheet, row + 1);
        return Tranches(book, sheet, next + 1);
    }

    private static int Periods(AssessmentBook book, SheetDraft sheet, int row)
    {
        var account = book.Result.Settlement;
        sheet.Headers(row, 1, "考核期", "起止", "状态", "扣减（元）");
        var first = row + 1;
        for (var index = 0; index < account.Deductions.Count; index++)
        {
            var deduction = account.Deductions[index];
            sheet[first + index, 1].As(Look.Centred).Text(deduction.Period.Id);
            sheet[first + index, 2].As(Look.Centred).Text(Words.DaysOf(deduction.Period));
            sheet[first + index, 3].As(Look.Centred).Text(deduction.Provisional ? "暂定" : "最终");
            var cell = sheet[first + index, 4].As(Look.Figure);
            _ = deduction.Period == book.Days
                ? cell.Figure("DeductionTotal+0", deduction.Amount, WorkbookTheme.Money)
                : cell.NumberOrWord(deduction.Amount, WorkbookTheme.Money);
        }

        var end = first + account.Deductions.Count;
        Sum(sheet, end, "累计扣减（元）");
        sheet[end, 4].Figure(account.Deductions.Count == 0 ? "0" : Tables.SumOf($"D{first}:D{end - 1}"), account.Accumulated, WorkbookTheme.Money);
        Sum(sheet, end + 1, "扣减上限（元）");
        var cap = book.Folder.Scorecard?.Settlement?.Cap;
        _ = cap is { } share
            ? sheet[end + 1, 4].Figure($"ROUND(ContractTotal*{Words.Plain(share)},2)", account.Cap, WorkbookTheme.Money)
            : sheet[end + 1, 4].Text("未约定");
        Sum(sheet, end + 2, "封顶后扣减（元）");
        sheet[end + 2, 4].Figure(account.Cap is null ? $"D{end}+0" : $"MIN(D{end}+0,D{end + 1}+0)", account.AfterCap, WorkbookTheme.Money).Name("DeductedInAll");
        return end + 3;
    }

    private static void Sum(SheetDraft sheet, int row, string words)
    {
        sheet.Paint(row, 1, row, 3, Look.Total).Paint(row, 4, row, 4, Look.TotalFigure);
        sheet.Across(row, 1, 3, words, Look.Total);
    }

    private static int Tranches(AssessmentBook book, SheetDraft sheet, int row)
    {
        var account = book.Result.Settlement;
        if (account.Tranches.Count == 0)
        {
            return AssessmentBook.Empty(sheet, row, ColumnCount, "文件没有写明付款安排。");
        }

        var table = sheet.Table(row, Columns, account.Tranches, "");
        var end = table.Next;
        sheet.Paint(end, 1, end, ColumnCount, Look.Total).Paint(end, 3, end, 7, Look.TotalFigure);
        sheet[end, 1].Text("合计");
        sheet[end, 3].Figure(Tables.SumOf(table.Range(3)), Whole(account, state => state.Amount), WorkbookTheme.Money);
        sheet[end, 4].Figure(Tables.SumOf(table.Range(4)), Whole(account, state => state.Deducted), WorkbookTheme.Money);
        sheet[end, 5].Figure(Tables.SumOf(table.Range(5)), Whole(account, state => state.Payable), WorkbookTheme.Money);
        sheet[end, 6].Figure(Tables.SumOf(table.Range(6)), account.Tranches.Sum(state => state.Paid), WorkbookTheme.Money);
        sheet[end, 7].Figure(Tables.SumOf(table.Range(7)), Whole(account, state => state.Open), WorkbookTheme.Money);
        return Excess(sheet, end + 1, account, table);
    }

    private static int Excess(SheetDraft sheet, int row, ContractSettlement account, TableArea table)
    {
        var taker = account.Tranches.ToList().FindIndex(state => state.Terms.TakesDeductions);
        if (taker < 0)
        {
            return row;
        }

        sheet.Paint(row, 1, row, ColumnCount, Look.Total).Paint(row, 7, row, 7, Look.TotalFigure);
        sheet.Across(row, 1, 6, "扣减超出可扣款项的部分，供应商应退（元）", Look.Total);
        sheet[row, 7].Figure($"MAX(0,DeductedInAll-C{table.FirstRow + taker})", account.Excess, WorkbookTheme.Money);
        return row + 1;
    }

    private static decimal? Whole(ContractSettlement account, Func<TrancheState, decimal?> amount) =>
        account.Tranches.Any(state => amount(state) is null) ? null : account.Tranches.Sum(state => amount(state)!.Value);

    private static readonly Column<TrancheState>[] Columns =
    [
        new("款项", Look.Body, (cell, state) => cell.Text($"{state.Terms.Title.Zh}（{Words.Plain(state.Terms.Share * 100)}%）")),
        Column<TrancheState>.Words("支付条件", ConditionsOf),
        new("金额", Look.Figure, (cell, state) => cell.Figure($"ROUND(ContractTotal*{Words.Plain(state.Terms.Share)},2)", state.Amount, WorkbookTheme.Money)),
        new("扣减", Look.Figure, (cell, state) => Deducted(cell, state)),
        new("应付", Look.Figure, (cell, state) => cell.Figure($"MAX(0,C{cell.Row}-D{cell.Row})", state.Payable, WorkbookTheme.Money)),
        new("已付", Look.Figure, (cell, state) => cell.Number(state.Paid, WorkbookTheme.Money)),
        new("未付", Look.Figure, (cell, state) => cell.Figure($"MAX(0,E{cell.Row}-F{cell.Row})", state.Open, WorkbookTheme.Money)),
        new("最迟付款日", Look.Centred, (cell, state) => Due(cell, state)),
    ];

    private static void Deducted(CellDraft cell, TrancheState state) => _ = state.Terms.TakesDeductions
        ? cell.Figure("DeductedInAll+0", state.Deducted, WorkbookTheme.Money)
        : cell.NumberOrWord(state.Deducted, WorkbookTheme.Money);

    private static void Due(CellDraft cell, TrancheState state) =>
        _ = state.Due is { } day ? cell.Date(day) : cell.Text("—");

    private static string ConditionsOf(TrancheState state)
    {
        var all = string.Join("、", state.Terms.Triggers.Select(Words.Of));
        var limit = state.Terms.DueWithin is { } within ? $"，其后 {Words.Limit(within)}内" : "";
        return state.Waiting.Count == 0 ? $"{all}{limit}：均已具备" : $"{all}{limit}；尚缺：{string.Join("、", state.Waiting.Select(Words.Of))}";
    }
}
