using OpsRegistry.Assessing;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Clocks;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Assessments;

/// <summary>A contract's periods: the result of each, what was lost and why, and what must be decided.</summary>
internal static class AssessmentBlocks
{
    /// <summary>The periods asked for as blocks.</summary>
    public static IReadOnlyList<Block> For(ContractResult contract, IReadOnlyList<PeriodResult> periods) => [ContractBlocks.Heading(contract.Folder), .. ContractBlocks.LeftOut(contract.Folder), .. UnrecordedWords.Blocks(contract.Folder), .. periods.SelectMany(PeriodOf)];

    private static IEnumerable<Block> PeriodOf(PeriodResult result)
    {
        var assessment = result.Assessment;
        var isScored = assessment.Measurement.Folder.IsScored;
        yield return new Block.Heading(Both(language => TitleOf(result, isScored, language)), result.Period.Id) { Level = 2, Tone = isScored ? ToneOf(result) : Tone.Faint };
        if (!isScored)
        {
            yield break;
        }

        var deductions = DeductionTable.For(assessment);
        if (deductions.RowCount > 0)
        {
            yield return new Block.TableBlock(deductions.Only("id", "points", "reason") with { Foot = [] });
        }

        var money = SettlementTable.For(result);
        var lines = money.Rows.Where(line => line.Amount != 0m || line.Dispute is not null).ToList();
        if (lines.Count > 0)
        {
            yield return new Block.TableBlock((money with { Rows = lines }).Only("id", "reason", "amount"));
        }

        foreach (var words in AwaitedWords.Lines(result).Concat(StateWords.Differs(result) is { } differs ? [differs] : []))
        {
            yield return new Block.Paragraph(new($"⚠ {words.Zh}", $"⚠ {words.En}")) { Tone = Tone.Warning };
        }

        if (result.OpenPoints.Count > 0)
        {
            yield return new Block.TableBlock(OpenPointTable.For(result.OpenPoints));
        }
    }

    private static string TitleOf(PeriodResult result, bool isScored, Language language)
    {
        var (assessment, days) = (result.Assessment, result.Period.Days);
        var span = $"{result.Period.Id}  {Moment.Show(days.Start)}…{Moment.Show(days.End.PlusDays(-1))}  {StateWords.Named(result).In(language)}  ";
        var band = assessment.Scorecard is { Bands.Count: > 0 } ? "  " + (assessment.Band?.Title ?? new("档次未定", "no band yet")).In(language) : "";
        var (score, amount) = (Points.Show(assessment.Total) + RangeWords.OfPoints(result.Score).In(language), Yuan.Show(result.Settlement.Total).In(language));
        return span + (isScored
            ? new Text($"得分 {score}{band}  扣款 {amount} 元", $"score {score}{band}  deduction {amount} yuan").In(language) + RangeWords.OfYuan(result.Deducted).In(language)
            : new Text("无评分条款", "not scored").In(language));
    }

    private static Tone ToneOf(PeriodResult result) => result.Settlement.Total switch
    {
        null => Tone.Warning,
        0m => Tone.Good,
        _ => Tone.Bad,
    };

    private static Text Both(Func<Language, string> words) => new(words(Language.Zh), words(Language.En));
}
