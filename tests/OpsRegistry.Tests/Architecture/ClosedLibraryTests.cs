using System.Text.RegularExpressions;
using Xunit;

namespace OpsRegistry.Tests.Architecture;

/// <summary>The library is closed: paths, git and the bytes of outputs are arguments; of time, culture, console and network the compiler sees to it (BannedSymbols.txt).</summary>
public sealed partial class ClosedLibraryTests
{
    [Fact]
    public void Only_the_sources_stage_touches_a_disk() =>
        Assert.Empty(
            from file in SourceTree.Code("tools/OpsRegistry")
            where !file.StartsWith("tools/OpsRegistry/Sources/", StringComparison.Ordinal)
            from line in SourceTree.CodeLines(file)
            where Disk().IsMatch(line)
            select $"{file}: {line}");

    [Fact]
    public void JSON_is_written_from_records_by_one_writer() =>
        Assert.Empty(
            from file in SourceTree.Code("tools")
            where !file.StartsWith("tools/OpsRegistry/Reporting/Json/", StringComparison.Ordinal)
            from line in SourceTree.CodeLines(file)
            where line.Contains("Utf8JsonWriter", StringComparison.Ordinal) || line.Contains("JsonWriterOptions", StringComparison.Ordinal)
            select $"{file}: {line}");

    [Fact]
    public void Money_and_points_are_never_binary_fractions() =>
        Assert.Empty(
            from file in SourceTree.Code("tools/OpsRegistry/Model").Concat(SourceTree.Code("tools/OpsRegistry/Assessing")).Concat(SourceTree.Code("tools/OpsRegistry/Settling"))
            from line in SourceTree.CodeLines(file)
            where Binary().IsMatch(line)
            select $"{file}: {line}");

    [GeneratedRegex(@"(?<![.\w])((File|Directory)\.(Read|Write|Append|Open|Create|Exists|Delete|Move|Copy|Get|Enumerate|Replace)|new (FileInfo|DirectoryInfo|FileStream)\()", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Disk();

    [GeneratedRegex(@"\b(double|float|Math\.(Pow|Sqrt))\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Binary();
}
