using System.Text.RegularExpressions;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Reviews;
using OpsRegistry.Reporting.Site;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Cli.Serving.Pages;

/// <summary>
/// A review as the desk shows it: the comment's Markdown, whose folded parts unfold here too. The marks that fold stand on lines of their own, which no
/// text of a record can write: there they are escaped. Files are called as people call them; their paths stand with what they say below.
/// </summary>
internal static partial class ReviewHtml
{
    private const string Begin = "<details><summary>", EndOfTitle = "</summary>", End = "</details>", Small = "<sub>", EndOfSmall = "</sub>";

    /// <summary>The review as one element.</summary>
    public static Element Of(ReviewDocument review, Language language, int headingsBelow)
    {
        var (parts, lines, title) = (new List<Html?>(), new List<string>(), "");
        void Close()
        {
            var text = string.Join('\n', lines).Trim('\n');
            var content = text.Length == 0 ? null : SafeMarkdown.Render(text, _ => null, headingsBelow);
            parts.Add(title.Length == 0 ? content : Tag("details", Tag("summary", title), content));
            lines.Clear();
            title = "";
        }

        foreach (var line in File().Replace(ReviewMarkdown.Write(review, null, language), match => RecordNames.Show(match.Groups["name"].Value).In(language)).Split('\n'))
        {
            if (line.StartsWith(Begin, StringComparison.Ordinal) && line.EndsWith(EndOfTitle, StringComparison.Ordinal))
            {
                Close();
                title = line[Begin.Length..^EndOfTitle.Length];
            }
            else if (line == End)
            {
                Close();
            }
            else
            {
                lines.Add(line.StartsWith(Small, StringComparison.Ordinal) && line.EndsWith(EndOfSmall, StringComparison.Ordinal) ? line[Small.Length..^EndOfSmall.Length] : line);
            }
        }

        Close();
        return Tag("div", parts);
    }

    [GeneratedRegex(@"`ops-registry/[^`\s]*/(?<name>[a-z0-9-]+)\.yaml(:[0-9]+)?`", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex File();
}
