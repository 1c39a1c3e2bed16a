namespace OpsRegistry.Settling;

/// <summary>
/// A figure that open disputes may still move: its two ends are the range, what no ruling can take away is confirmed, and the rest is in dispute.
/// </summary>
/// <param name="Found">As found, with every open dispute rejected; null while undetermined.</param>
/// <param name="Upheld">With every open dispute upheld; null while undetermined.</param>
internal sealed record Contested(decimal? Found, decimal? Upheld)
{
    /// <summary>False where no dispute moves it, or where none is open.</summary>
    public bool IsInDispute => Found != Upheld;

    /// <summary>The lower end; null while either is undetermined.</summary>
    public decimal? Confirmed => Found is { } found && Upheld is { } upheld ? Math.Min(found, upheld) : null;

    /// <summary>What the ends are apart; null while either is undetermined.</summary>
    public decimal? InDispute => Found - Upheld is { } apart ? Math.Abs(apart) : null;

    /// <summary>The upper end; null while either is undetermined.</summary>
    public decimal? AtMost => Confirmed + InDispute;
}
