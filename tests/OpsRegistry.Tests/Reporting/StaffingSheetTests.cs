using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Workbooks;
using OpsRegistry.Settling;
using OpsRegistry.Tests.Data;
using OpsRegistry.Time;
using OpsRegistry.Verifying;
using Xunit;

namespace OpsRegistry.Tests.Reporting;

/// <summary>The committed registry without one assignment: two of three people from 3 to 30 June 2026, three afterwards.</summary>
public sealed class StaffingSheetTests
{
    private static readonly WorkbookCells Cells = Write("pingdingshan-2025", "P3", "pds-plat-02");

    [Theory]
    [InlineData("K", "3")]
    [InlineData("M", "92")]
    [InlineData("O", "28")]
    [InlineData("Q", "28")]
    [InlineData("S", "28")]
    [InlineData("V", "0.8985507246376813")]
    public void A_post_says_how_many_days_and_people_were_lacking(string column, string value) => Assert.Equal(value, Cells["人员到岗", $"{column}9"].Value);

    [Fact]
    public void The_calendar_has_a_number_for_each_day_of_the_period_and_none_outside()
    {
        var title = Cells.All.Last(cell => cell.Value.Value.EndsWith("（应到 3 人）", StringComparison.Ordinal)).Key;
        var june = A1.Parse(title[(title.IndexOf('!', StringComparison.Ordinal) + 1)..]).Row + 2;
        Assert.Equal("2026-06", Cells["人员到岗", $"A{june}"].Value);
        Assert.Equal("", Day(june, 2));
        Assert.Equal("2", Day(june, 3));
        Assert.Equal("2", Day(june, 30));
        Assert.Equal("3", Day(june + 1, 1));
        Assert.Equal("3", Day(june + 3, 2));
        Assert.Equal("", Day(june + 3, 3));
    }

    private static string Day(int row, int day) => Cells.All.GetValueOrDefault($"'人员到岗'!{A1.Write(row, day + 1)}")?.Value ?? "";

    private static WorkbookCells Write(string contract, string period, string person)
    {
        var registry = GoldenContracts.Load(FrozenRegistry.Root).Registry;
        var folder = registry.ContractNamed(contract)!;
        var without = new ContractFolder(folder.Contract, [.. folder.Resources.Where(resource => resource.Spec is not Assignment assignment || assignment.Person != person)]);
        var result = ContractRunner.Run(without, Calendars.Build(registry), BeijingTime.EndOf(registry.Settings!.RecordsUntil!.Value));
        return WorkbookCells.Read(AssessmentWorkbook.ToBytes(result, result.Periods.Single(one => one.Period.Id == period), ReportOrigin.State(registry, GoldenContracts.Commit, "1.0.0-test"), AssessmentVolume.DataBook));
    }
}
