using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Scenarios;

/// <summary>What became of one case.</summary>
/// <param name="Contract">The contract's name.</param>
/// <param name="File">The file that it stands in.</param>
/// <param name="Differences">Where the contract makes something else of it than the case expects; none where it passes.</param>
/// <param name="Findings">What of it cannot be understood; nothing was computed then.</param>
internal sealed record ScenarioResult(string Contract, Resource File, ScenarioCase Case, IReadOnlyList<Difference> Differences, IReadOnlyList<Finding> Findings)
{
    /// <summary>What was computed; null where the case cannot be understood or its period has not begun.</summary>
    public PeriodResult? Computed { get; init; }

    /// <summary>True where the contract makes of it what the case expects.</summary>
    public bool Passes => Differences.Count == 0 && Findings.Count == 0;
}

/// <summary>One thing that a case expects and the contract does not give.</summary>
/// <param name="Place">Where it is expected.</param>
/// <param name="What">What it is.</param>
/// <param name="Expected">What the case says.</param>
/// <param name="Computed">What the contract makes of it.</param>
internal sealed record Difference(Place Place, Text What, string Expected, string Computed);
