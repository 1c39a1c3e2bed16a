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
    public static IReadOnlyList<SealObstacle> Find(IReadOnlyList<Finding> findings, ContractFolder written, PeriodResult period) =>
        new[]
        {
            Already(written, period.Period), Errors(findings), StillRunning(period), Earlier(written, period.Period), StillOpen(period),
        }.OfType<SealObstacle>().ToList();

    private static SealObstacle? Already(ContractFolder written, AssessmentPeriod period) =>
        written.Of<Seal>().Where(seal => seal.Spec.Period == period.Id).Select(seal => new SealObstacle(
            new($"周期 {period.Id} 已封存于 {seal.Path}", $"period {period.Id} is sealed already in {seal.Path}"),
            new("更正须在下一个未封存周期写更正记录，封存不重做", "corrections are amendments in the next open period; a seal is not made again"))).FirstOrDefault();

    private static SealObstacle? Errors(IReadOnlyList<Finding> findings) =>
        findings.Count(finding => finding.Rule.Severity == Severity.Error) is > 0 and var errors
            ? new(new($"登记库有 {errors} 处错误", $"the registry has {English.Count(errors, "error")}"), new("运行 ./opsreg check 并改正", "run ./opsreg check and mend them"))
            : null;

    private static SealObstacle? StillRunning(PeriodResult period) => period.State != PeriodState.Open
        ? null
        : new(new($"周期 {period.Period.Id} 到数据截止时尚未结束（末日 {period.Period.Days.End.PlusDays(-1):uuuu-MM-dd}）", $"period {period.Period.Id} is not over at the cut-off: its last day is {period.Period.Days.End.PlusDays(-1):uuuu-MM-dd}"),
            new("等周期结束并定稿", "wait until it is over and final"));

    private static SealObstacle? Earlier(ContractFolder written, AssessmentPeriod period)
    {
        var missing = AssessmentPeriod.Plan(written.Terms)
            .Where(earlier => earlier.Number < period.Number && written.Of<Seal>().All(seal => seal.Spec.Period != earlier.Id))
            .Select(earlier => earlier.Id)
            .ToList();
        return missing.Count == 0
            ? null
            : new(new($"更早的周期尚未封存：{string.Join("、", missing)}", $"earlier periods are not sealed: {string.Join(", ", missing)}"),
                new($"先运行 ./opsreg seal {written.Name} {missing[0]} 并提交", $"first run ./opsreg seal {written.Name} {missing[0]} and commit it"));
    }

    private static SealObstacle? StillOpen(PeriodResult period) => period.State.IsClosed()
        ? null
        : new(new(
                $"周期 {period.Period.Id} 尚未定稿，还有 {period.OpenPoints.Count} 项未定：{string.Join("；", period.OpenPoints.Select(point => point.What.Zh))}",
                $"period {period.Period.Id} is not final, with {English.Count(period.OpenPoints.Count, "open point")}: {string.Join("; ", period.OpenPoints.Select(point => point.What.En))}"),
            new("逐项了结，再以定稿之日或以后封存", "settle each, then seal as of a day on which it is final"));
}
