using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using OpsRegistry.Loading;
using OpsRegistry.Reporting;
using OpsRegistry.Tests.Reporting;
using Xunit;

namespace OpsRegistry.Tests.Hostile;

/// <summary>Text from records stays text in every format: each writer of <see cref="HostileWriters"/> with each text of tests/hostile/texts.yaml.</summary>
public sealed partial class HostileTextTests
{
    private const int Quoted = 40; // findings cut long values

    public static TheoryData<string, string> Pairs(string form)
    {
        var pairs = new TheoryData<string, string>();
        foreach (var writer in HostileWriters.All.Where(writer => writer.Form.ToString() == form))
        {
            foreach (var text in HostileText.All)
            {
                pairs.Add(writer.Name, text.Name);
            }
        }

        return pairs;
    }

    public static TheoryData<string> Texts => new(HostileText.All.Select(text => text.Name));

    [Theory]
    [MemberData(nameof(Texts))]
    public void The_loader_admits_the_text(string text) =>
        Assert.Empty(HostileRun.Of(HostileText.Named(text)).Loaded.Findings.Where(finding => finding.Rule.Severity == Severity.Error).Select(finding => $"{finding.Place} {finding.Message}"));

    [Theory]
    [MemberData(nameof(Pairs), nameof(Form.Terminal))]
    public void A_terminal_shows_it_within_its_line(string writer, string text)
    {
        var (written, hostile) = Written(writer, text);
        Assert.True(Holds(written, hostile.Terminal ?? hostile.Text) || Holds(written, hostile.Text), "the text is not there");
        Assert.All(written.Split('\n'), line =>
        {
            Assert.DoesNotMatch(@"^\s*::(error|warning)", line);
            Assert.DoesNotContain("##[", line, StringComparison.Ordinal);
            Assert.DoesNotContain(line, letter => char.IsControl(letter));
        });
    }

    [Theory]
    [MemberData(nameof(Pairs), nameof(Form.Markdown))]
    public void Markdown_shows_it_as_text(string writer, string text)
    {
        var (written, hostile) = Written(writer, text);
        Assert.Contains(hostile.Markdown ?? hostile.Text, written, StringComparison.Ordinal);
        Assert.DoesNotMatch(Mention(), written);
        Assert.DoesNotMatch("(?i)www\\.", written);
        var tree = Markdig.Markdown.Parse(written, new MarkdownPipelineBuilder().UseAdvancedExtensions().Build());
        Assert.Empty(tree.Descendants<LinkInline>().Where(link => link.IsImage || !link.Url!.StartsWith("../../../ops-registry/", StringComparison.Ordinal)).Select(link => link.Url));
        Assert.Empty(tree.Descendants<AutolinkInline>().Select(link => link.Url));
        Assert.All(tree.Descendants<HtmlInline>(), html => Assert.Equal("<br>", html.Tag));
        Assert.Empty(tree.Descendants<HtmlBlock>().Where(block => block.Type != HtmlBlockType.Comment).Select(block => block.Lines.ToString()));
    }

    [Theory]
    [MemberData(nameof(Pairs), nameof(Form.Html))]
    public void Html_shows_it_as_text(string writer, string text)
    {
        var (written, hostile) = Written(writer, text);
        Assert.Contains(hostile.Html ?? hostile.Text, written, StringComparison.Ordinal);
        Assert.All(Tag().Matches(written), tag => Assert.Matches(OwnTag(), tag.Value));
    }

    [Theory]
    [MemberData(nameof(Pairs), nameof(Form.GitHub))]
    public void A_workflow_command_keeps_it_in_its_message(string writer, string text)
    {
        var (written, hostile) = Written(writer, text);
        Assert.True(Holds(written, hostile.Github ?? hostile.Text) || Holds(written, VisibleText.Show(hostile.Text)), "the text is not there");
        Assert.All(written.TrimEnd('\n').Split('\n'), line => Assert.Matches(
            "^(::(error|warning|notice) file=ops-registry/[a-z0-9/.-]+,line=[0-9]+,endLine=[0-9]+,col=[0-9]+,endColumn=[0-9]+,title=OPS[0-9]{3} [^:,]*::|::(error|warning|notice)::还有 [0-9]+ 个|ops-registry/[a-z0-9/.-]+:[0-9]+)", line));
    }

