using OpsRegistry.Interpreting;
using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Hygiene;

/// <summary>
/// An entry of the coverage begins before the one before it ends, or ends before it begins.
/// </summary>
public sealed class OverlappingCoverage : Rule
{
    /// <inheritdoc/>
    public override string Id => "OPS907";

    /// <inheritdoc/>
    public override Text Title => new("来源文件的行说明了两次", "lines of the source covered twice");

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let map = CoverageMap.Of(folder)
        where map is not null
        from entry in map.Overlaps
        select At(
            entry.PlaceOf(nameof(entry.From)),
            new($"第 {entry.From} 至 {entry.To} 行与前面的条目重叠，或起止颠倒", $"lines {entry.From} to {entry.To} overlap an entry before, or run backwards"),
            new("改正起止行", "correct the lines"));
}
