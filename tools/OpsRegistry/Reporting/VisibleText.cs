using OpsRegistry.Loading;

namespace OpsRegistry.Reporting;

/// <summary>Shows text from records as it is: what cannot be seen, moves other characters or drives a terminal or a build log is written as its number.</summary>
internal static class VisibleText
{
    /// <summary>The text with every forbidden character, line feed and half surrogate written as <c>\n</c>, <c>\t</c>, <c>\u202e</c> or <c>\U000e0041</c>.
    /// A build log takes a line that begins with <c>::</c>, or has <c>##[</c> anywhere, for a command: the first character is written as its number there too.</summary>
    public static string Show(string text) => Shown(text, isLog: true);

    /// <summary>The same for paper and pages, where no build log reads: only what cannot be seen is written as its number.</summary>
    public static string OnPaper(string text) => Shown(text, isLog: false);

    /// <summary>Whether a text is shown as it is anywhere; nearly all are. False of some that are too: they are looked at letter by letter.</summary>
    public static bool IsPlain(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!IsPlain(text[index]) && !(text[index] == ':' && index > 0 && !char.IsWhiteSpace(text[index - 1])))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPlain(char letter) => letter is (>= ' ' and <= '"') or (>= '$' and <= '9') or (>= ';' and <= '~')
        or (>= '\u2010' and <= '\u2027') or (>= '\u2070' and <= '\u3163') or (>= '\u3400' and <= '\u9FFF') or (>= '\uFF01' and <= '\uFF5E');

    private static string Shown(string text, bool isLog)
    {
        if (IsPlain(text))
        {
            return text;
        }

        StringBuilder? shown = null;
        for (var index = 0; index < text.Length;)
        {
            var isWhole = Rune.TryGetRuneAt(text, index, out var character);
            var length = isWhole ? character.Utf16SequenceLength : 1;
            if (!isWhole || character.Value == '\n' || CharacterRules.Fault(character) is not null || (isLog && IsCommand(text, index)))
            {
                shown ??= new StringBuilder(text, 0, index, text.Length + 16);
                shown.Append(Escape(isWhole ? character.Value : text[index]));
            }
            else
            {
                shown?.Append(text, index, length);
            }

            index += length;
        }

        return shown?.ToString() ?? text;
    }

    private static bool IsCommand(string text, int index) => text[index] switch
    {
        '#' => text.AsSpan(index).StartsWith("##["),
        ':' => text.AsSpan(index).StartsWith("::") && text.AsSpan(0, index).IsWhiteSpace(),
        _ => false,
    };

    private static string Escape(int value) => value switch
    {
        '\n' => @"\n",
        '\t' => @"\t",
        '\r' => @"\r",
        <= 0xFFFF => @"\u" + value.ToString("x4", CultureInfo.InvariantCulture),
        _ => @"\U" + value.ToString("x8", CultureInfo.InvariantCulture),
    };
}
