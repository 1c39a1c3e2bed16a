using System.Text.RegularExpressions;

namespace OpsRegistry.Loading;

/// <summary>
/// Finds the line that is behind a fault of syntax. A parser stops where it can no longer go on, often a line or more below the slip: a colon of the Chinese keyboard,
/// a foreign blank, a key that lost its indentation, a value that needs quotes.
/// </summary>
internal static partial class SyntaxDiagnosis
{
    private const int LookedBack = 4; // structural lines

    private static readonly Text WriteColon = new("键后写半角冒号和一个空格", "write an ASCII colon and a space after the key");

    /// <summary>The finding for a fault at a place, at the true line where that can be told.</summary>
    public static Finding Explain(SourceLines source, Place place, SyntaxFault fault)
    {
        var lines = StructuralLine.Read(source.Lines);
        var at = lines.Count(line => line.Number <= place.Line) - 1;
        for (var back = 0; back < LookedBack && at - back >= 0; back++)
        {
            if (Slip(source, lines, at - back, back) is { } found)
            {
                return found;
            }
        }

        return (at >= 0 ? Misaligned(source, lines, at) : null) ?? Unclosed(source, lines, at) ?? new(ReadingRules.YamlSyntax, place, fault.Message, fault.Help);
    }

    /// <summary>A slip that can be seen on one line.</summary>
    private static Finding? Slip(SourceLines source, IReadOnlyList<StructuralLine> lines, int index, int back) =>
        ForeignIndent(source, lines[index])
        ?? WideColon(source, lines[index])
        ?? ForeignBlank(source, lines[index])
        ?? MissingBlank(source, lines[index])
        ?? Dash(source, lines[index], lines, index)
        ?? (back <= 1 ? NeedsQuotes(source, lines[index], isReported: back == 0) : null);

    private static Finding? ForeignIndent(SourceLines source, StructuralLine line)
    {
        var foreign = line.Text.AsSpan(0, line.Indent).IndexOfAnyExcept(' ');
        if (foreign < 0)
        {
            return null;
        }

        var name = Blank(line.Text[foreign]);
        var written = string.Concat(line.Text[..line.Indent].Select(letter => letter == '\u3000' ? "  " : " "));
        return new(ReadingRules.ForbiddenCharacter, source.At(line.Number, foreign + 1, line.Indent - foreign),
            new($"缩进中有{name.Zh}", $"{name.En} in the indentation"), new("用普通空格缩进", "indent with plain spaces"))
        {
            Remedy = new Remedy.Rewrite(source.At(line.Number, 1, line.Indent), written),
        };
    }

    private static Finding? WideColon(SourceLines source, StructuralLine line)
    {
        if (WideColonPattern().Match(line.Text) is not { Success: true } found)
        {
            return null;
        }

        var colon = found.Groups["colon"];
        var mended = $"{found.Groups["key"].Value}: {found.Groups["value"].Value}".TrimEnd();
        return new(ReadingRules.YamlSyntax, source.At(line.Number, colon.Index + 1, 1),
            new($"键后是全角冒号“{colon.Value.Trim()}”", $"full-width colon '{colon.Value.Trim()}' after the key"),
            new($"写 {Shortened.Shorten(mended)}", $"write {Shortened.Shorten(mended)}"))
        {
            Remedy = new Remedy.Rewrite(source.At(line.Number, colon.Index + 1, colon.Length), found.Groups["value"].Length > 0 ? ": " : ":"),
        };
    }

    private static Finding? ForeignBlank(SourceLines source, StructuralLine line)
    {
        if (ForeignBlankPattern().Match(line.Text) is not { Success: true } found)
        {
            return null;
        }

        var blank = found.Groups["blank"];
        var name = Blank(blank.Value.First(letter => letter != ' '));
        return new(ReadingRules.ForbiddenCharacter, source.At(line.Number, blank.Index + 1, blank.Length),
            new($"冒号后是{name.Zh}", $"{name.En} after the colon"), WriteColon)
        {
            Remedy = new Remedy.Rewrite(source.At(line.Number, blank.Index + 1, blank.Length), " "),
        };
    }

