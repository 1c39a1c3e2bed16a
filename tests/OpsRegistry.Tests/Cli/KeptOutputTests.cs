using OpsRegistry.Cli;
using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary>Where nothing has changed nothing is made again, and whatever has, in the registry or among the files written, is.</summary>
public sealed class KeptOutputTests : IDisposable
{
    private const string Report = "reports/harbour-2026/P1/assessment.md";
    private const string Workbook = "reports/harbour-2026/P1/assessment.xlsx";

    private readonly TemporaryRegistry registry = TemporaryRegistry.Harbour();

    public void Dispose() => registry.Dispose();

    [Fact]
    public void Publish_says_the_same_again_and_writes_what_is_no_longer_what_it_wrote()
    {
        var first = registry.Run("publish", "--lang", "en");
        var (report, workbook) = (File.ReadAllBytes(registry.File(Report)), File.ReadAllBytes(registry.File(Workbook)));
        var again = registry.Run("publish", "--lang", "en");
        Assert.Equal(first.Lines[..^2], again.Lines[..^2]);
        Assert.EndsWith(" files, 0 changed", again.Lines[^2], StringComparison.Ordinal);
        Assert.Equal(again, registry.Run("publish", "--lang", "en", "--no-cache"));

        registry.Write(Workbook, "somebody's own");
        File.Delete(registry.File(Report));
        Assert.EndsWith(" files, 2 changed", registry.Run("publish", "--lang", "en").Lines[^2], StringComparison.Ordinal);
        Assert.Equal(report, File.ReadAllBytes(registry.File(Report)));
        Assert.Equal(workbook, File.ReadAllBytes(registry.File(Workbook)));
    }

    [Fact]
    public void Publish_writes_again_after_a_change_of_the_registry_and_of_what_was_asked_for()
    {
        registry.Run("publish");
        var before = File.ReadAllText(registry.File(Report));
        registry.Write("ops-registry/contracts/harbour-2026/contract.yaml", File.ReadAllText(registry.File("ops-registry/contracts/harbour-2026/contract.yaml")).Replace("zh: ", "zh: 新", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Findings, registry.Run("publish", "--check").Exit);
        registry.Run("publish");
        Assert.NotEqual(before, File.ReadAllText(registry.File(Report)));
        Assert.Equal(ExitCode.Clean, registry.Run("publish", "--check").Exit);
        Assert.Equal(ExitCode.Findings, registry.Run("publish", "--check", "--as-of", "2026-05-15").Exit);
        File.AppendAllText(registry.File(Report), "edited");
        Assert.Equal(ExitCode.Findings, registry.Run("publish", "--check").Exit);
    }

    [Fact]
    public void The_site_is_written_again_after_a_change_of_notes_which_no_check_reads()
    {
        registry.Run("site", "--lang", "en");
        Assert.Contains(" 0 changed, 0 old ones removed", registry.Run("site", "--lang", "en").Output, StringComparison.Ordinal);
        registry.Write("ops-registry/contracts/harbour-2026/README.md", "# Notes of the week\n");
        Assert.DoesNotContain(" 0 changed", registry.Run("site", "--lang", "en").Output, StringComparison.Ordinal);
        File.Delete(registry.File("site/search.html"));
        Assert.Contains(" 1 changed", registry.Run("site", "--lang", "en").Output, StringComparison.Ordinal);
    }
}
