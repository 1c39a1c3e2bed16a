using System.Globalization;
using System.Text.RegularExpressions;
using OpsRegistry.Intake;
using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Reviews;
using OpsRegistry.Sources;
using OpsRegistry.Tests.StraightLine;
using OpsRegistry.Verifying.Workbooks;
using Xunit;

namespace OpsRegistry.Tests.Architecture;

/// <summary>docs/limits.md says what the program does.</summary>
public sealed partial class LimitsPageTests
{
    [Fact]
    public void The_page_names_the_limits_of_the_program_in_their_order()
    {
        long[] limits =
        [
            YamlReader.MaximumBytes, YamlReader.MaximumDepth, TemplateFiles.MaximumBytes, SourceText.MaximumBytes, RegistryLoader.MaximumEvidenceBytes,
            EvidenceLimits.UsualFiles, EvidenceLimits.UsualMegabytesTogether, HandedFiles.MostFiles, HandedFiles.LargestWhole,
            FilledWorkbook.MaximumBytes, FilledWorkbook.MaximumUnpacked, FilledWorkbook.MaximumRows, FormBook.MostCells, FormBook.MostBlocks,
            WorkbookPackage.LargestFile, WorkbookPackage.MostParts, WorkbookPackage.DeepestElement, WorkbookPackage.MostNodes,
            IssueBody.MaximumLength, ReviewDocumentReader.MostBytes,
        ];
        var page = File.ReadAllText(Path.Combine(Golden.RepositoryRoot, "docs", "limits.md"));
        Assert.Equal(limits.Select(limit => limit.ToString("N0", CultureInfo.InvariantCulture)), Value().Matches(page).Select(match => match.Groups["value"].Value));
    }

    [Fact]
    public void The_settings_have_the_defaults_that_hold_where_a_registry_says_nothing()
    {
        const string settings = "apiVersion: ops-registry/v1\nkind: RegistrySettings\nmetadata:\n  name: registry\n  provenance: sample\nspec:\n  title: {zh: 甲, en: A}\n  language: zh\n  evidenceLimits: {types: [pdf]}\n";
        var none = InMemory.Load([new("ops-registry/registry.yaml", settings)]).Registry.Settings!.EvidenceLimits!;
        Assert.Equal((EvidenceLimits.UsualMegabytes, EvidenceLimits.UsualFiles, EvidenceLimits.UsualMegabytesTogether), (none.LargestMegabytes, none.MostFiles, none.MostMegabytes));
        Assert.Equal(RegistryLoader.MaximumEvidenceBytes, EvidenceLimits.UsualMegabytes * 1024L * 1024L);
    }

    [GeneratedRegex(@"\| (?<value>[0-9][0-9,]*) \|$", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Value();
}
