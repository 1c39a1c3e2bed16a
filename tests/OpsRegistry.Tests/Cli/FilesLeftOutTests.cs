using LibGit2Sharp;
using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary>No figure is final while a file of the contract is left out, and whoever reads it is told.</summary>
public sealed class FilesLeftOutTests : IDisposable
{
    private const string Record = "ops-registry/contracts/pingdingshan-2025/records/2025/11";

    private readonly TemporaryRegistry registry = TemporaryRegistry.RealContract("pingdingshan-2025");

    public FilesLeftOutTests()
    {
        var file = Directory.EnumerateFiles(Path.Combine(registry.Root, "ops-registry/contracts/pingdingshan-2025/records"), "incident-*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        File.WriteAllText(file, File.ReadAllText(file).Replace("  channel: ", "  channel：", StringComparison.Ordinal));
    }

    public void Dispose() => registry.Dispose();

    [Fact]
    public void A_report_is_not_written()
    {
        var folder = Path.Combine(registry.Root, "out");
        var outcome = Run("report", "pingdingshan-2025", "--period", "P1", "--output", folder);
        Assert.Equal(1, outcome.Exit);
        Assert.False(Directory.Exists(folder));
        Assert.Contains("1 file cannot be read, so nothing was written", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_is_not_written()
    {
        var folder = Path.Combine(registry.Root, "out");
        Assert.Equal(1, Run("document", "monthly-report", "pingdingshan-2025", "--output", folder).Exit);
        Assert.False(Directory.Exists(folder));
    }

    [Theory]
    [InlineData("score")]
    [InlineData("settle")]
    [InlineData("sla")]
    public void What_is_printed_says_what_it_leaves_out(string verb)
    {
        var outcome = Run(verb, "pingdingshan-2025");
        Assert.Equal(1, outcome.Exit);
        Assert.Contains("1 file left out (cannot be read, see ./opsreg check): these figures are not final", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("未计入 1 个文件", CommandLine.RunOn(registry.Root, verb, "pingdingshan-2025", "--lang", "zh").Output, StringComparison.Ordinal);
        Assert.DoesNotMatch("  final  ", outcome.Output);
    }

    [Theory]
    [InlineData("score")]
    [InlineData("settle")]
    [InlineData("sla")]
    public void So_does_what_programs_read(string verb)
    {
        var output = Run(verb, "pingdingshan-2025", "--format", "json").Output;
        Assert.Contains("\"leftOut\": 1", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\"state\": \"final\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_git_ignores_is_not_judged_and_what_it_would_carry_is()
    {
        Repository.Init(registry.Root);
        Directory.CreateDirectory(Path.Combine(registry.Root, Record));
        File.WriteAllBytes(Path.Combine(registry.Root, Record, ".DS_Store"), [0, 1]);
        File.WriteAllText(Path.Combine(registry.Root, Record, "incident-2025-0001 - 副本.yaml"), "x");
        Assert.Contains(".DS_Store' was left by macOS", Run("check").Output, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(registry.Root, ".gitignore"), ".DS_Store\n* - 副本.yaml\n");
        Assert.DoesNotContain("DS_Store", Run("check").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("副本", Run("check").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_beside_the_registry_is_told()
    {
        Directory.CreateDirectory(Path.Combine(registry.Root, "records/2025/11"));
        File.WriteAllText(Path.Combine(registry.Root, "records/2025/11/incident-2025-0099.yaml"), "apiVersion: ops-registry/v1\nkind: Incident\n");
        File.WriteAllText(Path.Combine(registry.Root, "records/2025/11/other.yaml"), "name: of another program\n");
        var output = Run("check").Output;
        Assert.Contains("error[OPS201]: record outside of ops-registry/, where nothing counts it", output, StringComparison.Ordinal);
        Assert.DoesNotContain("other.yaml", output, StringComparison.Ordinal);
    }

    private Outcome Run(params string[] arguments) => CommandLine.RunOn(registry.Root, [.. arguments, "--lang", "en", "--no-cache"]);
}
