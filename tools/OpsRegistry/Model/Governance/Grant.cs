namespace OpsRegistry.Model;

internal sealed partial record Grant
{
    /// <summary>True where an account, or a team it was found in, is this team; letter case and a leading <c>@</c> do not count.</summary>
    public bool Holds(string actor) =>
        Accounts.Append(Team).Any(name => string.Equals(name.TrimStart('@'), actor.TrimStart('@'), StringComparison.OrdinalIgnoreCase));

    /// <summary>True where the team may change an area of a contract.</summary>
    /// <param name="contract">The contract's name; null for areas that belong to none.</param>
    public bool MayChange(string? contract, Area area) =>
        Changes.Contains(area) && (contract is null || Contracts.Any(name => name.Value == contract));
}
