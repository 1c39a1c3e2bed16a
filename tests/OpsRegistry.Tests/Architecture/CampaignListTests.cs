using System.Text.RegularExpressions;
using Xunit;

namespace OpsRegistry.Tests.Architecture;

/// <summary>No test with made-up inputs is forgotten by <c>./test --campaign</c> or by docs/reliability.md.</summary>
public sealed partial class CampaignListTests
{
    private static readonly IReadOnlyList<string> MadeUp = SourceTree.Code("tests/OpsRegistry.Tests").Where(file => !file.EndsWith("/Campaign.cs", StringComparison.Ordinal) && !file.EndsWith("/CampaignListTests.cs", StringComparison.Ordinal))
        .Where(file => SourceTree.Lines(file).Any(line => line.Contains("Campaign.Inputs(", StringComparison.Ordinal) || line.Contains("Campaign.Properties(", StringComparison.Ordinal)))
        .Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => name.EndsWith("Tests", StringComparison.Ordinal) || name.EndsWith("Properties", StringComparison.Ordinal)).ToList();

    [Fact]
    public void The_campaign_runs_every_test_that_asks_how_far_to_go()
    {
        var filter = SourceTree.Lines("test").Single(line => line.Contains("made_up='", StringComparison.Ordinal));
        var picked = Picked().Matches(filter).Select(match => match.Groups["name"].Value).ToList();
        Assert.Equal([], MadeUp.Where(name => !picked.Exists(pick => name.Contains(pick, StringComparison.Ordinal))));
        Assert.Contains("VendorEditProperties", MadeUp);
    }

    [Fact]
    public void The_page_says_of_every_one_what_must_hold()
    {
        var page = string.Join('\n', SourceTree.Lines("docs/reliability.md"));
        Assert.Equal([], MadeUp.Where(name => !page.Contains($"`{name}`", StringComparison.Ordinal)));
    }

    [GeneratedRegex("FullyQualifiedName~(?<name>[A-Za-z]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Picked();
}
