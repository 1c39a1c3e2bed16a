namespace OpsRegistry.Model;

/// <summary>What the placeholders of a kind's pattern stand for in a path.</summary>
/// <param name="Contract">The contract's folder; null for a kind that belongs to none.</param>
/// <param name="Name">The file's name; null where the kind has one file.</param>
/// <param name="Year">Four digits; null where the kind is not filed by month.</param>
/// <param name="Month">Two digits, not always those of a month; null where the kind is not filed by month.</param>
internal sealed record PathParts(string? Contract, string? Name, string? Year, string? Month)
{
    /// <summary>The first day of the month's folder; null where there is none, or no such month.</summary>
    public LocalDate? FirstDay =>
        int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && int.TryParse(Month, NumberStyles.None, CultureInfo.InvariantCulture, out var month) &&
        year >= 1 && month is >= 1 and <= 12
            ? new(year, month, 1)
            : null;
}

/// <summary>
/// Where files of a kind stand, from the repository's root: <c>{name}</c> and <c>{contract}</c> stand for small letters, digits and hyphens, <c>{yyyy}</c> and <c>{mm}</c> for
/// digits, <c>{version}</c> for nothing or <c>-</c> and the day from which the file is in force. It is asked about every file, several times, so it is no regular
/// expression; a test holds it to the one that says the same.
/// </summary>
/// <param name="written">As the kind's schema has it. After a name stands nothing that a name may hold.</param>
internal sealed class PathPattern(string written)
{
    // By turns what stands there as it is, and the name of a placeholder.
    private readonly string[] pieces = written.Split('{', '}');

    /// <summary>What the placeholders stand for; null for a path at which no such file stands.</summary>
    public PathParts? Match(string path)
    {
        string? contract = null, name = null, year = null, month = null;
        var at = 0;
        for (var place = 0; place < pieces.Length; place++)
        {
            var rest = path.AsSpan(at);
            var length = place % 2 == 0 ? (rest.StartsWith(pieces[place], StringComparison.Ordinal) ? pieces[place].Length : -1) : LengthOf(pieces[place], rest);
            if (length < 0)
            {
                return null;
            }

            switch (place % 2 == 0 ? "" : pieces[place])
            {
                case "contract":
                    contract = path.Substring(at, length);
                    break;
                case "name":
                    name = path.Substring(at, length);
                    break;
                case "yyyy":
                    year = path.Substring(at, length);
                    break;
                case "mm":
                    month = path.Substring(at, length);
                    break;
            }

            at += length;
        }

        return at == path.Length ? new(contract, name, year, month) : null;
    }

    // How far a placeholder reaches; -1 where it cannot stand here.
    private static int LengthOf(string placeholder, ReadOnlySpan<char> rest) => placeholder switch
    {
        "yyyy" => Digits(rest, 4) ? 4 : -1,
        "mm" => Digits(rest, 2) ? 2 : -1,
        "version" => rest is ['-', ..] && Digits(rest[1..], 4) && rest[5..] is ['-', ..] && Digits(rest[6..], 2) && rest[8..] is ['-', ..] && Digits(rest[9..], 2) ? 11 : 0,
        "contract" or "name" => Word(rest) is > 0 and var length ? length : -1,
        _ => throw new ArgumentException($"no placeholder {placeholder}", nameof(placeholder)),
    };

    private static bool Digits(ReadOnlySpan<char> rest, int count) => rest.Length >= count && !rest[..count].ContainsAnyExceptInRange('0', '9');

    private static int Word(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && rest[length] is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')
        {
            length++;
        }

        return length;
    }
}
