using Xunit;

namespace OpsRegistry.Tests.Cli;

public sealed class ReportEndedOnTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("opsreg-ended-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Only_the_periods_that_end_on_the_day_are_reported()
    {
        Assert.Equal(0, CommandLine.Run("report", "--ended-on", "2026-09-02", "--output", folder).Exit);
        Assert.Equal(
            ["pingdingshan-2025/P3/assessment.json", "pingdingshan-2025/P3/assessment.md", "pingdingshan-2025/P3/assessment.xlsx", "pingdingshan-2025/P3/data-book.xlsx"],
            Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Where(file => !file.EndsWith(".html", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void On_a_day_on_which_no_period_ends_nothing_is_written()
    {
        Assert.Equal(new Outcome(0, "", ""), CommandLine.Run("report", "--ended-on", "2026-09-03", "--output", folder));
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public void A_day_that_is_none_is_misuse() => Assert.Equal(2, CommandLine.Run("report", "--ended-on", "tomorrow", "--output", folder).Exit);
}
