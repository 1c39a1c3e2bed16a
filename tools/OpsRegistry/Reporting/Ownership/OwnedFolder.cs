using OpsRegistry.Model;

namespace OpsRegistry.Reporting.Ownership;

/// <summary>A part of the repository and the teams of which one must approve a change to it.</summary>
/// <param name="Pattern">The part, as CODEOWNERS writes it; of several that match a path, the last one counts.</param>
/// <param name="Contract">The contract that it belongs to; null for none.</param>
/// <param name="Area">The area that rights are given for.</param>
/// <param name="Teams">
/// The teams, in the order in which rights name them. Amendments and the purchaser's people are the purchaser's alone: a vendor consents by writing, and two of
/// its accounts shall not be enough.
/// </param>
internal sealed record OwnedFolder(string Pattern, string? Contract, Area Area, IReadOnlyList<string> Teams)
{
    private const string Amendments = "amendments";

    private static readonly (Area Area, string[] Folders)[] Below =
    [
        (Area.Records, ["records", "evidence"]),
        (Area.MasterData, ["systems", "assets", "staff"]),
        (Area.Claims, [Amendments, "disputes"]),
        (Area.Decisions, ["judgements", "determinations", "seals"]),
    ];

    /// <summary>The parts of a registry's repository, the widest first. Parts that nobody may approve are left out: what is wider counts for them.</summary>
    public static IReadOnlyList<OwnedFolder> List(Registry registry)
    {
        var grants = registry.Of<Rights>().SelectMany(rights => rights.Spec.Grants).ToList();
        List<string> Teams(string? contract, Area area, bool purchaserAlone = false) => grants
            .Where(grant => grant.Approves.Contains(area) && (contract is null || grant.Contracts.Any(name => name.Value == contract)) && (!purchaserAlone || grant.Role == GrantRole.Purchaser))
            .Select(grant => grant.Team).Distinct().ToList();
        var contracts =
            from contract in registry.Contracts
            let folder = $"/ops-registry/contracts/{contract.Name}/"
            from part in Below.SelectMany(part => part.Folders.Select(name => (part.Area, Pattern: $"{folder}{name}/", Alone: name == Amendments)))
                .Prepend((Area: Area.Governance, Pattern: folder, Alone: false))
                .Concat(PurchasersPeople(contract).Select(person => (Area: Area.MasterData, Pattern: "/" + person.Path, Alone: true)))
            let teams = Teams(contract.Name, part.Area, part.Alone)
            where part.Area != Area.MasterData || !part.Alone || teams.Count < Teams(contract.Name, part.Area).Count
            select new OwnedFolder(part.Pattern, contract.Name, part.Area, teams);
        return new OwnedFolder[] { new("*", null, Area.Code, Teams(null, Area.Code)), new("/ops-registry/", null, Area.Shared, Teams(null, Area.Shared)) }
            .Concat(contracts)
            .Where(folder => folder.Teams.Count > 0)
            .ToList();
    }

    /// <summary>The people whose words bind the purchaser: nobody else says who they are.</summary>
    private static IEnumerable<Resource> PurchasersPeople(ContractFolder contract) =>
        contract.Resources.Where(resource => resource.Spec is Person person && person.Employer == contract.Terms.Purchaser);
}
