using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Settling;

/// <summary>Finds what could still move a period's result, the dearest to find out last.</summary>
internal static class OpenPoints
{
    /// <summary>What is open at the result's cut-off.</summary>
    public static IEnumerable<OpenPoint> Of(PeriodResult result) =>
        Disputes(result).Concat(Judgements(result)).Concat(Limits(result)).Concat(Determinations(result)).Concat(Readings(result));

    private static IEnumerable<OpenPoint> Disputes(PeriodResult result) =>
        from dispute in result.Disputed?.Open ?? []
        let raised = Day(dispute.Dispute.Spec.DisputedOn)
        select new OpenPoint(
            OpenPointKind.Dispute,
            new($"{dispute.Dispute.Name}（{raised} 提出，{dispute.Dispute.Spec.Deduction}）尚未裁定", $"{dispute.Dispute.Name}, raised {raised} on {dispute.Dispute.Spec.Deduction}, is not ruled on"),
            Owner.Purchaser,
            null,
            new OpenSubject.OfDispute(dispute),
            new(() => Moves.Of(result.Assessment, [(result.Disputed!.Assessment.Total, result.Disputed.Settlement.Total)])));

    private static IEnumerable<OpenPoint> Judgements(PeriodResult result) =>
        from line in result.Assessment.Indicators
        where line.Undetermined is not null
        let why = line.Undetermined!.Value.Title()
        select new OpenPoint(
            OpenPointKind.JudgementWanted,
            new($"{line.Indicator.Id} {line.Indicator.Title.Zh}：{why.Zh}", $"{line.Indicator.Id} {line.Indicator.Title.En}: {why.En}"),
            Owner.Purchaser,
            null,
            new OpenSubject.OfIndicator(line.Indicator),
            new(() => new Moves(null, null, null, null)));

    private static IEnumerable<OpenPoint> Limits(PeriodResult result) =>
        from limit in result.Assessment.Measurement.TargetsIn(result.Period)
        where limit is { State: TargetState.Pending, Due: not null }
        let due = BeijingTime.DateEndingAt(limit.Due!.Value)
        let stake = Stake.OfComing(result.Assessment, PointLoss.OfTarget(result.Assessment, limit))
        select new OpenPoint(
            limit.Target.Metric == Metric.Report ? OpenPointKind.ReportAwaited : OpenPointKind.LimitPending,
            new($"{limit.Resource.Name}：{limit.Target.Title.Zh}，{Day(due)} 到期", $"{limit.Resource.Name}: {limit.Target.Title.En}, due {Day(due)}"),
            limit.Target.Metric == Metric.AcceptanceDecision ? Owner.Purchaser : Owner.Vendor,
            due,
            new OpenSubject.OfRecord(limit.Resource),
            new(() => new Moves(-stake.Points, 0m, 0m, stake.Yuan)));

    private static IEnumerable<OpenPoint> Determinations(PeriodResult result)
    {
        foreach (var fact in result.Assessment.Measurement.FactsIn(result.Period).Where(fact => fact.Record is Incident { SeriousImpact: SeriousImpact.Undecided }))
        {
            var (measurement, incident) = (result.Assessment.Measurement, (Incident)fact.Record);
            var levels = new[] { SeriousImpact.Yes, SeriousImpact.No }.Select(impact => measurement.GradingOf(fact with { Record = incident with { SeriousImpact = impact } })?.Level.Id);
            if (levels.Distinct().Count() > 1)
            {
                yield return new(
                    OpenPointKind.DeterminationWanted,
                    new($"{fact.Resource.Name}：影响是否严重尚未认定", $"{fact.Resource.Name}: whether the impact was serious is undecided"),
                    Owner.Purchaser,
                    null,
                    new OpenSubject.OfRecord(fact.Resource),
                    new(() => new Moves(null, null, null, null)));
            }
        }

        if (result.Settlement is { Base: not null, Total: null } && result.Assessment.Indicators.All(line => line.Score is not null))
        {
            yield return new(
                OpenPointKind.DeterminationWanted,
                new("扣减金额须由双方另行商定", "the deduction is left to the parties to agree on"),
                Owner.Both,
                null,
                new OpenSubject.OfPeriod(result.Period),
                new(() => new Moves(0m, 0m, null, null)));
        }
    }

    private static IEnumerable<OpenPoint> Readings(PeriodResult result) =>
        from row in result.NeedsDecision
        group row by row.Interpretation into rows
        select new OpenPoint(
            OpenPointKind.ReadingUndecided,
            new($"{rows.Key.Key}：{rows.Key.Question.Zh}", $"{rows.Key.Key}: {rows.Key.Question.En}"),
            Owner.Both,
            null,
            new OpenSubject.OfReading(rows.Key),
            new(() => Moves.Of(result.Assessment, rows.Select(row => (row.Total, row.Amount)).ToList())));

    private static string Day(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
