using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// A request brings a party's consent to an amendment, and no account of that party makes or approves the request. The words of the one are no proof of
/// what the other agreed to: a consent counts where the party's own account stands behind the very change that brings it.
/// </summary>
internal sealed class ConsentForOther() : PolicyRule("OPS608", new("一方代写了另一方的同意", "consent written by the other party"))
{
    public override IEnumerable<Finding> Check(RegistryChange change) =>
        from consent in Consents.BroughtBy(change)
        where change.Actor is not null && !RightsInForce.IsAnsweredBy(consent.Role, change, consent.Amendment.Metadata.Contract)
        let who = consent.Role.Title()
        select At(
            consent.Given.Place,
            new($"“{consent.Amendment.Name}”中{who.Zh}的同意由账号“{change.Actor}”写下，{who.Zh}的账号没有批准本请求", $"consent of the {who.En} in '{consent.Amendment.Name}' is written by account '{change.Actor}', and no account of the {who.En} approved the request"),
            new($"由{who.Zh}自己的账号写入，或由其批准本合并请求后重新判定", $"let an account of the {who.En} write it, or let one approve this request and judge it again"));
}
