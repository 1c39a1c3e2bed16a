using System.Text.RegularExpressions;

namespace OpsRegistry.Verifying.Workbooks;

/// <summary>Number formats as programs write them differently and mean the same.</summary>
internal static partial class NumberFormats
{
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
    public static bool ShowsTime(string format) =>
        format.AsSpan().IndexOfAny("ymdhs") >= 0 && format.AsSpan().IndexOfAny("0#?@") < 0 && !format.Contains("general", StringComparison.Ordinal);

    /// <summary>The one form in which formats are compared.</summary>
    public static string Normal(string format)
    {
        var plain = Locale().Replace(format, "").Replace("\\", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal).ToLowerInvariant();
        return plain == "general" ? "" : plain;
    }

    [GeneratedRegex(@"\[\$[^\]]*\]", RegexOptions.CultureInvariant)]
    private static partial Regex Locale();
}
