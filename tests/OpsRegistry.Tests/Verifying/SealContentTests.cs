using System.Text.RegularExpressions;
using NodaTime;
using OpsRegistry.Model;
using OpsRegistry.Sealing;
using OpsRegistry.Sources.Git;
using Xunit;

namespace OpsRegistry.Tests.Verifying;

/// <summary>What a seal holds: the files that it covers, and what it states of a period.</summary>
public sealed partial class SealContentTests
{
    private const string Contract = "ops-registry/contracts/harbour-2026/";

    [Fact]
    public void Seals_state_what_was_computed_and_each_follows_on_the_one_before_it()
    {
        using var fixture = Harbour();
        var first = Seal(fixture, "P1", "2026-04-20");
        // One fault less, so that the band has an amount; and the reading that would move the score is decided.
        fixture.Delete(Contract + "records/2026/06/incident-2026-0006.yaml").Delete(Contract + "records/2026/06/fault-report-2026-0006.yaml");
        Copy(fixture, "decision-2026-0001", "decision-2026-0002", ("K900-EDGE", "K900-FLOOR"), ("option: reaches", "option: none"));
        var second = Seal(fixture, "P2", "2026-07-20");
        // The leak that leaves the deduction to the parties did not happen.
        fixture.Replace(Contract + "records/2026/07/incident-2026-0007.yaml", "dataLeak: true", "dataLeak: false");
        Copy(fixture, "judgement-2026-0002", "judgement-2026-0003", ("period: P2", "period: P3"), ("2026-07-10", "2026-10-08"));
        var third = Seal(fixture, "P3", "2026-10-20");
        Assert.DoesNotContain("previous:", first, StringComparison.Ordinal);
        Assert.Equal((DigestOf(first), DigestOf(second)), (PreviousOf(second), PreviousOf(third)));
        Assert.Equal((Sha256(fixture, "scorecard.yaml"), Sha256(fixture, "interpretations.yaml")), (Line("scorecard", first), Line("interpretations", first)));
        Golden.Matches("expected/seal-p1.yaml", Plain(first));
        Golden.Matches("expected/seal-p2.yaml", Plain(second));
    }

    [Fact]
    public void A_period_is_sealed_after_the_one_before_it()
    {
        using var fixture = Harbour();
        Assert.Equal(
            "opsreg: not sealed: earlier periods are not sealed: P1; first run ./opsreg seal harbour-2026 P1 and commit it\n",
            fixture.CheckOut().Run("seal", "harbour-2026", "P2", "--as-of", "2026-07-20", "--lang", "en").Error);
    }

    [Fact]
    public void A_file_is_covered_with_the_part_that_it_belongs_to_or_not_at_all()
    {
        using var fixture = Harbour();
        Seal(fixture, "P1", "2026-04-20");
        var report = Contract + "evidence/2026/01/inspection-2026-0001-report";
        var record = Contract + "records/2026/01/inspection-2026-0001.yaml";
        fixture.Rename(report + ".txt", report + ".md").Write(record, fixture.Text(record).Replace("0001-report.txt", "0001-report.md", StringComparison.Ordinal))
            .Write("ops-registry/README.md", "A guide").Write(Contract + "README.md", "A guide").Write(Contract + "notes.txt", "Notes")
            .Write("schemas/settings.json", "{}").Write("schemas/README.md", "A guide")
            .Write("ops-registry/contracts/harbour-2026-b/systems/other.yaml", "kind: System")
            .Submodule("ops-registry/calendars/others", fixture.Head).Commit("What is covered, and what is not");
        var first = Covered(fixture, new(2026, 4, 1));
        Assert.Equal(
            [
                "100644 Shared ops-registry/calendars/cn-2026.yaml",
                "160000 Shared ops-registry/calendars/others",
                $"100644 Governance {Contract}contract.yaml",
                $"100644 Evidence {report}.md",
                $"100644 Decisions {Contract}judgements/decision-2026-0001.yaml",
                $"100644 Records {record}",
                $"100644 MasterData {Contract}systems/scheduling.yaml",
                "100644 Schemas schemas/seal.schema.json",
            ],
            new[]
            {
                "ops-registry/README.md", "ops-registry/calendars/cn-2026.yaml", "ops-registry/calendars/others", "ops-registry/contracts/harbour-2026-b/systems/other.yaml", Contract + "README.md",
                Contract + "contract.yaml", report + ".md", Contract + "evidence/2026/04/inspection-2026-0003-report.txt", Contract + "judgements/decision-2026-0001.yaml", Contract + "notes.txt", record,
                Contract + "records/2026/04/inspection-2026-0003.yaml", Contract + "seals/p1.yaml", Contract + "systems/scheduling.yaml", "ops-registry/contracts/lighthouse-2026/contract.yaml",
                "schemas/README.md", "schemas/seal.schema.json", "schemas/settings.json",
            }.SelectMany(path => first[path]).Select(file => $"{file.Mode} {file.Part} {file.Path}"));
        Assert.Equal(fixture.BlobOf("ops-registry/calendars/others"), first["ops-registry/calendars/others"].Single().Sha256);

        // The seal of the first period is among what the second rests on.
        Assert.Equal(SealedPartId.Decisions, Covered(fixture, new(2026, 7, 1))[Contract + "seals/p1.yaml"].Single().Part);
    }

