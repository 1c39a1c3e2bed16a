using OpsRegistry.Assessing;
using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Verifying.Seals;

/// <summary>How the results of two seals of one period differ.</summary>
internal static class SealDifferences
{
    private const int Shown = 5;

    /// <summary>One line for each difference; empty where the results are the same.</summary>
    public static IReadOnlyList<Message> Compare(Seal stated, Seal found)
    {
        var differences = new List<Message>();
        Compare(new("得分", "score"), Plain(stated.Score), Plain(found.Score));
        Compare(new("档次", "grade"), stated.Grade, found.Grade);
        Compare(new("扣减", "deduction"), Money(stated.Amount), Money(found.Amount));
        Compare(new("评分表", "scorecard"), stated.Scorecard, found.Scorecard);
        Compare(new("条款解释", "interpretations"), stated.Interpretations, found.Interpretations);
        Lists(new("理解", "reading"), stated.Readings.Select(reading => (reading.Key, reading.Option)), found.Readings.Select(reading => (reading.Key, reading.Option)));
        Lists(new("扣减行", "line"), stated.Amounts.Select(line => (line.Id, Yuan.Plain(line.Amount))), found.Amounts.Select(line => (line.Id, Yuan.Plain(line.Amount))));
        Lists(new("扣分", "deduction"), stated.Deductions.Select(Pair), found.Deductions.Select(Pair));
        return differences;

        void Compare(Text what, string? sealedValue, string? foundValue)
        {
            if (sealedValue != foundValue)
            {
                differences.Add(new($"{what.Zh}：封存为 {sealedValue ?? "（无）"}，算得 {foundValue ?? "（无）"}", $"{what.En}: sealed as {sealedValue ?? "none"}, computed {foundValue ?? "none"}"));
            }
        }

        void Lists(Text what, IEnumerable<(string Id, string Value)> sealedItems, IEnumerable<(string Id, string Value)> foundItems)
        {
            var (left, right) = (sealedItems.ToLookup(item => item.Id, item => item.Value, StringComparer.Ordinal), foundItems.ToLookup(item => item.Id, item => item.Value, StringComparer.Ordinal));
            foreach (var id in left.Select(group => group.Key).Union(right.Select(group => group.Key)).Where(id => !left[id].SequenceEqual(right[id])).Take(Shown))
            {
                Compare(new($"{what.Zh} {id}", $"{what.En} {id}"), Joined(left[id]), Joined(right[id]));
            }
        }
    }

    private static string? Joined(IEnumerable<string> values) => values.Any() ? string.Join(", ", values) : null;

    private static (string Id, string Value) Pair(SealedDeduction deduction) => (deduction.Id, $"{Points.Plain(deduction.Points)} ({deduction.Records[..12]})");

    private static string? Plain(decimal? points) => points is { } known ? Points.Plain(known) : null;

    private static string? Money(decimal? yuan) => yuan is { } known ? Yuan.Plain(known) : null;
}
