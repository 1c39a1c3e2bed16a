using System.Text.RegularExpressions;
using OpsRegistry.Cli;
using OpsRegistry.Cli.Commands;
using OpsRegistry.Loading;
using Xunit;

namespace OpsRegistry.Tests.Workflows;

/// <summary>The pipelines that <c>opsreg init --forge</c> writes: each step is one call that the tool understands, and GitHub's keep the rules of our own.</summary>
public sealed partial class PipelineTests
{
    public static TheoryData<string> Forges => new("github", "gitea", "gitee", "gitlab", "jenkins");

    [Theory, MemberData(nameof(Forges))]
    public void A_registry_with_pipelines_is_without_a_finding_and_its_owners_are_those_of_the_rights(string forge)
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, CommandLine.RunOn(folder.Path, "init", folder.Path, "--forge", forge).Exit);
        Assert.Equal(0, CommandLine.RunOn(folder.Path, "check").Exit);
        Assert.Equal("everything generated is up to date\n", CommandLine.RunOn(folder.Path, "docs", "--check", "--lang", "en").Output);
        Assert.Contains("docs/pipeline.md", InitCommand.Files(forge).Keys);
    }

    [Theory, MemberData(nameof(Forges))]
    public void Every_step_is_one_call_that_the_tool_understands(string forge)
    {
        var calls = Added(forge).Where(file => IsPipeline(file.Key)).SelectMany(file => Call().Matches(file.Value).Select(match => match.Groups["words"].Value.Trim())).ToList();
        Assert.NotEmpty(calls);
        Assert.All(calls, call => Assert.Empty(Application.Faults([.. Word().Matches(call).Select(word => word.Value.Trim('"'))])));
        Assert.DoesNotContain(Added(forge).Values, text => text.Contains("{version}", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Forges))]
    public void Every_file_of_YAML_can_be_read(string forge)
    {
        foreach (var (path, text) in Added(forge).Where(file => file.Key.EndsWith(".yml", StringComparison.Ordinal)))
        {
            var file = YamlReader.Read(path, System.Text.Encoding.UTF8.GetBytes(text));
            Assert.Empty(file.Findings);
            Assert.IsType<MappingNode>(file.Root);
        }
    }

    [Theory]
    [InlineData("github", ".github/workflows/records-main.yml", "number: [1, 2, 3]", "merge .artifacts/parts/part-1 .artifacts/parts/part-2 .artifacts/parts/part-3 --output")]
    [InlineData("gitlab", ".gitlab-ci.yml", "parallel: 3\n", "merge parts/1 parts/2 parts/3 --output public")]
    public void A_large_registry_is_checked_in_parts_at_once_and_they_are_joined(string forge, string path, string matrix, string join)
    {
        var (usual, sharded) = (InitCommand.Files(forge), InitCommand.Files(forge, 3));
        Assert.Equal(path, Assert.Single(usual.Keys, key => usual[key] != sharded[key]));
        Assert.Equal(usual.Keys, sharded.Keys);
        Assert.Contains(matrix, sharded[path], StringComparison.Ordinal);
        Assert.Contains(join, sharded[path], StringComparison.Ordinal);
        Assert.DoesNotContain("{parts", sharded[path], StringComparison.Ordinal);
        Assert.Empty(YamlReader.Read(path, System.Text.Encoding.UTF8.GetBytes(sharded[path])).Findings);
        Assert.All(Call().Matches(sharded[path]), call => Assert.Empty(Application.Faults([.. Word().Matches(call.Groups["words"].Value.Trim()).Select(word => word.Value.Trim('"'))])));
        if (forge == "github")
        {
            using var folder = new TemporaryFolder();
            File.WriteAllText(System.IO.Path.Combine(folder.Path, "main.yml"), sharded[path]);

            // What the parts hand over is of the same run on the main branch, which no request reaches.
            Assert.All(WorkflowRules.Broken(Workflow.Read(System.IO.Path.Combine(folder.Path, "main.yml"))).Where(broken => broken != "ForeignArtifact: check"), broken => Assert.Matches("^RunIsNotOneCall: (dotnet tool install opsreg|.opsreg/opsreg) ", broken));
        }
    }

    [Theory]
    [InlineData("gitea", "4")]
    [InlineData("none", "2")]
    [InlineData("github", "0")]
    [InlineData("github", "201")]
    public void Parts_that_no_pipeline_can_run_are_misuse(string forge, string shards)
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(ExitCode.Misuse, CommandLine.RunOn(folder.Path, "init", folder.Path, "--forge", forge, "--shards", shards).Exit);
    }

    [Fact]
    public void Those_of_GitHub_keep_the_rules_of_our_own_workflows()
    {
        using var folder = new TemporaryFolder();
        foreach (var (path, text) in Added("github").Where(file => file.Key.EndsWith(".yml", StringComparison.Ordinal)))
        {
            var file = System.IO.Path.Combine(folder.Path, System.IO.Path.GetFileName(path));
            File.WriteAllText(file, text);
            // Here the tool comes from a package and not from the repository.
            Assert.All(WorkflowRules.Broken(Workflow.Read(file)), broken => Assert.Matches("^RunIsNotOneCall: (dotnet tool install opsreg|.opsreg/opsreg) ", broken));
        }
    }

    [Fact]
    public void On_Gitea_the_file_that_judges_is_never_the_requests_and_only_the_last_step_has_the_secret()
    {
        var text = Added("gitea")[".gitea/workflows/records-verdict.yml"];
        Assert.Contains("  pull_request_target:\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("pull_request.head", text, StringComparison.Ordinal);
        Assert.Contains("ref: ${{ github.event.pull_request.base.sha }}", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("secrets.").Length);
        Assert.EndsWith("        run: .opsreg/opsreg comment --request .artifacts/request\n        env:\n          GITEA_TOKEN: ${{ secrets.OPSREG_TOKEN }}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void On_GitLab_what_binds_runs_on_the_default_branch_alone_and_what_writes_has_no_checkout()
    {
        var root = Assert.IsType<MappingNode>(YamlReader.Read(".gitlab-ci.yml", System.Text.Encoding.UTF8.GetBytes(Added("gitlab")[".gitlab-ci.yml"])).Root);
        foreach (var job in new[] { "judge", "verdict" })
        {
            var rule = Assert.IsType<MappingNode>(Assert.Single(Assert.IsType<SequenceNode>(Assert.IsType<MappingNode>(root[job])["rules"]).Items));
            Assert.Equal("$CI_PIPELINE_SOURCE == \"trigger\" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH", Assert.IsType<ScalarNode>(rule["if"]).Text);
        }

        Assert.Equal("none", Assert.IsType<ScalarNode>(Assert.IsType<MappingNode>(Assert.IsType<MappingNode>(root["verdict"])["variables"])["GIT_STRATEGY"]).Text);
    }

    private static Dictionary<string, string> Added(string forge) => InitCommand.Files(forge).Where(file => !InitCommand.Files().ContainsKey(file.Key)).ToDictionary(StringComparer.Ordinal);

    private static bool IsPipeline(string path) => path.EndsWith(".yml", StringComparison.Ordinal) || path == "Jenkinsfile";

    [GeneratedRegex(@"(^\s*(- |run: )|'|run: \.opsreg/)opsreg (?<words>[a-z][^'\n]*)", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Call();

    [GeneratedRegex(@"""[^""]*""|\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
