namespace OpsRegistry.Verifying.Workbooks;

/// <summary>Number formats as programs write them differently and mean the same.</summary>
internal static class NumberFormats
{
    private const string Literals = " -+()$&'~{}<>=!^";
    private const int LongestLanguage = 4; // hexadecimal digits; more choose other digits or another calendar

    /// <summary>The format that a number below 164 stands for (ECMA-376 part 1, 18.8.30).</summary>
    public static string BuiltIn(int id) => id switch
    {
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        12 => "# ?/?",
        13 => "# ??/??",
        14 => "mm-dd-yy",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 => "h:mm am/pm",
        19 => "h:mm:ss am/pm",
        20 => "h:mm",
        21 => "h:mm:ss",
        22 => "m/d/yy h:mm",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        49 => "@",
        (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => "yyyy-m-d", // days as Chinese programs number them (18.8.30, zh-cn)
        >= 32 and <= 35 or 55 or 56 => "h:mm",
        _ => "",
    };

    /// <summary>True for a format, in its one form, that shows a number as a day or a time.</summary>
    public static bool ShowsTime(string format)
    {
        var codes = string.Concat(format.Split('"').Where((_, index) => index % 2 == 0)); // every second piece is words
        return codes.AsSpan().IndexOfAny("ymdhs") >= 0 && codes.AsSpan().IndexOfAny("0#?@") < 0 && !codes.Contains("general", StringComparison.Ordinal);
    }

    /// <summary>The one form in which formats are compared: codes in small letters, words in quotation marks, however they were written.</summary>
    public static string Normal(string format)
    {
        var normal = new StringBuilder();
        for (var at = 0; at < format.Length; at++)
        {
            var (letter, next) = (format[at], at + 1 < format.Length ? format[at + 1].ToString() : "");
            var end = letter is '"' ? format.IndexOf('"', at + 1) : letter is '[' ? format.IndexOf(']', at) : -1;
            if (letter == '\\')
            {
                Words(normal, next);
                at++;
            }
            else if (letter == '"')
            {
                Words(normal, end < 0 ? format[(at + 1)..] : format[(at + 1)..end]);
                at = end < 0 ? format.Length : end;
            }
            else if (letter == '[' && end >= 0)
            {
                Bracket(normal, format[(at + 1)..end]);
                at = end;
            }
            else if (letter is '_' or '*')
            {
                normal.Append(letter).Append(next);
                at++;
            }
            else if (letter is 'E' or 'e' && next is "+" or "-")
            {
                normal.Append('e').Append(next);
                at++;
            }
            else if (Literals.Contains(letter, StringComparison.Ordinal) || !char.IsAscii(letter))
            {
                Words(normal, letter.ToString());
            }
            else
            {
                normal.Append(char.ToLowerInvariant(letter));
            }
        }

        return normal.ToString() is var plain && plain == "general" ? "" : plain;
    }

    /// <summary>A currency or language: its words are shown, its number chooses names of months and, where it is long, other digits.</summary>
    private static void Bracket(StringBuilder normal, string inside)
    {
        if (!inside.StartsWith('$'))
        {
            normal.Append('[').Append(inside.ToLowerInvariant()).Append(']');
            return;
        }

        var dash = inside.IndexOf('-', StringComparison.Ordinal);
        Words(normal, dash < 0 ? inside[1..] : inside[1..dash]);
        if (dash >= 0 && inside.Length - dash - 1 > LongestLanguage)
        {
            normal.Append("[$").Append(inside.AsSpan(dash)).Append(']');
        }
    }

    private static void Words(StringBuilder normal, string words)
    {
        if (words.Length == 0)
        {
            return;
        }

        if (normal.Length > 0 && normal[^1] == '"')
        {
            normal.Length--;
            normal.Append(words).Append('"');
        }
        else
        {
            normal.Append('"').Append(words).Append('"');
        }
    }
}
