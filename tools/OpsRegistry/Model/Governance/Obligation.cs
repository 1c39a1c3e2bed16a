namespace OpsRegistry.Model;

internal sealed partial record Obligation
{
    /// <summary>The records that it is fulfilled by, alternatives and groups alike.</summary>
    public IEnumerable<RecordMatch> Fulfilling => FulfilledBy.Concat(FulfilledByGroup.SelectMany(alternative => alternative.All));

    /// <summary>The records that it is fulfilled by, and those that call for it.</summary>
    public IEnumerable<RecordMatch> Matches => Recurrence.Calls is { } calls ? Fulfilling.Append(calls) : Fulfilling;
}
