using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Sealing;
using OpsRegistry.Settling;
using OpsRegistry.Sources.Git;
using OpsRegistry.Time;

namespace OpsRegistry.Verifying.Seals;

/// <summary>Proves the seals of a commit: each at the commit that it names, and then what became of its period since.</summary>
/// <param name="load">Loads the registry of a commit by the schemas that stand beside it.</param>
internal sealed class SealVerifier(GitRepository git, Func<CommitInfo, Loaded> load, ISealSignatures signatures)
{
    private readonly Dictionary<string, Registry> registries = new(StringComparer.Ordinal);

    /// <summary>Is told of every seal; null for nobody.</summary>
    public IVerifySteps? Steps { get; init; }

    /// <summary>What is wrong with the seals of a commit.</summary>
    /// <exception cref="MissingObjectException">The repository does not hold a file's bytes.</exception>
    public SealReport Verify(CommitInfo head)
    {
        var registry = RegistryOf(head);
        var findings = Unreadable(registry).ToList();
        var proved = 0;
        Steps?.Expect(registry.Of<Seal>().Count());
        foreach (var folder in registry.Contracts)
        {
            var seals = SealedPeriods.Collect(folder).Seals;
            for (var index = 0; index < seals.Count; index++)
            {
                findings.AddRange(Verify(head, folder, seals[index], index == 0 ? null : seals[index - 1]));
                proved++;
                Steps?.Advance($"{folder.Name} {seals[index].Spec.Period}");
            }
        }

        return new(proved, FindingOrder.Sorted(findings));
    }

    /// <summary>A seal that cannot be read proves nothing, and must not be passed over.</summary>
    private static IEnumerable<Finding> Unreadable(Registry registry) =>
        from path in registry.Unread
        where Kinds.Of<Seal>().MatchPath(path) is not null
        select new Finding(SealRules.SealEdited, Place.StartOf(path), new("封存文件不能读取", "the seal cannot be read"), new("恢复封存文件的原始内容；./opsreg check 指出哪里不对", "restore the seal as it was made; ./opsreg check says what is wrong"));

