using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Assessing;

/// <summary>A record that a term of a contract picked, and what it had to be for that.</summary>
/// <param name="Fact">The record.</param>
/// <param name="By">What it had to be.</param>
/// <param name="PricedBy">The fields that its points go by, beside those that picked it.</param>
internal sealed record MatchedFact(Fact Fact, RecordMatch By, params IReadOnlyList<string> PricedBy)
{
    /// <summary>Every field that decided, with what it had to hold and what it holds.</summary>
    public IReadOnlyList<MatchedField> Fields =>
    [
        .. By.Where.Select(condition => new MatchedField(condition.Key, condition.Value.Values, Fact.Values(condition.Key), Fact.PlaceOf(condition.Key))),
        .. PricedBy.Except(By.Where.Keys, StringComparer.Ordinal).Select(name => new MatchedField(name, [], Fact.Values(name), Fact.PlaceOf(name))),
    ];
}

/// <summary>A field that decided about a record.</summary>
/// <param name="Name">The field.</param>
/// <param name="Wanted">The values of which it had to hold one; none where the points go by it.</param>
/// <param name="Found">What it holds, as recorded or as measured.</param>
/// <param name="Place">Where the record says so; its name where measuring does.</param>
internal sealed record MatchedField(string Name, IReadOnlyList<string> Wanted, IReadOnlyList<string> Found, Place Place);
