using OpsRegistry.Tests.Reporting;
using Xunit;

namespace OpsRegistry.Tests.Schemas;

/// <summary>A kind that no C# knows by name is checked, counted, shown and exported like any other.</summary>
public sealed class SchemaOnlyKindTests : IDisposable
{
    private readonly TemporaryRegistry registry = TemporaryRegistry.Library();

    public void Dispose() => registry.Dispose();

    [Fact]
    public void The_registry_is_without_a_fault() => Assert.Equal("no findings\n", registry.Run("check", "--lang", "en").Output);

    [Theory]
    [InlineData("knowledge-entry-2026-0001", "借阅登记超时的处理；会话表过大时登记超时；归档后恢复。")]
    [InlineData("meeting-2026-0002", "二月例会；三月完成自动归档。")]
    public void It_is_listed_exported_and_shown_in_the_ledger_of_other_records(string name, string inShort)
    {
        var kind = name[..^"-2026-0001".Length];
        Assert.Contains(name, registry.Run("list", kind).Output, StringComparison.Ordinal);
        Assert.Contains(name, registry.Run("list", kind, "--format", "csv").Output, StringComparison.Ordinal);
        Assert.Contains(name, registry.Run("list", kind, "--format", "json").Output, StringComparison.Ordinal);
        registry.Run("report", "library-2026", "--period", "P1", "--as-of", "2026-04-01", "--output", registry.File("out"));
        var cells = WorkbookCells.Read(File.ReadAllBytes(registry.File("out/library-2026/P1/data-book.xlsx"))).All.Values.Select(cell => cell.Value).ToList();
        Assert.Contains(cells, cell => cell.EndsWith(" " + name[(kind.Length + 1)..], StringComparison.Ordinal));
        Assert.Contains(inShort, cells);
    }

    [Fact]
    public void Duties_and_scorecards_count_it()
    {
        // K1: no entry in February and one given back. K2: no meeting in March. 20 - 2 - 1 - 3 = 14.
        var score = registry.Run("score", "library-2026", "--period", "P1", "--as-of", "2026-04-01", "--lang", "en").Output;
        Assert.Contains("K1-1.1       2  A knowledge entry each month: no record in M2", score, StringComparison.Ordinal);
        Assert.Contains("K1-2.1       1  2026-03-12 knowledge entry 2026-0003", score, StringComparison.Ordinal);
        Assert.Contains("K2-1.1       3  A meeting each month: no record in M3", score, StringComparison.Ordinal);
        Assert.Contains("score 14.00", score, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deduction_for_it_stands_on_the_site()
    {
        registry.Run("site", "--output", registry.File("site"), "--as-of", "2026-04-01");
        Assert.Contains("knowledge-entry-2026-0003", File.ReadAllText(registry.File("site/en/contracts/library-2026/periods/P1.html")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("knowledge: [knowledge-entry-2026-0001]", "knowledge: [knowledge-entry-2026-0009]", "OPS236")]
    [InlineData("participants: [library-op-01]", "participants: [library-op-02]", "OPS212")]
    [InlineData("heldOn: 2026-01-30", "heldOn: 2026-02-03", "OPS205")]
    [InlineData("file: 2026/01/meeting-2026-0001-minutes.txt", "file: 2026/01/meeting-2026-0009-minutes.txt", "OPS701")]
    public void A_fault_in_it_is_found(string old, string replacement, string rule)
    {
        registry.Replace("ops-registry/contracts/library-2026/records/2026/01/meeting-2026-0001.yaml", old, replacement);
        Assert.Contains($"[{rule}]", registry.Run("check", "--lang", "en").Output, StringComparison.Ordinal);
    }
}
