using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.References;

/// <summary>
/// A file belongs to a contract that has no <c>contract.yaml</c>. Nothing of such a folder is measured or scored.
/// </summary>
internal sealed class MissingContract() : Rule("OPS230", new("文件所属的合同不存在", "file of a contract that is not there"))
{
    public override IEnumerable<Finding> Check(Registry registry)
    {
        var known = registry.Contracts.Select(contract => contract.Name).ToHashSet(StringComparer.Ordinal);
        return
            from files in registry.Resources.Where(resource => resource.Metadata.Contract is { } name && !known.Contains(name) && !registry.IsUnreadContract(name)).GroupBy(resource => resource.Metadata.Contract)
            let first = files.First()
            let count = files.Count()
            select At(
                first.Metadata.PlaceOf(nameof(Metadata.Contract)),
                new($"没有名为“{files.Key}”的合同，却有 {count} 个文件属于它", $"no contract is called '{files.Key}', and {count} file{(count == 1 ? " belongs" : "s belong")} to it"),
                new("写出 contract.yaml，或改正 metadata.contract", "write its contract.yaml, or correct metadata.contract"));
    }
}
