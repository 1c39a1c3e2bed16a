using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Sealing;
using OpsRegistry.Sources;
using Xunit;

namespace OpsRegistry.Tests.Verifying;

/// <summary>What both sides sign is written line by line here: a value that is left out of it could be changed later under a signature that still proves.</summary>
public sealed class SealStatementTests
{
    private const string Whole = """
        ops-registry seal 1
        contract example-2026
        period P1
        from 2026-01-01
        to 2026-04-01
        asOf 2026-03-31T16:00:00Z
        commit 0123456789abcdef0123456789abcdef01234567
        tool 0.1.0
        previous eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee
        files 12
        root aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        scorecard -
        interpretations -
        score 12.5
        grade -
        amount -

        """;

    [Fact]
    public void Each_value_of_a_seal_is_in_what_is_signed() => Assert.Equal(Whole, SealStatement.Write("example-2026", Read()));

    [Fact]
    public void Each_line_of_its_lists_is_in_what_is_signed()
    {
        var seal = Read() with
        {
            Parts = [new() { Id = "records", Files = 3, Root = "bb" }, new() { Id = "shared", Files = 1, Root = "cc" }],
            Scorecard = "dd",
            Interpretations = "ee",
            Readings = [new() { Key = "K900-EDGE", Option = "reaches" }],
            Grade = "fair",
            Amount = 55000m,
            Amounts = [new() { Id = "band", Amount = 40000m }, new() { Id = "circulars.1", Amount = 15000.5m }],
            Deductions = [new() { Id = "D1-1.1", Points = 6.5m, Records = "ff" }],
        };
        Assert.Equal(
            [
                "part records 3 bb", "part shared 1 cc", "scorecard dd", "interpretations ee", "reading K900-EDGE reaches", "grade fair",
                "amount 55000.00", "line band 40000.00", "line circulars.1 15000.50", "deduction D1-1.1 6.5 ff",
            ],
            SealStatement.Write("example-2026", seal).Split('\n').Except(Whole.Split('\n')));
    }

    [Fact]
    public void Another_value_is_another_digest() =>
        Assert.NotEqual(SealStatement.DigestOf("example-2026", Read()), SealStatement.DigestOf("example-2027", Read()));

    internal static Seal Read()
    {
        using var folder = new TemporaryFolder();
        const string path = "ops-registry/contracts/example-2026/seals/p1.yaml";
        var text = File.ReadAllText(Path.Combine(Golden.RepositoryRoot, "tests/cases/OPS559-SealedOtherwise/bad", path));
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder.Path, path))!);
        File.WriteAllText(Path.Combine(folder.Path, path), text.Replace("  digest:", $"  previous: {new string('e', 64)}\n  digest:", StringComparison.Ordinal));
        return RegistryLoader.Load(new WorkTreeSource(folder.Path), Rules.CaseFolders.Schemas).Registry.Resources.Select(resource => resource.Spec).OfType<Seal>().Single();
    }
}
