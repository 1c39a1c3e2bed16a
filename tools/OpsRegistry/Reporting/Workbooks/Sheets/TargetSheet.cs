using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>SLA: each limit with its attainment, the outcome on every record, and availability.</summary>
internal static class TargetSheet
{
    private const int ColumnCount = 10;

    /// <summary>What stands where there is nothing to divide by: not 100 %, and not 0.</summary>
    private const string Nothing = "无可计量";

    /// <summary>The column of ids and the column of states, for counting.</summary>
    private const int Ids = 1, States = 8;

    /// <summary>The column of the attainment.</summary>
    private const int Attained = 9;

    public static void Write(AssessmentBook book)
    {
        var sheet = book[Pages.Targets].Columns(20, 26, 22, 17, 17, 17, 13, 10, 10, 30);
        var row = book.Head(Pages.Targets, ColumnCount, landscape: true, "服务级别（SLA）");
        var targets = book.Measurement.Scope.Targets;
        if (targets.Count == 0)
        {
            row = AssessmentBook.Empty(sheet, row, ColumnCount, "合同没有约定时限。") + 1;
            Availability(book, sheet, row);
            return;
        }

        var results = book.Measurement.TargetsIn(book.Days).ToList();
        sheet.Across(row, 1, ColumnCount, "一、时限达成", Look.Section);
        var availabilityRow = row + targets.Count + 4;
        var listRow = Availability(book, sheet, availabilityRow - 1) + 2;
        var area = new TableArea(sheet, listRow + 1, listRow + Math.Max(1, results.Count));
        sheet.Table(row + 1, Summary(area, results), targets, "");
        Remember(book, sheet, row + 2, targets, results);
        sheet.Across(row + targets.Count + 2, 1, ColumnCount, "达成率 = 达标 ÷（达标 + 未达标）；未到期与不可计量的不进分母。", Look.Note);
        sheet.Across(listRow - 1, 1, ColumnCount, "三、逐条计时", Look.Section);
        var ids = new Dictionary<TargetTerms, string>(targets.Select(limit => KeyValuePair.Create(limit.Target, IdOf(limit))), ReferenceEqualityComparer.Instance);
        sheet.Table(listRow, Columns(book, ids), results, "本期没有受时限约束的记录。");
        if (results.Count > 0)
        {
            sheet.Filter(listRow, 1, area.LastRow, ColumnCount).Mark(sheet.MarkRange(area, ColumnCount), $"$H{area.FirstRow}=\"未达标\"");
        }

        sheet.PrintOnA4(landscape: true, book.PageHeader, listRow, listRow).Freeze(2);
    }

    private static Column<ScopedTarget>[] Summary(TableArea area, List<TargetResult> results) =>
    [
        Column<ScopedTarget>.Words("编号", IdOf),
        Column<ScopedTarget>.Words("时限", limit => limit.Target.Title.Zh),
        Column<ScopedTarget>.Words("适用", limit => Kinds.Named(limit.Target.AppliesTo.Kind)?.Title.Zh ?? limit.Target.AppliesTo.Kind, Look.Centred),
        Column<ScopedTarget>.Words("限额", limit => Words.Limit(limit.Target.Limit), Look.Centred),
        Count(area, results, TargetState.Met),
        Count(area, results, TargetState.Missed),
        Count(area, results, TargetState.Pending),
        Count(area, results, TargetState.NotMeasurable),
        new("达成率", Look.Figure, (cell, limit) => Attainment(cell, limit.Target, results)),
        Column<ScopedTarget>.Words("条款", limit => string.Join("；", limit.Target.Clauses)),
    ];

    private static void Remember(AssessmentBook book, SheetDraft sheet, int firstRow, IReadOnlyList<ScopedTarget> targets, List<TargetResult> results)
    {
        for (var index = 0; index < targets.Count; index++)
        {
            book.Attainments.Add((targets[index].Target.Title.Zh, sheet[firstRow + index, Attained], ShareOf(targets[index].Target, results)));
        }
    }

    private static Column<ScopedTarget> Count(TableArea area, List<TargetResult> results, TargetState state) =>
        new(Words.Of(state), Look.Figure, (cell, limit) => cell.Formula(
            $"COUNTIFS({area.Range(Ids)},$A{cell.Row},{area.Range(States)},{ExcelText.InFormula(Words.Of(state))})",
            results.Count(result => ReferenceEquals(result.Target, limit.Target) && result.State == state), WorkbookTheme.Count));

    private static void Attainment(CellDraft cell, TargetTerms target, List<TargetResult> results)
    {
        var formula = $"IF(E{cell.Row}+F{cell.Row}=0,{ExcelText.InFormula(Nothing)},E{cell.Row}/(E{cell.Row}+F{cell.Row}))";
        _ = ShareOf(target, results) is { } share ? cell.Formula(formula, share, WorkbookTheme.Percent) : cell.Formula(formula, Nothing);
    }

    private static decimal? ShareOf(TargetTerms target, List<TargetResult> results)
    {
        decimal met = results.Count(result => ReferenceEquals(result.Target, target) && result.State == TargetState.Met);
        var measured = met + results.Count(result => ReferenceEquals(result.Target, target) && result.State == TargetState.Missed);
        return measured == 0 ? null : met / measured;
    }

