namespace OpsRegistry.Reporting;

/// <summary>Text from records made harmless for Markdown: no HTML, links, images, mentions, tables or headings come out of it.</summary>
internal static class MarkdownText
{
    // Round brackets, '+', '-' and '!' mean something only after a bracket that is escaped or at a line's start, where no record's text stands.
    private const string Special = "\\`*_[]<>|~&$";

    /// <summary>The text as it reads, on one line, for use inside a table cell or sentence.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        for (var index = 0; index < text.Length; index++)
        {
            var letter = text[index];
            if (letter is '\r' or '\n' or '\t')
            {
                escaped.Append(' ');
            }
            else if (char.IsControl(letter) || char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.Format)
            {
                escaped.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\\\u{(int)letter:x4}");
            }
            else if (letter == '@')
            {
                // A backslash does not stop a mention; an entity does.
                escaped.Append("&#64;");
            }
            else if (letter == ':' && index + 2 < text.Length && text[index + 1] == '/' && text[index + 2] == '/')
            {
                escaped.Append("&#58;");
            }
            else if (letter == '.' && IsAfterWww(text, index))
            {
                // The forge links an address without scheme too.
                escaped.Append("&#46;");
            }
            else if (letter is '#' && index + 1 < text.Length && char.IsAsciiDigit(text[index + 1]))
            {
                escaped.Append("&#35;");
            }
            else if (Special.Contains(letter, StringComparison.Ordinal))
            {
                escaped.Append('\\').Append(letter);
            }
            else
            {
                escaped.Append(letter);
            }
        }

        return escaped.ToString();
    }

    /// <summary>The text for a place where a line may begin with it: no heading, list, rule or indented code comes out of it either.</summary>
    public static string AnyWhere(string text) => AtLineStart(Escape(text));

    /// <summary>The same of a text that is escaped.</summary>
    public static string AtLineStart(string escaped)
    {
        escaped = escaped.Trim(' ');
        var digits = escaped.TakeWhile(char.IsAsciiDigit).Count();
        if (digits > 0 && digits < escaped.Length && escaped[digits] is '.' or ')' && (digits + 1 == escaped.Length || escaped[digits + 1] == ' '))
        {
            return escaped.Insert(digits, "\\");
        }

        return escaped is ['#' or '+' or '-' or '=' or '>', ..] ? "\\" + escaped : escaped;
    }

    private static bool IsAfterWww(string text, int dot) =>
        dot >= 3 && text.AsSpan(dot - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase);

    /// <summary>A path or id in code font; back-ticks cannot end it.</summary>
    public static string Code(string text) => "`" + text.Replace('`', '\'').Replace('\n', ' ').Replace('|', '¦') + "`";
}
