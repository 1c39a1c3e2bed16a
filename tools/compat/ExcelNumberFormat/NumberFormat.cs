using System.Globalization;

namespace ExcelNumberFormat;

/// <summary>
/// Stands in for the package of the same name, of which ClosedXML calls exactly these four members.
/// It formats values for ClosedXML's own text measuring and CSV-like reads; what Excel shows is decided by Excel.
/// </summary>
public sealed class NumberFormat
{
    private readonly string format;

    /// <summary>Takes an Excel number format such as <c>0.00</c> or <c>yyyy-mm-dd</c>.</summary>
    public NumberFormat(string formatString)
    {
        format = formatString ?? "";
    }

    /// <summary>True for every text: an unknown format falls back to the value's own text.</summary>
    public bool IsValid => format.Length >= 0;

    /// <summary>True when the format has a date or time part outside quotes.</summary>
    public bool IsDateTimeFormat => Unquoted(format).IndexOfAny(['y', 'm', 'd', 'h', 's', 'Y', 'M', 'D', 'H', 'S']) >= 0;

    /// <summary>The value as text: decimals by the format's number of places, all else by the culture.</summary>
    public string Format(object value, CultureInfo culture) => value switch
    {
        double or decimal or float or int or long when Places is { } places =>
            Convert.ToDecimal(value, CultureInfo.InvariantCulture).ToString("F" + places.ToString(CultureInfo.InvariantCulture), culture),
        IFormattable formattable => formattable.ToString(null, culture),
        _ => value?.ToString() ?? "",
    };

    private int? Places
    {
        get
        {
            var plain = Unquoted(format).Split(';')[0];
            var point = plain.IndexOf('.', StringComparison.Ordinal);
            if (point < 0)
            {
                return plain.Contains('0', StringComparison.Ordinal) ? 0 : null;
            }

            return plain[(point + 1)..].TakeWhile(letter => letter is '0' or '#').Count();
        }
    }

    private static string Unquoted(string text) =>
        string.Concat(text.Split('"').Where((_, index) => index % 2 == 0));
}
