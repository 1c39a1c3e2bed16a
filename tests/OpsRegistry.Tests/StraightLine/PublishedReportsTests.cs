using OpsRegistry.Measuring;
using OpsRegistry.Reporting.Assessments;
using OpsRegistry.Settling;
using OpsRegistry.Tests.Data;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.StraightLine;

/// <summary>The Markdown under reports/ is what publish writes today: a record merged without it would leave the old figures standing.</summary>
public sealed class PublishedReportsTests
{
    [Fact]
    public void Committed_reports_are_what_publish_writes()
    {
        var registry = CommittedRegistry.Loaded.Registry;
        var asOf = BeijingTime.EndOf(registry.Settings!.RecordsUntil);
        var results = registry.Contracts.Select(folder => ContractResult.Of(folder, Calendars.For(registry, folder.Terms.Purchaser), asOf)).ToList();
        var reports = results
            .SelectMany(result => result.Periods.Select(period => ($"{result.Folder.Name}/{period.Period.Id}/assessment.md", Written(output => AssessmentMarkdown.Write(output, result, period)))))
            .Append(("README.md", Written(output => ReportIndex.Write(output, results))));
        var stale = reports.Where(report => Committed(report.Item1) != report.Item2).Select(report => report.Item1);
        var folders = Directory.GetDirectories(Path.Combine(Golden.RepositoryRoot, "reports")).SelectMany(Directory.GetDirectories).Where(folder => Path.GetFileName(folder) != "documents").Select(folder => $"{Path.GetFileName(Path.GetDirectoryName(folder))}/{Path.GetFileName(folder)}");
        Assert.Equal(
            results.SelectMany(result => result.Periods.Select(period => $"{result.Folder.Name}/{period.Period.Id}")).Order(StringComparer.Ordinal),
            folders.Order(StringComparer.Ordinal));
        Assert.True(!stale.Any(), "stale, run ./opsreg publish: " + string.Join(" ", stale));
    }

    private static string? Committed(string path)
    {
        var file = Path.Combine(Golden.RepositoryRoot, "reports", path);
        return File.Exists(file) ? File.ReadAllText(file) : null;
    }

    private static string Written(Action<TextWriter> write)
    {
        using var output = new StringWriter { NewLine = "\n" };
        write(output);
        return output.ToString();
    }
}
