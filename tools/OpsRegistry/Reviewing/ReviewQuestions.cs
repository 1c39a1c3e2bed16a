using OpsRegistry.Assessing;
using OpsRegistry.Settling;

namespace OpsRegistry.Reviewing;

/// <summary>What a change leaves to a person: asked once, with the figures that hang on it.</summary>
internal static class ReviewQuestions
{
    /// <summary>The questions of a period that it moves.</summary>
    public static IEnumerable<ReviewQuestion> Ask(PeriodChange period)
    {
        if (period.After is not { } after)
        {
            yield break;
        }

        var asked = (period.Before?.NeedsDecision ?? []).Select(row => (row.Interpretation.Key, row.Option.Id)).ToHashSet();
        foreach (var row in after.NeedsDecision.Where(row => !asked.Contains((row.Interpretation.Key, row.Option.Id))))
        {
            yield return new(QuestionKind.Interpretation, OfReading(period, row), row.Interpretation.PlaceOf(nameof(row.Interpretation.Key)));
        }

        var open = OpenIn(period.Before).ToHashSet();
        foreach (var (indicator, reason) in OpenIn(after).Where(line => !open.Contains(line)))
        {
            var where = $"{period.Contract} {period.Period.Id} {indicator}";
            yield return new(QuestionKind.Judgement, new($"{where}：{reason.Title().Zh}", $"{where}: {reason.Title().En}"), null);
        }

        if (after is { Assessment.Total: not null, Settlement.Total: null } && period.Before?.Settlement.Total is not null)
        {
            var where = $"{period.Contract} {period.Period.Id}";
            yield return new(QuestionKind.Amount, new($"{where}：扣款金额须由双方另行商定", $"{where}: the deduction is left to the parties to agree on"), null);
        }
    }

    /// <summary>The indicators without a score, each with the reason.</summary>
    private static IEnumerable<(string Indicator, UndeterminedReason Reason)> OpenIn(PeriodResult? period) =>
        from line in period?.Assessment.Indicators ?? []
        where line.Undetermined is not null
        select (line.Indicator.Id, line.Undetermined!.Value);

    private static Text OfReading(PeriodChange period, SensitivityRow row)
    {
        var where = $"{period.Contract} {period.Period.Id} {row.Interpretation.Key}";
        return new(
            $"{where} 须先决定：若读作“{row.Option.Title.Zh}”，得分 {Points.Show(row.Total)}，扣款 {Yuan.Show(row.Amount).Zh} 元",
            $"{where} needs a decision: read as '{row.Option.Title.En}' the score is {Points.Show(row.Total)}, the deduction {Yuan.Show(row.Amount).En} yuan");
    }
}
