using System.Buffers;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OpsRegistry.Loading;

/// <summary>Builds nodes from events. Recursion is bounded by the depth limit, which is checked before a level is entered.</summary>
internal sealed class YamlTree(SourceLines source, YamlEvents events, CappedFindings findings)
{
    private static readonly SearchValues<char> SignEnds = SearchValues.Create(" ,]}\r\n");

    private static readonly Text WriteInPlace = new("在此处直接写出内容；本来就是文字的，加引号", "write the value out in place; where it is text, put quotes round it");

    private readonly Dictionary<Place, TrailingComment> comments = [];

    /// <summary>The comments behind unquoted values, by the value's place.</summary>
    public IReadOnlyDictionary<Place, TrailingComment> Comments => comments;

    /// <summary>The node at hand; the events stand after it. When reading stops inside, what was read so far.</summary>
    public Node ReadNode(int depth)
    {
        var current = events.Current;
        if (current is NodeEvent node)
        {
            RefuseAnchorAndTag(node);
        }

        switch (current)
        {
            case Scalar scalar:
                events.Next();
                return ReadScalar(scalar);
            case AnchorAlias alias:
                events.Next();
                return ReadAlias(alias);
            case SequenceStart or MappingStart when depth == YamlReader.MaximumDepth:
                RefuseDepth(current);
                return Nothing(current);
            case SequenceStart start:
                events.Next();
                return ReadSequence(start, depth + 1);
            case MappingStart start:
                events.Next();
                return ReadMapping(start, depth + 1);
            default:
                events.Stop();
                return Nothing(current);
        }
    }

    private SequenceNode ReadSequence(SequenceStart start, int depth)
    {
        var items = new List<Node>();
        while (events.Current is not (null or SequenceEnd))
        {
            items.Add(ReadNode(depth));
        }

        var end = events.Current;
        Close();
        return new SequenceNode(items.Count > 0 ? items[0].Place : EmptyCollection(start, end), items);
    }

    private MappingNode ReadMapping(MappingStart start, int depth)
    {
        var entries = new List<MappingEntry>();
        var seen = new Dictionary<string, Place>(StringComparer.OrdinalIgnoreCase);
        Place? first = null;
        Place? glued = null;
        while (events.Current is not (null or MappingEnd))
        {
            if (first is not null && start.Style == MappingStyle.Flow)
            {
                RefuseMissingComma();
            }

            var key = ReadNode(depth);
            first ??= key.Place;
            if (events.Current is null)
            {
                break;
            }

            var value = ReadNode(depth);
            if (start.Style == MappingStyle.Flow && value is ScalarNode { Kind: ScalarKind.Null, Text: "" } && key is ScalarNode { Kind: ScalarKind.String } word && word.Text.IndexOfAny([':', '：']) > 0)
            {
                glued ??= key.Place;
                continue;
            }

            if (CheckKey(key) is { } name)
            {
                RefuseDuplicate(seen, name, key.Place);
                entries.Add(new MappingEntry(name, key.Place, value));
            }
        }

        if (glued is { } place)
        {
            Refuse(SyntaxFaults.MissingBlank, place);
        }

        var end = events.Current;
        Close();
        return new MappingNode(first ?? EmptyCollection(start, end), entries);
    }

    private void Close()
    {
        if (events.Current is not null)
        {
            events.Next();
        }
    }

    private ScalarNode ReadScalar(Scalar scalar)
    {
        var isBlock = scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded;
        var place = isBlock ? MarkPlaces.OfBlock(source, scalar.Start, scalar.End) : MarkPlaces.Between(source, scalar.Start, scalar.End);
        if (TextGuard.Forbidden(scalar.Value) is var (character, name))
        {
            var number = CharacterRules.Number(character);
            findings.Add(new Finding(
                character.Value == '\t' ? ReadingRules.TabCharacter : ReadingRules.ForbiddenCharacter,
                place,
                new($"转义写法代表{name.Zh} {number}", $"escape stands for {name.En} {number}"),
                new Text("删除该转义", "delete the escape")));
        }

        // Between brackets the library lets these pass; YAML keeps them for itself.
        if (scalar.Style == ScalarStyle.Plain && scalar.Value.Length > 0 && "@`|>%".Contains(scalar.Value[0], StringComparison.Ordinal))
        {
            Refuse(SyntaxFaults.ReservedStart, place);
        }

        if (scalar.Style == ScalarStyle.Plain && scalar.Value.Length > 0)
        {
            NoteComment(scalar, place);
        }

        return new ScalarNode(place, scalar.Value, scalar.Style == ScalarStyle.Plain ? ScalarRules.KindOfPlain(scalar.Value) : ScalarKind.String);
    }

    private void NoteComment(Scalar scalar, Place place)
    {
        var index = (int)Math.Min(scalar.End.Index, source.Text.Length);
        while (index < source.Text.Length && source.Text[index] == ' ')
        {
            index++;
        }

        if (index > 0 && index < source.Text.Length && source.Text[index] == '#' && source.Text[index - 1] == ' ')
        {
            var found = source.At(index, int.MaxValue);
            comments[place] = new(found, Word(found));
        }
    }

