namespace OpsRegistry.Intake;

/// <summary>
/// The name under which a proof is kept. Offices call files anything: letters, figures and Chinese characters stay, whatever a system, a shell or an
/// address could take for something else becomes a hyphen, and what is too long is cut.
/// </summary>
internal static class EvidenceName
{
    private const int LongestStem = 60; // characters: Chinese ones have three bytes, and systems take 255
    private const int LongestExtension = 10;

    // Names that Windows keeps for devices, whatever extension follows.
    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(number => new[] { $"COM{number}", $"LPT{number}" })],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The name for a file.</summary>
    /// <param name="given">What it was called, with or without folders.</param>
    public static string Make(string given)
    {
        // What a cut leaves may want another: until nothing changes any more.
        var made = MakeOnce(given);
        while (made != given)
        {
            (given, made) = (made, MakeOnce(made));
        }

        return made;
    }

    private static string MakeOnce(string given)
    {
        var name = string.Concat(given.EnumerateRunes()).Normalize(NormalizationForm.FormKC).Split('/', '\\')[^1];
        var dot = name.LastIndexOf('.');
        var tail = dot < 0 ? "" : Clean(name[(dot + 1)..]);
        var isExtension = tail.Length is > 0 and <= LongestExtension && tail.All(char.IsAsciiLetterOrDigit);
        var stem = Clean(isExtension ? name[..dot] : name);
        if (stem.Length > LongestStem)
        {
            stem = stem[..LongestStem].TrimEnd('-', '.', '_');
        }

        if (stem.Length == 0 || Devices.Contains(stem.Split('.')[0]))
        {
            stem = stem.Length == 0 ? "file" : "file-" + stem;
        }

        return isExtension ? $"{stem}.{tail}" : stem;
    }

    /// <summary>True for a character that stays.</summary>
    private static bool Stays(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or (>= '\u4e00' and <= '\u9fff');

    private static string Clean(string text)
    {
        var clean = new StringBuilder();
        foreach (var letter in text)
        {
            if (Stays(letter))
            {
                clean.Append(letter);
            }
            else if (clean.Length > 0 && clean[^1] != '-')
            {
                clean.Append('-');
            }
        }

        return clean.ToString().Trim('-', '.', '_').Replace("..", ".", StringComparison.Ordinal).Replace("-.", ".", StringComparison.Ordinal);
    }
}
