using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Records;

/// <summary>One thing that a record says was done, and when.</summary>
/// <param name="Of">The record.</param>
/// <param name="Property">The property that holds the time.</param>
/// <param name="At">When; null where the record does not say.</param>
/// <param name="Done">What was done: 报告, reported.</param>
internal readonly record struct Step(Spec Of, string Property, OffsetDateTime? At, Text Done)
{
    /// <summary>Where the time stands.</summary>
    public Place Place => Of.PlaceOf(Property);

    /// <summary>True where both times are known and the later step has the earlier time.</summary>
    public bool IsBefore(Step earlier) => At is { } own && earlier.At is { } other && own.ToInstant() < other.ToInstant();

    /// <summary>The two times at odds, e.g. 09:40 &lt; 10:05.</summary>
    public string Against(Step earlier) => $"{Shown.Show(At!.Value)} < {Shown.Show(earlier.At!.Value)}";
}
