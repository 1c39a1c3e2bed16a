using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Proofs;

/// <summary>
/// A record's proof has other bytes than those the record names by their SHA-256. The file was changed after the record was written, or it is another file.
/// </summary>
internal sealed class ChangedEvidence() : Rule("OPS702", new("证明文件与摘要不符", "evidence file differs from its hash"))
{
    public override IEnumerable<Finding> Check(Registry registry)
    {
        var files = registry.EvidenceFiles.ToDictionary(file => (file.Contract, file.File));
        return
            from resource in registry.Resources
            where resource.Spec is IProven
            from evidence in ((IProven)resource.Spec).Evidence
            let found = files.GetValueOrDefault((resource.Metadata.Contract ?? "", evidence.File))
            where found is not null && (found.IsPointer || found.Sha256 != evidence.Sha256)
            select found.IsPointer ? Pointer(evidence) : Changed(evidence, found.Sha256);
    }

    private Finding Changed(Evidence evidence, string found) => At(
        evidence.PlaceOf(nameof(evidence.Sha256)),
        new(
            $"“{evidence.File}”的摘要是 {found[..12]}…，记录写 {evidence.Sha256[..12]}…",
            $"'{evidence.File}' has the hash {found[..12]}…, and the record says {evidence.Sha256[..12]}…"),
        new($"恢复原文件；如确为更正，把摘要改为 {found}", $"restore the file; if it was corrected, write {found}")) with
    {
        Remedy = new Remedy.Rewrite(evidence.PlaceOf(nameof(evidence.Sha256)), found),
    };

    private Finding Pointer(Evidence evidence) => At(
        evidence.PlaceOf(nameof(evidence.File)),
        new($"“{evidence.File}”是 Git LFS 的指针，不是证明文件本身", $"'{evidence.File}' is a pointer of Git LFS and not the proof itself"),
        new("运行 git lfs pull 取回原文件；登记库的证明材料直接提交，不用 LFS", "run git lfs pull to fetch the file; evidence of a registry is committed as it is, without LFS"));
}
