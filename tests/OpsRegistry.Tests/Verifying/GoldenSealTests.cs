using NodaTime.Text;
using OpsRegistry.Assessing;
using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Sealing;
using OpsRegistry.Settling;
using OpsRegistry.Sources.Git;
using OpsRegistry.Tests.Settling;
using OpsRegistry.Tests.StraightLine;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Verifying;

/// <summary>What a seal of each period of an invented contract would state to the last digest, what it would be written as and signed, and what stands in its way.</summary>
public sealed class GoldenSealTests
{
    private static readonly RuleInfo[] Rules = [.. new[] { Severity.Error, Severity.Warning, Severity.Note, Severity.Error }.Select((severity, number) => new RuleInfo($"OPS00{number}", "Made", Text.Same("made"), severity))];

    [Theory]
    [InlineData("harbour", "harbour-2026", "2026-07-31")]
    [InlineData("harbour", "lighthouse-2026", "2027-01-31")]
    [InlineData("clinic", "clinic-2026", "2026-04-20")]
    [InlineData("registry", "example-2025", "2026-09-10")]
    public void A_seal_states_what_was_computed(string registry, string contract, string day) => Matches($"{contract}", InMemory.Files($"tests/golden/{registry}"), contract, day);

    /// <summary>A contract without an amount, one without a scorecard, one in which an earlier period is sealed, and money that nobody knows yet.</summary>
    [Theory]
    [InlineData("no amount")]
    [InlineData("no bands")]
    [InlineData("no scorecard")]
    [InlineData("a sealed period that stands")]
    [InlineData("a sealed period that would come out otherwise")]
    [InlineData("a reading decided")]
    [InlineData("several disputes about one thing")]
    [InlineData("after the last period")]
    public void So_does_the_seal_of_a_contract_in_which_something_else_stands(string name)
    {
        var variant = AccountVariants.All[name];
        Matches(name.Replace(' ', '-'), AccountVariants.Files(variant), variant.Contract, variant.Day);
    }

    [Fact]
    public void An_unscored_contract_states_no_score_and_no_amount()
    {
        var files = InMemory.Files("tests/golden/harbour");
        using var fixture = Committed(files);
        using var git = GitRepository.At(fixture.Root)!;
        var (folder, result) = Result(files, "lighthouse-2026", "2027-01-31");
        var seal = SealBuilder.Build(git, git.Resolve("main")!, folder, result.Periods[^1], "1.0");
        Assert.Equal((null, null, null, null), (seal.Score, seal.Grade, seal.Amount, seal.Scorecard));
        Assert.Empty(seal.Amounts);
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "the registry has 1 error")]
    [InlineData(3, "the registry has 1 error")]
    [InlineData(4, "the registry has 2 errors")]
    public void Errors_stand_in_the_way_and_warnings_do_not(int findings, string expected)
    {
        var (folder, result) = Result(InMemory.Files("tests/golden/harbour"), "harbour-2026", "2026-04-20");
        var found = Rules.Take(findings).Select(rule => new Finding(rule, Place.StartOf("a.yaml"), new("一处", "one"), Text.Same("mend it"))).ToList();
        Assert.Equal(expected, string.Join("; ", SealObstacle.Find(found, folder, result.Periods[0]).Where(one => one.Why.En.StartsWith("the registry", StringComparison.Ordinal)).Select(one => one.Why.En)));
    }

    /// <summary>Of two files that seal one period the first is named, whichever was written later.</summary>
    [Fact]
    public void A_period_that_is_sealed_twice_names_the_first_of_its_seals()
    {
        var variant = AccountVariants.All["a sealed period that stands"];
        var files = AccountVariants.Files(variant);
        files["ops-registry/contracts/harbour-2026/seals/p1-b.yaml"] = files["ops-registry/contracts/harbour-2026/seals/p1.yaml"].Replace("name: p1", "name: p1-b", StringComparison.Ordinal);
        var (folder, result) = Result(files, variant.Contract, variant.Day);
        Assert.Equal(folder.Of<Seal>().First().Path, SealObstacle.Find([], folder, result.Periods[0])[0].Why.En.Split(' ')[^1]);
    }

    /// <summary>A seal keeps of a deduction which records it rests on, whatever their order and however often it names them.</summary>
    [Fact]
    public void The_records_of_a_deduction_are_sealed_as_a_set()
    {
        var files = InMemory.Files("tests/golden/harbour");
        using var fixture = Committed(files);
        using var git = GitRepository.At(fixture.Root)!;
        var (folder, result) = Result(files, "harbour-2026", "2026-04-20");
        var deduction = result.Periods[0].Assessment.Deductions.First(one => one.Records.Count > 1);
        string Sealed(IEnumerable<RecordReference> records)
        {
            var assessment = result.Periods[0].Assessment;
            var period = result.Periods[0].With(run => run with { Assessment = assessment with { Indicators = [assessment.Indicators[0] with { Deductions = [deduction with { Records = [.. records] }] }] } });
            return SealBuilder.Build(git, git.Resolve("main")!, folder, period, "1.0").Deductions.Single().Records;
        }

        Assert.Equal(Sealed(deduction.Records), Sealed(deduction.Records.Reverse()));
        Assert.Equal(Sealed(deduction.Records), Sealed(deduction.Records.Concat(deduction.Records)));
        Assert.NotEqual(Sealed(deduction.Records), Sealed(deduction.Records.Take(1)));
    }

    private static void Matches(string name, SortedDictionary<string, string> files, string contract, string day)
    {
        using var fixture = Committed(files);
        using var git = GitRepository.At(fixture.Root)!;
        var commit = git.Resolve("main")!;
        var (folder, result) = Result(files, contract, day);
        var told = result.Periods.Select(period => (Obstacles: SealObstacle.Find([], folder, period), Seal: SealBuilder.Build(git, commit, folder, period, "1.0"))).ToList();
        Golden.Matches($"expected/in-full/seals/{name}.txt", string.Join("---\n", told.Select(one =>
            $"{SealYaml.PathOf(contract, one.Seal.Period)}\n{SealYaml.Write(contract, one.Seal)}{SealStatement.Write(contract, one.Seal)}{InFull.Of(one.Obstacles)}")));
    }

    private static GitFixture Committed(SortedDictionary<string, string> files)
    {
        var fixture = GitFixture.Empty();
        foreach (var (path, text) in files)
        {
            fixture.Write(path, text);
        }

        fixture.Commit("The registry as agreed");
        return fixture;
    }

    private static (ContractFolder Folder, ContractResult Result) Result(SortedDictionary<string, string> files, string contract, string day)
    {
        var registry = InMemory.Load(files).Registry;
        var folder = registry.ContractNamed(contract)!;
        return (folder, ContractRunner.Run(folder, Calendars.For(registry, folder.Terms.Purchaser), BeijingTime.EndOf(LocalDatePattern.Iso.Parse(day).Value)));
    }
}
