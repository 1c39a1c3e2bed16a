using OpsRegistry.Loading;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// The account that makes the change has no rights at all in the base. Who speaks for neither party has nothing to change here.
/// </summary>
internal sealed class ActorWithoutRights() : PolicyRule("OPS604", new("提交者没有任何权限", "actor without rights"))
{
    public override IEnumerable<Finding> Check(RegistryChange change) =>
        change.Files.Count > 0 && change.Actor is { } actor && RightsInForce.Find(change) is not null && RightsInForce.OfActor(change).Count == 0
            ? [At(
                change.Files[0],
                new($"账号“{actor}”不在 rights.yaml 的任何团队中", $"account '{actor}' belongs to no team of rights.yaml"),
                new("由有权限的账号提交；或先由维护者把账号写进 rights.yaml", "let an account with rights make the change, or let a maintainer add the account to rights.yaml first"))]
            : [];
}
