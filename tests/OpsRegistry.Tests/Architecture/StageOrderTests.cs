using System.Text.RegularExpressions;
using Xunit;

namespace OpsRegistry.Tests.Architecture;

/// <summary>Code looks back: a stage knows only the stages before it.</summary>
public sealed partial class StageOrderTests
{
    /// <summary>The stages in the order in which data passes them; each is a folder and a namespace of the library.</summary>
    private static readonly string[] Stages =
        ["Sources", "Loading", "Time", "Model", "Templates", "Interpreting", "Measuring", "Assessing", "Settling", "Scenarios", "Rules", "Reviewing", "Sealing", "Verifying", "Intake", "Reporting"];

    [Fact]
    public void A_stage_uses_only_stages_before_it() =>
        Assert.Empty(
            from file in SourceTree.Code("tools/OpsRegistry")
            let stage = Array.IndexOf(Stages, file.Split('/')[2])
            where stage >= 0
            from line in SourceTree.CodeLines(file)
            from Match match in StageName().Matches(line)
            where Array.IndexOf(Stages, match.Groups["stage"].Value) > stage
            select $"{file}: {line}");

    [Fact]
    public void A_folder_of_the_library_is_a_stage_and_a_namespace_is_its_folder_or_one_above()
    {
        var files = SourceTree.Code("tools/OpsRegistry").ToList();
        Assert.Equal(Stages.Order(StringComparer.Ordinal), files.Select(file => file.Split('/')[2]).Where(part => !part.EndsWith(".cs", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));
        var misplaced =
            from file in files
            let folders = Path.GetDirectoryName(file)!.Split('/').Skip(2).ToList()
            let stated = SourceTree.Lines(file).Single(line => line.StartsWith("namespace ", StringComparison.Ordinal)).Split(' ')[1].TrimEnd(';')
            where !Enumerable.Range(Math.Min(1, folders.Count), Math.Max(1, folders.Count)).Any(depth => stated == string.Join('.', folders.Take(depth).Prepend("OpsRegistry")))
            select file;
        Assert.Empty(misplaced);
    }

    [Fact]
    public void The_library_does_not_know_the_command_line_and_neither_knows_the_tests() =>
        Assert.Empty(
            from file in SourceTree.Code("tools/OpsRegistry").Concat(SourceTree.Code("tools/OpsRegistry.Cli"))
            from line in SourceTree.CodeLines(file)
            where line.Contains("OpsRegistry.Tests", StringComparison.Ordinal) ||
                (file.StartsWith("tools/OpsRegistry/", StringComparison.Ordinal) && line.Contains("OpsRegistry.Cli", StringComparison.Ordinal))
            select $"{file}: {line}");

    [GeneratedRegex(@"\bOpsRegistry\.(?<stage>[A-Z][a-z]+)\b|(?<![.\w""'])(?<stage>Sources|Loading|Templates|Interpreting|Measuring|Rules|Assessing|Settling|Scenarios|Reviewing|Sealing|Verifying|Intake|Reporting)\.[A-Z]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex StageName();
}
