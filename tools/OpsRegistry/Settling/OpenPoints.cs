using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Settling;

/// <summary>Finds what could still move a period's result, the dearest to find out last.</summary>
internal static class OpenPoints
{
    /// <summary>What is open at the result's cut-off.</summary>
    public static IEnumerable<OpenPoint> Of(PeriodResult result)
    {
        var (asOf, evaluation) = (result.Assessment.Measurement.AsOf, result.Evaluation);
        return Days(result.Period, evaluation, asOf)
            .Concat(Disputes(result))
            .Concat(Judgements(result))
            .Concat(evaluation.ClosedFrom <= asOf ? [] : Limits(result).Concat(Duties(result)).Concat(Outages(result)))
            .Concat(Determinations(result))
            .Concat(Readings(result));
    }

    private static IEnumerable<OpenPoint> Days(AssessmentPeriod period, Evaluation evaluation, Instant asOf) =>
        !period.IsOverBy(asOf) || evaluation.Over <= asOf ? [] :
        [
            new(
                OpenPointKind.EvaluationDays,
                evaluation.Limit is { } limit
                    ? new($"{period.Id} 的考核期限到 {Day(limit)}", $"the evaluation of {period.Id} may take until {Day(limit)}")
                    : new($"{period.Id} 的考核期限超出已公布的工作日历", $"the evaluation of {period.Id} ends beyond the published working calendar"),
                Owner.Purchaser,
                evaluation.Limit is { } last ? BeijingTime.DateEndingAt(last) : null,
                new OpenSubject.OfPeriod(period),
                Nothing),
        ];

    private static IEnumerable<OpenPoint> Disputes(PeriodResult result) =>
        from dispute in result.Assessment.Disputes
        where dispute.IsOpen
        let raised = Day(BeijingTime.EndOf(dispute.Dispute.Spec.DisputedOn))
        select new OpenPoint(
            OpenPointKind.Dispute,
            new($"{RecordNames.Show(dispute.Dispute.Name).Zh}（{raised} 提出，{dispute.Dispute.Spec.Deduction}）尚未裁定", $"{RecordNames.Show(dispute.Dispute.Name).En}, raised {raised} on {dispute.Dispute.Spec.Deduction}, is not ruled on"),
            Owner.Purchaser,
            null,
            new OpenSubject.OfDispute(dispute),
            new(() => result.Disputed?.Each.Value.FirstOrDefault(one => one.Dispute.Dispute.Path == dispute.Dispute.Path) is { } alone ? Moves.Of(result, [(alone.Total, alone.Yuan)]) : Nothing.Value));

    private static IEnumerable<OpenPoint> Judgements(PeriodResult result) =>
        from line in result.Assessment.Indicators
        where line.Undetermined is not null
        from awaited in line.Awaited.Select(one => (Name: $"{one.Term.Id} ", one.Term.Title, one.Reason)).DefaultIfEmpty((Name: $"{line.Indicator.Id} ", line.Indicator.Title, Reason: line.Undetermined!.Value))
        let why = awaited.Reason.Title()
        select new OpenPoint(
            OpenPointKind.JudgementWanted,
            new($"{awaited.Name}{awaited.Title.Zh}：{why.Zh}", $"{awaited.Name}{awaited.Title.En}: {why.En}"),
            Owner.Purchaser,
            null,
            new OpenSubject.OfIndicator(line.Indicator),
            new(() => new Moves(null, null, null, null)));

    private static IEnumerable<OpenPoint> Limits(PeriodResult result) =>
        from limit in result.Assessment.Book.Results
        where limit is { State: TargetState.Pending, Due: not null, CarriedFrom: null }
        let due = BeijingTime.DateEndingAt(limit.Due!.Value)
        select new OpenPoint(
            limit.Target.Metric == Metric.Report ? OpenPointKind.ReportAwaited : OpenPointKind.LimitPending,
            new($"{RecordNames.Show(limit.Resource.Name).Zh}：{limit.Target.Title.Zh}，{Day(limit.Due!.Value)} 到期", $"{RecordNames.Show(limit.Resource.Name).En}: {limit.Target.Title.En}, due {Day(limit.Due!.Value)}"),
            limit.Target.Metric is Metric.AcceptanceDecision or Metric.Confirmation ? Owner.Purchaser : Owner.Vendor,
            due,
            new OpenSubject.OfRecord(limit.Resource),
            new(() => Moves.Of(result.Assessment, [Again(result, result.Assessment.Measurement.Missing(limit))])));

