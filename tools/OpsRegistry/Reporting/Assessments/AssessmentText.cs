using System.Globalization;
using OpsRegistry.Assessing;
using OpsRegistry.Reporting.Findings;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Assessments;

/// <summary>A contract's periods for the terminal: one line a period, then what was lost and why.</summary>
public static class AssessmentText
{
    /// <summary>Writes the periods asked for.</summary>
    public static void Write(TextWriter output, ContractResult contract, IReadOnlyList<PeriodResult> periods, Language language)
    {
        output.WriteLine(Tone.Heading, $"{contract.Folder.Name}  {VisibleText.Of(contract.Folder.Terms.Title.In(language))}");
        foreach (var period in periods)
        {
            WritePeriod(output, period, language);
        }

        output.WriteLine();
    }

    private static void WritePeriod(TextWriter output, PeriodResult result, Language language)
    {
        var assessment = result.Assessment;
        var days = result.Period.Days;
        var last = days.End.PlusDays(-1);
        var state = (assessment.State == AssessmentState.Final ? new Text("最终", "final") : new Text("暂定", "provisional")).In(language);
        output.WriteLine();
        output.Write(Tone.Strong, string.Create(CultureInfo.InvariantCulture, $"{result.Period.Id}  {days.Start:uuuu-MM-dd}…{last:uuuu-MM-dd}  {state}  "));
        if (!assessment.Measurement.Folder.IsScored)
        {
            output.WriteLine(Tone.Faint, new Text("无评分条款", "not scored").In(language));
            return;
        }

        output.WriteLine(ToneOf(result), new Text(
            $"得分 {Points.Show(assessment.Total)}{DisputeWords.Score(result).Zh}{BandWords(assessment).Zh}  扣款 {Yuan.Show(result.Settlement.Total).Zh} 元{DisputeWords.Amount(result).Zh}",
            $"score {Points.Show(assessment.Total)}{DisputeWords.Score(result).En}{BandWords(assessment).En}  deduction {Yuan.Show(result.Settlement.Total).En} yuan{DisputeWords.Amount(result).En}").In(language));
        foreach (var deduction in assessment.Deductions)
        {
            output.Write($"    {deduction.Id,-8} ");
            output.Write(Tone.Bad, $"−{Points.Plain(deduction.Points),-4}");
            output.WriteLine($" {VisibleText.Of(deduction.Reason.In(language))}");
        }

        foreach (var line in result.Settlement.Lines.Where(line => line.Amount != 0m))
        {
            output.Write(Tone.Bad, $"    ¥ {Yuan.Show(line.Amount).In(language),12}");
            output.WriteLine($"  {VisibleText.Of(line.Reason.In(language))}");
        }

        foreach (var dispute in DisputeWords.Lines(result))
        {
            output.WriteLine(Tone.Warning, $"    ⚠ {VisibleText.Of(dispute.In(language))}");
        }

        foreach (var row in result.NeedsDecision)
        {
            output.WriteLine(Tone.Warning, new Text(
                $"    ⚠ {row.Interpretation.Key} 须先决定：若读作“{VisibleText.Of(row.Option.Title.Zh)}”，得分 {Points.Show(row.Total)}，扣款 {Yuan.Show(row.Amount).Zh} 元",
                $"    ⚠ {row.Interpretation.Key} needs a decision: read as '{VisibleText.Of(row.Option.Title.En)}' the score is {Points.Show(row.Total)}, the deduction {Yuan.Show(row.Amount).En} yuan").In(language));
        }
    }

    private static Tone ToneOf(PeriodResult result) => result.Settlement.Total switch
    {
        null => Tone.Warning,
        0m => Tone.Good,
        _ => Tone.Bad,
    };

    /// <summary>The band; nothing for a contract that has none.</summary>
    private static Text BandWords(Assessment assessment) => assessment.Scorecard is not { Bands.Count: > 0 }
        ? new("", "")
        : new("  " + VisibleText.Of(assessment.Band?.Title.Zh ?? "档次未定"), "  " + VisibleText.Of(assessment.Band?.Title.En ?? "no band yet"));
}
