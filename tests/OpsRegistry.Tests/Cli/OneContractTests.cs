using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary>A verb that asks about one contract reads that contract: what stands in the folders of the others neither helps nor harms it, nor is it listed.</summary>
public sealed class OneContractTests : IDisposable
{
    private const string Asked = "fujian-2023";

    private readonly TemporaryRegistry registry = TemporaryRegistry.RealContract(Asked);

    public static TheoryData<string> Lines =>
    [
        $"score {Asked}", $"score {Asked} --format json", $"explain {Asked} P1", $"sla {Asked}", $"due {Asked} --format csv", $"waiting {Asked} --format json",
        $"staff {Asked}", $"settle {Asked}", $"coverage {Asked}", $"list incident --contract {Asked}",
    ];

    public void Dispose() => registry.Dispose();

    [Theory, MemberData(nameof(Lines))]
    public void It_says_what_it_says_where_the_contract_stands_among_others_sound_or_not(string line)
    {
        var among = CommandLine.Run(line.Split(' '));
        Assert.Equal(among, registry.Run(line.Split(' ')));
        registry.Write("ops-registry/contracts/another/contract.yaml", "kind: Contract\n  broken");
        Assert.Equal(among, registry.Run(line.Split(' ')));
    }

    [Fact]
    public void Where_every_contract_is_asked_about_the_fault_is_told()
    {
        registry.Write("ops-registry/contracts/another/contract.yaml", "kind: Contract\n  broken");
        Assert.Equal(1, registry.Run("score").Exit);
    }

    [Fact]
    public void A_name_that_no_contract_has_is_answered_with_those_that_there_are()
    {
        var outcome = registry.Run("score", "fujian");
        Assert.Equal(2, outcome.Exit);
        Assert.Contains(Asked, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_contract_is_found_by_its_name_where_its_folder_is_called_otherwise()
    {
        Directory.Move(registry.File($"ops-registry/contracts/{Asked}"), registry.File("ops-registry/contracts/elsewhere"));
        Assert.StartsWith(Asked, registry.Run("score", Asked).Output.Trim(), StringComparison.Ordinal);
    }
}
