namespace OpsRegistry.Model;

internal sealed partial record AggregateTerms
{
    /// <summary>True where the figure is a length of time: a mean or the longest of a target's clock.</summary>
    public bool IsLength => Target is not null && Measure is AggregateMeasure.Mean or AggregateMeasure.Maximum;

    /// <summary>The most that the figure may be, in seconds where it is a length; null where there is no such limit or it means nothing.</summary>
    public decimal? Most => LimitIn(AtMost);

    /// <summary>The least that the figure may be; null where there is no such limit or it means nothing.</summary>
    public decimal? Least => LimitIn(AtLeast);

    /// <summary>True where a limit is written in the form that the figure has.</summary>
    public bool Understands(string limit) => LimitIn(limit) is not null;

    /// <summary>A limit as a number, of seconds where the figure is a length; null for none and for one in another form.</summary>
    public decimal? LimitIn(string? limit) => limit is null ? null
        : IsLength ? SecondsIn(limit)
        : decimal.TryParse(limit, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static decimal? SecondsIn(string text) =>
        NodaTime.Text.PeriodPattern.NormalizingIso.Parse(text) is { Success: true, Value: { Months: 0, Years: 0 } period } ? period.ToDuration().ToInt64Nanoseconds() / 1_000_000_000m : null;
}
