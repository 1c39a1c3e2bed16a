namespace OpsRegistry.Loading;

/// <summary>Keeps a value from a record short enough for a message.</summary>
internal static class Shortened
{
    private const int Longest = 60;

    /// <summary>The text, or its first 60 characters and an ellipsis; a surrogate pair is not cut in two.</summary>
    public static string Shorten(string text)
    {
        if (text.Length <= Longest)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)] + "…";
    }
}
