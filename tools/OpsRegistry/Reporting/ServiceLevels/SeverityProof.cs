using OpsRegistry.Model;
using OpsRegistry.Reporting.Clocks;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.ServiceLevels;

/// <summary>Why an incident has its level: united stretches, thresholds, impact, level by level (e.g. 003 附件2 四(二)1).</summary>
internal static class SeverityProof
{
    /// <summary>Writes the proof; a level claimed by the record is set beside the computed one.</summary>
    public static void Write(TextWriter output, SeverityGrading grading, string? claimed, Language language, string indent = "")
    {
        var title = grading.Level.Title.In(language);
        output.WriteLine(Tone.Heading, indent + new Text("级别", "level").In(language) + $"  {grading.Level.Id}  {VisibleText.Show(title)}");
        foreach (var clause in grading.ClausesOf(grading.Level))
        {
            output.WriteLine($"{indent}  [{VisibleText.Show(clause)}]");
        }

        WriteStretches(output, new("业务中断", "interruption"), grading.Interrupted, language, indent);
        var degradation = grading.Terms.Durations == DurationReading.Summed
            ? new Text("业务劣化（含中断）", "degradation, with interruption")
            : new Text("业务劣化", "degradation");
        WriteStretches(output, degradation, grading.Degraded, language, indent);
        output.WriteLine($"{indent}  {new Text("严重影响", "serious impact").In(language)}  {ImpactWords(grading).In(language)}");
        WriteTests(output, grading, language, indent);
        output.WriteLine($"{indent}  {Conclusion(grading).In(language)}");
        if (claimed is not null && claimed != grading.Level.Id)
        {
            output.WriteLine($"{indent}  " + new Text($"记录自报为“{VisibleText.Show(claimed)}”，以计算为准", $"the record claims '{VisibleText.Show(claimed)}'; the computed level holds").In(language));
        }
    }

    private static void WriteStretches(TextWriter output, Text label, IntervalSet stretches, Language language, string indent)
    {
        output.WriteLine($"{indent}  {label.In(language)}  {(stretches.IsEmpty ? new Text("无", "none") : LevelWords.Length(stretches.Total)).In(language)}");
        var table = new TextTable(ColumnAlignment.Left, ColumnAlignment.Left, ColumnAlignment.Right);
        foreach (var stretch in stretches.Intervals)
        {
            table.Add("+", Moment.ShowStretch(stretch.Start, stretch.End), LevelWords.Length(stretch.Duration).In(language));
        }

        table.Write(output, indent + "    ");
    }

    private static void WriteTests(TextWriter output, SeverityGrading grading, Language language, string indent)
    {
        var table = new TextTable(Enumerable.Repeat(ColumnAlignment.Left, 6).ToArray());
        foreach (var test in grading.Tests)
        {
            table.Add(
                test.Level == grading.Level ? "→" : "",
                test.Level.Title.In(language),
                Threshold(new("中断", "interruption"), test.Level.Interruption, test.Interruption, grading.Terms.Edge, language),
                Threshold(new("劣化", "degradation"), test.Level.Degradation, test.Degradation, grading.Terms.Edge, language),
                test.Level.NeedsSeriousImpact ? new Text($"须严重影响：{Answer(test.ImpactSuffices).Zh}", $"needs serious impact: {Answer(test.ImpactSuffices).En}").In(language) : "",
                test.Level.Clauses.Count > 0 ? $"[{VisibleText.Show(string.Join("; ", test.Level.Clauses))}]" : "");
        }

        table.Write(output, indent + "  ");
    }

    private static string Threshold(Text label, Duration? threshold, bool? passes, ThresholdEdge edge, Language language)
    {
        if (threshold is not { } limit || passes is not { } answer)
        {
            return "";
        }

        var sign = edge == ThresholdEdge.Reaches ? "≥" : ">";
        return $"{label.In(language)} {sign} {LevelWords.Length(limit).In(language)}: {Answer(answer).In(language)}";
    }

    private static Text ImpactWords(SeverityGrading grading) => grading.Impact switch
    {
        SeriousImpact.Yes => new("是，采购人已认定", "yes, found by the purchaser"),
        SeriousImpact.No => new("否，采购人已认定", "no, found by the purchaser"),
        SeriousImpact.Undecided when grading.Terms.UndecidedImpact == UndecidedImpact.Serious => new("未认定，按合同理解暂作严重", "undecided, read as serious"),
        SeriousImpact.Undecided => new("未认定，按合同理解暂作不严重", "undecided, read as not serious"),
    };

    private static Text Conclusion(SeverityGrading grading) => (grading.Deciding, grading.Tests.Any(test => test.Interruption == true || test.Degradation == true)) switch
    {
        (not null, _) => new("条件成立的最重一级", "the worst level whose conditions hold"),
        (null, true) => new("有时长超过门槛，但没有严重影响，归入最末一级", "a duration passes a threshold, but without serious impact the last level takes it"),
        _ => new("没有时长超过门槛，归入最末一级", "no duration passes a threshold, so the last level takes it"),
    };

    private static Text Answer(bool holds) => holds ? new("是", "yes") : new("否", "no");
}
