using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Findings;
using OpsRegistry.Rules;
using OpsRegistry.Sources;
using Xunit;

namespace OpsRegistry.Tests.Rules;

public sealed class RealRegistryTests
{
    [Fact]
    public void Registry_of_this_repository_has_no_errors()
    {
        var loaded = RegistryLoader.Load(new WorkTreeSource(Golden.RepositoryRoot), CaseFolders.Schemas);
        var output = new StringWriter();
        TextFindings.Write(output, Checker.Check(loaded).Where(finding => finding.Rule.Severity == Severity.Error).ToList(), loaded.Lines, Language.En);
        Assert.True(output.ToString() == "no findings\n", output.ToString());
    }

    /// <summary>What is merged makes lists longer, and they are divided; nothing else of it is asked for here.</summary>
    [Fact]
    public void Its_site_keeps_within_the_budget_whatever_is_merged()
    {
        using var registry = TemporaryRegistry.Live();
        using var folder = new TemporaryFolder();
        Assert.Equal("", registry.Run("site", "--output", Path.Combine(folder.Path, "site")).Error);
        Site.SiteFilesTests.WithinBudget(Path.Combine(folder.Path, "site"));
    }
}
