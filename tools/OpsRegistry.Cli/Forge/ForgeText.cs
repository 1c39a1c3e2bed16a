namespace OpsRegistry.Cli.Forge;

/// <summary>Text on its way to a forge and back.</summary>
internal static class ForgeText
{
    /// <summary>A forge may store other line ends and drop blanks at the end.</summary>
    public static bool IsSame(string one, string other) => one.ReplaceLineEndings("\n").Trim() == other.ReplaceLineEndings("\n").Trim();

    /// <summary>The text where it is short enough, else its beginning; no character is cut in two.</summary>
    public static string Shorten(string text, int length) => text.Length <= length ? text : text[..(length - 1 - (char.IsHighSurrogate(text[length - 2]) ? 1 : 0))] + "…";
}
