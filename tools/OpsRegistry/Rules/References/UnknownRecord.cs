using System.Collections.Frozen;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.References;

/// <summary>
/// A file names a file of a kind that no other rule speaks of, and it is not there: a meeting the knowledge entry that it asked for, an entry
/// the one that it replaces. Whoever follows the name finds nothing.
/// </summary>
internal sealed class UnknownRecord() : UnknownReference("OPS236", new("引用了不存在的文件", "reference to a file that is not there"), kind: null)
{
    /// <summary>Where a contract's files stand that others can name.</summary>
    private const string Folder = "ops-registry/contracts/{contract}/";

    private readonly Lazy<FrozenSet<string>> kinds = new(() => Kinds.All
        .Where(one => one.PathPattern.StartsWith(Folder, StringComparison.Ordinal) && one.PathPattern.Contains("{name}", StringComparison.Ordinal))
        .Select(one => one.Name)
        .Except(RuleCatalog.All.OfType<UnknownReference>().Select(rule => rule.Kind).OfType<string>(), StringComparer.Ordinal)
        .ToFrozenSet(StringComparer.Ordinal));

    protected override bool IsOf(string named) => kinds.Value.Contains(named);
}
