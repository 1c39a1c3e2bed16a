using OpsRegistry.Model;

namespace OpsRegistry.Reporting.Ownership;

/// <summary>A part of the repository and the teams of which one must approve a change to it.</summary>
/// <param name="Pattern">The part, as CODEOWNERS writes it; of several that match a path, the last one counts.</param>
/// <param name="Contract">The contract that it belongs to; null for none.</param>
/// <param name="Area">The area that rights are given for.</param>
/// <param name="Teams">The teams, in the order in which rights name them.</param>
internal sealed record OwnedFolder(string Pattern, string? Contract, Area Area, IReadOnlyList<string> Teams)
{
    private static readonly (Area Area, string[] Folders)[] Below =
    [
        (Area.Records, ["records", "evidence"]),
        (Area.MasterData, ["systems", "assets", "staff"]),
        (Area.Claims, ["amendments", "disputes"]),
        (Area.Decisions, ["judgements", "determinations", "seals"]),
    ];

    /// <summary>The parts of a registry's repository, the widest first. Parts that nobody may approve are left out: what is wider counts for them.</summary>
    public static IReadOnlyList<OwnedFolder> List(Registry registry)
    {
        var grants = registry.Of<Rights>().SelectMany(rights => rights.Spec.Grants).ToList();
        List<string> Teams(string? contract, Area area) =>
            grants.Where(grant => grant.Approves.Contains(area) && (contract is null || grant.Contracts.Any(name => name.Value == contract))).Select(grant => grant.Team).Distinct().ToList();
        var contracts =
            from contract in registry.Contracts
            let folder = $"/ops-registry/contracts/{contract.Name}/"
            from part in Below.SelectMany(part => part.Folders.Select(name => (part.Area, Pattern: $"{folder}{name}/"))).Prepend((Area: Area.Governance, Pattern: folder))
            select new OwnedFolder(part.Pattern, contract.Name, part.Area, Teams(contract.Name, part.Area));
        return new OwnedFolder[] { new("*", null, Area.Code, Teams(null, Area.Code)), new("/ops-registry/", null, Area.Shared, Teams(null, Area.Shared)) }
            .Concat(contracts)
            .Where(folder => folder.Teams.Count > 0)
            .ToList();
    }
}
