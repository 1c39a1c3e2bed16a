using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Proofs;

/// <summary>
/// A record names a file as its proof and there is no such file. A proof that cannot be opened is none.
/// </summary>
internal sealed class MissingEvidence() : Rule("OPS701", new("证明文件不存在", "evidence file missing"))
{
    public override IEnumerable<Finding> Check(Registry registry)
    {
        var files = registry.EvidenceFiles.Select(file => (file.Contract, file.File)).ToHashSet();
        return
            from resource in registry.Resources
            where resource.Spec is IProven
            from evidence in ((IProven)resource.Spec).Evidence
            where resource.Metadata.Contract is { } contract && !files.Contains((contract, evidence.File))
            select At(
                evidence.PlaceOf(nameof(evidence.File)),
                new($"证明文件“{evidence.File}”不存在", $"evidence file '{evidence.File}' does not exist"),
                new("把文件放到合同的 evidence/ 下，或改正文件名", "put the file under the contract's evidence/, or correct its name"));
    }
}