    private ScalarNode ReadAlias(AnchorAlias alias)
    {
        var place = MarkPlaces.Between(source, alias.Start, alias.End);
        findings.Add(new Finding(ReadingRules.AnchorOrTag, place, new($"别名 '*{Shortened.Shorten(alias.Value.Value)}'", $"alias '*{Shortened.Shorten(alias.Value.Value)}'"), WriteInPlace));
        return new ScalarNode(place, "", ScalarKind.Null);
    }

    private void RefuseAnchorAndTag(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
        {
            var sign = "&" + node.Anchor.Value;
            findings.Add(new Finding(ReadingRules.AnchorOrTag, Sign(node, sign), new($"锚点 '{Shortened.Shorten(sign)}'", $"anchor '{Shortened.Shorten(sign)}'"), new Text("删除锚点；需要文字时加引号", "delete the anchor; where text is meant, put quotes round it")));
        }

        if (!node.Tag.IsEmpty)
        {
            var place = Sign(node, "!");
            findings.Add(new Finding(
                ReadingRules.AnchorOrTag,
                place,
                new($"标签 '{Shortened.Shorten(Word(place))}'", $"tag '{Shortened.Shorten(Word(place))}'"),
                new Text("删除标签；需要文字时加引号", "delete the tag; where text is meant, put quotes round it")));
        }
    }

    private Place Sign(NodeEvent node, string sign)
    {
        var index = source.Text.IndexOf(sign, (int)Math.Min(node.Start.Index, source.Text.Length), StringComparison.Ordinal);
        if (index < 0)
        {
            return MarkPlaces.Between(source, node.Start, node.End);
        }

        var end = source.Text.AsSpan(index).IndexOfAny(SignEnds);
        return source.At(index, end < 0 ? int.MaxValue : end);
    }

    private string Word(Place place) => source.Lines[place.Line - 1].Substring(place.Column - 1, place.Length);

    private string? CheckKey(Node key)
    {
        if (key is not ScalarNode { Kind: not ScalarKind.Null } scalar)
        {
            var message = key is ScalarNode ? new Message("键为空", "key is empty") : new Message("键是列表或键值对", "key is a list or a mapping");
            findings.Add(new Finding(ReadingRules.KeyIsNotText, key.Place, message, new("键写成一个词，例如 name:", "write the key as a word, e.g. name:")));
            return null;
        }

        if (scalar.Text.AsSpan().IndexOfAny('\u00A0', '\u3000', '：') >= 0)
        {
            findings.Add(SyntaxDiagnosis.Explain(source, key.Place, SyntaxFaults.Unexplained));
            return null;
        }

        if (scalar.Text == "<<")
        {
            findings.Add(new Finding(ReadingRules.AnchorOrTag, key.Place, new("合并键 '<<'", "merge key '<<'"), WriteInPlace));
        }

        return scalar.Text;
    }

    private void RefuseDuplicate(Dictionary<string, Place> seen, string name, Place place)
    {
        if (seen.TryAdd(name, place))
        {
            return;
        }

        findings.Add(() => new Finding(
            ReadingRules.DuplicateKey,
            place,
            new($"键 '{Shortened.Shorten(name)}' 在此映射中重复", $"key '{Shortened.Shorten(name)}' stands twice in this mapping"),
            new Text("只保留一个；大小写不同也算同一个键", "keep one of the two; case does not make a key another"))
        {
            Related = [new RelatedPlace(seen[name], new Text("第一次出现", "first"))],
        });
    }

    // The library takes {a: [1] b: 2} for two keys; no other reader does.
    private void RefuseMissingComma()
    {
        var next = events.Current!;
        var isComment = false;
        for (var index = (int)events.PreviousEnd.Index; index < next.Start.Index && index < source.Text.Length; index++)
        {
            isComment = source.Text[index] == '#' || (isComment && source.Text[index] != '\n');
            if (source.Text[index] == ',' && !isComment)
            {
                return;
            }
        }

        Refuse(SyntaxFaults.MissingComma, MarkPlaces.Between(source, next.Start, next.End));
    }

    private void Refuse(SyntaxFault fault, Place place) => findings.Add(() => new Finding(ReadingRules.YamlSyntax, place, fault.Message, fault.Help));

    private void RefuseDepth(ParsingEvent start)
    {
        findings.Add(new Finding(
            ReadingRules.NestedTooDeep,
            MarkPlaces.Between(source, start.Start, start.End),
            new("嵌套超过 32 层", "nested deeper than 32 levels"),
            new Text("减少层级；记录通常不超过 8 层", "use fewer levels; records rarely need more than 8")));
        events.Stop();
    }

    private Place EmptyCollection(ParsingEvent start, ParsingEvent? end) => end is null || end.End.Line != start.Start.Line
        ? MarkPlaces.Between(source, start.Start, start.Start)
        : source.At((int)start.Start.Line, (int)start.Start.Column, (int)(end.End.Column - start.Start.Column) + 1);

    private ScalarNode Nothing(ParsingEvent? current) =>
        new(current is null ? source.At(1, 1, 1) : MarkPlaces.Between(source, current.Start, current.Start), "", ScalarKind.Null);
}
