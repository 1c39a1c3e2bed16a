using OpsRegistry.Loading;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>
/// A request brings more evidence, or larger files, than the registry allows. Nobody looks through thousands of files, and what is merged stays in
/// every clone for ever.
/// </summary>
internal sealed class EvidenceBeyondLimits() : PolicyRule("OPS657", new("证明材料超过限额", "evidence beyond the limits"))
{
    public override IEnumerable<Finding> Check(RegistryChange change)
    {
        var (_, largest, mostFiles, mostTogether) = EvidenceLimit.InForce(change);
        var brought = EvidenceLimit.Brought(change).ToList();
        foreach (var (file, evidence) in brought.Where(one => one.Evidence?.Size > largest * EvidenceLimit.Megabyte))
        {
            yield return At(
                file,
                new($"文件有 {Megabytes(evidence!.Size)} MB，单个最多 {largest} MB", $"the file has {Megabytes(evidence!.Size)} MB, and one may have {largest}"),
                new("压缩后再提交，或分成几个文件", "compress it, or split it into several files"));
        }

        if (brought.Count > mostFiles)
        {
            yield return At(
                brought[mostFiles].File,
                new($"这次带来 {brought.Count} 个证明材料，最多 {mostFiles} 个", $"{brought.Count} files of evidence come at once, and {mostFiles} may"),
                new("分几次提交，或打成压缩包；限额见 ops-registry/registry.yaml 的 evidenceLimits", "send them in several requests, or in an archive; the limits stand under evidenceLimits in ops-registry/registry.yaml"));
        }

        if (brought.Sum(one => one.Evidence?.Size ?? 0) is var together && together > mostTogether * EvidenceLimit.Megabyte)
        {
            yield return At(
                brought[0].File,
                new($"这次的证明材料共 {Megabytes(together)} MB，最多 {mostTogether} MB", $"the evidence has {Megabytes(together)} MB together, and may have {mostTogether}"),
                new("分几次提交，或压缩后提交；限额见 ops-registry/registry.yaml 的 evidenceLimits", "send it in several requests, or compressed; the limits stand under evidenceLimits in ops-registry/registry.yaml"));
        }
    }

    private static string Megabytes(long bytes) => ((decimal)bytes / EvidenceLimit.Megabyte).ToString("0.0", CultureInfo.InvariantCulture);
}