    [Theory]
    [MemberData(nameof(Pairs), nameof(Form.Json))]
    public void Json_gives_it_back(string writer, string text)
    {
        var (written, hostile) = Written(writer, text);
        using var document = JsonDocument.Parse(written);
        Assert.Contains(Strings(document.RootElement), found => Holds(found, hostile.Text) || Holds(found, VisibleText.Show(hostile.Text)));
    }

    [Theory]
    [MemberData(nameof(Pairs), nameof(Form.Xml))]
    public void Xml_gives_it_back(string writer, string text)
    {
        var (written, hostile) = Written(writer, text);
        Assert.Contains(XDocument.Parse(written).Descendants().SelectMany(element => element.Attributes().Select(attribute => attribute.Value).Append(element.Value)), found => Holds(found, VisibleText.OnPaper(hostile.Text)) || Holds(found, VisibleText.Show(hostile.Text)));
    }

    [Theory]
    [MemberData(nameof(Pairs), nameof(Form.Workbook))]
    public void A_cell_holds_it_as_a_string(string writer, string text)
    {
        var (written, hostile) = Written(writer, text);
        var holding = WorkbookCells.Read(Convert.FromBase64String(written)).All.Values.Where(cell => cell.Value.Contains(hostile.Text, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(holding);
        Assert.All(holding, cell => Assert.Equal(ReadKind.Text, cell.Kind));

        // A formula may join words, and then it has them between quotes.
        Assert.All(holding.Where(cell => cell.Formula is not null), cell => Assert.DoesNotContain(hostile.Text, Literal().Replace(cell.Formula!, ""), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pairs), nameof(Form.Word))]
    public void Word_holds_it_as_text(string writer, string text)
    {
        var (written, hostile) = Written(writer, text);
        using var package = WordprocessingDocument.Open(new MemoryStream(Convert.FromBase64String(written)), isEditable: false);
        var body = package.MainDocumentPart!.Document.Body!;
        Assert.Contains(body.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Select(paragraph => paragraph.InnerText), found => found.Contains(hostile.Text.Replace('\n', ' '), StringComparison.Ordinal));
        Assert.Empty(body.Descendants<DocumentFormat.OpenXml.Wordprocessing.SimpleField>());
    }

    [Theory]
    [InlineData("1. 第一", "1\\. 第一")]
    [InlineData("2) 第二", "2\\) 第二")]
    [InlineData("0.00", "0.00")]
    [InlineData("# 标题", "\\# 标题")]
    [InlineData("- 项", "\\- 项")]
    [InlineData("+ 项", "\\+ 项")]
    [InlineData("===", "\\===")]
    [InlineData("    code", "code")]
    public void What_begins_a_line_of_markdown_begins_no_heading_or_list(string text, string markdown) => Assert.Equal(markdown, MarkdownText.AnyWhere(text));

    private static (string Written, HostileText Text) Written(string writer, string text)
    {
        var hostile = HostileText.Named(text);
        return (HostileWriters.All.Single(one => one.Name == writer).Write(HostileRun.Of(hostile)), hostile);
    }

    private static bool Holds(string written, string text) => written.Contains(text.Length > Quoted ? text[..Quoted] : text, StringComparison.Ordinal);

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Strings(property.Value)),
        _ => [],
    };

    [GeneratedRegex(@"(?<![\w`/])@\w", RegexOptions.CultureInvariant)]
    private static partial Regex Mention();

    [GeneratedRegex("\"([^\"]|\"\")*\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Literal();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex("^</?(!DOCTYPE html|html|head|meta|title|style|body|h[1-3]|p|table|colgroup|col|thead|tr|th|td|strong|em|ul|ol|li|hr)( (lang|charset|http-equiv|content|name|style|scope|class)=\"[^\"<>]*\")*( /)?>$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OwnTag();
}
