using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// The change touches a part of the registry that its account has no right to: another contract's folder, or a layer that is the other party's.
/// </summary>
internal sealed class OutsideRights() : PolicyRule("OPS605", new("超出提交者的权限", "outside the actor's rights"))
{
    public override IEnumerable<Finding> Check(RegistryChange change)
    {
        var grants = RightsInForce.OfActor(change);
        return grants.Count == 0
            ? []
            : from file in change.Files
              let touched = TouchedArea.Find(file.Path, change.Before.Registry)
              where !grants.Any(grant => grant.MayChange(touched.Contract, touched.Area))
              group file by touched into files
              let first = files.First()
              let place = files.Key.Contract is { } contract ? new Text($"合同“{contract}”的{files.Key.Area.Title().Zh}", $"the {files.Key.Area.Title().En} of '{contract}'") : files.Key.Area.Title()
              select At(
                  first,
                  new($"账号“{change.Actor}”无权改动{place.Zh}（{files.Count()} 个文件）", $"account '{change.Actor}' may not change {place.En} ({English.Count(files.Count(), "file")})"),
                  new("由有权限的一方提交", "let the party that may make this change"),
                  new RelatedPlace(grants[0].PlaceOf(nameof(Grant.Changes)), new("该账号可以改的部分", "what the account may change")));
    }
}
