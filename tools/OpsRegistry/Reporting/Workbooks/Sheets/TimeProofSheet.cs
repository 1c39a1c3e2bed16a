using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>计时证明: for each limit that was missed the time piece by piece, so that anyone can count it again.</summary>
internal static class TimeProofSheet
{
    private const int ColumnCount = 5;
    private const string Counts = "计", CountsNot = "不计";

    public static void Write(AssessmentBook book)
    {
        if (!book.Has(Pages.TimeProofs))
        {
            return;
        }

        var sheet = book[Pages.TimeProofs].Columns(19, 19, 12, 8, 48);
        var row = book.Head(Pages.TimeProofs, ColumnCount, landscape: false);
        foreach (var result in book.Measurement.TargetsIn(book.Days).Where(result => result.State == TargetState.Missed))
        {
            row = Proof(book, sheet, row, result) + 1;
        }

        sheet.Across(row, 1, ColumnCount, "每段含起点、不含终点；时刻均为北京时间。“计”的各段之和即用时；按日计的时限数日不数时。", Look.Note);
        sheet.Freeze(2);
    }

    private static int Proof(AssessmentBook book, SheetDraft sheet, int row, TargetResult result)
    {
        var heading = sheet.Across(row, 1, ColumnCount, $"{result.Resource.Name}　{result.Target.Title.Zh}（{Words.Limit(result.Target.Limit)}）", Look.Section);
        if (book.Rows.TryGetValue(result.Resource.Path, out var record))
        {
            heading.LinkTo(record);
        }

        book.Proofs[result] = heading;
        sheet.Across(row + 1, 1, ColumnCount, Summary(book, result), Look.Body);
        var segments = result.Elapsed?.Segments ?? [];
        var table = sheet.Table(row + 2, Columns, segments, "没有计时段。");
        Total(sheet, table, result);
        return table.Next + 1;
    }

    private static void Total(SheetDraft sheet, TableArea table, TargetResult result)
    {
        var row = table.Next;
        sheet.Paint(row, 1, row, ColumnCount, Look.Total);
        sheet[row, 1].Text("计入合计");
        if (result.Elapsed is { Counted: { Unit: AmountUnit.Time } counted })
        {
            sheet[row, 3].As(Look.TotalFigure).Formula(
                $"SUMIF({table.Range(4)},{ExcelText.InFormula(Counts)},{table.Range(3)})",
                counted.Time.BclCompatibleTicks / (decimal)NodaTime.NodaConstants.TicksPerDay, WorkbookTheme.Duration);
        }

        sheet[row, 5].Text($"{result.Elapsed?.Counted.Describe().Zh ?? "—"}，时限 {Words.Limit(result.Target.Limit)}");
    }

    private static string Summary(AssessmentBook book, TargetResult result)
    {
        var start = result.Start is { } from ? Words.Of(from) : "—";
        var due = result.Due is { } at ? Words.Of(at) : "—";
        var end = result.End is { } to ? Words.Of(to) : $"未完成（计到 {Words.Of(book.Measurement.AsOf)}）";
        var report = result.StoppedBy is { } stopped ? $"，以 {stopped.Name} 停表" : "";
        return $"起算 {start}，期限 {due}，完成 {end}{report}；{result.Reason.Zh}，迟 {result.DaysLate} 天{(result.Provisional ? "；所用日历为暂定" : "")}。";
    }

    private static readonly Column<ClockSegment>[] Columns =
    [
        new("自", Look.Centred, (cell, segment) => cell.Moment(segment.From)),
        new("至", Look.Centred, (cell, segment) => cell.Moment(segment.To)),
        new("时长", Look.Figure, (cell, segment) => cell.Formula(
            $"B{cell.Row()}-A{cell.Row()}", segment.Length.BclCompatibleTicks / (decimal)NodaTime.NodaConstants.TicksPerDay, WorkbookTheme.Duration)),
        Column<ClockSegment>.Words("计否", segment => segment.Counts ? Counts : CountsNot, Look.Centred),
        Column<ClockSegment>.Words("依据", segment => segment.Describe().Zh),
    ];
}
