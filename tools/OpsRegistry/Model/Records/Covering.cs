using OpsRegistry.Time;

namespace OpsRegistry.Model;

/// <summary>A record that says which days it is about; those days, not its own, say which span's duty it fulfils.</summary>
internal interface ICovering
{
    /// <summary>The days; null where it does not say.</summary>
    CoveredDays? Covers { get; }
}

internal sealed partial record ServiceReport : ICovering;

internal sealed partial record DefectAnalysis : ICovering;

internal sealed partial record CoveredDays
{
    /// <summary>The days; empty where they run backwards, which a rule reports.</summary>
    public DateSpan Days => DateSpan.Inclusive(From, Through);
}
