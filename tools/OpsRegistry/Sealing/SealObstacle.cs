using OpsRegistry.Assessing;
using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Sealing;

/// <summary>Why a period cannot be sealed, and what to do about it.</summary>
/// <param name="Why">What stands in the way.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record SealObstacle(Text Why, Text Remedy)
{
    /// <summary>What stands in the way of sealing a period, the weightiest first; empty where it can be sealed.</summary>
    /// <param name="findings">What <c>check</c> finds.</param>
    public static IReadOnlyList<SealObstacle> Of(IReadOnlyList<Finding> findings, ContractFolder written, PeriodResult period) =>
        new[]
        {
            Already(written, period.Period), Errors(findings), StillRunning(period), Earlier(written, period.Period), Undetermined(period), Undecided(period), Disputed(written, period.Period),
        }.OfType<SealObstacle>().ToList();

    private static SealObstacle? Already(ContractFolder written, AssessmentPeriod period) =>
        written.Of<Seal>().Where(seal => seal.Spec.Period == period.Id).Select(seal => new SealObstacle(
            new($"周期 {period.Id} 已封存于 {seal.Path}", $"period {period.Id} is sealed already in {seal.Path}"),
            new("更正须在下一个未封存周期写更正记录，封存不重做", "corrections are amendments in the next open period; a seal is not made again"))).FirstOrDefault();

    private static SealObstacle? Errors(IReadOnlyList<Finding> findings) =>
        findings.Count(finding => finding.Rule.Severity == Severity.Error) is > 0 and var errors
            ? new(new($"登记库有 {errors} 处错误", $"the registry has {errors} error(s)"), new("运行 ./opsreg check 并改正", "run ./opsreg check and mend them"))
            : null;

    private static SealObstacle? StillRunning(PeriodResult period) => period.Assessment.State == AssessmentState.Final
        ? null
        : new(new($"周期 {period.Period.Id} 到数据截止时尚未结束（末日 {period.Period.Days.End.PlusDays(-1):uuuu-MM-dd}）", $"period {period.Period.Id} is not over at the cut-off: its last day is {period.Period.Days.End.PlusDays(-1):uuuu-MM-dd}"),
            new("周期结束后，把 registry.yaml 的 recordsUntil 或 --as-of 推到末日或以后", "once it is over, move recordsUntil of registry.yaml, or --as-of, to that day or later"));

    private static SealObstacle? Earlier(ContractFolder written, AssessmentPeriod period)
    {
        var missing = AssessmentPeriod.Of(written.Terms)
            .Where(earlier => earlier.Number < period.Number && written.Of<Seal>().All(seal => seal.Spec.Period != earlier.Id))
            .Select(earlier => earlier.Id)
            .ToList();
        return missing.Count == 0
            ? null
            : new(new($"更早的周期尚未封存：{string.Join("、", missing)}", $"earlier periods are not sealed: {string.Join(", ", missing)}"),
                new($"先运行 ./opsreg seal {written.Name} {missing[0]} 并提交", $"first run ./opsreg seal {written.Name} {missing[0]} and commit it"));
    }

    private static SealObstacle? Undetermined(PeriodResult period)
    {
        var open = period.Assessment.Indicators.Where(indicator => indicator.Score is null).Select(indicator => indicator.Indicator.Id).ToList();
        var money = period.Settlement.Base is not null && period.Settlement.Total is null;
        return open.Count == 0 && !money
            ? null
            : new(open.Count > 0
                    ? new($"得分尚未确定：{string.Join("、", open)}", $"the score is undetermined: {string.Join(", ", open)}")
                    : new("扣减金额尚未确定", "the deduction is undetermined"),
                new($"补齐记录或评分，再运行 ./opsreg score {period.Assessment.Measurement.Folder.Name} 查看", $"complete the records or judgements, then see ./opsreg score {period.Assessment.Measurement.Folder.Name}"));
    }

    private static SealObstacle? Undecided(PeriodResult period)
    {
        var keys = period.NeedsDecision.Select(row => row.Interpretation.Key).Distinct(StringComparer.Ordinal).ToList();
        return keys.Count == 0
            ? null
            : new(new($"条款换一种理解会落入另一档次，须先决定：{string.Join("、", keys)}", $"other readings would change the band and need a decision first: {string.Join(", ", keys)}"),
                new("由双方决定，并在 judgements/ 下记一个 Decision", "let the parties decide, and record a Decision under judgements/"));
    }

    private static SealObstacle? Disputed(ContractFolder written, AssessmentPeriod period)
    {
        var ruled = written.Of<Ruling>().Select(ruling => ruling.Spec.Dispute).ToHashSet(StringComparer.Ordinal);
        var open = written.Of<Dispute>().Where(dispute => dispute.Spec.Period == period.Id && !ruled.Contains(dispute.Name)).Select(dispute => dispute.Name).ToList();
        return open.Count == 0
            ? null
            : new(new($"异议尚未裁定：{string.Join("、", open)}", $"disputes are not decided: {string.Join(", ", open)}"),
                new("由采购人裁定，并在 judgements/ 下记一个 Ruling", "let the purchaser decide, and record a Ruling under judgements/"));
    }
}
