using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// Limits, duties or the scorecard of a running contract are edited in place. Every period so far is then judged by terms that did not hold at
/// the time; a change of terms is a new file with the day from which it holds.
/// </summary>
internal sealed class TermsChangedInPlace() : PolicyRule(
    "OPS606",
    new("履行中直接改写了约定", "terms of a running contract edited in place"),
    Severity.Warning,
    holdsEverywhere: true)
{
    public override IEnumerable<Finding> Check(RegistryChange change) =>
        from resource in change.Resources
        where resource is { Before.Spec: Scorecard or ServiceLevels or Obligations, After: not null }
        let contract = change.Before.Registry.ContractNamed(resource.Either.Metadata.Contract)
        where contract is not null && BeijingTime.StartOf(contract.Terms.Term.Start) <= change.MergedAt
        let first = resource.Fields.FirstOrDefault(field => field.Field.StartsWith("spec.", StringComparison.Ordinal))
        where first is not null
        select At(
            first.Place,
            new($"合同履行中改动了{resource.Either.Kind.Title.Zh}的 {first.Field}，已过各期也将改按新约定计算", $"'{first.Field}' of the {resource.Either.Kind.Title.En} changes while the contract runs, and past periods are judged anew"),
            new("另存为带生效日期的新版本（如 scorecard-2026-07-01.yaml）；若是改正录入错误，请审查者逐期核对", "add a version with its day (such as scorecard-2026-07-01.yaml); if this mends a slip, check every period"));
}
