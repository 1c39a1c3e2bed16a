using Xunit;

namespace OpsRegistry.Tests.Site;

/// <summary>What the command does to the folder it writes into, on a small registry.</summary>
public sealed class SiteFolderTests : IDisposable
{
    private const string Incident = "ops-registry/contracts/harbour-2026/records/2026/04/incident-2026-0004.yaml";
    private readonly TemporaryRegistry registry = TemporaryRegistry.Harbour();

    [Fact]
    public void Two_runs_give_the_same_bytes_and_the_second_changes_nothing()
    {
        Assert.Equal(0, registry.Run("site", "--output", "one").Exit);
        Assert.Equal(0, registry.Run("site", "--output", "two").Exit);
        Assert.Equal(WrittenSite.Digests(registry.File("one")), WrittenSite.Digests(registry.File("two")));
        Assert.Contains("，0 个有变化，删去 0 个旧文件", registry.Run("site", "--output", "one").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_of_an_earlier_run_goes_and_what_the_tool_did_not_write_stays()
    {
        registry.Run("site");
        const string Stale = "site/contracts/harbour-2026/incidents/incident-2026-0099.html";
        var known = File.ReadAllText(registry.File("site/.opsreg-site"));
        registry.Write(Stale, "old");
        registry.Write("site/own.txt", "mine");
        registry.Write("site/touched.html", "edited since");
        registry.Write("site/.opsreg-site", known + "cba06b5736faf67e54b07b561eae94395e774c517a7d910a54369e1263ccfbd4  contracts/harbour-2026/incidents/incident-2026-0099.html\n" + new string('0', 64) + "  touched.html\n");
        Assert.Contains("删去 1 个旧文件", registry.Run("site").Output, StringComparison.Ordinal);
        Assert.False(File.Exists(registry.File(Stale)));
        Assert.Equal("mine", File.ReadAllText(registry.File("site/own.txt")));
        Assert.Equal("edited since", File.ReadAllText(registry.File("site/touched.html")));
        Assert.Equal(known, File.ReadAllText(registry.File("site/.opsreg-site")));
    }

    [Fact]
    public void A_list_that_somebody_edited_leads_to_no_file_outside_the_folder()
    {
        registry.Run("site");
        registry.Write("outside.txt", "old");
        File.AppendAllText(registry.File("site/.opsreg-site"), "cba06b5736faf67e54b07b561eae94395e774c517a7d910a54369e1263ccfbd4  ../outside.txt\n");
        Assert.Equal(0, registry.Run("site").Exit);
        Assert.True(File.Exists(registry.File("outside.txt")));
    }

    [Fact]
    public void A_folder_with_files_of_somebody_else_is_not_written_into()
    {
        registry.Write("public/index.html", "theirs");
        var outcome = registry.Run("site", "--output", "public", "--lang", "en");
        Assert.Equal(2, outcome.Exit);
        Assert.Contains("holds files that this tool did not write, so nothing was written", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(["index.html"], WrittenSite.Digests(registry.File("public")).Keys);
    }

    [Fact]
    public void A_page_that_somebody_edited_is_kept_and_named()
    {
        registry.Run("site");
        registry.Write("site/index.html", "edited since");
        var outcome = registry.Run("site", "--lang", "en");
        Assert.Equal(2, outcome.Exit);
        Assert.Contains("index.html' was not written by this tool, or was changed since, so nothing was written", outcome.Error, StringComparison.Ordinal);
        Assert.Equal("edited since", File.ReadAllText(registry.File("site/index.html")));
    }

    [Fact]
    public void A_registry_with_errors_leaves_the_site_as_it_was()
    {
        registry.Run("site");
        var before = WrittenSite.Digests(registry.File("site"));
        registry.Write(Incident, "apiVersion: ops-registry/v1\nkind: Incident\n");
        Assert.Equal(1, registry.Run("site").Exit);
        Assert.Equal(before, WrittenSite.Digests(registry.File("site")));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("github.com/example/registry")]
    public void What_is_no_web_address_is_misuse(string address) =>
        Assert.Equal(2, registry.Run("site", "--repository-url", address).Exit);

    /// <inheritdoc/>
    public void Dispose() => registry.Dispose();
}
