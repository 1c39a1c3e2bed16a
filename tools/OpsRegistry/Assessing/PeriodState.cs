namespace OpsRegistry.Assessing;

/// <summary>How far a period's result has come.</summary>
internal enum PeriodState
{
    /// <summary>The period runs: its figures are provisional.</summary>
    [Title("进行中", "open")]
    Open,

    /// <summary>The period is over, and something is open that could move its result, or the days of evaluation run.</summary>
    [Title("评定中", "evaluating")]
    Evaluating,

    /// <summary>Nothing is open: the result is the same for every later cut-off, and what comes to light later is carried on.</summary>
    [Title("定稿", "final")]
    Final,

    /// <summary>The seal's figures hold, whatever the registry computes.</summary>
    [Title("已封存", "sealed")]
    Sealed,
}

/// <summary>What states have in common.</summary>
internal static class PeriodStates
{
    /// <summary>True where the result no longer changes.</summary>
    public static bool IsClosed(this PeriodState state) => state is PeriodState.Final or PeriodState.Sealed;
}
