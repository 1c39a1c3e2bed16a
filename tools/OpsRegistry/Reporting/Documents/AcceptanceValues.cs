using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;
using OpsRegistry.Reporting.Workbooks.Sheets;
using OpsRegistry.Settling;
using OpsRegistry.Templates.Values;

namespace OpsRegistry.Reporting.Documents;

/// <summary>The values of the summary that an acceptance rests on: the service report of the whole term, with points and money.</summary>
internal static class AcceptanceValues
{
    public static AcceptanceDocument Fill(DocumentBasis basis, ContractResult result)
    {
        var service = ServiceReportValues.Fill(basis);
        var account = result.Settlement;
        return new(DocumentHeads.Of(basis, basis.Facts))
        {
            Period = service.Period,
            From = service.From,
            Through = service.Through,
            RunsNotice = service.RunsNotice,
            Service = service.Service,
            Counts = service.Counts,
            IncidentLevels = service.IncidentLevels,
            Incidents = service.Incidents,
            InspectionCount = service.InspectionCount,
            ItemCount = service.ItemCount,
            AbnormalCount = service.AbnormalCount,
            Abnormal = service.Abnormal,
            RequestTypes = service.RequestTypes,
            Changes = service.Changes,
            Security = service.Security,
            Activities = service.Activities,
            Personnel = service.Personnel,
            Posts = service.Posts,
            Reports = service.Reports,
            Duties = service.Duties,
            Targets = service.Targets,
            Missed = service.Missed,
            Scores = basis.Folder.IsScored ? result.Periods.Select(Score).ToList() : [],
            Deducted = basis.Folder.IsScored ? Yuan.Show(account.AfterCap).Zh : "合同没有扣款条款",
            DeductedInCapitals = basis.Folder.IsScored && account.AfterCap is { } amount ? ChineseAmount.InCapitals(amount) : "",
            Tranches = account.Tranches.Select(Tranche).ToList(),
            Commitments = basis.Folder.Terms.Commitments.Select(commitment => Commitment(basis, commitment)).ToList(),
            ExitTriggers = basis.Folder.Terms.ExitTriggers.Select(trigger => Trigger(basis, trigger)).ToList(),
            Acceptances = DocumentWords.Records(basis, basis.Measurement.Facts.Where(fact => fact.Record is Acceptance)),
            Undecided = result.Periods.SelectMany(period => period.NeedsDecision.Select(row => (period.Period.Id, row.Interpretation)))
                .Select(pair => new CountValues { Title = pair.Interpretation.Key, Count = pair.Id, Remark = pair.Interpretation.Question.Zh })
                .ToList(),
        };
    }

    private static ScoreValues Score(PeriodResult period) => new()
    {
        Period = period.Period.Id,
        Days = Words.DaysOf(period.Period),
        Score = DocumentWords.Score(period.Assessment.Total) + RangeWords.OfPoints(period.Score).Zh,
        Band = period.Assessment.Band?.Title.Zh ?? DocumentWords.Nothing,
        Deduction = Yuan.Show(period.Settlement.Total).Zh + RangeWords.OfYuan(period.Deducted).Zh,
        State = period.Assessment.State.Title().Zh,
    };

    private static TrancheValues Tranche(TrancheState state) => new()
    {
        Title = $"{state.Terms.Title.Zh}（{Assessing.Points.Plain(state.Terms.Share * 100)}%）",
        Amount = Yuan.Show(state.Amount).Zh,
        Deducted = Yuan.Show(state.Deducted).Zh,
        Payable = Yuan.Show(state.Payable).Zh,
        Paid = Yuan.Show(state.Paid).Zh,
        Waiting = DocumentWords.Joined(state.Waiting.Select(trigger => trigger.Title().Zh)),
    };

    private static CommitmentValues Commitment(DocumentBasis basis, Commitment commitment)
    {
        var last = basis.Measurement.Facts.Select(fact => fact.Record).OfType<CommitmentStatus>().LastOrDefault(status => status.Commitment == commitment.Id);
        return new()
        {
            Title = commitment.Title.Zh,
            State = last is null ? "未查验" : last.State.Title().Zh,
            Remark = last is null ? DocumentWords.Nothing : $"{Words.Show(last.AssessedOn)}{(last.Remark is { } remark ? $"，{remark}" : "")}",
        };
    }

    private static CountValues Trigger(DocumentBasis basis, ExitTrigger trigger)
    {
        var row = TriggerRow.Of(trigger, basis.Measurement, basis.Period);
        var records = row is { Facts: null, Duties: null } ? null
            : (row.Facts ?? []).Select(fact => fact.Resource.Name).Concat((row.Duties ?? []).Select(duty => $"{duty.Obligation.Title.Zh}：{duty.State.Title().Zh}")).ToList();
        return new()
        {
            Title = trigger.Title.Zh,
            Count = records is null ? DocumentWords.Nothing : DocumentWords.Count(records.Count),
            Remark = records is null ? "只能由人判断" : DocumentWords.Joined(records),
        };
    }
}
