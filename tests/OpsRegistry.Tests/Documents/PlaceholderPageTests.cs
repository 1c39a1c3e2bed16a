using OpsRegistry.Reporting.Docs;
using OpsRegistry.Templates;
using Xunit;

namespace OpsRegistry.Tests.Documents;

public sealed class PlaceholderPageTests
{
    [Fact]
    public void The_page_is_what_the_tool_generates_today()
    {
        using var output = new StringWriter();
        PlaceholderPage.Write(output);
        Assert.Equal(output.ToString(), File.ReadAllText(Path.Combine(Golden.RepositoryRoot, "docs", "placeholders.md")));
    }

    [Fact]
    public void A_list_is_followed_by_the_names_of_its_items() =>
        Assert.Equal(
            ["items", "items[].number", "items[].item", "items[].result", "items[].advice", "items[].outcome", "items[].completedOn"],
            DocumentKind.Placeholders(DocumentKind.Named("inspection-record")!).Select(pair => pair.Name).Where(name => name.StartsWith("items", StringComparison.Ordinal)));
}
