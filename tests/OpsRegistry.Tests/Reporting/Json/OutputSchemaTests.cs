using NJsonSchema;
using OpsRegistry.Reporting.Json;
using OpsRegistry.Rules;
using Xunit;

namespace OpsRegistry.Tests.Reporting.Json;

/// <summary>The published schemas of the JSON outputs, against the records they are made from and against what people have accepted.</summary>
public sealed class OutputSchemaTests
{
    private static readonly string Folder = Path.Combine(Golden.RepositoryRoot, "docs", "outputs");

    public static TheoryData<string, string> AcceptedOutputs()
    {
        var outputs = new TheoryData<string, string>
        {
            { "findings", "expected/check-json.json" },
            { "findings", "expected/faulty-json.json" },
            { "findings", "findings/findings.json" },
            { "list", "expected/list-incident.json" },
            { "review", "expected/review-json-en.json" },
            { "assessments", "expected/score.json" },
        };
        foreach (var file in Directory.EnumerateFiles(GoldenFolder, "assessment.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            outputs.Add("assessment", Path.GetRelativePath(GoldenFolder, file));
        }

        return outputs;
    }

    [Fact]
    public void Committed_schemas_are_what_the_records_say()
    {
        var files = OutputSchemas.Files(File.ReadAllText(Path.ChangeExtension(typeof(Rule).Assembly.Location, ".xml")));
        if (Environment.GetEnvironmentVariable("OPSREG_BLESS") == "1")
        {
            Directory.CreateDirectory(Folder);
            foreach (var (path, text) in files)
            {
                File.WriteAllText(Path.Combine(Golden.RepositoryRoot, path), text);
            }
        }

        Assert.Equal(files.Keys.Order(StringComparer.Ordinal), Directory.EnumerateFiles(Folder).Select(file => "docs/outputs/" + Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.All(files, file => Assert.Equal(file.Value, File.ReadAllText(Path.Combine(Golden.RepositoryRoot, file.Key))));
    }

    [Theory, MemberData(nameof(AcceptedOutputs))]
    public async Task An_accepted_output_is_valid_by_its_schema(string schema, string path) => Assert.Empty(await Faults(schema, File.ReadAllText(Path.Combine(GoldenFolder, path))));

    [Theory]
    [InlineData("sla", "sla", "harbour-2026")]
    [InlineData("due", "due", "--within", "P90D", "--as-of", "2026-03-20")]
    [InlineData("staff", "staff", "harbour-2026")]
    [InlineData("accounts", "settle")]
    [InlineData("waiting", "waiting")]
    [InlineData("waiting", "waiting", "--as-of", "2026-04-03")]
    [InlineData("explain", "explain", "harbour-2026")]
    [InlineData("explain", "explain", "lighthouse-2026")]
    [InlineData("explain-record", "explain", "incident-2026-0003")]
    [InlineData("list", "list", "system")]
    [InlineData("assessment", "score", "harbour-2026", "--period", "P1")]
    [InlineData("clock-deadline", "clock", "deadline", "--start", "2026-01-05T09:00", "--amount", "3wd")]
    [InlineData("clock-deadline", "clock", "deadline", "--start", "2026-01-05T09:00", "--amount", "PT4H", "--window", "5x9")]
    [InlineData("clock-elapsed", "clock", "elapsed", "--from", "2026-01-05T09:00", "--to", "2026-01-07T10:00", "--limit", "PT4H", "--window", "5x9")]
    [InlineData("clock-elapsed", "clock", "elapsed", "--from", "2026-01-05T09:00", "--to", "2026-03-07T10:00", "--unit", "mo")]
    public async Task What_a_verb_writes_is_valid_by_its_schema(string schema, params string[] words)
    {
        using var registry = TemporaryRegistry.Harbour();
        var outcome = registry.Run([.. words, "--format", "json"]);
        Assert.Empty(await Faults(schema, outcome.Output));
    }

    [Fact]
    public async Task A_member_that_no_record_has_is_not_valid() =>
        Assert.NotEmpty(await Faults("findings", "{ \"findings\": [], \"summary\": 1 }"));

    [Fact]
    public async Task A_decimal_that_is_no_string_is_not_valid() => Assert.NotEmpty(await Faults(
        "assessments", File.ReadAllText(Path.Combine(GoldenFolder, "expected", "score.json")).Replace("\"points\": \"6\"", "\"points\": 6", StringComparison.Ordinal)));

    private static string GoldenFolder { get; } = Path.Combine(Golden.RepositoryRoot, "tests", "golden");

    private static async Task<IEnumerable<string>> Faults(string schema, string json) =>
        (await JsonSchema.FromJsonAsync(File.ReadAllText(Path.Combine(Folder, schema + ".schema.json")))).Validate(json).Select(fault => fault.ToString());
}
