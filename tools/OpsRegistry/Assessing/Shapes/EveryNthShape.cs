using OpsRegistry.Model;

namespace OpsRegistry.Assessing.Shapes;

/// <summary>Every n matching records cost points; the rest costs nothing, unless it is carried over (K003-UNREACH).</summary>
public static class EveryNthShape
{
    /// <summary>One draft for each full n that is completed in this period.</summary>
    public static ShapeResult Draft(EveryNth shape, ShapeContext context)
    {
        var own = context.Matching(shape.Records);
        var carried = shape.CarriedOver
            ? context.Measurement.Periods
                .Where(period => period.Number < context.Period.Number)
                .SelectMany(period => (context with { Period = period }).Matching(shape.Records)).ToList()
            : [];
        var pending = carried.TakeLast(carried.Count % Math.Max(1, shape.Every)).Concat(own).ToList();
        return ShapeResult.Of(pending.Chunk(Math.Max(1, shape.Every))
            .Where(chunk => chunk.Length == shape.Every)
            .Select(chunk => new Draft(
                shape.Points,
                new(
                    $"累计 {shape.Every} 次：{string.Join("、", chunk.Select(fact => fact.Record.OccurredOn.ToString("uuuu-MM-dd", null)))}",
                    $"{shape.Every} times: {string.Join(", ", chunk.Select(fact => fact.Record.OccurredOn.ToString("uuuu-MM-dd", null)))}"),
                chunk.Select(fact => RecordReference.To(fact)).ToList())));
    }
}
