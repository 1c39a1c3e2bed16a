using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Sources;

namespace OpsRegistry.Rules.Proofs;

/// <summary>
/// A file lies among the evidence and no record names it. The record that it belongs to may be missing, or name another file.
/// </summary>
internal sealed class UnusedEvidence() : Rule("OPS705", new("没有记录引用的证明文件", "evidence that no record names"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(Registry registry)
    {
        var used = registry.Resources
            .Where(resource => resource.Spec is IProven)
            .SelectMany(resource => ((IProven)resource.Spec).Evidence.SelectMany(evidence => new[] { evidence.File, MissingEvidence.Below(evidence.File) ?? evidence.File }).Select(file => (resource.Metadata.Contract ?? "", file)))
            .ToHashSet();

        // What an unreadable record proves itself by is not known.
        var waiting = registry.Unread.Select(ContractFolders.NameIn).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var meant = MissingEvidence.Find(registry).Where(one => one.Meant is not null).Select(one => (one.Contract, one.Meant!)).ToHashSet();
        return
            from file in registry.EvidenceFiles
            where !used.Contains((file.Contract, file.File)) && !waiting.Contains(file.Contract) && !meant.Contains((file.Contract, file.File))
            select At(
                Place.StartOf(file.Path),
                new($"没有记录引用证明文件“{file.File}”", $"no record names the evidence '{file.File}'"),
                new("在所证明的记录中写明，或删除文件", "name it in the record that it proves, or remove it"));
    }
}
