namespace OpsRegistry.Settling;

/// <summary>Up to when a list of several contracts is told.</summary>
/// <param name="Latest">The latest of their cut-offs.</param>
/// <param name="Earlier">The contracts whose own is earlier, in their order.</param>
internal sealed record CutOffs(Instant Latest, IReadOnlyList<(string Contract, Instant AsOf)> Earlier)
{
    /// <summary>The cut-offs of some contracts.</summary>
    /// <param name="latest">The latest, which stands too where there are no contracts.</param>
    public static CutOffs Of(Instant latest, IEnumerable<(string Contract, Instant AsOf)> contracts) => new(latest, contracts.Where(one => one.AsOf < latest).ToList());

    /// <summary>A contract's cut-off.</summary>
    public Instant Of(string contract) => Earlier.FirstOrDefault(one => one.Contract == contract) is { Contract: not null } own ? own.AsOf : Latest;
}
