using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Verifying.History.Faults;

/// <summary>
/// A checkpoint bears a signature that none of the parties' keys made, or not over this commit: somebody moved it, or made it in another's name. Whoever rewrites
/// the history can move every tag that is not signed.
/// </summary>
internal sealed class CheckpointOfNobody() : HistoryRule("OPS726", new("检查点的签名无效", "checkpoint signed by nobody who is known"))
{
    public override IEnumerable<Finding> Check(BranchHistory history) =>
        from checkpoint in history.Keys.Count == 0 ? [] : history.Checkpoints
        from tag in new[] { checkpoint.Tag }.OfType<string>()
        let signed = history.Git.SignatureOf(tag)
        where signed is not null
        let day = BeijingTime.DateOf(signed.At)
        let verdicts = history.Keys.Where(key => key.MaySignOn(day)).Select(key => history.Signatures.Prove(signed.Statement, new() { Signer = key.Signer, Value = signed.Signature }, key.Key, ISealSignatures.ForGit)).ToList()
        where !verdicts.Contains(SignatureVerdict.Good)
        select verdicts.Contains(SignatureVerdict.CannotTell) ? throw new CannotProveException(new(
                "找不到 ssh-keygen，不能核验签名：请安装 OpenSSH（Debian：openssh-client）", "ssh-keygen is missing, so signatures cannot be proved: install OpenSSH (Debian package openssh-client)"))
            : new Finding(Info, checkpoint.Place,
                new($"检查点 {tag["refs/tags/".Length..]} 的签名不是各方任何一把有效公钥所签", $"the signature of {tag["refs/tags/".Length..]} is of none of the parties' keys in force"),
                new("与签署人核对这个标签；签署用的公钥写在 ops-registry/parties/ 的 signingKeys", "compare the tag with whoever signed it; the keys that sign stand under signingKeys in ops-registry/parties/"));
}
