using OpsRegistry.Loading;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.Proofs;

/// <summary>
/// A record names a file as its proof and there is no such file. A proof that cannot be opened is none.
/// </summary>
internal sealed class MissingEvidence() : Rule("OPS701", new("证明文件不存在", "evidence file missing"))
{
    private const string Folder = "evidence/";

    public override IEnumerable<Finding> Check(Registry registry) =>
        from missing in Find(registry)
        let place = missing.Evidence.PlaceOf(nameof(Evidence.File))
        let written = missing.Evidence.File
        select At(
            place,
            new($"证明文件“{written}”不存在", $"evidence file '{written}' does not exist"),
            missing.Meant is null ? new("把文件放到合同的 evidence/ 下，或改正文件名", "put the file under the contract's evidence/, or correct its name")
            : Below(written) == missing.Meant ? new($"路径从 evidence/ 之下写起：{missing.Meant}", $"leave out evidence/: write {missing.Meant}")
            : new($"是否指“{missing.Meant}”？", $"did you mean '{missing.Meant}'?")) with
        {
            Remedy = missing.Meant is { } meant && Below(written) == meant ? new Remedy.Rewrite(place, meant) : null,
        };

    /// <summary>The proofs that are named and not there, each with the file that was probably meant.</summary>
    internal static IEnumerable<(string Contract, Evidence Evidence, string? Meant)> Find(Registry registry)
    {
        var files = registry.EvidenceFiles.ToLookup(file => file.Contract, file => file.File, StringComparer.Ordinal);
        return
            from resource in registry.Resources
            where resource.Spec is IProven
            let contract = resource.Metadata.Contract ?? ""
            where contract.Length > 0
            let known = files[contract]
            from evidence in ((IProven)resource.Spec).Evidence
            where !known.Contains(evidence.File, StringComparer.Ordinal)
            let below = Below(evidence.File) ?? evidence.File
            select (contract, evidence, known.Contains(below, StringComparer.Ordinal) ? below : Nearest.To(evidence.File, known));
    }

    // A path is written from evidence/ on; whoever copies one from the folder's address has more of it.
    internal static string? Below(string file) => file.IndexOf(Folder, StringComparison.Ordinal) is >= 0 and var at ? file[(at + Folder.Length)..] : null;
}