    [Theory]
    [InlineData("2026-01-15", false)]
    [InlineData("2026-01-16", true)]
    public void A_record_of_the_day_on_which_the_next_period_begins_is_not_covered_and_neither_is_its_proof(string end, bool covered)
    {
        using var fixture = Harbour();
        var files = Covered(fixture, LocalDateOf(end));
        Assert.Equal(covered, files.Contains(Contract + "records/2026/01/inspection-2026-0001.yaml"));
        Assert.Equal(covered, files.Contains(Contract + "evidence/2026/01/inspection-2026-0001-report.txt"));
    }

    private static LocalDate LocalDateOf(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    private static GitFixture Harbour()
    {
        var fixture = GitFixture.Empty();
        fixture.WriteFolder(Golden.RepositoryRoot, "schemas").WriteFolder(Path.Combine(Golden.RepositoryRoot, "tests", "golden", "harbour"), "ops-registry");
        fixture.Commit("The registry as agreed");
        return fixture;
    }

    private static string Seal(GitFixture fixture, string period, string asOf)
    {
        fixture.Commit("Before the seal");
        Assert.Equal("", fixture.CheckOut().Run("seal", "harbour-2026", period, "--as-of", asOf).Error);
        var path = $"{Contract}seals/{period.ToLowerInvariant()}.yaml";
        var text = File.ReadAllText(Path.Combine(fixture.Root, path));
        fixture.Write(path, text).Commit("Seal");
        return text;
    }

    private static void Copy(GitFixture fixture, string from, string to, params (string Old, string New)[] edits) =>
        fixture.Write($"{Contract}judgements/{to}.yaml", edits.Prepend((from, to)).Aggregate(fixture.Text($"{Contract}judgements/{from}.yaml"), (text, edit) => text.Replace(edit.Item1, edit.Item2, StringComparison.Ordinal)));

    private static string Sha256(GitFixture fixture, string file) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(fixture.Text(Contract + file))));

    private static string DigestOf(string seal) => Line("digest", seal);

    private static string PreviousOf(string seal) => Line("previous", seal);

    private static string Line(string key, string seal) => Assert.Single(seal.Split('\n'), line => line.StartsWith($"  {key}: ", StringComparison.Ordinal)).Split(' ')[^1].Trim('"');

    private static ILookup<string, SealedFile> Covered(GitFixture fixture, LocalDate end)
    {
        using var git = GitRepository.At(fixture.Root)!;
        var commit = git.Resolve("main")!;
        var folder = RegistryLoader.Load(git.SourceOf(commit), Rules.CaseFolders.Schemas).Registry.ContractNamed("harbour-2026")!;
        return SealCoverage.List(git, commit, folder, end).ToLookup(file => file.Path, StringComparer.Ordinal);
    }

    /// <summary>Digests change with the schemas and the tool with each commit, and neither is what a seal states of a period.</summary>
    private static string Plain(string text) => ToolLine().Replace(Hexadecimal().Replace(text, "…"), "tool: …");

    [GeneratedRegex("\"?[0-9a-f]{40,64}\"?")]
    private static partial Regex Hexadecimal();

    [GeneratedRegex("tool: .+")]
    private static partial Regex ToolLine();
}