    private IEnumerable<Finding> Verify(CommitInfo head, ContractFolder today, Resource<Seal> seal, Resource<Seal>? previous)
    {
        if (SealStatement.DigestOf(today.Name, seal.Spec) is var digest && digest != seal.Spec.Digest)
        {
            yield return At(SealRules.SealEdited, seal, nameof(Seal.Digest),
                new($"封存内容的摘要是 {digest}，文件写的是 {seal.Spec.Digest}", $"what the seal states has the digest {digest}, the file says {seal.Spec.Digest}"),
                new("恢复封存文件的原始内容", "restore the seal as it was made"));
        }

        foreach (var finding in ChainFaults(today, seal, previous))
        {
            yield return finding;
        }

        if (!git.Holds(head, seal.Spec.Commit) || git.Resolve(seal.Spec.Commit) is not { } commit)
        {
            yield return At(SealRules.SealedCommitLost, seal, nameof(Seal.Commit),
                new($"提交 {seal.Spec.Commit[..12]} 不是当前分支的祖先：封存后历史被改写，或封存取自别处", $"commit {seal.Spec.Commit[..12]} is no ancestor of this branch: history was rewritten after sealing, or the seal comes from elsewhere"),
                new("找回原来的历史（原推送者、镜像、备份），并查明谁强制推送", "recover the old history from whoever pushed it, a mirror or a backup, and find out who forced the push"));
            yield break;
        }

        var then = RegistryOf(commit);
        if (then.ContractNamed(today.Name) is not { } folder || ResultOf(then, folder, seal.Spec) is not { } result)
        {
            yield return At(SealRules.RootDiffers, seal, nameof(Seal.Commit),
                new($"提交 {commit.Short} 里没有这份合同的周期 {seal.Spec.Period}", $"commit {commit.Short} has no period {seal.Spec.Period} of this contract"),
                new("封存不属于这个提交：恢复封存文件的原始内容", "the seal does not belong to this commit: restore it as it was made"));
            yield break;
        }

        var made = SealBuilder.Build(git, commit, folder, result, seal.Spec.Tool);
        var faults = new[] { SignatureFault(then, folder, seal), RootFault(seal, made), ResultFault(seal, made) };
        var drift = SealDrift.Find(git, (commit, folder), (head, today), seal, ResultOf(RegistryOf(head), today, seal.Spec));
        foreach (var finding in faults.OfType<Finding>().Concat(drift))
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> ChainFaults(ContractFolder today, Resource<Seal> seal, Resource<Seal>? previous)
    {
        if (seal.Spec.Previous != previous?.Spec.Digest)
        {
            yield return At(SealRules.BrokenChain, seal, nameof(Seal.Previous),
                new($"本封存接在 {Shown(seal.Spec.Previous).Zh} 之后，前一封存是 {Shown(previous?.Spec.Digest).Zh}", $"this seal follows on {Shown(seal.Spec.Previous).En}, and the seal before it is {Shown(previous?.Spec.Digest).En}"),
                new("恢复被改动或删除的前一封存", "restore the seal before it, which was changed or taken away"));
        }

        var start = previous?.Spec.To ?? today.Terms.Term.Start;
        if (seal.Spec.From != start)
        {
            yield return At(SealRules.BrokenChain, seal, nameof(Seal.From),
                new($"封存从 {seal.Spec.From:uuuu-MM-dd} 开始，前面封存到 {start:uuuu-MM-dd}", $"the seal begins on {seal.Spec.From:uuuu-MM-dd}, and what is sealed before it ends on {start:uuuu-MM-dd}"),
                new("按次序封存每个周期", "seal every period in order"));
        }
    }

    private Finding? SignatureFault(Registry then, ContractFolder folder, Resource<Seal> seal)
    {
        var day = BeijingTime.DateEndingAt(seal.Spec.AsOf.ToInstant());
        var keys = then.Of<Organization>().Where(party => party.Name == folder.Terms.Purchaser).SelectMany(party => party.Spec.SigningKeys).ToList();
        if (seal.Spec.Signature is not { } signature)
        {
            return keys.Count == 0 ? null : At(SealRules.UnsignedSeal, seal, nameof(Seal.Digest),
                new($"采购人“{folder.Terms.Purchaser}”有 {keys.Count} 把签名公钥，封存没有签名", $"purchaser '{folder.Terms.Purchaser}' has {English.Count(keys.Count, "signing key")}, and nobody signed the seal"),
                new("封存时用 ./opsreg seal … --sign-key 签名", "sign when sealing: ./opsreg seal … --sign-key"));
        }

        var statement = SealStatement.Write(folder.Name, seal.Spec);
        var verdicts = keys.Where(key => key.Signer == signature.Signer && key.MaySignOn(day)).Select(key => signatures.Prove(statement, signature, key.Key)).ToList();
        return verdicts.Contains(SignatureVerdict.Good) ? null
            : verdicts.Contains(SignatureVerdict.CannotTell) ? throw new CannotProveException(new(
                "找不到 ssh-keygen，不能核验签名：请安装 OpenSSH（Debian：openssh-client）", "ssh-keygen is missing, so signatures cannot be proved: install OpenSSH (Debian package openssh-client)"))
            : At(SealRules.BadSignature, seal, nameof(Seal.Signature),
                verdicts.Count == 0
                    ? new($"封存时采购人的文件里没有“{signature.Signer}”的有效公钥", $"the purchaser's file had no valid key of '{signature.Signer}' when this was sealed")
                    : new($"“{signature.Signer}”的公钥不能证明这个签名", $"no key of '{signature.Signer}' proves this signature"),
                new("由采购人的签名人在封存的提交上重新核对", "let the purchaser's signer compare it with the sealed commit"));
    }

    private static Finding? RootFault(Resource<Seal> seal, Seal made)
    {
        var sealedParts = seal.Spec.Parts.ToDictionary(part => part.Id, part => (part.Files, part.Root), StringComparer.Ordinal);
        var madeParts = made.Parts.ToDictionary(part => part.Id, part => (part.Files, part.Root), StringComparer.Ordinal);
        var different = sealedParts.Keys.Union(madeParts.Keys).Where(id => !sealedParts.TryGetValue(id, out var one) || !madeParts.TryGetValue(id, out var other) || one != other).ToList();
        return made.Root == seal.Spec.Root && made.Files == seal.Spec.Files && different.Count == 0 ? null : At(SealRules.RootDiffers, seal, nameof(Seal.Root),
            new($"提交 {seal.Spec.Commit[..12]} 的根摘要是 {made.Root}（{made.Files} 个文件），不同的部分：{string.Join("、", different)}", $"the files of commit {seal.Spec.Commit[..12]} have the root {made.Root} ({made.Files} files); parts that differ: {string.Join(", ", different)}"),
            new("封存不属于这个提交：恢复封存文件的原始内容", "the seal does not belong to this commit: restore it as it was made"));
    }

    private static Finding? ResultFault(Resource<Seal> seal, Seal made)
    {
        var differences = SealDifferences.Compare(seal.Spec, made);
        return differences.Count == 0 ? null : At(SealRules.ResultDiffers, seal, nameof(Seal.Score),
            Message.Join(new("；", "; "), differences),
            new($"用封存时的工具版本 {seal.Spec.Tool} 再算一次；仍不同的，封存结果不可信", $"compute it again with tool version {seal.Spec.Tool}, which made the seal; if it still differs, the sealed result cannot be trusted"));
    }

    private static PeriodResult? ResultOf(Registry registry, ContractFolder folder, Seal seal) =>
        ContractRunner.Run(folder, Calendars.For(registry, folder.Terms.Purchaser), seal.AsOf.ToInstant()).Periods.FirstOrDefault(period => period.Period.Id == seal.Period);

    private Registry RegistryOf(CommitInfo commit)
    {
        if (!registries.TryGetValue(commit.Id, out var registry))
        {
            registries[commit.Id] = registry = load(commit).Registry;
        }

        return registry;
    }

    private static Text Shown(string? digest) => digest is null ? new("（无）", "nothing") : Text.Same(digest[..12]);

    private static Finding At(RuleInfo rule, Resource<Seal> seal, string property, Message message, Text help) => new(rule, seal.Spec.PlaceOf(property), message, help);
}

/// <summary>What verifying seals gives.</summary>
/// <param name="Seals">How many seals there are.</param>
/// <param name="Findings">What is wrong, ordered.</param>
internal sealed record SealReport(int Seals, IReadOnlyList<Finding> Findings);