    /// <summary>A duty that was called for in the period and may be done after it, or a request whose last day is later.</summary>
    private static IEnumerable<OpenPoint> Duties(PeriodResult result)
    {
        var (assessment, measurement) = (result.Assessment, result.Assessment.Measurement);
        if (!result.Period.IsOverBy(measurement.AsOf))
        {
            return [];
        }

        var duties =
            from obligation in measurement.Scope.Obligations
            from occurrence in assessment.Book.Occurrences(obligation)
            where occurrence is { State: OccurrenceState.Pending, CarriedFrom: null }
            let last = occurrence.LastDay
            let losses = PointLoss.OfOccurrence(assessment, occurrence)
            select new OpenPoint(
                OpenPointKind.LimitPending,
                new($"{occurrence.Obligation.Title.Zh} {RecordNames.Show(occurrence.Name).Zh}，{Day(last)} 到期", $"{occurrence.Obligation.Title.En} {RecordNames.Show(occurrence.Name).En}, due {Day(last)}"),
                occurrence.Obligation.By == DutyBearer.Purchaser ? Owner.Purchaser : Owner.Vendor,
                last,
                new OpenSubject.OfDuty(occurrence),
                new(() => Moves.Of(assessment, [Stake.OfComing(assessment, losses) is var stake ? (stake.Total, PeriodSettlement.Settle(assessment).Total + stake.Yuan) : default])));
        var requests =
            from fact in assessment.Book.Facts
            where fact.CarriedFrom is null && fact.Values(MeasuredFields.DueState) is ["pending"]
            let due = ((ServiceRequest)fact.Record).DueOn!.Value
            let late = new Lazy<Moves>(() => Moves.Of(assessment, [Again(result, measurement.With(fact.With(null, "missed")))]))
            where assessment.Scorecard is not null && !late.Value.IsNothing
            select new OpenPoint(
                OpenPointKind.LimitPending,
                new($"{RecordNames.Show(fact.Resource.Name).Zh}：{Day(due)} 到期", $"{RecordNames.Show(fact.Resource.Name).En}: due {Day(due)}"),
                Owner.Vendor,
                due,
                new OpenSubject.OfRecord(fact.Resource),
                late);
        return duties.Concat(requests);
    }

    /// <summary>An incident that still goes on, and whose level rises if it goes on longer.</summary>
    private static IEnumerable<OpenPoint> Outages(PeriodResult result) =>
        from fact in result.Assessment.Book.Facts
        where fact.CarriedFrom is null && result.Assessment.Scorecard is not null
        let longer = (fact.Record as Incident)?.GoingOn(result.Assessment.Measurement.AsOf)
        let worse = longer is null ? null : Regraded(result, fact, longer, BeijingTime.EndOf(BeijingTime.LastDate))
        let moves = worse is null ? default : Moves.Of(result.Assessment, [worse])
        where worse is not null && !moves.IsNothing
        select new OpenPoint(
            OpenPointKind.LimitPending,
            new($"{RecordNames.Show(fact.Resource.Name).Zh}：尚未恢复，级别还可能升高", $"{RecordNames.Show(fact.Resource.Name).En}: not restored, and its level may rise"),
            Owner.Vendor,
            null,
            new OpenSubject.OfRecord(fact.Resource),
            new(moves));

    private static IEnumerable<OpenPoint> Determinations(PeriodResult result)
    {
        var (assessment, measurement) = (result.Assessment, result.Assessment.Measurement);
        var deciding = new Lazy<IReadOnlySet<DecidingField>>(() => DecidingFields.Of(measurement.Folder));
        var undecided =
            from fact in assessment.Book.Facts
            where fact.CarriedFrom is null
            from field in fact.Resource.Kind.Undecidable
            where field.IsUndecidedIn(fact.Record) && deciding.Value.Contains(new(fact.Resource.Kind.Name, field.Key))
            select (fact, field);
        foreach (var (fact, field) in undecided)
        {
            var moves = Moves.Of(assessment, Decided(result, fact, field).ToList());
            if (!moves.IsNothing)
            {
                yield return new(
                    OpenPointKind.DeterminationWanted,
                    new($"{RecordNames.Show(fact.Resource.Name).Zh}：{field.Title.Zh} 尚未认定", $"{RecordNames.Show(fact.Resource.Name).En}: {field.Title.En} is undecided"),
                    Owner.Purchaser,
                    null,
                    new OpenSubject.OfRecord(fact.Resource),
                    new(moves));
            }
        }

        if (result.Settlement is { Base: not null, Total: null } && assessment.Indicators.All(line => line.Score is not null))
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

    /// <summary>The period with an incident at another level; null where the level stays.</summary>
    private static Assessment? Regraded(PeriodResult result, Fact fact, Incident incident, Instant asOf)
    {
        var measurement = result.Assessment.Measurement;
        var graded = Measurer.Graded(fact with { Record = incident }, measurement.Folder.ServiceLevels, asOf);
        var level = graded.Values(MeasuredFields.Severity);
        return level.SequenceEqual(fact.Values(MeasuredFields.Severity), StringComparer.Ordinal) ? null : Again(result, measurement.With(fact with { Measured = graded.Measured }));
    }

    /// <summary>The period with each word in the place of one that says that nobody has decided.</summary>
    private static IEnumerable<Assessment> Decided(PeriodResult result, Fact fact, SpecField field) =>
        from word in field.Words!
        where word != SpecField.Undecided
        let edited = Interpreting.Determinations.With(fact.Resource, field.Key, new Loading.ScalarNode(fact.Resource.Place, word, Loading.ScalarKind.String))
        where edited is not null
        select Again(result, result.Assessment.Measurement.With(edited));

    private static Assessment Again(PeriodResult result, Measurement measurement) => Assessor.Assess(measurement, result.Period, result.Assessment.Book.Closed);

    private static Lazy<Moves> Nothing => new(new Moves(0m, 0m, 0m, 0m));

    private static string Day(Instant end) => Day(BeijingTime.DateEndingAt(end));

    private static string Day(LocalDate day) => day.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
