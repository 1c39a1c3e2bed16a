namespace OpsRegistry.Settling;

/// <summary>Money in yuan: exact decimals, rounded half up to 0.01 once, where a line of money is made.</summary>
internal static class Yuan
{
    /// <summary>A share of an amount; null where either is unknown.</summary>
    public static decimal? ShareOf(decimal? amount, decimal? share) => amount * share is { } exact ? Round(exact) : null;

    /// <summary>Rounded half up to 0.01.</summary>
    public static decimal Round(decimal exact) => Math.Round(exact, 2, MidpointRounding.AwayFromZero);

    /// <summary>As machines read it: two places, no separators.</summary>
    public static string Plain(decimal amount) => Round(amount).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>As people read it: two places, thousands apart; a word where it is undetermined.</summary>
    public static Text Show(decimal? amount) =>
        amount is { } known ? Text.Same(Round(known).ToString("#,##0.00", CultureInfo.InvariantCulture)) : new("待定", "undetermined");
}
