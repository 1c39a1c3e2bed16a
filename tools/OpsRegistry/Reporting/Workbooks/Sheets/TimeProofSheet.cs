using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>计时证明: for each limit that was missed the time piece by piece, so that anyone can count it again.</summary>
internal static class TimeProofSheet
{
    /// <summary>The sheet; null where nothing was late.</summary>
    public static Sheet? For(AssessmentBook book)
    {
        var missed = book.Measurement.TargetsIn(book.Days).Where(result => result.State == TargetState.Missed).ToList();
        return missed.Count == 0 ? null : new("timeProofs", new("计时证明", "Time proofs"), new("每一次超时的逐段计时", "the time of each missed limit, piece by piece"))
        {
            Blocks =
            [
                .. missed.SelectMany((result, index) => Proof(book, result, index + 1)),
                new Block.Paragraph(new(
                    "每段含起点、不含终点；时刻均为北京时间。按小时计的时限，“计”的时长之和即用时；按工作日计的时限数段数，一段即一日，不足一日的也算一日；连续而依据相同的日并为一行。",
                    "A piece includes its start and not its end; times are Beijing time. Limits in hours add up the lengths that count; limits in working days count the pieces, a day begun counting as one.")) { Tone = Tone.Faint },
            ],
        };
    }

    private static IEnumerable<Block> Proof(AssessmentBook book, TargetResult result, int number)
    {
        var limit = TargetTable.LimitOf(result.Target);
        var (title, name) = (result.Target.Title, RecordNames.Show(result.Resource.Name));
        yield return new Block.Heading(new($"{name.Zh}　{title.Zh}（{limit.Zh}）", $"{name.En}  {title.En} ({limit.En})"), FormattableString.Invariant($"proof{number}"))
        {
            To = Anchor.Record(result.Resource.Path),
            Anchor = Anchor.Outcome(result),
        };
        yield return new Block.Paragraph(Summary(book, result));
        yield return new Block.TableBlock(TimePieceTable.For(number, result));
    }

    private static Text Summary(AssessmentBook book, TargetResult result)
    {
        var (start, due) = (result.Start is { } from ? AssessmentBook.Minute(from) : "—", result.Due is { } at ? AssessmentBook.Minute(at) : "—");
        var end = result.End is { } to ? Text.Same(AssessmentBook.Minute(to)) : new Text($"未完成（计到 {AssessmentBook.Minute(book.Measurement.AsOf)}）", $"still open (counted up to {AssessmentBook.Minute(book.Measurement.AsOf)})");
        var stopped = result.StoppedBy is { } other ? new Text($"，以 {RecordNames.Show(other.Name).Zh} 停表", $", stopped by {RecordNames.Show(other.Name).En}") : Text.Same("");
        var calendar = result.Provisional ? new Text("；所用日历为暂定", "; the calendar is provisional") : Text.Same("");
        return new(
            $"起算 {start}，期限 {due}，完成 {end.Zh}{stopped.Zh}；{result.Reason.Zh}，迟 {result.DaysLate} 天{calendar.Zh}。",
            $"Start {start}, due {due}, end {end.En}{stopped.En}; {result.Reason.En}, {English.Count(result.DaysLate, "day")} late{calendar.En}.");
    }
}
