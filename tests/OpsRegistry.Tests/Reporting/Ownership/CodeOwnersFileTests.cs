using OpsRegistry.Intake;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Ownership;
using OpsRegistry.Tests.Data;
using Xunit;

namespace OpsRegistry.Tests.Reporting.Ownership;

public sealed class CodeOwnersFileTests
{
    private static readonly Registry Registry = FrozenRegistry.Loaded.Registry;

    /// <summary>The files in use follow the registry: <c>./opsreg docs --check</c> says when one is stale.</summary>
    [Fact]
    public void Owners_and_their_page_are_what_the_rights_give()
    {
        Golden.Matches("expected/owners/CODEOWNERS", Written(output => CodeOwnersFile.Write(output, Registry)));
        Golden.Matches("expected/owners/ownership.md", Written(output => OwnershipPage.Write(output, Registry)));
    }

    /// <summary>Red: run <c>./opsreg docs</c> and read the diff.</summary>
    [Fact]
    public void The_committed_ruleset_and_labels_are_what_the_program_gives()
    {
        Assert.Equal(Committed(RulesetFile.Path), Written(RulesetFile.Write));
        Assert.Equal(Committed(LabelsFile.Path), Written(output => LabelsFile.Write(output, IntakeForm.OnForge)));
    }

    [Theory]
    [InlineData("ops-registry/contracts/pingdingshan-2025/scorecard.yaml", "@ops-registry/pds-bureau")]
    [InlineData("ops-registry/contracts/pingdingshan-2025/records/2026/11/incident-2026-0024.yaml", "@ops-registry/pds-bureau")]
    [InlineData("ops-registry/contracts/pingdingshan-2025/amendments/amendment-2026-0001.yaml", "@ops-registry/pds-bureau")]
    [InlineData("ops-registry/contracts/changning-2026/staff/chn-pm-01.yaml", "@ops-registry/chn-purchaser")]
    [InlineData("ops-registry/rights.yaml", "@ops-registry/maintainers")]
    [InlineData("tools/OpsRegistry/Text.cs", "@ops-registry/maintainers")]
    [InlineData(".github/CODEOWNERS", "@ops-registry/maintainers")]
    public void The_last_line_that_matches_a_path_names_its_approvers(string path, string teams) =>
        Assert.Equal(teams, Written(output => CodeOwnersFile.Write(output, Registry)).Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' ', 2))
            .Last(parts => parts[0] == "*" || path.StartsWith(parts[0].TrimStart('/'), StringComparison.Ordinal))[1]);

    private static string Committed(string path) => File.ReadAllText(Path.Combine(Golden.RepositoryRoot, path));

    private static string Written(Action<TextWriter> write)
    {
        using var output = new StringWriter { NewLine = "\n" };
        write(output);
        return output.ToString();
    }
}
