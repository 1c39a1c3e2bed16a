using OpsRegistry.Model;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>The area of the repository that a path belongs to, and the contract where it belongs to one.</summary>
internal readonly record struct TouchedArea(string? Contract, Area Area)
{
    /// <summary>True for what a vendor submits: it may not come together with what judges it.</summary>
    public bool IsSubmitted => Area is Area.Records or Area.Claims or Area.MasterData;

    /// <summary>The area of a path.</summary>
    /// <param name="path">Path from the repository's root.</param>
    /// <param name="before">The registry before the change: the folder of a contract that it does not know is shared ground still.</param>
    public static TouchedArea Find(string path, Registry before)
    {
        var parts = path.Split('/');
        if (parts[0] != "ops-registry")
        {
            return new(null, Area.Code);
        }

        if (parts.Length < 4 || parts[1] != "contracts" || !Knows(before, parts[2]))
        {
            return new(null, Area.Shared);
        }

        return new(parts[2], parts[3] switch
        {
            "records" or "evidence" => Area.Records,
            "systems" or "assets" or "staff" => Area.MasterData,
            "amendments" or "disputes" => Area.Claims,
            "judgements" or "determinations" or "seals" => Area.Decisions,
            _ => Area.Governance,
        });
    }

    private static bool Knows(Registry before, string contract)
    {
        var folder = $"ops-registry/contracts/{contract}/";
        return before.ContractNamed(contract) is not null || before.Unread.Any(path => path.StartsWith(folder, StringComparison.Ordinal));
    }
}