    private static Finding? MissingBlank(SourceLines source, StructuralLine line)
    {
        if (line.HasKey || MissingBlankPattern().Match(line.Text) is not { Success: true } found)
        {
            return null;
        }

        var colon = found.Groups["colon"];
        var mended = $"{found.Groups["key"].Value}: {found.Groups["value"].Value}".TrimEnd();
        return new(ReadingRules.YamlSyntax, source.At(line.Number, colon.Index + 1, 1),
            new("冒号后缺少空格", "no blank after the colon"), new($"写 {Shortened.Shorten(mended)}", $"write {Shortened.Shorten(mended)}"))
        {
            Remedy = new Remedy.Rewrite(source.At(line.Number, colon.Index + 1, 1), ": "),
        };
    }

    // An item among items whose dash is another character, or lacks its blank.
    private static Finding? Dash(SourceLines source, StructuralLine line, IReadOnlyList<StructuralLine> lines, int index)
    {
        var isAmongItems = lines.Skip(Math.Max(0, index - 1)).Take(3).Any(other => other != line && other.Indent == line.Indent && other.Text.AsSpan(other.Indent).StartsWith("- "));
        if (DashPattern().Match(line.Text) is not { Success: true } found || !(isAmongItems || found.Groups["wide"].Success))
        {
            return null;
        }

        var dash = found.Groups["dash"];
        return new(ReadingRules.YamlSyntax, source.At(line.Number, dash.Index + 1, dash.Length),
            found.Groups["wide"].Success ? new($"列表项以“{dash.Value.Trim()}”开头", $"item begins with '{dash.Value.Trim()}'") : new("列表项的 - 后缺少空格", "no blank after the item's dash"),
            new("以半角 - 和一个空格开头", "begin the item with an ASCII dash and a space"))
        {
            Remedy = new Remedy.Rewrite(source.At(line.Number, dash.Index + 1, dash.Length), "- "),
        };
    }

    private static Finding? NeedsQuotes(SourceLines source, StructuralLine line, bool isReported)
    {
        var value = line.Value;
        if (value.Length == 0)
        {
            return null;
        }

        var place = source.At(line.Number, line.ValueColumn, value.Length);
        if (value[0] == '"' && value.LastIndexOf('"') == 0 && value.IndexOfAny(['”', '“', '＂']) is var wide and > 0)
        {
            return new(ReadingRules.YamlSyntax, source.At(line.Number, line.ValueColumn + wide, 1),
                new($"右引号是全角的“{value[wide]}”", $"closing quote is the full-width '{value[wide]}'"), new("写半角 \"", "write an ASCII \""))
            {
                Remedy = new Remedy.Rewrite(source.At(line.Number, line.ValueColumn + wide, 1), "\""),
            };
        }

        var isSpecial = SpecialStart().IsMatch(value);
        var second = isReported && !isSpecial && value[0] is not ('"' or '\'' or '[' or '{') ? value.IndexOf(": ", StringComparison.Ordinal) : -1;
        second = second < 0 && isReported && value[^1] == ':' && value[0] is not ('"' or '\'') ? value.Length - 1 : second;
        if (!isSpecial && second < 0)
        {
            return null;
        }

        var quoted = YamlText.InQuotes(value);
        return new(ReadingRules.YamlSyntax, second < 0 ? place : source.At(line.Number, line.ValueColumn + second, 1),
            second < 0 ? new($"值以“{value[0]}”开头，其后还有文字", $"value begins with '{value[0]}' and goes on as text") : new("值中又出现了冒号加空格", "a second colon and space within a value"),
            new($"给该值加引号：{Shortened.Shorten(quoted)}", $"put quotes round the value: {Shortened.Shorten(quoted)}"))
        {
            Remedy = new Remedy.Rewrite(place, quoted),
        };
    }

    /// <summary>A line that does not begin in the column of its neighbours.</summary>
    private static Finding? Misaligned(SourceLines source, IReadOnlyList<StructuralLine> lines, int at)
    {
        var line = lines[at];
        var before = at > 0 ? lines[at - 1] : null;
        var after = at + 1 < lines.Count ? lines[at + 1] : null;
        if (before is null || !line.HasKey)
        {
            return null;
        }

        if (before.HasKey && before.Value.Length > 0 && before.Indent < line.Indent)
        {
            return at > 1 && lines[at - 2].Indent == line.Indent ? Indented(source, before, line.Indent) : Indented(source, line, before.Indent);
        }

        var levels = Levels(lines, at);
        if (levels.Contains(line.Indent))
        {
            return null;
        }

        var wanted = after is not null && levels.Contains(after.Indent) ? after.Indent : levels.MinBy(level => Math.Abs(level - line.Indent));
        return Indented(source, line, wanted);
    }

