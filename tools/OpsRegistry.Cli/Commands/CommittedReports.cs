using OpsRegistry.Reporting.Assessments;
using OpsRegistry.Settling;

namespace OpsRegistry.Cli.Commands;

/// <summary>The Markdown under <c>reports/</c>, which is committed, against what publish would write now. Workbooks and JSON are not committed; nothing is written.</summary>
internal static class CommittedReports
{
    private const string Index = "README.md";
    private const string Report = "assessment.md";

    /// <summary>The files that are not what publish would write, by path from the folder.</summary>
    public static IReadOnlyList<(string Path, ReportState State)> Behind(string folder, IReadOnlyList<ContractResult> results)
    {
        var expected = results
            .SelectMany(result => result.Periods.Select(period => (Path: $"{result.Folder.Name}/{period.Period.Id}/{Report}", Bytes: ReportFiles.Markdown(result, period))))
            .Append((Path: Index, Bytes: ReportFiles.Text(output => ReportIndex.Write(output, results))))
            .ToDictionary(file => file.Path, file => file.Bytes, StringComparer.Ordinal);
        var behind = expected
            .Where(file => !IsThere(folder, file.Key, file.Value))
            .Select(file => (file.Key, File.Exists(Path.Combine(folder, file.Key)) ? ReportState.Stale : ReportState.Missing));
        var leftOver = Written(folder).Where(path => !expected.ContainsKey(path)).Select(path => (path, ReportState.LeftOver));
        return [.. behind.Concat(leftOver).OrderBy(file => file.Item1, StringComparer.Ordinal)];
    }

    private static bool IsThere(string folder, string path, byte[] bytes)
    {
        var file = Path.Combine(folder, path);
        return File.Exists(file) && bytes.AsSpan().SequenceEqual(File.ReadAllBytes(file));
    }

    /// <summary>What stands two folders deep under a report's name; whatever else people keep there is not publish's.</summary>
    private static IEnumerable<string> Written(string folder) => !Directory.Exists(folder)
        ? []
        : Directory.GetDirectories(folder).SelectMany(Directory.GetDirectories)
            .Where(period => File.Exists(Path.Combine(period, Report)))
            .Select(period => $"{Path.GetFileName(Path.GetDirectoryName(period))}/{Path.GetFileName(period)}/{Report}");
}
