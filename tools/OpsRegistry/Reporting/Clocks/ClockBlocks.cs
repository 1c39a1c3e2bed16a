using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables.Definitions;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Clocks;

/// <summary>The answer of a clock: the result first, then the proof, piece by piece.</summary>
internal static class ClockBlocks
{
    private const string Id = "clock";

    /// <summary>By when a limit is due.</summary>
    public static IReadOnlyList<Block> Deadline(ClockQuestion question, DueTime due, bool provisional)
    {
        var (at, day) = (Moment.ShowEnd(due.At), Moment.Weekday(BeijingTime.DateEndingAt(due.At)));
        return Answer(question, new($"{at}  {day.Zh}", $"{at}  {day.En}"), provisional, due.Segments, new(
            $"自 {Moment.Show(question.Start)} 起 {due.Limit.Describe().Zh}；{question.Clock.Describe().Zh}",
            $"{due.Limit.Describe().En} from {Moment.Show(question.Start)}; {question.Clock.Describe().En}"));
    }

    /// <summary>How much time went by, and whether a limit is met where one was named.</summary>
    public static IReadOnlyList<Block> Elapsed(ClockQuestion question, Instant end, ElapsedTime elapsed, Amount? limit, bool provisional)
    {
        var (counted, verdict) = (elapsed.Counted.Describe(), Verdict(elapsed, limit));
        return Answer(question, new(counted.Zh + verdict.Zh, counted.En + verdict.En), provisional, elapsed.Segments, new(
            $"自 {Moment.Show(question.Start)} 至 {Moment.Show(end)}；{question.Clock.Describe().Zh}",
            $"from {Moment.Show(question.Start)} to {Moment.Show(end)}; {question.Clock.Describe().En}"));
    }

    private static IReadOnlyList<Block> Answer(ClockQuestion question, Text answer, bool provisional, IReadOnlyList<ClockSegment> segments, Text asked)
    {
        var (mark, versions) = (Mark(provisional), question.Calendar.Versions);
        return
        [
            new Block.Heading(new(answer.Zh + mark.Zh, answer.En + mark.En), Id),
            new Block.Paragraph(asked),
            new Block.TableBlock(TimePieceTable.For(segments, question.Clock is ServiceClock.Window)),
            new Block.Paragraph(new(
                $"日历：{(versions.Count == 0 ? "无" : string.Join("、", versions))}",
                $"calendar: {(versions.Count == 0 ? "none" : string.Join(", ", versions))}")),
        ];
    }

    private static Text Verdict(ElapsedTime elapsed, Amount? limit) => limit is null
        ? Text.Same("")
        : elapsed.Meets(limit)
            ? new($"  达标（时限 {limit.Describe().Zh}）", $"  met (limit {limit.Describe().En})")
            : new($"  超过时限 {limit.Describe().Zh}", $"  missed (limit {limit.Describe().En})");

    private static Text Mark(bool provisional) => provisional
        ? new("  暂定：所用日历的通知尚未公布", "  provisional: the notice for the calendar used is not published")
        : Text.Same("");
}
