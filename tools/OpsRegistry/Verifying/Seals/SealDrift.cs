using OpsRegistry.Assessing;
using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Reviewing;
using OpsRegistry.Sealing;
using OpsRegistry.Settling;
using OpsRegistry.Sources.Git;

namespace OpsRegistry.Verifying.Seals;

/// <summary>
/// What became of a sealed period since: its own records, judgements and proofs must be as they were or be explained by amendments; terms and
/// master data may have changed, as long as the sealed result does not.
/// </summary>
internal static class SealDrift
{
    /// <summary>What is wrong, and a note where amendments explain it.</summary>
    public static IReadOnlyList<Finding> Find(
        GitRepository git, (CommitInfo Commit, ContractFolder Folder) then, (CommitInfo Commit, ContractFolder Folder) now, Resource<Seal> seal, PeriodResult? today)
    {
        var findings = new List<Finding>();
        var amended = 0;
        var before = Closed(then.Folder, seal.Spec);
        var after = Closed(now.Folder, seal.Spec);
        foreach (var path in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            var old = before.GetValueOrDefault(path) ?? then.Folder.Resources.FirstOrDefault(resource => resource.Path == path);
            var current = after.GetValueOrDefault(path) ?? now.Folder.Resources.FirstOrDefault(resource => resource.Path == path);
            if (old?.Blob != current?.Blob && Explanation.Explain(old, current, now.Folder) is { } explanation)
            {
                amended += explanation.Amended ? 1 : 0;
                findings.AddRange(explanation.Amended ? [] : [Changed(seal, path, current, explanation.Fault!.Value)]);
            }
        }

        findings.AddRange(EvidenceFaults(git, then, now.Commit, seal));
        if (ResultFault(seal, today, amended, findings.Count > 0) is { } fault)
        {
            findings.Add(fault);
        }

        return findings;
    }

    private static Dictionary<string, Resource> Closed(ContractFolder folder, Seal seal) => folder.Resources
        .Where(resource => resource.Spec is RecordSpec record ? seal.Holds(record.OccurredOn) : resource.Spec is Judgement judgement && judgement.Period == seal.Period)
        .ToDictionary(resource => resource.Path, StringComparer.Ordinal);

    private static IEnumerable<Finding> EvidenceFaults(GitRepository git, (CommitInfo Commit, ContractFolder Folder) then, CommitInfo now, Resource<Seal> seal) =>
        from path in SealCoverage.EvidenceOf(then.Folder, seal.Spec.To).Except(SealCoverage.EvidenceOf(then.Folder, seal.Spec.From)).Order(StringComparer.Ordinal)
        let old = git.At(then.Commit, path)
        where old is not null && git.At(now, path) != old
        select Changed(seal, path, null, git.At(now, path) is null ? new Message("证明材料不见了", "the proof is gone").About("gone") : new Message("证明材料的字节或模式变了", "the proof's bytes or mode changed").About("changed"));

    private static Finding Changed(Resource<Seal> seal, string path, Resource? current, Message fault) =>
        new(SealRules.DriftWithoutAmendment, current?.Place ?? Place.StartOf(path),
            new Message($"周期 {seal.Spec.Period} 已封存，其后", $"period {seal.Spec.Period} is sealed, and since then ") + fault,
            new("恢复原样；确有错误的，在 amendments/ 写更正，由双方同意，差额在下一个未封存周期结算", "restore it; if it was wrong, write an amendment that both parties consent to, and settle the difference in the next open period"))
        { Related = [new(seal.Place, new("封存", "sealed"))] };

    private static Finding? ResultFault(Resource<Seal> seal, PeriodResult? today, int amended, bool explained)
    {
        // The period shows what the seal states; what the files make of it today stands beside it.
        var (score, amount) = (today?.Sealed?.Score, seal.Spec.Amount is null ? null : today?.Sealed?.Amount);
        var same = score == seal.Spec.Score && amount == seal.Spec.Amount;
        var difference = new Message(
            $"得分 {Points.Show(seal.Spec.Score)} → {Points.Show(score)}，扣减 {Yuan.Show(seal.Spec.Amount).Zh} → {Yuan.Show(amount).Zh} 元",
            $"score {Points.Show(seal.Spec.Score)} → {Points.Show(score)}, deduction {Yuan.Show(seal.Spec.Amount).En} → {Yuan.Show(amount).En} yuan");
        if (amended > 0)
        {
            return new(SealRules.AmendedAfterSeal, seal.Place,
                new Message($"封存后有 {amended} 份记录经双方同意更正", $"{English.Count(amended, "record")} amended with both parties' consent since")
                    + (same ? new("，结果不变", ", the result is the same") : new Message("：", ": ") + difference),
                new("差额在下一个未封存周期结算", "settle the difference in the next open period"));
        }

        return same || explained ? null : new(SealRules.ResultReached, seal.Place,
            new Message($"按今天的文件，周期 {seal.Spec.Period} 变为：", $"from the files of today period {seal.Spec.Period} would be: ") + difference,
            new("条款、主数据、日历和决定的改动应自以后的周期起生效：另建带生效日的版本文件", "let changes of terms, master data, calendars and decisions take effect from a later period: add a version file with its day"));
    }
}
