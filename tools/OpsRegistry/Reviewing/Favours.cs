using OpsRegistry.Assessing;
using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reviewing.Policies;
using OpsRegistry.Settling;

namespace OpsRegistry.Reviewing;

/// <summary>
/// What a change makes better for the party that makes it: a vendor's own record that raises its score, lowers a deduction, turns a missed limit or duty into
/// another outcome, or takes a warning away. It may well be right, a duty fulfilled in time for one; nobody but the purchaser says so.
/// </summary>
internal static class Favours
{
    /// <summary>The questions, none where the change is not made by an account that speaks for the vendor alone.</summary>
    public static IEnumerable<ReviewQuestion> Ask(RegistryChange change, IReadOnlyList<PeriodChange> periods, IReadOnlyList<FactChange> facts, FindingDifference findings)
    {
        foreach (var period in periods.Where(period => IsVendors(change, period.Contract)))
        {
            var where = $"{period.Contract} {period.Period.Id}";
            if (period.Before is { } before && period.After is { } after && IsBetter(before, after))
            {
                yield return new(QuestionKind.Favour, new(
                    $"{where}：得分由 {Points.Show(before.Assessment.Total)} 变为 {Points.Show(after.Assessment.Total)}，扣款由 {Yuan.Show(before.Settlement.Total).Zh} 变为 {Yuan.Show(after.Settlement.Total).Zh}，对提交的一方有利：凭据是否可信",
                    $"{where}: the score goes from {Points.Show(before.Assessment.Total)} to {Points.Show(after.Assessment.Total)}, the deduction from {Yuan.Show(before.Settlement.Total).En} to {Yuan.Show(after.Settlement.Total).En}, in favour of whoever submits it: is the proof believed?"), null);
            }
        }

        foreach (var better in facts.Where(fact => IsVendors(change, fact.Contract) && IsMissed(fact.Before) && !IsMissed(fact.After)).GroupBy(fact => (fact.Contract, fact.Period)))
        {
            var (where, first) = ($"{better.Key.Contract} {better.Key.Period}", better.First());
            yield return new(QuestionKind.Favour, new(
                $"{where}：{better.Count()} 项不再是未达标或缺少，如“{first.Title.Zh}”（{first.Name}）：凭据是否可信",
                $"{where}: {better.Count()} limits or duties are missed no longer, such as '{first.Title.En}' ({first.Name}): is the proof believed?"), null);
        }

        var gone = findings.Fixed.Where(finding => finding.Rule.Severity != Severity.Note && IsVendors(change, TouchedArea.Find(finding.Place.Path, change.Before.Registry).Contract)).ToList();
        if (gone.Count > 0)
        {
            yield return new(QuestionKind.Favour, new(
                $"{gone.Count} 处问题不再出现，如 {gone[0].Rule.Id}“{gone[0].Message.Zh}”：改得是否属实",
                $"{gone.Count} findings are gone, such as {gone[0].Rule.Id} '{gone[0].Message.En}': is what mends them true?"), gone[0].Place);
        }
    }

    private static bool IsVendors(RegistryChange change, string? contract) => RightsInForce.SpeaksOnlyAs(GrantRole.Vendor, change, contract);

    /// <summary>True for a higher score, and for a lower deduction; one that is to be agreed on because the score fell is no better.</summary>
    private static bool IsBetter(PeriodResult before, PeriodResult after) =>
        IsHigher(before.Assessment.Total, after.Assessment.Total)
        || (IsHigher(-before.Settlement.Total, -after.Settlement.Total) && !(after.Settlement.Total is null && after.Assessment.Total < before.Assessment.Total));

    /// <summary>True for more than before, and where what was known is unknown now: what nobody knows is not deducted either.</summary>
    private static bool IsHigher(decimal? before, decimal? after) => before is { } known && (after is null || after > known);

    private static bool IsMissed(FactState? state) => state is FactState.OfLimit { State: TargetState.Missed } or FactState.OfDuty { State: OccurrenceState.Missing or OccurrenceState.Late };
}
