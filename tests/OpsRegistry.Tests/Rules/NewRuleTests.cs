using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OpsRegistry.Reviewing;
using OpsRegistry.Rules;
using Xunit;

namespace OpsRegistry.Tests.Rules;

/// <summary>What <c>tests/new-rule</c> writes is what a rule begins with: it compiles, and what is left to do is the rule itself.</summary>
public sealed partial class NewRuleTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("new-rule-").FullName;

    public NewRuleTests()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Golden.RepositoryRoot, "tools", "OpsRegistry"), "*.cs", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(CaseFolders.Base, "*", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Path.Combine(Golden.RepositoryRoot, "schemas"), "*.schema.json"))
            .Append(Path.Combine(Golden.RepositoryRoot, "tests", "new-rule")))
        {
            var copy = Path.Combine(root, Path.GetRelativePath(Golden.RepositoryRoot, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void A_rule_begins_with_its_file_its_line_in_the_catalog_and_a_bad_and_a_good_case()
    {
        const string record = "ops-registry/contracts/example-2026/records/2026/01/inspection-2026-0001.yaml";
        var before = Lines("tools/OpsRegistry/Rules/RuleCatalog.cs");
        Assert.Equal(
            (0, $"""
                tools/OpsRegistry/Rules/Records/InspectionOfNothing.cs
                tools/OpsRegistry/Rules/RuleCatalog.cs
                tests/cases/OPS319-InspectionOfNothing/bad/{record}
                tests/cases/OPS319-InspectionOfNothing/good/{record}

                """),
            Run("OPS319", "InspectionOfNothing", "inspection-2026-0001.yaml"));
        var after = Lines("tools/OpsRegistry/Rules/RuleCatalog.cs");
        var line = after.IndexOf("        new InspectionOfNothing(),");
        Assert.Equal(["        new IncompleteMajorChange(),", "        new PersonNotAssigned(),"], [after[line - 1], after[line + 1]]);
        Assert.Equal(before, after.Where((_, index) => index != line));
        Assert.Equal(File.ReadAllText(Path.Combine(CaseFolders.Base, record)), File.ReadAllText(Path.Combine(root, "tests", "cases", "OPS319-InspectionOfNothing", "bad", record)));
        Assert.Equal([], Faults("tools/OpsRegistry/Rules/Records/InspectionOfNothing.cs"));
    }

    [Fact]
    public void A_rule_of_change_goes_to_the_policies_and_its_cases_say_who_changes_and_when()
    {
        Assert.Equal(0, Run("OPS690", "RecordOfNothing").ExitCode);
        Assert.Contains("        new RecordOfNothing(),", Lines("tools/OpsRegistry/Reviewing/PolicyCatalog.cs"));
        Assert.Equal([], Faults("tools/OpsRegistry/Reviewing/Policies/RecordOfNothing.cs"));
        Assert.True(File.Exists(Path.Combine(root, "tests/cases/OPS690-RecordOfNothing/good/change.yaml")));
        Assert.True(File.Exists(Path.Combine(root, "tests/cases/OPS690-RecordOfNothing/bad/after/ops-registry/contracts/example-2026/contract.yaml")));
    }

    [Theory]
    [InlineData("OPS312 is taken by tools/OpsRegistry/Rules/Records/IncidentTimesOutOfOrder.cs", "OPS312", "InspectionOfNothing")]
    [InlineData("UnknownPerson is taken by tools/OpsRegistry/Rules/References/UnknownPerson.cs", "OPS319", "UnknownPerson")]
    [InlineData("Meeting is taken by schemas/meeting.schema.json", "OPS319", "Meeting")]
    [InlineData("'inspectionOfNothing' is not PascalCase", "OPS319", "inspectionOfNothing")]
    [InlineData("'Inspection_Of' is not PascalCase", "OPS319", "Inspection_Of")]
    [InlineData("'OPS31' is not OPS and three digits", "OPS31", "InspectionOfNothing")]
    [InlineData("OPS101: rules of reading and form", "OPS101", "InspectionOfNothing")]
    [InlineData("nothing.yaml names 0 files of tests/cases/base", "OPS319", "InspectionOfNothing", "nothing.yaml")]
    [InlineData("an id and a name", "OPS319")]
    public void What_is_taken_or_no_name_is_refused_and_nothing_is_written(string said, params string[] arguments)
    {
        var (exitCode, output) = Run(arguments);
        Assert.Equal(2, exitCode);
        Assert.StartsWith("new-rule: " + said, output, StringComparison.Ordinal);
        Assert.Equal(
            Directory.EnumerateFiles(Path.Combine(Golden.RepositoryRoot, "tools", "OpsRegistry", "Rules"), "*", SearchOption.AllDirectories).Count(),
            Directory.EnumerateFiles(Path.Combine(root, "tools", "OpsRegistry", "Rules"), "*", SearchOption.AllDirectories).Count());
        Assert.False(Directory.Exists(Path.Combine(root, "tests", "cases", "OPS319-InspectionOfNothing")));
    }

    [Fact]
    public void Its_help_has_an_example_whose_id_is_one_that_the_catalogs_would_take()
    {
        var (exitCode, output) = Run("--help");
        Assert.Equal(0, exitCode);
        var example = Example().Matches(output).Select(match => match.Groups["id"].Value).ToList();
        Assert.Equal(2, example.Count);
        Assert.DoesNotContain(example, id => RuleCatalog.Infos.Concat(PolicyCatalog.Infos).Any(rule => rule.Id == id));
    }

    private List<string> Lines(string path) => [.. File.ReadAllLines(Path.Combine(root, path))];

    private (int ExitCode, string Output) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(root, "tests", "new-rule"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var script = Process.Start(start)!;
        var error = script.StandardError.ReadToEndAsync();
        var output = script.StandardOutput.ReadToEnd();
        script.WaitForExit();
        return (script.ExitCode, output + error.Result);
    }

    /// <summary>What the compiler says of a rule's file beside everything that the library has.</summary>
    private IReadOnlyList<string> Faults(string path)
    {
        const string given = "global using System; global using System.Collections.Generic; global using System.Linq;";
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file));
        var trees = new[] { given, File.ReadAllText(Path.Combine(root, path)) }.Select(text => CSharpSyntaxTree.ParseText(text));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        return CSharpCompilation.Create("OpsRegistry.Tests", trees, references, options).GetDiagnostics()
            .Where(fault => fault.Severity >= DiagnosticSeverity.Warning)
            .Select(fault => fault.ToString())
            .ToList();
    }

    [GeneratedRegex("^    tests/new-rule (?<id>OPS[0-9]{3}) ", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Example();
}
