using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Assessing.Shapes;

/// <summary>Every n matching records cost points; the rest costs nothing, unless it is carried over.</summary>
internal sealed class EveryNthShape(EveryNth given) : Shape<EveryNth>(given)
{
    public override ShapeBasis RestsOn => new() { Records = [Given.Records], ReachesBack = Given.CarriedOver };

    public override decimal? Most(decimal marks) => Often(Given.Points);

    /// <summary>One draft for each full n that is completed in this period.</summary>
    public override ShapeResult Assess(ShapeContext context)
    {
        var own = context.Matching(Given.Records);
        var carried = Given.CarriedOver
            ? context.Measurement.Periods
                .Where(period => period.Number < context.Period.Number)
                .SelectMany(period => context.MatchingIn(period, Given.Records)).ToList()
            : [];
        var pending = carried.TakeLast(carried.Count % Math.Max(1, Given.Every)).Concat(own).ToList();
        return ShapeResult.Lose(pending.Chunk(Math.Max(1, Given.Every))
            .Where(chunk => chunk.Length == Given.Every)
            .Select(chunk => new TakenPoints(
                Given.Points,
                new(() => new($"累计 {Given.Every} 次：{Days(chunk, "、")}", $"{Given.Every} times: {Days(chunk, ", ")}")),
                chunk.Select(fact => RecordReference.To(fact)).ToList())
            { Matched = chunk.Select(fact => new MatchedFact(fact, Given.Records)).ToList() }));
    }

    public override Loss? LossOf(Occurrence occurrence) => null;

    public override Loss? LossOf(Fact fact, TargetResult result) => null;

    private static string Days(IEnumerable<Fact> facts, string between) =>
        string.Join(between, facts.Select(fact => fact.Record.OccurredOn.ToString("uuuu-MM-dd", null)));
}
