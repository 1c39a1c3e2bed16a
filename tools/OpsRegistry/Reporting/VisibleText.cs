using System.Globalization;
using System.Text;
using OpsRegistry.Loading;

namespace OpsRegistry.Reporting;

/// <summary>Shows text from records as it is: what cannot be seen, moves other characters or drives a terminal is written as its number.</summary>
public static class VisibleText
{
    /// <summary>The text with every forbidden character, line feed and half surrogate written as <c>\n</c>, <c>\t</c>, <c>\u202e</c> or <c>\U000e0041</c>.</summary>
    public static string Of(string text)
    {
        StringBuilder? shown = null;
        for (var index = 0; index < text.Length;)
        {
            var isWhole = Rune.TryGetRuneAt(text, index, out var character);
            var length = isWhole ? character.Utf16SequenceLength : 1;
            if (!isWhole || character.Value == '\n' || CharacterRules.Fault(character) is not null)
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

    private static string Escape(int value) => value switch
    {
        '\n' => @"\n",
        '\t' => @"\t",
        '\r' => @"\r",
        <= 0xFFFF => @"\u" + value.ToString("x4", CultureInfo.InvariantCulture),
        _ => @"\U" + value.ToString("x8", CultureInfo.InvariantCulture),
    };
}