    // The columns in which keys above a line may go on.
    private static List<int> Levels(IReadOnlyList<StructuralLine> lines, int at)
    {
        var levels = new List<int>();
        var least = int.MaxValue;
        for (var index = at - 1; index >= 0 && least > 0; index--)
        {
            if (lines[index].HasKey && lines[index].Indent < least)
            {
                least = lines[index].Indent;
                levels.Add(least);
            }
        }

        return levels.Count == 0 ? [0] : levels;
    }

    private static Finding Indented(SourceLines source, StructuralLine line, int wanted)
    {
        var isLess = line.Indent < wanted;
        var first = line.Text[line.Indent];
        return new(ReadingRules.YamlSyntax, source.At(line.Number, line.Indent + 1, int.MaxValue),
            isLess
                ? new($"本行缩进比相邻各行少：{line.Indent} 格，应为 {wanted} 格", $"line is indented less than its neighbours: by {line.Indent}, not {wanted}")
                : new($"本行缩进比相邻各行多：{line.Indent} 格，应为 {wanted} 格", $"line is indented more than its neighbours: by {line.Indent}, not {wanted}"),
            new($"行首空 {wanted} 格", $"begin it after {wanted} spaces"))
        {
            Remedy = new Remedy.Rewrite(source.At(line.Number, 1, line.Indent + 1), new string(' ', wanted) + first),
        };
    }

    // A bracket closed by one of the Chinese keyboard, or not at all.
    private static Finding? Unclosed(SourceLines source, IReadOnlyList<StructuralLine> lines, int at)
    {
        for (var index = Math.Min(at, lines.Count - 1); index >= 0; index--)
        {
            var value = lines[index].Value;
            if (value.Length > 0 && value[0] is '[' or '{' && value.IndexOf(value[0] == '[' ? ']' : '}') < 0)
            {
                var wide = value.IndexOfAny(value[0] == '[' ? ['］', '】', '〕'] : ['｝', '】']);
                var close = value[0] == '[' ? "]" : "}";
                return wide < 0
                    ? new(ReadingRules.YamlSyntax, source.At(lines[index].Number, lines[index].ValueColumn, value.Length),
                        new($"“{value[0]}”没有闭合", $"'{value[0]}' is not closed"), new($"补上 {close}", $"add {close}"))
                    : new(ReadingRules.YamlSyntax, source.At(lines[index].Number, lines[index].ValueColumn + wide, 1),
                        new($"右括号是全角的“{value[wide]}”", $"closing bracket is the full-width '{value[wide]}'"), new($"写半角 {close}", $"write an ASCII {close}"))
                    {
                        Remedy = new Remedy.Rewrite(source.At(lines[index].Number, lines[index].ValueColumn + wide, 1), close),
                    };
            }
        }

        return null;
    }

    private static Text Blank(char letter) => letter switch
    {
        '\u00A0' => new("不换行空格 U+00A0", "no-break space U+00A0"),
        '\u3000' => new("全角空格 U+3000", "ideographic space U+3000"),
        _ => new($"特殊空格 {CharacterRules.Number(new Rune(letter))}", $"foreign space {CharacterRules.Number(new Rune(letter))}"),
    };

    [GeneratedRegex(@"^[\s]*(- +)*(?<key>[A-Za-z][A-Za-z0-9_.-]*|""[^""]*"") *(?<colon>[：﹕︰∶][\s]*)(?<value>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex WideColonPattern();

    [GeneratedRegex(@"^ *(- +)*[A-Za-z][A-Za-z0-9_.-]*:(?<blank>[\s]*[\s-[ ]][\s]*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ForeignBlankPattern();

    [GeneratedRegex("^ *(- +)*(?<key>[A-Za-z][A-Za-z0-9_]*)(?<colon>:)(?<value>[^ /].*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex MissingBlankPattern();

    [GeneratedRegex(@"^ *(?<dash>(?<wide>[－—–−•·●] *)|-(?=[^\s-]))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DashPattern();

    // What YAML keeps for itself, and goes on as a sentence: a bracket, a quote or a sign with text behind it.
    [GeneratedRegex(@"^(\[[^\]]*\] *[^\s#,\]}]|\{[^}]*\} *[^\s#,\]}]|""[^""]*"" *[^\s#,\]}:]|'[^']*' *[^\s#,\]}:']|[*&!%@`]|[|>] *[^\s0-9+|>#-])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SpecialStart();
}
