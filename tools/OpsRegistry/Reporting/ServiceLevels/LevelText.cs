using System.Globalization;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Assessments;
using OpsRegistry.Reporting.Clocks;

namespace OpsRegistry.Reporting.ServiceLevels;

/// <summary>How a contract's limits were kept, for the terminal: a table a period, then what was missed, is open, or could not be measured.</summary>
public static class LevelText
{
    /// <summary>Writes a contract's periods.</summary>
    public static void Write(TextWriter output, ContractFolder folder, IReadOnlyList<ServiceLevelStatement> statements, Language language)
    {
        output.WriteLine(Tone.Heading, $"{folder.Name}  {VisibleText.Of(folder.Terms.Title.In(language))}");
        foreach (var window in (folder.ServiceLevels?.Windows ?? []).Where(window => window.Assumed))
        {
            output.WriteLine(Tone.Faint, "  " + VisibleText.Of(new Text($"服务时段“{window.Title.Zh}”为推定：{window.Reason?.Zh}", $"window '{window.Title.En}' is assumed: {window.Reason?.En}").In(language)));
        }

        foreach (var statement in statements)
        {
            WritePeriod(output, statement, language);
        }

        output.WriteLine();
    }

    private static void WritePeriod(TextWriter output, ServiceLevelStatement statement, Language language)
    {
        var days = statement.Period.Days;
        var state = (statement.Runs ? new Text("暂定", "provisional") : new Text("最终", "final")).In(language);
        output.WriteLine();
        output.WriteLine(Tone.Strong, $"{statement.Period.Id}  {Moment.Show(days.Start)}…{Moment.Show(days.End.PlusDays(-1))}  {state}");
        if (statement.Targets.Count + statement.Availability.Count == 0)
        {
            output.WriteLine("  " + new Text("没有服务级别", "no service levels").In(language));
            return;
        }

        WriteTargets(output, statement, language);
        WriteAvailability(output, statement, language);
        WriteResults(output, statement, TargetState.Missed, language);
        WriteResults(output, statement, TargetState.Pending, language);
        WriteResults(output, statement, TargetState.NotMeasurable, language);
        if (statement.Targets.Any(row => statement.IsProvisional(row.Summary.Target)))
        {
            output.WriteLine("  * " + new Text("用到尚未公布的日历，数字为暂定", "rests on a calendar without published notice: provisional").In(language));
        }
    }

    private static void WriteTargets(TextWriter output, ServiceLevelStatement statement, Language language)
    {
        const ColumnAlignment Words = ColumnAlignment.Left;
        const ColumnAlignment Figures = ColumnAlignment.Right;
        var table = new TextTable(Words, Words, Words, Figures, Figures, Figures, Figures, Figures, Words);
        table.Head(new Text[]
        {
            new("目标", "target"), new("时限", "limit"), new("时钟", "clock"), new("达标", "met"), new("未达标", "missed"),
            new("未到期", "pending"), new("无法计量", "not measurable"), new("分母", "of"), new("达标率", "attainment"),
        }.Select(head => head.In(language)).ToArray());
        foreach (var (summary, service) in statement.Targets)
        {
            table.Add(
                summary.Target.Title.In(language) + (service is null ? "" : $"  {service}"),
                LevelWords.Limit(summary.Target).In(language),
                LevelWords.Clock(summary.Target, statement.Measurement.Clocks).In(language),
                Count(summary.Met), new TonedCell(Count(summary.Missed), summary.Missed > 0 ? Tone.Bad : Tone.Plain), Count(summary.Pending), new TonedCell(Count(summary.NotMeasurable), summary.NotMeasurable > 0 ? Tone.Warning : Tone.Plain), Count(summary.Met + summary.Missed),
                new TonedCell((summary.Attainment is { } share ? LevelWords.Share(share, 2) : LevelWords.Nothing.In(language)) + (statement.IsProvisional(summary.Target) ? " *" : ""), ToneOf(summary)));
        }

        table.Write(output, "  ");
    }

    private static void WriteAvailability(TextWriter output, ServiceLevelStatement statement, Language language)
    {
        foreach (var line in statement.Availability)
        {
            output.WriteLine();
            output.Write($"  {VisibleText.Of(line.Terms.Title.In(language))}  ≥ {LevelWords.Share(line.Terms.Target, 5)}  ");
            if (line.Result is not { Share: { } share } result)
            {
                output.WriteLine(LevelWords.Nothing.In(language));
                continue;
            }

            output.WriteLine(line.State == TargetState.Missed ? Tone.Bad : Tone.Good, $"{LevelWords.Share(share, 5)}  {DeductionProof.StateWords(line.State).In(language)}");
            output.WriteLine(new Text(
                $"    中断 {LevelWords.Length(result.Outage).Zh}，允许 {LevelWords.Length(result.Allowed).Zh}，计量时间 {LevelWords.Length(result.Whole).Zh}",
                $"    outage {LevelWords.Length(result.Outage).En}, allowed {LevelWords.Length(result.Allowed).En}, of {LevelWords.Length(result.Whole).En}").In(language));
            if (line.Terms.LongestFault is { } most)
            {
                output.WriteLine(new Text(
                    $"    单次最长 {LevelWords.Length(result.LongestFault).Zh}，允许 {LevelWords.Length(most).Zh}",
                    $"    longest fault {LevelWords.Length(result.LongestFault).En}, allowed {LevelWords.Length(most).En}").In(language));
            }

            if (result.Incidents.Count > 0)
            {
                output.WriteLine("    " + string.Join("  ", result.Incidents.Select(fact => fact.Resource.Name)));
            }

            if (result.Excluded.Count > 0)
            {
                output.WriteLine("    " + new Text("不计入：", "left out: ").In(language) + string.Join("  ", result.Excluded.Select(fact => fact.Resource.Name)));
            }
        }
    }

    private static void WriteResults(TextWriter output, ServiceLevelStatement statement, TargetState state, Language language)
    {
        var table = new TextTable(ColumnAlignment.Left, ColumnAlignment.Left, ColumnAlignment.Left, ColumnAlignment.Left);
        var any = false;
        foreach (var result in statement.In(state))
        {
            any = true;
            var due = result.Due is { } at ? new Text("到期 ", "due ").In(language) + Moment.ShowEnd(at) : "";
            var elapsed = state == TargetState.NotMeasurable || result.Elapsed is not { } time
                ? result.Reason.In(language)
                : new Text("用时 ", "took ").In(language) + time.Counted.Describe().In(language) + (result.End is null ? new Text("，尚未完成", ", still open").In(language) : "");
            table.Add(result.Resource.Name, result.Target.Title.In(language), due, elapsed);
        }

        if (any)
        {
            output.WriteLine();
            output.WriteLine(state == TargetState.Missed ? Tone.Bad : Tone.Warning, $"  {DeductionProof.StateWords(state).In(language)}");
            table.Write(output, "    ");
        }
    }

    private static Tone ToneOf(TargetSummary summary) => summary.Attainment switch
    {
        null => Tone.Faint,
        1m => Tone.Good,
        _ => Tone.Bad,
    };

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
