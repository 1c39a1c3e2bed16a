namespace OpsRegistry.Loading;

/// <summary>
/// What an unquoted scalar is, written down once: <c>null</c>, <c>~</c> and nothing; <c>true</c> and <c>false</c>; numbers as JSON writes them; everything else is text.
/// So <c>no</c>, <c>on</c>, <c>True</c>, <c>1:30</c>, <c>012</c>, <c>0x1F</c>, <c>.5</c> and <c>1_000</c> are text and stay as they were written.
/// </summary>
internal static class ScalarRules
{
    /// <summary>The kind of a plain (unquoted) scalar. Quoted and block scalars are always <see cref="ScalarKind.String"/>.</summary>
    public static ScalarKind KindOfPlain(string text) => text switch
    {
        "" or "~" or "null" => ScalarKind.Null,
        "true" or "false" => ScalarKind.Boolean,
        _ => KindOfNumber(text),
    };

    private static ScalarKind KindOfNumber(string text)
    {
        var rest = text.AsSpan(text[0] == '-' ? 1 : 0);
        var whole = Digits(rest);
        if (whole == 0 || (whole > 1 && rest[0] == '0'))
        {
            return ScalarKind.String;
        }

        rest = rest[whole..];
        return rest.IsEmpty ? ScalarKind.Integer : IsFractionAndExponent(rest) ? ScalarKind.Number : ScalarKind.String;
    }

    private static bool IsFractionAndExponent(ReadOnlySpan<char> rest)
    {
        if (rest[0] == '.')
        {
            var fraction = Digits(rest[1..]);
            if (fraction == 0)
            {
                return false;
            }

            rest = rest[(1 + fraction)..];
        }

        if (rest.IsEmpty || rest[0] is not ('e' or 'E'))
        {
            return rest.IsEmpty;
        }

        rest = rest[1..];
        rest = !rest.IsEmpty && rest[0] is '+' or '-' ? rest[1..] : rest;
        return !rest.IsEmpty && Digits(rest) == rest.Length;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && char.IsAsciiDigit(text[count]))
        {
            count++;
        }

        return count;
    }
}
