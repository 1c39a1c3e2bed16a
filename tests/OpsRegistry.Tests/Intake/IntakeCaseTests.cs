using System.Text;
using OpsRegistry.Intake;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Reporting.Forms;
using OpsRegistry.Sources;
using OpsRegistry.Tests.Data;
using OpsRegistry.Tests.Schemas;
using Xunit;

namespace OpsRegistry.Tests.Intake;

/// <summary>
/// A folder of <c>tests/intake</c> is a case: <c>issue.md</c> as the forge hands it over, and <c>record.yaml</c> or <c>reply.md</c> as it must come out.
/// OPSREG_BLESS=1 writes what comes out: read it.
/// </summary>
public sealed class IntakeCaseTests
{
    private const string Submitter = "stranger-desk";

    private static readonly string Folder = Path.Combine(Golden.RepositoryRoot, "tests", "intake");

    private static readonly Lazy<IntakeContext> Desk = new(() => new(new WorkTreeSource(FrozenRegistry.Root), SchemaSet.Load(SchemaFiles.Texts), [])
    {
        Cache = new(Path.Combine(Environment.GetEnvironmentVariable("HOME")!, ".cache", "intake-cases"), default),
    });

    public static TheoryData<string> Cases => [.. Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Cases))]
    public void A_form_gives_exactly_this_record_or_this_reply(string name)
    {
        var body = File.ReadAllText(Path.Combine(Folder, name, "issue.md"));
        var (file, text) = FormReader.Receive(Desk.Value, body, name.StartsWith("stranger", StringComparison.Ordinal) ? Submitter : null) switch
        {
            FormOutcome.Accepted accepted => ("record.yaml", $"# {accepted.Record.Path}\n{accepted.Record.Text}{string.Concat(accepted.Remarks.Select(remark => $"# {remark.Label} {remark.Message.Zh}\n"))}"),
            FormOutcome.Refused refused => ("reply.md", IntakeReply.Refused(refused.Complaints)),
            _ => throw new InvalidOperationException(),
        };
        var expected = Path.Combine(Folder, name, file);
        if (Environment.GetEnvironmentVariable("OPSREG_BLESS") == "1")
        {
            File.Delete(Path.Combine(Folder, name, file == "reply.md" ? "record.yaml" : "reply.md"));
            File.WriteAllText(expected, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }

        Assert.True(File.Exists(expected), $"tests/intake/{name} came out as {file}:\n{text}");
        Assert.Equal(File.ReadAllText(expected), text);
    }

    [Fact]
    public void Every_contract_has_an_incident_that_is_accepted()
    {
        var contracts = Directory.GetDirectories(Path.Combine(FrozenRegistry.Root, "ops-registry", "contracts")).Select(Path.GetFileName).Order(StringComparer.Ordinal);
        var accepted = Directory.GetFiles(Folder, "record.yaml", SearchOption.AllDirectories)
            .Select(File.ReadAllLines)
            .Where(lines => lines.Contains("kind: Incident"))
            .Select(lines => lines.First(line => line.StartsWith("  contract: ", StringComparison.Ordinal))["  contract: ".Length..])
            .Distinct()
            .Order(StringComparer.Ordinal);
        Assert.Equal(contracts, accepted);
    }

    [Fact]
    public void A_text_longer_than_a_forge_takes_is_refused_before_it_is_read()
    {
        var refused = Assert.IsType<FormOutcome.Refused>(FormReader.Receive(Desk.Value, new string('好', 65_537), null));
        Assert.Equal("the text has 65537 characters, more than 65536", Assert.Single(refused.Complaints).Message.En);
    }

    [Fact]
    public void What_the_tool_fails_on_is_answered_like_any_other_refusal()
    {
        const string Told = "the tool failed on it: InvalidOperationException";
        var desk = new IntakeContext(new FailingSource(), Desk.Value.Schemas, []);
        var refused = Assert.IsType<FormOutcome.Refused>(FormReader.Receive(desk, File.ReadAllText(Path.Combine(Folder, "incident-pingdingshan", "issue.md")), null));
        Assert.Equal(Told, Assert.Single(refused.Complaints).Message.En);
        var imported = ImportResult.Read(desk, File.ReadAllBytes(Path.Combine(Folder, "..", "forms", "choices", "form.xlsx")), null, null);
        Assert.Equal(Told, Assert.Single(imported.Complaints).Problem.Message.En);
        Assert.Empty(imported.Files);
    }

    [Fact]
    public void A_number_that_was_sent_in_before_is_not_given_again()
    {
        var desk = new IntakeContext(Desk.Value.Source, Desk.Value.Schemas, ["ops-registry/contracts/pingdingshan-2025/records/2026/11/incident-2026-0031.yaml"]);
        var accepted = Assert.IsType<FormOutcome.Accepted>(FormReader.Receive(desk, File.ReadAllText(Path.Combine(Folder, "incident-pingdingshan", "issue.md")), "PDS-vendor-desk"));
        Assert.Equal("incident-2026-0032", accepted.Record.Name);
    }

    [Fact]
    public void The_labels_of_a_form_are_told_apart() =>
        Assert.All(Desk.Value.Forms, form =>
        {
            Assert.Equal(form.Fields.Count, form.Fields.Select(field => field.Label).Distinct().Count());
            Assert.All(form.Fields, field => Assert.Equal(field.Options.Count, field.Options.Select(option => option.Shown).Distinct().Count()));
        });

    /// <summary>A source that does what none may.</summary>
    private sealed class FailingSource : IRegistrySource
    {
        public IReadOnlyList<SourceEntry> Entries => throw new InvalidOperationException("a fault of the tool");

        public long SizeOf(SourceEntry entry) => 0;

        public byte[]? Read(SourceEntry entry) => null;
    }
}
