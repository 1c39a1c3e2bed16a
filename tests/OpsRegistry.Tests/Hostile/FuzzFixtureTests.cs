using OpsRegistry.Fuzz;
using Xunit;

namespace OpsRegistry.Tests.Hostile;

/// <summary>What a fuzzer begins with, and what it found, is read or refused by the reader it is for.</summary>
public sealed class FuzzFixtureTests
{
    public static TheoryData<string> Targets => [.. FuzzTargets.All.Keys];

    [Theory, MemberData(nameof(Targets))]
    public void Every_seed_and_every_find_holds(string target)
    {
        var files = FuzzTargets.Corpus(target).ToList();
        Assert.NotEmpty(files);
        Assert.All(files, file => FuzzTargets.All[target](File.ReadAllBytes(file)));
    }
}
