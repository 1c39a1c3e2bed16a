using System.Text.RegularExpressions;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;

namespace OpsRegistry.Reporting.Markdown;

/// <summary>
/// Markdown for a comment or an issue on a forge, made by a job that believes none of the words: all of it fits, lists are shortened with a count and
/// never cut, and no text makes a forge do anything.
/// </summary>
internal sealed partial class CommentMarkdown : MarkdownDialect
{
    /// <summary>The longest comment that forges take, in characters (GitHub's is 65,536), less room for a mark.</summary>
    public const int Longest = 65_000;

    private const int LongestText = 400, LongestAddress = 600, FewestTableRows = 5, MostValues = 6;

    private readonly string? filesAddress;
    private readonly int rows;

    private CommentMarkdown(string? filesAddress, int rows) => (this.filesAddress, this.rows) = (filesAddress, rows);

    public override int HeadingsBelow => 1;

    public override int MostRows => rows;

    public override int MostTableRows => Math.Max(rows, FewestTableRows);

    public override int MostParts => MostValues;

    /// <summary>The blocks as Markdown, with as many rows of each table as fit.</summary>
    /// <param name="filesAddress">Where the files can be looked at, without a slash at its end: <c>https://…/blob/&lt;id&gt;</c>; null where nowhere is known, then paths are shown plainly.</param>
    /// <param name="rowsTried">The most rows to try first; the last must always fit.</param>
    public static string Write(IReadOnlyList<Block> blocks, string? filesAddress, Language language, params IReadOnlyList<int> rowsTried) =>
        Fitting(rowsTried, (writer, most) => new BlockMarkdown(writer, language) { Dialect = new CommentMarkdown(filesAddress, most) }.Write(blocks));

    /// <summary>The blocks in Chinese, and folded below them in English, for a place where readers of both write.</summary>
    public static string WriteBoth(IReadOnlyList<Block> blocks, params IReadOnlyList<int> rowsTried) => Fitting(rowsTried, (writer, most) =>
    {
        var dialect = new CommentMarkdown(null, most);
        new BlockMarkdown(writer, Language.Zh) { Dialect = dialect }.Write(blocks);
        new BlockMarkdown(writer, Language.En) { Dialect = dialect }.Write([new Block.Details(Text.Same("English"), blocks)]);
    });

    private static string Fitting(IReadOnlyList<int> rowsTried, Action<TextWriter, int> write)
    {
        var text = "";
        foreach (var most in rowsTried)
        {
            using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
            write(writer, most);
            text = writer.ToString().TrimEnd('\n') + "\n";
            if (text.Length <= Longest)
            {
                break;
            }
        }

        return text;
    }

    /// <summary>
    /// Text that a forge makes nothing of either. A forge looks for accounts, issue numbers and formulas in the page that Markdown has become,
    /// where an entity is its character again: so these are written with their wide forms, which everybody can see.
    /// </summary>
    public override string Escape(string text) => ForgeWords().Replace(MarkdownText.Escape(Short(text)), found => found.Value switch
    {
        "&#64;" => "＠",
        "&#35;" => "＃",
        "\\$" => "＄",
        "&#46;" => "\\.",
        _ => found.Value[..^1] + "\u2011",
    });

    public override string Figure(string figure) => Escape(figure.Replace('-', '−'));

    public override string Link(Value.Record record)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{Uri.EscapeDataString(record.Path).Replace("%2F", "/", StringComparison.Ordinal)}#L{record.Line}");
        return filesAddress is null || place.Length > LongestAddress
            ? MarkdownText.Code(VisibleText.Show(Short(string.Create(CultureInfo.InvariantCulture, $"{record.Path}:{record.Line}"))))
            : $"[{Escape(Value.FileAt(record.Path, record.Line).Name)}]({filesAddress}/{place})";
    }

    public override string Small(string words) => $"<sub>{words}</sub>";

    public override string Sign(Tone tone) => tone switch
    {
        Tone.Good => "✅ ",
        Tone.Warning => "⚠️ ",
        Tone.Bad => "❌ ",
        Tone.Plain or Tone.Heading or Tone.Strong or Tone.Faint => "",
    };

    private static string Short(string text) => text.Length <= LongestText ? text : text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)] + "…";

    [GeneratedRegex(@"&\#64;|&\#35;|&\#46;|\\\$|\bGH-(?=[0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ForgeWords();
}
