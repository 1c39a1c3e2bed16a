using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Rules.Records;

/// <summary>
/// A time has another offset than +08:00. Days are counted in Beijing, so 18:00 in UTC belongs to the next day; whoever reads the record sees the wrong one.
/// </summary>
internal sealed class NotBeijingTime() : Rule("OPS303", new("时间不是北京时间", "time not given in Beijing time"), Severity.Warning, reach: Reach.File)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from resource in registry.Resources
        where resource.Spec is RecordSpec && HasOtherTime(resource.Nodes)
        from scalar in NodeWalk.All(resource.Spec.Node).OfType<ScalarNode>()
        where IsOther(scalar.Text)
        let stamp = Values.TimeIn(scalar.Text)
        where stamp is not null && stamp.Value.Offset != BeijingTime.Offset
        let shown = Shown.Show(stamp.Value)
        let right = Shown.Write(stamp.Value.WithOffset(BeijingTime.Offset))
        select At(
            scalar.Place,
            new($"时间“{shown}”的时区不是 +08:00", $"time '{shown}' has not the offset +08:00"),
            new($"写 {right}", $"write {right}")) with
        {
            Remedy = new Remedy.Rewrite(scalar.Place, right),
        };

    private static bool HasOtherTime(IReadOnlyList<Node> nodes)
    {
        for (var index = 0; index < nodes.Count; index++)
        {
            if (nodes[index] is ScalarNode scalar && IsOther(scalar.Text) && Values.TimeIn(scalar.Text) is not null)
            {
                return true;
            }
        }

        return false;
    }

    // Most times are none of these.
    private static bool IsOther(string text) => !text.EndsWith("+08:00", StringComparison.Ordinal);
}
