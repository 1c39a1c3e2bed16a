using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Clocks;

/// <summary>The answer of a clock for the terminal: the result first, then the proof, stretch by stretch.</summary>
internal static class ClockText
{
    /// <summary>Writes by when a limit is due.</summary>
    public static void WriteDeadline(TextWriter output, ClockQuestion question, DueTime due, bool provisional, Language language)
    {
        var weekday = Moment.Weekday(BeijingTime.DateEndingAt(due.At)).In(language);
        output.WriteLine($"{Moment.ShowEnd(due.At)}  {weekday}{Mark(provisional).In(language)}");
        output.WriteLine(new Text(
            $"自 {Moment.Show(question.Start)} 起 {due.Limit.Describe().Zh}；{question.Clock.Describe().Zh}",
            $"{due.Limit.Describe().En} from {Moment.Show(question.Start)}; {question.Clock.Describe().En}").In(language));
        WriteProof(output, question, due.Segments, language);
    }

    /// <summary>Writes how much time went by, and whether a limit is met where one was named.</summary>
    public static void WriteElapsed(
        TextWriter output, ClockQuestion question, Instant end, ElapsedTime elapsed, Amount? limit, bool provisional, Language language)
    {
        output.WriteLine($"{elapsed.Counted.Describe().In(language)}{Verdict(elapsed, limit).In(language)}{Mark(provisional).In(language)}");
        output.WriteLine(new Text(
            $"自 {Moment.Show(question.Start)} 至 {Moment.Show(end)}；{question.Clock.Describe().Zh}",
            $"from {Moment.Show(question.Start)} to {Moment.Show(end)}; {question.Clock.Describe().En}").In(language));
        WriteProof(output, question, elapsed.Segments, language);
    }

    private static Text Verdict(ElapsedTime elapsed, Amount? limit) => limit is null
        ? Text.Same("")
        : elapsed.Meets(limit)
            ? new($"  达标（时限 {limit.Describe().Zh}）", $"  met (limit {limit.Describe().En})")
            : new($"  超过时限 {limit.Describe().Zh}", $"  missed (limit {limit.Describe().En})");

    private static Text Mark(bool provisional) => provisional
        ? new("  暂定：所用日历的通知尚未公布", "  provisional: the notice for the calendar used is not published")
        : Text.Same("");

    private static void WriteProof(TextWriter output, ClockQuestion question, IReadOnlyList<ClockSegment> segments, Language language)
    {
        var table = new TextTable(ColumnAlignment.Left, ColumnAlignment.Left, ColumnAlignment.Right, ColumnAlignment.Left);
        foreach (var segment in segments)
        {
            // On a day clock a stretch counts as days, so its hours would mislead.
            var length = question.Clock is ServiceClock.Window && segment.Counts ? Amount.FromDuration(segment.Length).Describe().In(language) : "";
            table.Add(segment.Counts ? "+" : " ", Moment.ShowStretch(segment.From, segment.To), length, segment.Describe().In(language));
        }

        table.Write(output, "  ");
        var versions = question.Calendar.Versions;
        output.WriteLine(new Text(
            $"日历：{(versions.Count == 0 ? "无" : string.Join("、", versions))}",
            $"calendar: {(versions.Count == 0 ? "none" : string.Join(", ", versions))}").In(language));
    }
}
