namespace OpsRegistry.Reporting.Due;

/// <summary>Content lines of iCalendar (RFC 5545 §3.1): folded at 75 octets between characters, ended by CRLF, text escaped.</summary>
/// <param name="output">Where the lines go.</param>
internal sealed class CalendarLines(TextWriter output)
{
    private const int MostOctets = 75;

    /// <summary>Writes a property whose value is no text: a time, a duration, a name.</summary>
    public void Add(string property, string value)
    {
        var line = $"{property}:{value}";
        var octets = 0;
        foreach (var character in line.EnumerateRunes())
        {
            if (octets + character.Utf8SequenceLength > MostOctets)
            {
                output.Write("\r\n ");
                octets = 1;
            }

            output.Write(character.ToString());
            octets += character.Utf8SequenceLength;
        }

        output.Write("\r\n");
    }

    /// <summary>Writes a property whose value is text (RFC 5545 §3.3.11); what cannot be seen is shown as its number.</summary>
    public void AddText(string property, string text) => Add(property, Escaped(text));

    /// <summary>Writes a property whose value is a list of texts.</summary>
    public void AddTexts(string property, IEnumerable<string> texts) => Add(property, string.Join(',', texts.Select(Escaped)));

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var line in text.Split('\n'))
        {
            escaped.Append(escaped.Length == 0 ? "" : "\\n");
            foreach (var character in VisibleText.Show(line))
            {
                escaped.Append(character is '\\' or ';' or ',' ? "\\" : "").Append(character);
            }
        }

        return escaped.ToString();
    }
}
