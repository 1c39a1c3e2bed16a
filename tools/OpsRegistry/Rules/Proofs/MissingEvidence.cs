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
            let contract = resource.Metadata.Contract
            where contract is not null && !files.Contains((contract, evidence.File))
            select Below(evidence.File) is { } rest && files.Contains((contract, rest)) ? Prefixed(evidence, rest) : Missing(evidence);
    }

    private Finding Missing(Evidence evidence) => At(
        evidence.PlaceOf(nameof(evidence.File)),
        new($"证明文件“{evidence.File}”不存在", $"evidence file '{evidence.File}' does not exist"),
        new("把文件放到合同的 evidence/ 下，或改正文件名", "put the file under the contract's evidence/, or correct its name"));

    private Finding Prefixed(Evidence evidence, string rest) => At(
        evidence.PlaceOf(nameof(evidence.File)),
        new($"证明文件的路径“{evidence.File}”多写了 evidence/", $"the path '{evidence.File}' of the evidence says evidence/, which is understood"),
        new($"写作 {rest}", $"write {rest}")) with
    {
        Remedy = new Remedy.Rewrite(evidence.PlaceOf(nameof(evidence.File)), rest),
    };

    // A path is written from evidence/ on; whoever copies one from the folder's address has more of it.
    internal static string? Below(string file) => file.IndexOf("evidence/", StringComparison.Ordinal) is >= 0 and var at ? file[(at + "evidence/".Length)..] : null;
}
