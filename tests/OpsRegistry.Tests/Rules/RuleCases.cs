using System.Text;
using OpsRegistry.Loading;
using OpsRegistry.Reporting.Findings;
using OpsRegistry.Rules;
using Xunit;

namespace OpsRegistry.Tests.Rules;

/// <summary>A new case needs no C#: a folder under tests/cases is a test. <c>OPSREG_BLESS=1</c> writes what is expected; read the diff.</summary>
public sealed class RuleCases
{
    public static TheoryData<string> Bad => new(CaseFolders.Cases("bad"));

    public static TheoryData<string> Good => new(CaseFolders.Cases("good"));

    [Fact]
    public void Base_of_all_cases_has_no_findings() => Assert.Equal("no findings\n", Written(null, Language.En));

    [Theory]
    [MemberData(nameof(Bad))]
    public void Bad_case_says_exactly_what_is_expected(string path)
    {
        Assert.Contains(path[..6], Found(path).Select(finding => finding.Rule.Id));
        Matches(path, "expected.txt", Written(path, Language.En));
        Matches(path, "expected.zh.txt", Written(path, Language.Zh));
    }

    [Theory]
    [MemberData(nameof(Good))]
    public void Good_case_has_no_findings_at_all(string path) => Assert.Equal("no findings\n", Written(path, Language.En));

    private static IReadOnlyList<Finding> Found(string? path) => Checker.Check(CaseFolders.Load(path));

    private static string Written(string? path, Language language)
    {
        var loaded = CaseFolders.Load(path);
        var output = new StringWriter();
        TextFindings.Write(output, Checker.Check(loaded), loaded.Lines, language);
        return output.ToString();
    }

    /// <summary>Compares with a file of the case, or writes it.</summary>
    internal static void Matches(string path, string name, string actual)
    {
        var file = Path.Combine(CaseFolders.Root, path, name);
        if (Environment.GetEnvironmentVariable("OPSREG_BLESS") == "1")
        {
            File.WriteAllText(file, actual, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return;
        }

        Assert.True(File.Exists(file), $"tests/cases/{path}/{name} does not exist; run the tests once with OPSREG_BLESS=1 and read what they write");
        Assert.Equal(File.ReadAllText(file), actual);
    }
}
