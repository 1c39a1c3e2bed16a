using OpsRegistry.Model;
using OpsRegistry.Verifying.Seals;
using Xunit;

namespace OpsRegistry.Tests.Verifying;

/// <summary>What a seal states and what its commit comes to, line by line in words.</summary>
public sealed class SealDifferencesTests
{
    [Fact]
    public void Each_value_that_differs_is_told_as_sealed_and_as_computed()
    {
        var stated = SealStatementTests.Read() with
        {
            Score = 88m,
            Grade = "good",
            Amount = null,
            Readings = [new() { Key = "K1", Option = "a" }],
            Amounts = [new() { Id = "band", Amount = 100m }],
            Deductions = [new() { Id = "A-1.1", Points = 2m, Records = "aaaaaaaaaaaaaaaa" }, new() { Id = "A-1.2", Points = 1m, Records = "bbbbbbbbbbbbbbbb" }],
        };
        var found = stated with
        {
            Score = 87.5m,
            Grade = null,
            Amount = 1200.5m,
            Readings = [new() { Key = "K1", Option = "b" }],
            Amounts = [],
            Deductions = [new() { Id = "A-1.1", Points = 3m, Records = "aaaaaaaaaaaaaaaa" }, new() { Id = "A-1.2", Points = 1m, Records = "bbbbbbbbbbbbbbbb" }, new() { Id = "B-2.1", Points = 4m, Records = "cccccccccccccccc" }],
        };
        var differences = SealDifferences.Compare(stated, found);
        Assert.Equal(
            [
                "score: sealed as 88, computed 87.5",
                "grade: sealed as good, computed none",
                "deduction: sealed as none, computed 1200.50",
                "reading K1: sealed as a, computed b",
                "line band: sealed as 100.00, computed none",
                "deduction A-1.1: sealed as 2 (aaaaaaaaaaaa), computed 3 (aaaaaaaaaaaa)",
                "deduction B-2.1: sealed as none, computed 4 (cccccccccccc)",
            ],
            differences.Select(one => one.En));
        Assert.Equal("档次：封存为 good，算得 （无）", differences[1].Zh);
        Assert.Empty(SealDifferences.Compare(stated, stated));
    }

    /// <summary>Of a list the first five that differ, however many before them are the same.</summary>
    [Fact]
    public void Of_many_deductions_the_first_five_that_differ_are_told()
    {
        SealedDeduction Deduction(int number, decimal points) => new() { Id = $"A-1.{number}", Points = points, Records = new string('a', 16) };
        var stated = SealStatementTests.Read() with { Deductions = [.. Enumerable.Range(1, 20).Select(number => Deduction(number, 1m))] };
        var found = stated with { Deductions = [.. Enumerable.Range(1, 20).Select(number => Deduction(number, number > 8 ? 2m : 1m))] };
        Assert.Equal(Enumerable.Range(9, 5).Select(number => $"deduction A-1.{number}: sealed as 1 (aaaaaaaaaaaa), computed 2 (aaaaaaaaaaaa)"), SealDifferences.Compare(stated, found).Select(one => one.En));
    }
}
