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
        Assert.Equal(new ForgeSettings(new("https://api.github.com/"), "a/b", "t", "github-actions[bot]") { Server = "https://github.com" }, settings);
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
    [InlineData("GitHub", "GITHUB_ACTIONS=true")]
    [InlineData("Gitea", "GITHUB_ACTIONS=true", "GITEA_ACTIONS=true")]
    [InlineData("Gitea", "GITHUB_ACTIONS=true", "FORGEJO_ACTIONS=true")]
    [InlineData("GitLab", "GITLAB_CI=true")]
    [InlineData("Gitee", "GITEE_PIPELINE_NAME=records")]
    [InlineData("Gitea", "OPSREG_FORGE=gitea", "GITLAB_CI=true")]
    [InlineData("GitHub")]
    public void The_forge_is_told_by_the_environment(string forge, params string[] variables) =>
        Assert.Equal(forge, $"{ForgeVariables.Find(variables.ToDictionary(text => text.Split('=')[0], text => text.Split('=')[1]).GetValueOrDefault).Kind}");

    [Fact]
    public void The_command_line_has_the_last_word() => Assert.Equal(ForgeKind.Gitee, ForgeVariables.Find(new Dictionary<string, string> { ["GITLAB_CI"] = "true" }.GetValueOrDefault, ForgeKind.Gitee).Kind);

    [Fact]
    public void A_forge_that_there_is_none_of_is_refused() => Assert.Throws<UsageException>(() => ForgeVariables.Find(new Dictionary<string, string> { ["OPSREG_FORGE"] = "svn" }.GetValueOrDefault));

    [Fact]
    public void A_pipeline_of_GitLab_may_stand_in_groups_of_groups()
    {
        var settings = ForgeSettings.Read(new Dictionary<string, string> { ["GITLAB_TOKEN"] = "t", ["CI_PROJECT_PATH"] = "gov/it/registry", ["CI_API_V4_URL"] = "https://gitlab.example.gov/api/v4", ["GITLAB_CI"] = "true" }.GetValueOrDefault, null);
        Assert.Equal(("gov/it", "registry", new Uri("https://gitlab.example.gov/api/v4/")), (settings.Owner, settings.Name, settings.Address));
    }

    [Fact]
    public void Gitea_has_no_usual_place_and_must_be_named() =>
        Assert.Throws<UsageException>(() => ForgeSettings.Read(new Dictionary<string, string> { ["GITEA_TOKEN"] = "t" }.GetValueOrDefault, "a/b", ForgeKind.Gitea));

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
