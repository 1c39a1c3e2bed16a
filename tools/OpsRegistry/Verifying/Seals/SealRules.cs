using OpsRegistry.Loading;

namespace OpsRegistry.Verifying.Seals;

/// <summary>What can be wrong with a seal, or with what became of a sealed period.</summary>
internal static class SealRules
{
    /// <summary>
    /// A seal's digest does not fit what the seal states: a score, an amount, a root or another value was edited after the seal was made.
    /// </summary>
    public static readonly RuleInfo SealEdited = new("OPS741", nameof(SealEdited), new("封存内容与摘要不符", "seal edited after it was made"), Severity.Error);

    /// <summary>
    /// A seal does not follow on the seal of the period before: that one was taken away, made again or put in another's place, or a period between
    /// them was never sealed.
    /// </summary>
    public static readonly RuleInfo BrokenChain = new("OPS742", nameof(BrokenChain), new("封存链断开", "broken chain of seals"), Severity.Error);

    /// <summary>
    /// The purchaser's file has keys to sign seals with, and this seal bears no signature. Anyone who can write files can make such a seal.
    /// </summary>
    public static readonly RuleInfo UnsignedSeal = new("OPS743", nameof(UnsignedSeal), new("封存没有签名", "seal without signature"), Severity.Warning);

    /// <summary>
    /// A seal's signature was not made with a key that the purchaser's file had at the sealed commit for that person and day, or was made over
    /// something else.
    /// </summary>
    public static readonly RuleInfo BadSignature = new("OPS744", nameof(BadSignature), new("封存签名无效", "signature that proves nothing"), Severity.Error);

    /// <summary>
    /// The commit that a seal names is not in the history of the branch: history was rewritten after sealing, or the seal was made elsewhere.
    /// </summary>
    public static readonly RuleInfo SealedCommitLost = new("OPS745", nameof(SealedCommitLost), new("封存的提交不在历史中", "sealed commit is not in history"), Severity.Error);

    /// <summary>
    /// The files of the sealed commit do not have the root that the seal gives: the seal does not belong to this commit, or it was made up.
    /// </summary>
    public static readonly RuleInfo RootDiffers = new("OPS746", nameof(RootDiffers), new("封存的根摘要不符", "files differ from the sealed root"), Severity.Error);

    /// <summary>
    /// Computed again at the sealed commit, the period has another score, grade or amount than the seal gives.
    /// </summary>
    public static readonly RuleInfo ResultDiffers = new("OPS747", nameof(ResultDiffers), new("封存的结果不能重现", "sealed result cannot be computed again"), Severity.Error);

    /// <summary>
    /// A record, a judgement or a proof of a sealed period was changed, removed or added since, and no amendment that both parties consent to
    /// says so.
    /// </summary>
    public static readonly RuleInfo DriftWithoutAmendment = new("OPS748", nameof(DriftWithoutAmendment), new("封存后改动了该周期", "sealed period changed without an amendment"), Severity.Error);

    /// <summary>
    /// From the files of today the sealed period would have another result, and no record of the period explains it: terms, master data,
    /// calendars or decisions were changed in a way that reaches back.
    /// </summary>
    public static readonly RuleInfo ResultReached = new("OPS749", nameof(ResultReached), new("后来的改动影响了已封存的结果", "later change reaches back into a sealed result"), Severity.Error);

    /// <summary>
    /// Amendments corrected records of a sealed period. The seal stands; what they change is settled in the next open period.
    /// </summary>
    public static readonly RuleInfo AmendedAfterSeal = new("OPS750", nameof(AmendedAfterSeal), new("封存后有更正", "amended after sealing"), Severity.Note);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } =
        [SealEdited, BrokenChain, UnsignedSeal, BadSignature, SealedCommitLost, RootDiffers, ResultDiffers, DriftWithoutAmendment, ResultReached, AmendedAfterSeal];
}
