using OpsRegistry.Assessing;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Assessments;

/// <summary>What a score waits for, and what to file.</summary>
internal static class AwaitedWords
{
    /// <summary>What ends the waiting for one term.</summary>
    public static Text Of(PeriodResult period, Awaited awaited) => awaited.Range is var (least, most)
        ? new(
            $"{awaited.Reason.Title().Zh}：由采购人评 {Points.Plain(least)} 至 {Points.Plain(most)} 分，在 judgements/ 登记 Judgement（period: {period.Period.Id}，term: {awaited.Term.Id}）",
            $"{awaited.Reason.Title().En}: the purchaser gives {Points.Plain(least)} to {Points.Plain(most)} points as a Judgement in judgements/ (period: {period.Period.Id}, term: {awaited.Term.Id})")
        : awaited.Reason.Title();

    /// <summary>A line for each indicator without a score: what it waits for, by name.</summary>
    public static IEnumerable<Text> Lines(PeriodResult period) =>
        from line in period.Assessment.Indicators
        from awaited in line.Awaited
        let words = Of(period, awaited)
        select new Text($"{awaited.Term.Id} {line.Indicator.Title.Zh}：{words.Zh}", $"{awaited.Term.Id} {line.Indicator.Title.En}: {words.En}");
}
