namespace OpsRegistry.Measuring;

/// <summary>Shares in words.</summary>
internal static class Percent
{
    /// <summary>A share as per cent, rounded half up as a workbook's cells are; less than the whole never reads as 100 %.</summary>
    /// <param name="places">Decimal places of the percentage: 2, or more for up to 5.</param>
    public static string Show(decimal share, int places)
    {
        var digits = places == 2 ? 4 : 7;
        var rounded = decimal.Round(share, digits, MidpointRounding.AwayFromZero);
        var shown = rounded >= 1m && share < 1m ? 1m - new decimal(1, 0, 0, false, (byte)digits) : rounded;
        return (shown * 100m).ToString(places == 2 ? "0.00" : "0.00###", CultureInfo.InvariantCulture) + " %";
    }
}
