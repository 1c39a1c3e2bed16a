using OpsRegistry.Assessing;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Assessments;

/// <summary>How far a period's result has come, and why it goes no further.</summary>
internal static class StateWords
{
    /// <summary>The state with what it waits for.</summary>
    public static Text Of(PeriodResult result)
    {
        var (state, open) = (result.State.Title(), result.OpenPoints.Count);
        return result.State switch
        {
            PeriodState.Open => new($"{state.Zh}（考核周期尚未结束）", $"{state.En} (the period still runs)"),
            PeriodState.Evaluating => new($"{state.Zh}（{open} 项未定）", $"{state.En} ({open} open)"),
            PeriodState.Final or PeriodState.Sealed => state,
        };
    }
}
