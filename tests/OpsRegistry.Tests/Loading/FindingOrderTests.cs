using OpsRegistry.Loading;
using Xunit;

namespace OpsRegistry.Tests.Loading;

/// <summary>Findings put together from parts stand as if all had been sorted at once, however they are divided.</summary>
public sealed class FindingOrderTests
{
    private static readonly RuleInfo[] Rules = [.. new[] { "OPS101", "OPS203", "OPS312" }.Select(id => new RuleInfo(id, id, new("", ""), Severity.Error))];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Joined_parts_are_what_sorting_all_of_them_gives(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 500; round++)
        {
            // "a" and "a-b": as a folder the longer name comes first.
            var parts = new[] { "a-b", "a", "b" }.Select(folder => Some(random, folder)).Select(part => random.Next(4) == 0 ? part : FindingOrder.Sorted(part)).ToList();
            var others = FindingOrder.Sorted(new[] { "0", "a-a", "c" }.SelectMany(folder => Some(random, folder)));
            var all = FindingOrder.Sorted(parts.SelectMany(part => part).Concat(others));
            Assert.Equal(all, FindingOrder.Joined(parts, others), ReferenceEqualityComparer.Instance);
        }
    }

    private static IReadOnlyList<Finding> Some(Random random, string folder) => Enumerable.Range(0, random.Next(6)).Select(_ =>
        new Finding(Rules[random.Next(Rules.Length)], new Place($"contracts/{folder}/{random.Next(3)}.yaml", 1 + random.Next(2), 1, 0), new("", ""), new("", ""))).ToList();
}
