using NodaTime;
using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Workbooks;
using OpsRegistry.Sources;
using OpsRegistry.Sources.Git;
using OpsRegistry.Verifying;
using Xunit;

namespace OpsRegistry.Tests.Reporting;

public sealed class WorkbookHistoryTests
{
    private static readonly CommitInfo Merge = new("89abcdef89abcdef89abcdef89abcdef89abcdef", [], Instant.FromUtc(2026, 1, 5, 2, 30), "=1+1 一月的记录");

    private static readonly HistoryLine[] Lines =
    [
        Line("ops-registry/contracts/example-2025/records/2026/01/incident-1.yaml", null, "1111111111111111111111111111111111111111", Merge),
        Line("ops-registry/contracts/example-2025/contract.yaml", "2222222222222222222222222222222222222222", "3333333333333333333333333333333333333333", Merge),
        Line("ops-registry/contracts/example-2025/records/2026/01/gone.yaml", "4444444444444444444444444444444444444444", null, Merge),
        Line("ops-registry/contracts/example-plain/contract.yaml", null, "5555555555555555555555555555555555555555", Merge),
        Line("ops-registry/contracts/example-2025/later.yaml", null, "6666666666666666666666666666666666666666", Merge with { CommittedAt = Instant.FromUtc(2027, 6, 1, 0, 0) }),
    ];

    [Fact]
    public void The_periods_changes_of_the_contracts_own_files_stand_in_order()
    {
        var cells = Cells(Lines);
        Assert.Equal(
            ["新增", "修改", "删除"],
            Enumerable.Range(6, 5).Select(row => cells.All.GetValueOrDefault($"'变更历史'!C{row}")?.Value).TakeWhile(word => word is not null));
        Assert.Equal(("89abcdef89ab", "contract.yaml", "333333333333"), (cells["变更历史", "B7"].Value, cells["变更历史", "D7"].Value, cells["变更历史", "F7"].Value));
        Assert.Equal(new ReadCell(ReadKind.Text, "=1+1 一月的记录", null), cells["变更历史", "E6"]);
    }

    [Fact]
    public void A_change_in_the_first_hour_of_a_day_in_Beijing_counts_on_that_day()
    {
        var first = GoldenContracts.ResultOf(GoldenContracts.Loaded.Registry, "example-2025").Periods[0].Period.Days.Start;
        var midnight = Lines[0] with { Commit = Merge with { CommittedAt = Instant.FromUtc(first.Year, first.Month, first.Day, 0, 0) - Duration.FromHours(8) } };
        Assert.Equal("新增", Cells([midnight])["变更历史", "C6"].Value);
        var before = midnight with { Commit = midnight.Commit with { CommittedAt = midnight.Commit.CommittedAt - Duration.FromSeconds(1) } };
        Assert.DoesNotContain(Cells([before]).All.Keys, address => address.StartsWith("'变更历史'", StringComparison.Ordinal));
    }

    [Fact]
    public void No_history_is_not_the_same_as_no_change() =>
        Assert.StartsWith("变更历史不可得", Cells(null)["变更历史", "A4"].Value, StringComparison.Ordinal);

    private static HistoryLine Line(string path, string? before, string? after, CommitInfo commit) => new(commit, new(path, State(before), State(after)));

    private static FileState? State(string? blob) => blob is null ? null : new(blob, OpsRegistry.Sources.FileMode.Plain);

    private static WorkbookCells Cells(IReadOnlyList<HistoryLine>? history)
    {
        var result = GoldenContracts.ResultOf(GoldenContracts.Loaded.Registry, "example-2025");
        return WorkbookCells.Read(AssessmentWorkbook.ToBytes(result, result.Periods[0], GoldenContracts.Origin with { History = history }, AssessmentVolume.DataBook));
    }
}
