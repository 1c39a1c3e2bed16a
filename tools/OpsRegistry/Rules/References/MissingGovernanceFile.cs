using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Rules.References;

/// <summary>
/// A contract lacks a file that another of its files leans on: a scorecard that prices obligations or targets without the file that defines them.
/// What is not defined cannot be missed, so the deductions would be none.
/// </summary>
internal sealed class MissingGovernanceFile() : Rule("OPS231", new("缺少被引用的合同文件", "governance file missing that others need"))
{
    public override IReadOnlyList<string> RestsOn => [nameof(ServiceLevels), nameof(Obligations)];

    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        where folder.Scorecard is not null
        from need in Needs(folder)
        select At(
            folder.Scorecard!.Place,
            new($"评分表引用了{need.Zh}，但合同没有可用的 {need.File}", $"the scorecard refers to {need.En}, and the contract has no readable {need.File}"),
            new($"写出 {need.File}，或改正其中的错误", $"write {need.File}, or mend what is wrong with it"));

    private static IEnumerable<(string Zh, string En, string File)> Needs(ContractFolder folder)
    {
        var bases = Governance.Deductions(folder).SelectMany(Governance.BasesOf).ToList();
        if (!Governance.Obligations(folder).Any() && bases.Any(basis => basis.Obligations.Count > 0))
        {
            yield return ("周期性义务", "obligations", "obligations.yaml");
        }

        if (!Governance.Targets(folder).Any() && bases.Any(basis => basis.Targets.Count > 0))
        {
            yield return ("服务时限", "targets", "service-levels.yaml");
        }
    }
}
