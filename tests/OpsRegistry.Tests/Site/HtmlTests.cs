using System.Net;
using System.Text;
using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Site;
using Xunit;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Tests.Site;

/// <summary>Pieces of a page: how text becomes one, and a page the bytes of its file.</summary>
public sealed class HtmlTests
{
    /// <summary>Words that need no entity are passed on as they are: each letter alone and after others says the same as when it is looked at for entities.</summary>
    [Fact]
    public void Text_is_written_as_if_every_letter_were_looked_at()
    {
        for (var letter = 0; letter <= 0x2FFFF; letter++)
        {
            var shown = letter is >= 0xD800 and <= 0xDFFF ? ((char)letter).ToString() : char.ConvertFromUtf32(letter);
            foreach (var text in new[] { shown, $"件{shown}", $" {shown}{shown}", $"\u3000{shown}{shown}", $"a{shown}b{shown}[" })
            {
                Assert.Equal(Expected(text), ((Html)text).ToString());
                Assert.Equal($"<p title=\"{Expected(text)}\"></p>", Tag("p").With("title", text).ToString());
            }
        }
    }

    /// <summary>Wherever a long page is cut while it is written, its letters stay whole.</summary>
    [Fact]
    public void A_document_is_the_bytes_of_its_words()
    {
        for (var before = 0; before < 40; before++)
        {
            var page = Tag("html.one.two", new string('a', before), string.Concat(Enumerable.Repeat("件“9”", 20_000)), SafeMarkdown.Render(string.Concat(Enumerable.Repeat("😀字", 12_000)), _ => null, 1));
            Assert.Equal($"<!DOCTYPE html>\n{page}\n", Encoding.UTF8.GetString(page.ToDocument()));
            Assert.StartsWith("<html class=\"one two\">", page.ToString(), StringComparison.Ordinal);
        }
    }

    private static string Expected(string text) => WebUtility.HtmlEncode(string.Join('\n', text.Split('\n').Select(VisibleText.Show)));
}
