using OpsRegistry.Model;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>The rights that judge a change: those of its base.</summary>
internal static class RightsInForce
{
    /// <summary>The base's rights; null where it has none.</summary>
    public static Rights? Find(RegistryChange change) =>
        change.Before.Registry.Of<Rights>().Select(rights => rights.Spec).FirstOrDefault();

    /// <summary>The grants that the actor holds; none where nobody vouches for one.</summary>
    public static IReadOnlyList<Grant> OfActor(RegistryChange change) => change.Actor is { } actor ? HeldBy(actor, change) : [];

    /// <summary>True where the account that makes the change, or one that approved it, speaks for a contract's party.</summary>
    public static bool IsAnsweredBy(GrantRole role, RegistryChange change, string? contract) =>
        change.ApprovedBy.Append(change.Actor).OfType<string>().SelectMany(account => HeldBy(account, change))
            .Any(grant => grant.Role == role && grant.Contracts.Any(name => name.Value == contract));

    private static IReadOnlyList<Grant> HeldBy(string account, RegistryChange change) =>
        Find(change) is { } rights ? rights.Grants.Where(grant => grant.Holds(account)).ToList() : [];

    /// <summary>True where the actor speaks for a contract in one role and in no other.</summary>
    public static bool SpeaksOnlyAs(GrantRole role, RegistryChange change, string? contract)
    {
        var roles = OfActor(change).Where(grant => grant.Contracts.Any(name => name.Value == contract)).Select(grant => grant.Role).Distinct().ToList();
        return roles is [var only] && only == role;
    }
}
