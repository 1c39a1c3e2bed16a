using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Assessing.Shapes;

/// <summary>A limit that must be met in a share of cases: each percentage point below it costs points.</summary>
internal sealed class AttainmentBelowShape(AttainmentBelow given) : Shape<AttainmentBelow>(given)
{
    /// <inheritdoc/>
    public override ShapeBasis RestsOn => new() { Targets = [Named(Given.Target, nameof(Given.Target))] };

    /// <summary>One draft for the percentage points that the share of met limits falls short; undetermined where nothing was measured.</summary>
    public override ShapeResult Assess(ShapeContext context)
    {
        var measured = context.Results(Given.Target).Where(result => result.State is TargetState.Met or TargetState.Missed).ToList();
        if (measured.Count == 0)
        {
            return ShapeResult.Unknown(UndeterminedReason.NothingMeasured);
        }

        var missed = measured.Where(result => result.State == TargetState.Missed).ToList();
        var met = measured.Count - missed.Count;
        var below = Math.Ceiling((Given.AtLeast - ((decimal)met / measured.Count)) * 100m);
        var title = missed.FirstOrDefault()?.Target.Title;
        return below <= 0m
            ? ShapeResult.Nothing
            : ShapeResult.Of(new Draft(
                Given.Points * below,
                new(
                    $"{title?.Zh}：{measured.Count} 次中达标 {met} 次，低于 {Points.Plain(Given.AtLeast * 100m)}%，差 {below} 个百分点",
                    $"{title?.En}: met {met} of {measured.Count} times, {below} percentage point(s) below {Points.Plain(Given.AtLeast * 100m)} %"),
                missed.Select(result => RecordReference.At(result.Resource, result.Resource.Place)).ToList())
            { Targets = missed });
    }

    /// <inheritdoc/>
    public override Loss? LossOf(Occurrence occurrence) => null;

    /// <inheritdoc/>
    public override Loss? LossOf(Fact fact, TargetResult result) => null;
}
