using OpsRegistry.Reviewing;
using Xunit;

namespace OpsRegistry.Tests.Reviewing;

/// <summary>How much evidence one request may bring: each file, their number, and all of them together.</summary>
public sealed class EvidenceLimitTests
{
    private const string Settings = "ops-registry/registry.yaml";
    private const int Half = 512 * 1024;

    [Theory]
    [InlineData("largestMegabytes: 1", 2 * Half, "")]
    [InlineData("largestMegabytes: 1", (2 * Half) + 60_000, "a.txt the file has 1.1 MB, and one may have 1")]
    [InlineData("mostMegabytes: 1", Half, "")]
    [InlineData("mostMegabytes: 1", Half + 30_000, "a.txt the evidence has 1.1 MB together, and may have 1")]
    [InlineData("mostFiles: 2", 10, "")]
    [InlineData("mostFiles: 1", 10, "b.txt 2 files of evidence come at once, and 1 may")]
    public void Two_files_are_within_a_limit_or_beyond_it(string limit, int size, string expected)
    {
        var edited = new Edited();
        edited = edited.Write(Settings, $"{edited[Settings].TrimEnd('\n')}\n  evidenceLimits: {{{limit}}}\n").AsBase();
        foreach (var (name, length) in new[] { ("a.txt", size), ("b.txt", Math.Min(size, 2 * Half)) })
        {
            edited.Write($"{Edited.Folder}evidence/2026/11/{name}", new string(name[0], length));
        }

        Assert.Equal(expected, string.Join("; ", edited.Review().Policy.Where(finding => finding.Rule.Id == "OPS657").Select(finding => $"{finding.Place.Path.Split('/')[^1]} {finding.Message.En}")));
    }
}
