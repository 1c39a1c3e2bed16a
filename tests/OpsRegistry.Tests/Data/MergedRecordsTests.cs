using System.Globalization;
using System.Text.RegularExpressions;
using OpsRegistry.Tests.Architecture;
using Xunit;

namespace OpsRegistry.Tests.Data;

/// <summary>
/// The registry is free: records that the rules accept are merged in any number, and nothing turns red. What a test pins stands in tests/golden; of the
/// registry itself only these tests and the check of it read the records.
/// </summary>
public sealed partial class MergedRecordsTests : IDisposable
{
    private static readonly string[] Readers =
    [
        "tests/OpsRegistry.Tests/Rules/RealRegistryTests.cs", "tests/OpsRegistry.Tests/Data/MergedRecordsTests.cs", "tests/OpsRegistry.Tests/TemporaryRegistry.cs",
        "tests/OpsRegistry.Tests/Schemas/RegistryReadmeTests.cs", // the examples of its README
        "tests/OpsRegistry.Tests/Scenarios/ContractScenarioTests.cs", // the scenarios beside the contracts, which rest on no record
        "tests/OpsRegistry.Tests/Cli/FormatCommandTests.cs", // every file, whatever it says, says the same in order
    ];

    private readonly TemporaryRegistry registry = TemporaryRegistry.Live();

    [Fact]
    public void Entered_records_of_several_kinds_and_contracts_leave_the_check_clean()
    {
        const int rounds = 2;
        var before = Records().Count;
        for (var round = 0; round < rounds; round++)
        {
            Assert.All(round == 0 ? Forms() : Forms().Take(2), form => Assert.Equal("0 ", $"{registry.Run("intake", form, "--write").Exit} "));
            foreach (var contract in Contracts())
            {
                MergeNext(contract, "ServiceRequest", "service-request");
            }
        }

        var merged = Records().Count - before;
        Assert.Equal(Forms().Count + (rounds * Contracts().Count), merged); // a form that is handed in again is known
        var check = registry.Run("check", "--lang", "en");
        Assert.True(check.Exit == 0, check.Output);
    }

    [Fact]
    public void Reports_that_were_not_renewed_are_named_by_publish_check_and_by_no_test()
    {
        using var one = TemporaryRegistry.RealContract("pingdingshan-2025");
        Assert.Equal(0, one.Run("publish").Exit % 3);
        Assert.Equal(0, one.Run("publish", "--check").Exit);
        Assert.Equal(0, one.Run("intake", Forms().First(form => form.Contains("incident-pingdingshan", StringComparison.Ordinal)), "--write").Exit);
        var check = one.Run("publish", "--check", "--lang", "en");
        Assert.Equal(1, check.Exit);
        Assert.Contains("  stale\n", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void No_other_test_reads_the_registrys_own_records_or_reports() =>
        Assert.Empty(
            from file in SourceTree.Code("tests/OpsRegistry.Tests")
            where !Readers.Contains(file)
            from line in SourceTree.CodeLines(file)
            where ReadsLive().IsMatch(line)
            select $"{file}: {line}");

    public void Dispose() => registry.Dispose();

    private static List<string> Forms() =>
        [.. Directory.GetFiles(Path.Combine(Golden.RepositoryRoot, "tests", "intake"), "record.yaml", SearchOption.AllDirectories)
            .Select(record => Path.Combine(Path.GetDirectoryName(record)!, "issue.md")).Order(StringComparer.Ordinal)];

    private List<string> Contracts() => [.. Directory.GetDirectories(registry.File("ops-registry/contracts")).Order(StringComparer.Ordinal)];

    private List<string> Records() => [.. Contracts().Select(contract => Path.Combine(contract, "records")).SelectMany(folder => Directory.GetFiles(folder, "*.yaml", SearchOption.AllDirectories))];

    /// <summary>The contract's newest record of a kind once more, entered by somebody, under the next number.</summary>
    private static void MergeNext(string contract, string kind, string kebab)
    {
        var last = Directory.GetFiles(Path.Combine(contract, "records"), kebab + "-*.yaml", SearchOption.AllDirectories).MaxBy(Path.GetFileName, StringComparer.Ordinal)!;
        var name = Path.GetFileNameWithoutExtension(last);
        var next = string.Create(CultureInfo.InvariantCulture, $"{name[..^4]}{int.Parse(name[^4..], CultureInfo.InvariantCulture) + 1:0000}");
        var text = File.ReadAllText(last).Replace($"name: {name}", $"name: {next}", StringComparison.Ordinal).Replace("provenance: sample", "provenance: entered", StringComparison.Ordinal);
        Assert.Contains($"kind: {kind}\n", text, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(last)!, next + ".yaml"), text);
    }

    [GeneratedRegex("""RepositoryRoot, "(ops-registry|reports)|Source\(Golden\.RepositoryRoot|Load\(Golden\.RepositoryRoot|RunOn\(Golden\.|Registry\.Live\(|"--root", Golden\.|InMemory\.Files\("\.?"\)""", RegexOptions.ExplicitCapture)]
    private static partial Regex ReadsLive();
}
