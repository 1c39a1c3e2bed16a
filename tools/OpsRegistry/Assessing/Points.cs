namespace OpsRegistry.Assessing;

/// <summary>Points: exact, shown to two places.</summary>
internal static class Points
{
    /// <summary>As people read a total: two places; a dash while it is undetermined.</summary>
    public static string Show(decimal? points) => points?.ToString("0.00", CultureInfo.InvariantCulture) ?? "—";

    /// <summary>As people read it in a list: two decimals at most, without needless zeros.</summary>
    public static string Short(decimal points) => points.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>As machines read it: exact, without needless zeros.</summary>
    public static string Plain(decimal points) => points.ToString("0.############################", CultureInfo.InvariantCulture);
}
