using System.Diagnostics;
using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Rules.Records;

/// <summary>
/// A time has another offset than +08:00. Days are counted in Beijing, so 18:00 in UTC belongs to the next day; whoever reads the record sees the wrong one.
/// </summary>
internal sealed class NotBeijingTime() : Rule("OPS303", new("时间不是北京时间", "time not given in Beijing time"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from resource in registry.Resources
        where resource.Spec is RecordSpec
        from stamp in StampsIn(resource.Spec.Node)
        where stamp.Time.Offset != BeijingTime.Offset
        select At(
            stamp.Place,
            new($"时间“{Shown.Show(stamp.Time)}”的时区不是 +08:00", $"time '{Shown.Show(stamp.Time)}' has not the offset +08:00"),
            new($"写 {InBeijing(stamp.Time)}", $"write {InBeijing(stamp.Time)}")) with
        {
            Remedy = new Remedy.Rewrite(stamp.Place, InBeijing(stamp.Time)),
        };

    private static string InBeijing(OffsetDateTime time) => Shown.Write(time.WithOffset(BeijingTime.Offset));

    private static IEnumerable<(OffsetDateTime Time, Place Place)> StampsIn(Node node) => node switch
    {
        ScalarNode scalar => Values.TimeIn(scalar.Text) is { } time ? [(time, scalar.Place)] : [],
        SequenceNode list => list.Items.SelectMany(StampsIn),
        MappingNode map => map.Entries.SelectMany(entry => StampsIn(entry.Value)),
        _ => throw new UnreachableException(),
    };
}
