namespace OpsRegistry.Model;

internal sealed partial record Scorecard
{
    /// <summary>Every indicator in the order of the form.</summary>
    public IEnumerable<Indicator> Indicators => Groups.SelectMany(group => group.Indicators);
}
