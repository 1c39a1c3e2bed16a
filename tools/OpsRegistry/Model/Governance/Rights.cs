namespace OpsRegistry.Model;

/// <summary>Who may change and who must approve which part of the registry. Read from the base of a change, never from the change itself.</summary>
public sealed record Rights : Spec
{
    /// <summary>One line for each team.</summary>
    public required IReadOnlyList<Grant> Grants { get; init; }

    /// <summary>True where no document says who holds which account.</summary>
    public bool Assumed { get; init; }

    /// <summary>Why it was assumed; required where <see cref="Assumed"/> is true.</summary>
    public Text? Reason { get; init; }
}

/// <summary>What one team of the forge may do.</summary>
public sealed record Grant : Bound
{
    /// <summary>The team on the forge: <c>@organization/team</c>.</summary>
    public required string Team { get; init; }

    /// <summary>The accounts that speak for the team; the forge's own membership counts beside them.</summary>
    public IReadOnlyList<Located<string>> Accounts { get; init; } = [];

    /// <summary>For whom the team speaks.</summary>
    public required GrantRole Role { get; init; }

    /// <summary>The organization under <c>parties/</c>; absent for maintainers.</summary>
    public string? Party { get; init; }

    /// <summary>The contracts whose folders the areas below mean.</summary>
    public IReadOnlyList<Located<string>> Contracts { get; init; } = [];

    /// <summary>What the team may change.</summary>
    public IReadOnlyList<Area> Changes { get; init; } = [];

    /// <summary>Whose changes the team must approve.</summary>
    public IReadOnlyList<Area> Approves { get; init; } = [];

    /// <summary>True where an account, or a team it was found in, is this team; letter case and a leading <c>@</c> do not count.</summary>
    public bool Holds(string actor) =>
        Accounts.Select(account => account.Value).Append(Team).Any(name => string.Equals(name.TrimStart('@'), actor.TrimStart('@'), StringComparison.OrdinalIgnoreCase));

    /// <summary>True where the team may change an area of a contract.</summary>
    /// <param name="contract">The contract's name; null for areas that belong to none.</param>
    /// <param name="area">The area.</param>
    public bool MayChange(string? contract, Area area) =>
        Changes.Contains(area) && (contract is null || Contracts.Any(name => name.Value == contract));
}

/// <summary>For whom a team speaks.</summary>
public enum GrantRole
{
    /// <summary>供应商: files records.</summary>
    Vendor,

    /// <summary>采购人: agrees, decides and approves.</summary>
    Purchaser,

    /// <summary>Keeps the tool, the schemas and the files that belong to no contract.</summary>
    Maintainer,
}

/// <summary>The areas that rights are given for.</summary>
public enum Area
{
    /// <summary>A contract's <c>records/</c> and the files in <c>evidence/</c> that prove them.</summary>
    Records,

    /// <summary>A contract's systems, assets and staff.</summary>
    MasterData,

    /// <summary>A contract's <c>amendments/</c> and <c>disputes/</c>.</summary>
    Claims,

    /// <summary>A contract's <c>judgements/</c> and <c>seals/</c>.</summary>
    Decisions,

    /// <summary>What was agreed in one contract: its terms, limits, duties, scorecard, readings and services.</summary>
    Governance,

    /// <summary>Registry files that belong to no contract: settings, rights, calendars, parties, guides.</summary>
    Shared,

    /// <summary>Everything outside <c>ops-registry/</c>: tool, schemas, workflows, documents, reports.</summary>
    Code,
}
