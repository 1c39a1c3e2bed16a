using System.Text;
using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Rules;
using OpsRegistry.Sources;
using Xunit;

namespace OpsRegistry.Tests.Rules;

/// <summary>No remedy that the tool itself refuses: what a finding says to write is written, and the finding is gone.</summary>
public sealed class RemedyTests
{
    public static TheoryData<string> Mended => new(CaseFolders.Cases("bad").Where(path => Findings(path).Any(finding => finding.Remedy is Remedy.Rewrite)));

    [Theory]
    [MemberData(nameof(Mended))]
    public void What_a_finding_says_to_write_mends_it(string path)
    {
        var source = CaseSource.Over(CaseFolders.Base, Path.Combine(CaseFolders.Root, path));
        foreach (var finding in Findings(path).Where(finding => finding.Remedy is Remedy.Rewrite))
        {
            var rewrite = (Remedy.Rewrite)finding.Remedy!;
            var loaded = RegistryLoader.Load(new LaidOverSource(source, new SingleFileSource(rewrite.Place.Path, Rewritten(source, rewrite)), [rewrite.Place.Path]), CaseFolders.Schemas);
            var left = Checker.Check(loaded);
            Assert.DoesNotContain(left, other => other.Rule == finding.Rule && other.Place == finding.Place && other.Message.En == finding.Message.En);
            Assert.DoesNotContain(left, other => other.Place.Path == rewrite.Place.Path && other.Place.Line == rewrite.Place.Line && other.Rule.Severity == Severity.Error && other.Rule.KeepsFileOut);
        }
    }

    /// <summary>A value that no schema has, in the place of each value of each kind's example: whatever is said of it, no one is sent to a pattern.</summary>
    [Fact]
    public void No_help_shows_a_pattern()
    {
        var shown = new List<string>();
        foreach (var folder in Directory.EnumerateFiles(Path.Combine(CaseFolders.Base, "ops-registry"), "*.yaml", SearchOption.AllDirectories))
        {
            var lines = File.ReadAllLines(folder);
            for (var number = 0; number < lines.Length; number++)
            {
                var colon = lines[number].IndexOf(": ", StringComparison.Ordinal);
                if (colon < 0 || lines[number].StartsWith('#') || lines[number].StartsWith("apiVersion", StringComparison.Ordinal) || lines[number].StartsWith("kind", StringComparison.Ordinal))
                {
                    continue;
                }

                foreach (var junk in new[] { "◆", "12.5x", "\"\"" })
                {
                    var text = string.Join('\n', lines.Select((line, index) => index == number ? line[..(colon + 2)] + junk : line)) + "\n";
                    var file = YamlReader.Read("a.yaml", Encoding.UTF8.GetBytes(text));
                    shown.AddRange(file.Findings.Concat(CaseFolders.Schemas.Validate(file)).Select(finding => finding.Help.En + finding.Help.Zh));
                }
            }
        }

        Assert.NotEmpty(shown);
        Assert.DoesNotContain(shown, help => help.Contains("[0-9", StringComparison.Ordinal) || help.Contains('^', StringComparison.Ordinal) || help.Length == 0);
    }

    private static IReadOnlyList<Finding> Findings(string path) => Checker.Check(CaseFolders.Load(path));

    private static byte[] Rewritten(CaseSource source, Remedy.Rewrite rewrite)
    {
        var lines = TextGuard.Decode(rewrite.Place.Path, source.Read(new(rewrite.Place.Path, SourceEntryKind.File))!).Source.Lines.ToList();
        var line = lines[rewrite.Place.Line - 1];
        lines[rewrite.Place.Line - 1] = line[..(rewrite.Place.Column - 1)] + rewrite.Written + line[(rewrite.Place.Column - 1 + rewrite.Place.Length)..];
        return Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");
    }
}
