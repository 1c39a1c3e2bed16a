namespace OpsRegistry.Samples.Zhangjiagang;

/// <summary>A counted duty of one service.</summary>
/// <param name="Service">The service.</param>
/// <param name="Kind">The kind of record that fulfils it.</param>
/// <param name="Type">The type of inspection or report; <c>backup</c> or <c>restore-test</c>; null where any record will do.</param>
/// <param name="From">The first day on which it can fall due.</param>
/// <param name="Rhythm">How often.</param>
/// <param name="Sampled">True for a frequent duty of which only the beginning is recorded.</param>
internal sealed record ServiceDuty(string Service, string Kind, string? Type, string From, Rhythm Rhythm, bool Sampled = false, string[]? Evidence = null);

/// <summary>How often a duty falls due.</summary>
internal abstract record Rhythm
{
    /// <summary>Each calendar day.</summary>
    public static Rhythm Daily { get; } = new EachDay(WorkingOnly: false);

    /// <summary>Each working day.</summary>
    public static Rhythm EachWorkingDay { get; } = new EachDay(WorkingOnly: true);

    /// <summary>So many times in each whole week.</summary>
    public static Rhythm Weekly(int count) => new EachWeek(count);

    /// <summary>So many times in each of a number of spans of months.</summary>
    public static Rhythm EveryMonths(int months, int spans, int count) => new EachSpan(months, spans, count);

    /// <summary>So many times in all.</summary>
    public static Rhythm Spread(int count) => new InAll(count);
}

/// <inheritdoc cref="Rhythm.Daily"/>
internal sealed record EachDay(bool WorkingOnly) : Rhythm;

/// <inheritdoc cref="Rhythm.Weekly"/>
internal sealed record EachWeek(int Count) : Rhythm;

/// <inheritdoc cref="Rhythm.EveryMonths"/>
internal sealed record EachSpan(int Months, int Number, int Count) : Rhythm;

/// <inheritdoc cref="Rhythm.Spread"/>
internal sealed record InAll(int Count) : Rhythm;
