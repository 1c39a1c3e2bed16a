using OpsRegistry.Loading;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// Nobody vouches for who makes the change, or the base says nothing of rights, so rights could not be checked. An author line proves nothing:
/// only the forge knows which account asks.
/// </summary>
internal sealed class UnknownActor() : PolicyRule("OPS603", new("提交者未经核实", "actor nobody vouches for"), Severity.Note)
{
    public override IEnumerable<Finding> Check(RegistryChange change)
    {
        if (change.Files.Count == 0)
        {
            return [];
        }

        return RightsInForce.Find(change) is null
            ? [At(change.Files[0], new Message("变更之前的版本没有 rights.yaml，未核对权限", "the base has no rights.yaml: rights were not checked").About("rights.yaml"), new("先建立 ops-registry/rights.yaml", "add ops-registry/rights.yaml first"))]
            : change.Actor is null
                ? [At(change.Files[0], new("没有平台账号，未核对权限", "no account of the forge is known: rights were not checked"), new("用 --actor 给出提交者的平台账号", "give the account with --actor"))]
                : [];
    }
}
