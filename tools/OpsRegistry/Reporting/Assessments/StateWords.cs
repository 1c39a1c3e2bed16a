using OpsRegistry.Assessing;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Clocks;
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
            PeriodState.Final => state,
            PeriodState.Sealed => Of(result.Sealed!.Seal),
        };
    }

    /// <summary>The state alone, of a sealed period with its seal.</summary>
    public static Text Named(PeriodResult result) => result.Sealed is { } kept ? Of(kept.Seal) : result.State.Title();

    /// <summary>The seal's day and the beginning of its digest.</summary>
    public static Text Of(Resource<Seal> seal)
    {
        var (state, day) = (PeriodState.Sealed.Title(), Moment.ShowEnd(seal.Spec.AsOf.ToInstant())[..10]);
        return new($"{state.Zh}（{day}，摘要 {seal.Spec.Digest[..12]}）", $"{state.En} ({day}, digest {seal.Spec.Digest[..12]})");
    }

    /// <summary>That the files make something else of a sealed period; null where they do not, or where it is not sealed.</summary>
    public static Text? Differs(PeriodResult result) => result.Sealed is not { Differs: true } kept ? null : new(
        $"以封存为准；按现在的文件：{kept.Difference.Zh}，差额在下一个未封存周期调整",
        $"the seal holds; from the files of today: {kept.Difference.En}, which the next open period adjusts");
}