    /// <summary>The id that the counts go by: services may use the same ids.</summary>
    private static string IdOf(ScopedTarget limit) => limit.Service is null ? limit.Target.Id : $"{limit.Service}/{limit.Target.Id}";

    private static Column<TargetResult>[] Columns(AssessmentBook book, IReadOnlyDictionary<TargetTerms, string> ids) =>
    [
        Column<TargetResult>.Words("编号", result => ids[result.Target]),
        Column<TargetResult>.Words("时限", result => $"{result.Target.Title.Zh}（{Words.Limit(result.Target.Limit)}）"),
        new("记录", Look.Body, (cell, result) => cell.LinkOrText(
            result.Resource.Name, book.Rows.TryGetValue(result.Resource.Path, out var row) ? row : null)),
        new("起算", Look.Centred, (cell, result) => Moment(cell, result.Start)),
        new("期限", Look.Centred, (cell, result) => Moment(cell, result.Due)),
        new("完成", Look.Centred, (cell, result) => Moment(cell, result.End)),
        new("用时", Look.Figure, (cell, result) => Elapsed(cell, result)),
        new("状态", Look.Centred, (cell, result) => cell.LinkOrText(
            Words.Of(result.State), book.Proofs.TryGetValue(result, out var proof) ? proof : null)),
        new("迟延天数", Look.Figure, (cell, result) => DaysLate(cell, result)),
        Column<TargetResult>.Words("说明", result => result.Reason.Zh + (result.Provisional ? "（日历暂定）" : "")),
    ];

    private static void Moment(CellDraft cell, NodaTime.Instant? moment) =>
        _ = moment is { } known ? cell.Moment(known) : cell.Text("—");

    private static void Elapsed(CellDraft cell, TargetResult result) => _ = result.Elapsed?.Counted switch
    {
        null => cell.Text("—"),
        { Unit: AmountUnit.Time } counted => cell.Duration(counted.Time),
        var counted => cell.Text(counted.Describe().Zh),
    };

    private static void DaysLate(CellDraft cell, TargetResult result)
    {
        if (result.DaysLate > 0)
        {
            cell.Number(result.DaysLate, WorkbookTheme.Count);
        }
    }

    /// <summary>Writes availability under its heading; gives the last row used.</summary>
    private static int Availability(AssessmentBook book, SheetDraft sheet, int row)
    {
        sheet.Across(row, 1, ColumnCount, "二、可用率", Look.Section);
        if ((book.Folder.ServiceLevels?.Availability ?? []).Count == 0)
        {
            return AssessmentBook.Empty(sheet, row + 1, ColumnCount, "合同没有约定可用率。");
        }

        return sheet.Table(row + 1, AvailabilityColumns, book.Measurement.AvailabilityIn(book.Days).ToList(), "服务时间无法理解，或工作日历未覆盖本期：不可计量。").Next;
    }

    private static readonly Column<AvailabilityResult>[] AvailabilityColumns =
    [
        Column<AvailabilityResult>.Words("编号", result => result.Terms.Id),
        Column<AvailabilityResult>.Words("名称", result => result.Terms.Title.Zh),
        new("要求", Look.Figure, (cell, result) => cell.Number(result.Terms.Target, WorkbookTheme.Availability)),
        new("应服务时间", Look.Figure, (cell, result) => cell.Duration(result.Whole)),
        new("中断时间", Look.Figure, (cell, result) => cell.Duration(result.Outage)),
        new("允许中断", Look.Figure, (cell, result) => cell.Duration(result.Allowed)),
        new("可用率", Look.Figure, (cell, result) => Share(cell, result.Share)),
        new("结论", Look.Centred, (cell, result) => Verdict(cell, result)),
        new("事件数", Look.Figure, (cell, result) => cell.Number(result.Incidents.Count, WorkbookTheme.Count)),
        Column<AvailabilityResult>.Words("说明与条款", Explanation),
    ];

    private static string Explanation(AvailabilityResult result)
    {
        var longest = result.Terms.LongestFault is { } longestAllowed
            ? $"最长单次中断 {Amount.Of(result.LongestFault).Describe().Zh}，限 {Amount.Of(longestAllowed).Describe().Zh}；"
            : "";
        var excluded = result.Excluded.Count > 0 ? $"不计 {string.Join("、", result.Excluded.Select(fact => fact.Resource.Name))}；" : "";
        return longest + excluded + string.Join("；", result.Terms.Clauses);
    }

    private static void Share(CellDraft cell, decimal? share)
    {
        var formula = $"IF(D{cell.Row}=0,{ExcelText.InFormula(Nothing)},1-E{cell.Row}/D{cell.Row})";
        _ = share is { } known ? cell.Formula(formula, known, WorkbookTheme.Availability) : cell.Formula(formula, Nothing);
    }

    private static void Verdict(CellDraft cell, AvailabilityResult result)
    {
        var value = result.Share is not { } share ? Nothing : share >= result.Terms.Target ? "达标" : "未达标";
        cell.Formula($"IF(ISNUMBER(G{cell.Row}),IF(G{cell.Row}>=C{cell.Row},\"达标\",\"未达标\"),G{cell.Row})", value);
    }
}
