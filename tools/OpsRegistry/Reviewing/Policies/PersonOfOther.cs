using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// A request makes, edits or removes a person whom the purchaser employs, and no account of the purchaser makes or approves it. Whoever may invent the other
/// side's people can have them consent, rule and accept.
/// </summary>
internal sealed class PersonOfOther() : PolicyRule("OPS655", new("改动了采购人一方的人员", "person of the purchaser written by another"))
{
    public override IEnumerable<Finding> Check(RegistryChange change) =>
        from resource in change.Resources
        let contract = resource.Either.Metadata.Contract
        let purchaser = change.Before.Registry.ContractNamed(contract ?? "")?.Terms.Purchaser
        where purchaser is not null && new[] { resource.Before, resource.After }.Any(side => side?.Spec is Person person && person.Employer == purchaser)
        where change.Actor is not null && !RightsInForce.IsAnsweredBy(GrantRole.Purchaser, change, contract)
        select At(
            resource.Place,
            new($"账号“{change.Actor}”写下或改动了采购人一方的人员“{resource.Either.Name}”，采购人的账号没有批准本请求", $"account '{change.Actor}' writes or changes '{resource.Either.Name}', a person of the purchaser, and no account of the purchaser approved the request"),
            new("由采购人自己的账号提交，或由其批准本合并请求后重新判定", "let an account of the purchaser make the change, or let one approve this request and judge it again"));
}
