using OpsRegistry.Cli;
using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary>Nothing that writes takes away or writes over what somebody else put there. The site's folder and the cache have tests of their own.</summary>
public sealed class OthersFilesTests : IDisposable
{
    private const string Mine = "somebody's own";

    private readonly TemporaryRegistry registry = TemporaryRegistry.Harbour();

    public void Dispose() => registry.Dispose();

    [Fact]
    public void Publish_keeps_notes_beside_its_reports_and_a_report_of_no_period_which_its_check_names()
    {
        registry.Write("reports/harbour-2026/P1/notes.txt", Mine);
        registry.Write("reports/harbour-2026/P99/assessment.md", Mine);
        registry.Write("reports/harbour-2026/P99/scan.pdf", Mine);
        registry.Run("publish");
        Kept("reports/harbour-2026/P1/notes.txt", "reports/harbour-2026/P99/assessment.md", "reports/harbour-2026/P99/scan.pdf");
        var check = registry.Run("publish", "--check", "--lang", "en");
        Assert.Equal(1, check.Exit);
        Assert.EndsWith("reports/harbour-2026/P99/assessment.md  left over\n1 files are not what the registry gives: run ./opsreg publish and commit\n", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_check_of_reports_names_what_is_stale_and_missing_and_writes_nothing()
    {
        registry.Run("publish");
        registry.Write("reports/harbour-2026/P1/assessment.md", Mine);
        File.Delete(registry.File("reports/README.md"));
        var check = registry.Run("publish", "--check", "--lang", "en");
        Assert.Equal(1, check.Exit);
        Assert.Contains("reports/README.md  missing\nreports/harbour-2026/P1/assessment.md  stale\n", check.Output, StringComparison.Ordinal);
        Kept("reports/harbour-2026/P1/assessment.md");
        Assert.False(File.Exists(registry.File("reports/README.md")));
        registry.Run("publish");
        Assert.EndsWith("reports/ is what the registry gives\n", registry.Run("publish", "--check", "--lang", "en").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_keeps_what_stands_in_its_folder()
    {
        registry.Write("out/harbour-2026/P1/notes.txt", Mine);
        registry.Run("report", "harbour-2026", "--output", registry.File("out"));
        Kept("out/harbour-2026/P1/notes.txt");
        Assert.True(File.Exists(registry.File("out/harbour-2026/P1/assessment.md")));
    }

    [Fact]
    public void A_document_that_an_office_edited_is_kept_and_named_and_one_that_nobody_did_is_renewed()
    {
        registry.Write("ops-registry/templates/acceptance-summary.md", "# 验收\n");
        registry.Write("out/acceptance-summary-T.html", Mine);
        var first = Document("md,html");
        Assert.Equal(1, first.Exit);
        Assert.Contains("acceptance-summary-T.html' was changed since it was written and was kept", first.Error, StringComparison.Ordinal);
        registry.Write("ops-registry/templates/acceptance-summary.md", "# 验收总结\n");
        Assert.Equal(0, Document("md").Exit);
        Assert.StartsWith("# 验收总结", File.ReadAllText(registry.File("out/acceptance-summary-T.md")), StringComparison.Ordinal);
        registry.Write("out/acceptance-summary-T.md", Mine);
        Assert.Equal(1, Document("md").Exit);
        Kept("out/acceptance-summary-T.html", "out/acceptance-summary-T.md");
    }

    [Fact]
    public void A_form_is_never_written_over_one_that_is_filled_in()
    {
        registry.Write("form.xlsx", Mine);
        var outcome = registry.Run("form", "harbour-2026", "-o", registry.File("form.xlsx"), "--lang", "en");
        Assert.Equal(2, outcome.Exit);
        Assert.Contains("form.xlsx' exists and was kept", outcome.Error, StringComparison.Ordinal);
        Kept("form.xlsx");
        Assert.Equal(0, registry.Run("form", "harbour-2026", "-o", registry.File("other.xlsx")).Exit);
    }

    [Fact]
    public void A_record_received_from_a_form_takes_no_evidence_and_no_record_away()
    {
        using var real = TemporaryRegistry.RealContract("pingdingshan-2025");
        const string Month = "ops-registry/contracts/pingdingshan-2025/records/2026/11/";
        var before = Directory.GetFiles(real.File(Month)).Length;
        var form = Path.Combine(Golden.RepositoryRoot, "tests", "intake", "incident-pingdingshan", "issue.md");
        Assert.Equal(0, real.Run("intake", form, "--write").Exit);
        Assert.Equal(0, real.Run("intake", form, "--write").Exit);
        Assert.Equal(before + 1, Directory.GetFiles(real.File(Month)).Length);
    }

    /// <summary>What forms, imports and seals write goes through here.</summary>
    [Fact]
    public void A_file_that_is_made_anew_is_never_put_in_anothers_place()
    {
        registry.Write("there.yaml", Mine);
        Assert.Throws<UsageException>(() => AtomicFile.Create(registry.File("there.yaml"), "other"u8));
        AtomicFile.Create(registry.File("new.yaml"), "new"u8);
        AtomicFile.Create(registry.File("new.yaml"), "new"u8);
        Kept("there.yaml");
        Assert.Equal(["new.yaml", "there.yaml"], Directory.GetFiles(registry.Root, "*").Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private Outcome Document(string formats) => registry.Run("document", "acceptance-summary", "harbour-2026", "--format", formats, "--output", registry.File("out"), "--lang", "en");

    private void Kept(params string[] paths) => Assert.All(paths, path => Assert.Equal(Mine, File.ReadAllText(registry.File(path))));
}
