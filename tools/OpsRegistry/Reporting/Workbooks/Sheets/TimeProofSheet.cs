using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>计时证明: for each limit that was missed the time piece by piece, so that anyone can count it again.</summary>
internal static class TimeProofSheet
{
    private const int ColumnCount = 6;
    private const string Counts = "计", CountsNot = "不计";

    public static void Write(AssessmentBook book)
    {
        if (!book.Has(Pages.TimeProofs))
        {
            return;
        }

        var sheet = book[Pages.TimeProofs].Columns(19, 19, 12, 8, 8, 46);
        var row = book.Head(Pages.TimeProofs, ColumnCount, landscape: false);
        foreach (var result in book.Measurement.TargetsIn(book.Days).Where(result => result.State == TargetState.Missed))
        {
            row = Proof(book, sheet, row, result) + 1;
        }

        sheet.Across(row, 1, ColumnCount, "每段含起点、不含终点；时刻均为北京时间。按小时计的时限，“计”的时长之和即用时；按工作日计的时限数段数，一段即一日，不足一日的也算一日；连续而依据相同的日并为一行。", Look.Note);
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
        var table = sheet.Table(row + 2, Columns, Folded(result.Elapsed?.Segments ?? []), "没有计时段。");
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
                $"SUMIF({table.Range(5)},{ExcelText.InFormula(Counts)},{table.Range(3)})",
                counted.Time.BclCompatibleTicks / (decimal)NodaTime.NodaConstants.TicksPerDay, WorkbookTheme.Duration);
        }
        else if (result.Elapsed is { Counted: { Unit: AmountUnit.WorkingDays } days })
        {
            sheet[row, 4].As(Look.TotalFigure).Formula(
                $"SUMIF({table.Range(5)},{ExcelText.InFormula(Counts)},{table.Range(4)})", days.Count, WorkbookTheme.Count);
        }

        sheet[row, 6].Text($"{result.Elapsed?.Counted.Describe().Zh ?? "—"}，时限 {Words.Limit(result.Target.Limit)}");
    }

    private static string Summary(AssessmentBook book, TargetResult result)
    {
        var start = result.Start is { } from ? Words.Of(from) : "—";
        var due = result.Due is { } at ? Words.Of(at) : "—";
        var end = result.End is { } to ? Words.Of(to) : $"未完成（计到 {Words.Of(book.Measurement.AsOf)}）";
        var report = result.StoppedBy is { } stopped ? $"，以 {stopped.Name} 停表" : "";
        return $"起算 {start}，期限 {due}，完成 {end}{report}；{result.Reason.Zh}，迟 {result.DaysLate} 天{(result.Provisional ? "；所用日历为暂定" : "")}。";
    }

    /// <summary>Whole days in a row that count, or do not, for the same reason stand on one line, with their number.</summary>
    private static List<Piece> Folded(IReadOnlyList<ClockSegment> segments)
    {
        var pieces = new List<Piece>();
        foreach (var segment in segments)
        {
            var last = pieces.Count > 0 ? pieces[^1] : null;
            if (last is not null && last.To == segment.From && segment.HasCauseOf(last.Segment))
            {
                pieces[^1] = last with { To = segment.To, Days = last.Days + 1 };
            }
            else
            {
                pieces.Add(new(segment, segment.To, 1, segment.Describe().Zh));
            }
        }

        return pieces;
    }

    private static readonly Column<Piece>[] Columns =
    [
        new("自", Look.Centred, (cell, piece) => cell.Moment(piece.Segment.From)),
        new("至", Look.Centred, (cell, piece) => cell.Moment(piece.To)),
        new("时长", Look.Figure, (cell, piece) => cell.Formula(
            $"B{cell.Row}-A{cell.Row}", (piece.To - piece.Segment.From).BclCompatibleTicks / (decimal)NodaTime.NodaConstants.TicksPerDay, WorkbookTheme.Duration)),
        new("段数", Look.Figure, (cell, piece) => cell.Number(piece.Days, WorkbookTheme.Count)),
        Column<Piece>.Words("计否", piece => piece.Segment.Counts ? Counts : CountsNot, Look.Centred),
        Column<Piece>.Words("依据", piece => piece.Words),
    ];

    /// <summary>Segments folded into one line.</summary>
    private sealed record Piece(ClockSegment Segment, NodaTime.Instant To, int Days, string Words);
}
