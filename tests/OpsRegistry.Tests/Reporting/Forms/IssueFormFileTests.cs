using System.Text;
using OpsRegistry.Intake;
using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Reporting.Forms;
using OpsRegistry.Tests.Data;
using OpsRegistry.Tests.Schemas;
using Xunit;

namespace OpsRegistry.Tests.Reporting.Forms;

public sealed class IssueFormFileTests
{
    public static TheoryData<string> Kinds => [.. IntakeForm.OnForge];

    /// <summary>The forms under .github follow the registry: <c>./opsreg docs --check</c> says when one is stale.</summary>
    [Theory, MemberData(nameof(Kinds))]
    public void A_form_is_what_the_schema_and_the_contracts_give(string kind)
    {
        var form = IntakeForm.Build(OpsRegistry.Model.Kinds.Named(kind)!, FrozenRegistry.Loaded.Registry, SchemaSet.Load(SchemaFiles.Texts));
        using var output = new StringWriter { NewLine = "\n" };
        IssueFormFile.Write(output, form);
        Golden.Matches($"expected/forms/{Path.GetFileName(IssueFormFile.PathOf(form))}", output.ToString());
    }

    /// <summary>What GitHub asks of a form: docs.github.com, Syntax for GitHub's form schema.</summary>
    [Theory, MemberData(nameof(Kinds))]
    public void The_form_is_one_that_GitHub_shows(string kind)
    {
        var path = $".github/ISSUE_TEMPLATE/{OpsRegistry.Model.Kinds.Named(kind)!.KebabName}.yml";
        var file = YamlReader.Read(path, File.ReadAllBytes(Path.Combine(Golden.RepositoryRoot, path)));
        Assert.Empty(file.Findings);
        var elements = ((SequenceNode)file.Root!["body"]!).Items.Cast<MappingNode>().ToList();
        Assert.All(elements, element => Assert.Contains(Text(element, "type"), new[] { "markdown", "textarea", "input", "dropdown" }));
        var asked = elements.Where(element => Text(element, "type") != "markdown").ToList();
        Assert.All(asked, element => Assert.Matches("^[A-Za-z0-9_-]+$", Text(element, "id")));
        Assert.Equal(asked.Count, asked.Select(element => Text(element, "id")).Distinct().Count());
        foreach (var dropdown in asked.Where(element => Text(element, "type") == "dropdown"))
        {
            var options = ((SequenceNode)((MappingNode)dropdown["attributes"]!)["options"]!).Items.Cast<ScalarNode>().ToList();
            Assert.All(options, option => Assert.Equal(ScalarKind.String, option.Kind));
            Assert.DoesNotContain(options, option => option.Text.Contains(", ", StringComparison.Ordinal));
            Assert.Equal(options.Count, options.Select(option => option.Text).Distinct().Count());
        }
    }

    private static string Text(MappingNode element, string key) => ((ScalarNode)element[key]!).Text;
}
