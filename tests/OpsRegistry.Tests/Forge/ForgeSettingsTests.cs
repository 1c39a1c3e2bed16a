using OpsRegistry.Cli;
using OpsRegistry.Cli.Forge;
using Xunit;

namespace OpsRegistry.Tests.Forge;

/// <summary>Where the forge is and as whom it is asked.</summary>
public sealed class ForgeSettingsTests
{
    [Fact]
    public void A_workflow_of_GitHub_needs_to_say_nothing()
    {
        var settings = Of(new() { ["GITHUB_TOKEN"] = "t", ["GITHUB_REPOSITORY"] = "a/b", ["GITHUB_ACTIONS"] = "true" }, null);
        Assert.Equal(new ForgeSettings(new("https://api.github.com/"), "a/b", "t", "github-actions[bot]"), settings);
    }

    [Fact]
    public void An_Enterprise_server_has_its_own_address() =>
        Assert.Equal(new("https://git.example.gov/api/v3/"), Of(new() { ["GITHUB_TOKEN"] = "t", ["GITHUB_API_URL"] = "https://git.example.gov/api/v3" }, "a/b").Address);

    [Theory]
    [InlineData("http://git.example.gov/api/v3")]
    [InlineData("file:///etc")]
    [InlineData("https://name:word@git.example.gov")]
    [InlineData("nonsense")]
    public void A_token_goes_nowhere_in_clear(string address) =>
        Assert.Throws<UsageException>(() => Of(new() { ["GITHUB_TOKEN"] = "t", ["GITHUB_API_URL"] = address }, "a/b"));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a/b/c")]
    [InlineData("a/..")]
    [InlineData("a/b?x=1")]
    public void A_repository_is_owner_and_name(string repository) => Assert.Throws<UsageException>(() => Of(new() { ["GITHUB_TOKEN"] = "t" }, repository));

    [Fact]
    public void A_token_must_be_there() => Assert.Throws<UsageException>(() => Of([], "a/b"));

    private static ForgeSettings Of(Dictionary<string, string> variables, string? repository) => ForgeSettings.Read(variables.GetValueOrDefault, repository);
}
