using System.Text.RegularExpressions;
using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Templates;

/// <summary>
/// Reads the four forms of tags that a template may hold, a subset of Handlebars (docs/decisions/0008-document-templates.md): a value, each, if
/// and a note. Whatever else stands in double braces is a fault, so there is nothing that could call code or open a file.
/// </summary>
internal sealed partial class TemplateParser
{
    private const int MaximumDepth = 8;

    private readonly string text;
    private readonly SourceLines source;
    private readonly List<TemplateFault> faults = [];
    private readonly Stack<Block> open = new();

    private TemplateParser(TemplateFile file)
    {
        text = file.Text;
        source = new(file.Path, file.Text);
        open.Push(new(null, default, true, default));
    }

    /// <summary>The parts of a template, and what is wrong with its tags.</summary>
    public static (IReadOnlyList<TemplateNode> Nodes, IReadOnlyList<TemplateFault> Faults) Read(TemplateFile file)
    {
        var parser = new TemplateParser(file);
        parser.ReadAll();
        return (parser.open.Last().Body, parser.faults);
    }

    private void ReadAll()
    {
        var at = 0;
        foreach (Match tag in Tag().Matches(text))
        {
            var isLine = IsBlock(tag) && IsAloneOnItsLine(tag);
            AddText(at, isLine ? LineStart(tag.Index) : tag.Index);
            at = isLine ? LineEnd(tag.Index + tag.Length) : tag.Index + tag.Length;
            Take(tag.Groups["content"], tag.Index, tag.Length);
        }

        AddText(at, text.Length);
        while (open.Count > 1)
        {
            var unclosed = open.Pop();
            Fault(unclosed.Place, new($"“{unclosed.Word}”没有结束", $"'{unclosed.Word}' is never closed"), new($"在其后写 {{{{/{unclosed.Word}}}}}", $"write {{{{/{unclosed.Word}}}}} after it"));
        }
    }

    private void Take(Group content, int index, int length)
    {
        var words = content.Value.Trim();
        var place = source.At(index, length);
        if (words.StartsWith('!'))
        {
            return;
        }

        if (Opening().Match(words) is { Success: true } opening)
        {
            Open(opening.Groups["word"].Value, PathAt(opening.Groups["path"].Value, content), place);
        }
        else if (Closing().Match(words) is { Success: true } closing)
        {
            Close(closing.Groups["word"].Value, place);
        }
        else if (words == "else")
        {
            Else(place);
        }
        else if (NamePath().IsMatch(words))
        {
            open.Peek().Add(new ValueNode(PathAt(words, content)));
        }
        else
        {
            Fault(place, new($"“{Shortened.Shorten(words)}”不是占位符", $"'{Shortened.Shorten(words)}' is no placeholder"),
                new("只能写 {{名称}}、{{#each 名称}}…{{/each}}、{{#if 名称}}…{{else}}…{{/if}} 或 {{! 说明 }}", "write {{name}}, {{#each name}}…{{/each}}, {{#if name}}…{{else}}…{{/if}} or {{! note }}"));
        }
    }

    private void Open(string word, TemplatePath path, Place place)
    {
        if (open.Count > MaximumDepth)
        {
            Fault(place, new($"嵌套超过 {MaximumDepth} 层", $"nested deeper than {MaximumDepth}"), new("减少嵌套", "nest less deeply"));
        }

        open.Push(new(word, path, false, place));
    }

    private void Close(string word, Place place)
    {
        if (open.Peek().Word != word)
        {
            Fault(place, open.Peek().Word is { } other ? new($"“{word}”在“{other}”结束之前结束", $"'{word}' is closed before '{other}'") : new($"“{word}”没有开始就结束", $"'{word}' is closed and was not opened"),
                new("每个 {{#each}} 与 {{#if}} 各有一个对应的结束", "each {{#each}} and {{#if}} has one end of its own"));
            return;
        }

        var closed = open.Pop();
        open.Peek().Add(closed.ToNode());
    }

    private void Else(Place place)
    {
        if (open.Peek().Word is null || open.Peek().HasElse)
        {
            Fault(place, new("此处的 else 没有对应的 each 或 if", "'else' stands in no each or if of its own"), new("删除它", "delete it"));
            return;
        }

        open.Peek().HasElse = true;
    }

    private TemplatePath PathAt(string path, Group content)
    {
        var at = content.Index + content.Value.IndexOf(path, StringComparison.Ordinal);
        var names = new List<Located<string>>();
        foreach (var name in path.Split('.'))
        {
            names.Add(new(name, source.At(at, name.Length)));
            at += name.Length + 1;
        }

        return new(names);
    }

    private void AddText(int from, int to)
    {
        if (to <= from)
        {
            return;
        }

        var piece = text[from..to];
        foreach (Match brace in Brace().Matches(piece))
        {
            Fault(source.At(from + brace.Index, brace.Length), new("双花括号没有成对", "double braces that are not a tag"), new("占位符写作 {{名称}}，不能用三个花括号", "write a placeholder as {{name}}; three braces are not allowed"));
        }

        open.Peek().Add(new TextNode(piece));
    }

    private static bool IsBlock(Match tag) => tag.Groups["content"].Value.Trim() is { Length: > 0 } words && (words[0] is '#' or '/' or '!' || words == "else");

    private bool IsAloneOnItsLine(Match tag) =>
        text[LineStart(tag.Index)..tag.Index].Trim(' ').Length == 0 && text[(tag.Index + tag.Length)..LineEnd(tag.Index + tag.Length)].Trim(' ', '\n').Length == 0;

    private int LineStart(int index) => index == 0 ? 0 : text.LastIndexOf('\n', index - 1) + 1;

    private int LineEnd(int index) => text.IndexOf('\n', index) is >= 0 and var end ? end + 1 : text.Length;

    private void Fault(Place place, Message message, Text help) => faults.Add(new(place, message, help));

    [GeneratedRegex(@"\{\{(?<content>[^{}\n]*)\}\}(?!\})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\{\{+|\}\}+", RegexOptions.CultureInvariant)]
    private static partial Regex Brace();

    [GeneratedRegex(@"^#(?<word>each|if) +(?<path>[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Opening();

    [GeneratedRegex("^/(?<word>each|if)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Closing();

    [GeneratedRegex(@"^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NamePath();

    private sealed class Block(string? word, TemplatePath? path, bool isRoot, Place place)
    {
        private readonly List<TemplateNode> otherwise = [];

        public string? Word => word;

        public Place Place => place;

        public bool HasElse { get; set; }

        public List<TemplateNode> Body { get; } = [];

        public void Add(TemplateNode node) => (HasElse && !isRoot ? otherwise : Body).Add(node);

        public BlockNode ToNode() => new(word == "each", path!, Body, otherwise);
    }
}
