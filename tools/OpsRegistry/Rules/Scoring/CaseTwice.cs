using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Scoring;

/// <summary>
/// Cases in two files of a contract's scenarios have the same id. What fails could not be told apart.
/// </summary>
internal sealed class CaseTwice() : Rule("OPS272", new("情形编号重复", "two cases with one id"))
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        from same in folder.Scenarios.SelectMany(file => file.Spec.Cases).GroupBy(one => one.Id, StringComparer.Ordinal)
        from other in same.Where(one => one.Place.Path != same.First().Place.Path)
        select At(
            other.PlaceOf(nameof(other.Id)),
            new($"情形“{other.Id}”已经有了", $"case '{other.Id}' is there already"),
            new("换一个编号", "give it another id"),
            new RelatedPlace(same.First().PlaceOf(nameof(other.Id)), new("第一次出现", "first")));
}
