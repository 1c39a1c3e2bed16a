using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.References;

/// <summary>
/// A file says that it belongs to another contract than the one whose folder it stands in, or to a contract although it stands
/// outside of all. It would be counted where its owner does not look.
/// </summary>
internal sealed class ContractDiffersFromFolder() : Rule("OPS204", new("所属合同与文件夹不一致", "contract differs from the folder's"), reach: Reach.File)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from resource in registry.Resources
        let path = resource.PathParts
        where path is not null && path.Contract != resource.Metadata.Contract
        select At(
            resource.Metadata.PlaceOf(nameof(Metadata.Contract)),
            new(
                $"文件写明属于合同“{resource.Metadata.Contract ?? "无"}”，却在“{path.Contract ?? "合同之外"}”的位置",
                $"file says that it belongs to contract '{resource.Metadata.Contract ?? "none"}' and stands under '{path.Contract ?? "none"}'"),
            new("改正 metadata.contract，或移动文件", "correct metadata.contract, or move the file")) with
        {
            Remedy = path.Contract is not null && resource.Metadata.Contract is not null ? new Remedy.Rewrite(resource.Metadata.PlaceOf(nameof(Metadata.Contract)), path.Contract) : null,
        };
}
