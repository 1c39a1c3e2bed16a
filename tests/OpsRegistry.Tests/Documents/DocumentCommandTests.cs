using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using OpsRegistry.Tests.Data;
using Xunit;

namespace OpsRegistry.Tests.Documents;

public sealed class DocumentCommandTests : IDisposable
{
    private readonly TemporaryRegistry registry = TemporaryRegistry.Harbour();
    private readonly TemporaryFolder folder = new();

    public DocumentCommandTests()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(FrozenRegistry.Root, "ops-registry", "templates")))
        {
            registry.Write($"ops-registry/templates/{Path.GetFileName(file)}", File.ReadAllBytes(file));
        }
    }

    [Fact]
    public void Without_a_template_the_tools_own_serves_and_is_written_where_it_is_asked_for()
    {
        Directory.Delete(registry.File("ops-registry/templates"), recursive: true);
        registry.Write("ops-registry/templates/acceptance-summary.md", "# 本局验收\n");
        Assert.Equal(0, Run("quarterly-report", "harbour-2026", "--period", "Q1", "--format", "md").Exit);
        Assert.NotEmpty(Directory.GetFiles(folder.Path));
        Assert.False(File.Exists(registry.File("ops-registry/templates/quarterly-report.md")));
        Assert.Equal(0, registry.Run("templates", "--write").Exit);
        Assert.True(File.Exists(registry.File("ops-registry/templates/quarterly-report.md")));
        Assert.Equal("# 本局验收\n", File.ReadAllText(registry.File("ops-registry/templates/acceptance-summary.md")));
    }

    [Fact]
    public void A_year_of_the_calendar_that_is_lacking_is_named_and_written()
    {
        File.Delete(registry.File("ops-registry/calendars/cn-2026.yaml"));
        Assert.Contains("calendars/cn-2026.yaml  not there", registry.Run("calendars", "--lang", "en").Output, StringComparison.Ordinal);
        Assert.Equal(0, registry.Run("calendars", "--write").Exit);
        Assert.DoesNotContain("cn-2026.yaml  not there", registry.Run("calendars", "--lang", "en").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_contract_may_have_a_template_of_its_own()
    {
        registry.Write("ops-registry/contracts/harbour-2026/templates/acceptance-summary.md", "# 港口验收\n\n{{contract.vendor}}\n");
        Assert.Equal(0, Run("acceptance-summary", "harbour-2026", "--format", "md").Exit);
        Assert.StartsWith("# 港口验收\n", Read("acceptance-summary-T.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_faulty_template_makes_no_document()
    {
        registry.Write("ops-registry/templates/acceptance-summary.md", "{{contract.vender}}\n");
        var outcome = Run("acceptance-summary", "harbour-2026");
        Assert.Equal(1, outcome.Exit);
        Assert.Contains("ops-registry/templates/acceptance-summary.md", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
        Assert.Contains("ops-registry/templates/acceptance-summary.md:1:12", registry.Run("check", "--lang", "en").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no such kind", "letter", "harbour-2026")]
    [InlineData("no contract", "monthly-report")]
    [InlineData("no record named", "inspection-record", "harbour-2026")]
    [InlineData("record that is not there", "inspection-record", "harbour-2026", "--record", "inspection-1999-0001")]
    [InlineData("record of another kind", "drill-report", "harbour-2026", "--record", "incident-2026-0001")]
    [InlineData("a record for a span", "monthly-report", "harbour-2026", "--record", "incident-2026-0001")]
    [InlineData("no such format", "monthly-report", "harbour-2026", "--format", "odt")]
    [InlineData("no such service", "monthly-report", "harbour-2026", "--service", "sw-999")]
    public void What_means_nothing_is_misuse(string what, params string[] arguments) => Assert.True(Run(arguments).Exit == 2, what);

    [Fact]
    public void Word_files_are_valid_and_the_same_each_time()
    {
        Assert.Equal(0, Run("acceptance-summary", "harbour-2026", "--format", "docx").Exit);
        var first = File.ReadAllBytes(Path.Combine(folder.Path, "acceptance-summary-T.docx"));
        File.Delete(Path.Combine(folder.Path, "acceptance-summary-T.docx"));
        Assert.Equal(0, Run("acceptance-summary", "harbour-2026", "--format", "docx").Exit);
        Assert.Equal(first, File.ReadAllBytes(Path.Combine(folder.Path, "acceptance-summary-T.docx")));
        using var package = WordprocessingDocument.Open(new MemoryStream(first), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2016).Validate(package).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public void LibreOffice_prints_a_pdf()
    {
        var outcome = Run("acceptance-summary", "harbour-2026", "--format", "pdf");
        Assert.True(outcome.Exit == 0, outcome.Error);
        Assert.Equal("%PDF-"u8, File.ReadAllBytes(Path.Combine(folder.Path, "acceptance-summary-T.pdf")).AsSpan(0, 5));
    }

    [Fact]
    public void Without_a_kind_every_kind_is_listed() => Assert.Equal(12, registry.Run("document").Output.Trim().Split('\n').Length);

    public void Dispose()
    {
        registry.Dispose();
        folder.Dispose();
    }

    private Outcome Run(params string[] arguments) => registry.Run(["document", .. arguments, "--output", folder.Path]);

    private string Read(string name) => File.ReadAllText(Path.Combine(folder.Path, name));
}
