using System.Globalization;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Clocks;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Assessments;

/// <summary>What was measured in a period, as Markdown: duties, limits, each limit that was missed, what would let the purchaser leave.</summary>
public static class MeasuredMarkdown
{
    /// <summary>Writes the sections that have anything to say.</summary>
    public static void Write(TextWriter output, Measurement measurement, AssessmentPeriod period)
    {
        WriteObligations(output, measurement.OccurrencesIn(period).ToList());
        var statement = ServiceLevelStatement.Of(measurement, period);
        WriteTargets(output, measurement, period, statement);
        WriteMissed(output, statement.In(TargetState.Missed).ToList());
        WriteExitTriggers(output, measurement, period);
    }

    private static void WriteObligations(TextWriter output, IReadOnlyList<Occurrence> occurrences)
    {
        if (occurrences.Count == 0)
        {
            return;
        }

        Head(output, "义务履行", "| 义务 | 应履行 | 已履行 | 缺少 | 未到期 | 缺少的时段 |", "|---|---:|---:|---:|---:|---|");
        foreach (var group in occurrences.GroupBy(occurrence => (occurrence.Service, occurrence.Obligation.Id)))
        {
            var missing = group.Where(occurrence => occurrence.State == OccurrenceState.Missing).ToList();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {Titled(group.Key.Service, group.First().Obligation.Title)} | {group.Count()} | {group.Count(one => one.State == OccurrenceState.Fulfilled)} | {missing.Count} | {group.Count(one => one.State == OccurrenceState.Pending)} | {string.Join("、", missing.Select(one => MarkdownText.Of(one.Name)))} |"));
        }

        output.WriteLine();
    }

    private static void WriteTargets(TextWriter output, Measurement measurement, AssessmentPeriod period, ServiceLevelStatement statement)
    {
        if (statement.Targets.Count == 0)
        {
            return;
        }

        Head(output, "服务级别", "| 指标 | 时限 | 达标 | 未达标 | 未到期 | 无法计量 | 达标率 |", "|---|---|---:|---:|---:|---:|---:|");
        foreach (var (summary, service) in statement.Targets)
        {
            var share = summary.Attainment is { } attainment ? (attainment * 100m).ToString("0.00", CultureInfo.InvariantCulture) + " %" : "无可计量";
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {Titled(service, summary.Target.Title)} | {Amount.Parse(summary.Target.Limit)?.Describe().Zh ?? summary.Target.Limit} | {summary.Met} | {summary.Missed} | {summary.Pending} | {summary.NotMeasurable} | {share}{(statement.IsProvisional(summary.Target) ? "（暂用未公布的日历）" : "")} |"));
        }

        foreach (var availability in measurement.AvailabilityIn(period))
        {
            var share = availability.Share is { } known ? (known * 100m).ToString("0.00000", CultureInfo.InvariantCulture) + " %" : "无可计量";
            output.WriteLine($"| {MarkdownText.Of(availability.Terms.Title.Zh)} | ≥ {(availability.Terms.Target * 100m).ToString("0.#####", CultureInfo.InvariantCulture)} % | | | | | {share}（中断 {availability.Outage.TotalMinutes.ToString("0", CultureInfo.InvariantCulture)} 分钟） |");
        }

        output.WriteLine();
    }

    private static void WriteMissed(TextWriter output, IReadOnlyList<TargetResult> missed)
    {
        if (missed.Count == 0)
        {
            return;
        }

        Head(output, "未达标的时限", "| 记录 | 指标 | 起算 | 到期 | 完成 | 条款 |", "|---|---|---|---|---|---|");
        foreach (var result in missed)
        {
            var end = result.End is { } done ? Moment.Show(done) : "尚未完成";
            output.WriteLine($"| {MarkdownText.Link(result.Resource.Name, result.Resource.Path, result.Resource.Place.Line)} | {MarkdownText.Of(result.Target.Title.Zh)} | {(result.Start is { } start ? Moment.Show(start) : "")} | {(result.Due is { } due ? Moment.ShowEnd(due) : "")} | {end} | {string.Join("；", result.Target.Clauses.Select(MarkdownText.Of))} |");
        }

        output.WriteLine();
    }

    private static void WriteExitTriggers(TextWriter output, Measurement measurement, AssessmentPeriod period)
    {
        var triggers = measurement.Folder.Terms.ExitTriggers;
        if (triggers.Count == 0)
        {
            return;
        }

        Head(output, "退出条件监测", "| 情形 | 本期记录 | 条款 |", "|---|---|---|");
        foreach (var trigger in triggers)
        {
            var records = trigger.Records is { } match
                ? measurement.FactsIn(period).Where(fact => fact.Matches(match)).Select(fact => MarkdownText.Link(fact.Resource.Name, fact.Resource.Path, fact.Resource.Place.Line)).ToList()
                : ["只能由人判断"];
            output.WriteLine($"| {MarkdownText.Of(trigger.Title.Zh)} | {(records.Count == 0 ? "无" : string.Join("<br>", records))} | {string.Join("；", trigger.Clauses.Select(MarkdownText.Of))} |");
        }

        output.WriteLine();
    }

    private static string Titled(string? service, Text title) => service is null ? MarkdownText.Of(title.Zh) : $"{service} {MarkdownText.Of(title.Zh)}";

    private static void Head(TextWriter output, string title, string columns, string rule)
    {
        output.WriteLine($"## {title}");
        output.WriteLine();
        output.WriteLine(columns);
        output.WriteLine(rule);
    }
}
