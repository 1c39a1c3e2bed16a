using System.Text.RegularExpressions;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Reporting.Docs;
using OpsRegistry.Tests.Schemas;
using Xunit;

namespace OpsRegistry.Tests.Documents;

/// <summary>What the pages show is what a reader would see, command by command.</summary>
public sealed partial class PageTranscriptTests
{
    [Fact]
    public void The_first_contract_is_begun_run_and_closed_by_the_commands_of_its_page()
    {
        using var folder = new TemporaryFolder();
        PageTranscript.Holds("docs/first-contract.md", folder.Path);
    }

    [Fact]
    public void The_tour_shows_the_five_contracts_as_they_are_frozen()
    {
        using var registry = TemporaryRegistry.Real();
        PageTranscript.Holds("docs/tour.md", registry.Root);
    }

    [Fact]
    public void The_page_of_kinds_is_what_the_tool_generates_today()
    {
        using var output = new StringWriter();
        KindPage.Write(output, SchemaSet.Load(SchemaFiles.Texts));
        Assert.Equal(output.ToString(), File.ReadAllText(Path.Combine(Golden.RepositoryRoot, KindPage.Path)));
    }

    [Fact]
    public void The_book_holds_every_page_that_its_contents_name_and_no_link_of_it_leads_nowhere()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, CommandLine.RunAnywhere("book", "--output", folder.Path).Exit);
        var pages = Directory.GetFiles(folder.Path, "*.html").ToDictionary(page => Path.GetFileName(page), File.ReadAllText);
        Assert.Empty(new[] { "index.html", "first-contract.html", "purchaser.html", "vendor.html", "kinds.html", "shapes.html", "tour.html" }.Except(pages.Keys));
        Assert.Empty(pages.Values.SelectMany(page => Address().Matches(page)).Select(link => link.Groups["page"].Value).Except(pages.Keys));
        Assert.Contains("WORKBOOK.html", pages.Keys);
    }

    [GeneratedRegex("href=\"(?<page>[A-Za-z-]+\\.html)", RegexOptions.ExplicitCapture)]
    private static partial Regex Address();
}
