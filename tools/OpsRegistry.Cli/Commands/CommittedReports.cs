using OpsRegistry.Reporting.Assessments;
using OpsRegistry.Settling;

namespace OpsRegistry.Cli.Commands;

/// <summary>The Markdown under <c>reports/</c>, which is committed, against what publish would write now. Workbooks and JSON are not committed; nothing is written.</summary>
internal static class CommittedReports
{
    /// <summary>The table of all periods.</summary>
    public const string Index = "README.md";

    private const string Report = "assessment.md";

    /// <summary>The bytes of the table of all periods.</summary>
    public static byte[] IndexOf(IReadOnlyList<ContractResult> results) => ReportFiles.Text(output => ReportIndex.Write(output, results));

    /// <summary>What publish would write now: path from the folder, and digest of the bytes.</summary>
    public static IReadOnlyList<(string Path, string Digest)> Expected(IReadOnlyList<ContractResult> results)
    {
        var periods = results.SelectMany(result => result.Periods.Select(period => (Result: result, Period: period))).ToList();
        return
        [
            .. AtOnce.Over(periods, pair => ($"{pair.Result.Folder.Name}/{pair.Period.Period.Id}/{Report}", WrittenFiles.Digest(ReportFiles.Markdown(pair.Result, pair.Period)))),
            (Index, WrittenFiles.Digest(IndexOf(results))),
        ];
    }

    /// <summary>The files that are not what publish would write, by path from the folder.</summary>
    /// <param name="expected">What publish would write: path from the folder, and digest of the bytes.</param>
    public static IReadOnlyList<(string Path, ReportState State)> Behind(string folder, IReadOnlyList<(string Path, string Digest)> expected)
    {
        var paths = expected.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var behind = expected
            .Where(file => KeptOutput.Digest(Path.Combine(folder, file.Path)) != file.Digest)
            .Select(file => (file.Path, File.Exists(Path.Combine(folder, file.Path)) ? ReportState.Stale : ReportState.Missing));
        var leftOver = Written(folder).Where(path => !paths.Contains(path)).Select(path => (path, ReportState.LeftOver));
        return [.. behind.Concat(leftOver).OrderBy(file => file.Item1, StringComparer.Ordinal)];
    }

    /// <summary>What stands two folders deep under a report's name; whatever else people keep there is not publish's.</summary>
    private static IEnumerable<string> Written(string folder) => !Directory.Exists(folder)
        ? []
        : Directory.GetDirectories(folder).SelectMany(Directory.GetDirectories)
            .Where(period => File.Exists(Path.Combine(period, Report)))
            .Select(period => $"{Path.GetFileName(Path.GetDirectoryName(period))}/{Path.GetFileName(period)}/{Report}");
}
