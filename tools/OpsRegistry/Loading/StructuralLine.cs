using System.Text.RegularExpressions;

namespace OpsRegistry.Loading;

/// <summary>A line on which keys and items may stand: none within a block of text, no comment and no empty line.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Text">The whole line.</param>
internal sealed partial record StructuralLine(int Number, string Text)
{
    private readonly Match key = KeyPattern().Match(Text);

    /// <summary>Blanks before the first character; foreign ones are counted too.</summary>
    public int Indent { get; } = Text.Length - Text.TrimStart().Length;

    /// <summary>True where a key with its colon stands on the line.</summary>
    public bool HasKey => key.Success;

    /// <summary>What stands behind the key's colon, or behind an item's dash, without a comment; empty for nothing.</summary>
    public string Value => key.Success ? key.Groups["value"].Value.TrimEnd() : ItemPattern().Match(Text) is { Success: true } item ? item.Groups["value"].Value.TrimEnd() : "";

    /// <summary>The column, from 1, at which <see cref="Value"/> begins.</summary>
    public int ValueColumn => (key.Success ? key.Groups["value"].Index : ItemPattern().Match(Text).Groups["value"].Index) + 1;

    /// <summary>The structural lines of a text, in order.</summary>
    public static IReadOnlyList<StructuralLine> Read(IReadOnlyList<string> lines)
    {
        var found = new List<StructuralLine>();
        var block = int.MaxValue; // the indent that text of a block exceeds; none
        for (var number = 1; number <= lines.Count; number++)
        {
            var text = lines[number - 1];
            var indent = text.Length - text.TrimStart(' ').Length;
            if (indent == text.Length || (block != int.MaxValue && indent > block))
            {
                continue;
            }

            block = int.MaxValue;
            if (text[indent] == '#')
            {
                continue;
            }

            var line = new StructuralLine(number, text);
            found.Add(line);
            if (BlockStart().IsMatch(text))
            {
                block = DashesBefore().Match(text).Length - (line.HasKey ? 0 : 2);
            }
        }

        return found;
    }

    [GeneratedRegex("^ *(- +)*(\"[^\"]*\"|'[^']*'|[A-Za-z0-9_.$/-]+) *:( +(?<value>.*))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex KeyPattern();

    [GeneratedRegex("^ *(- +)+(?<value>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ItemPattern();

    [GeneratedRegex("(: +|- +|^ +)[|>][-+0-9]{0,2} *(#.*)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex BlockStart();

    [GeneratedRegex("^ *(- +)*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex DashesBefore();
}
