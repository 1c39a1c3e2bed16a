using OpsRegistry.Assessing;
using OpsRegistry.Assessing.Shapes;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Clocks;
using OpsRegistry.Reporting.Json;
using OpsRegistry.Settling;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Assessments;

/// <summary>Proofs for machines: the whole tree from yuan down to the lines of records, or the part of it that is asked for.</summary>
internal static class ProofJson
{
    /// <summary>Writes the proofs of periods.</summary>
    public static void Write(TextWriter output, IEnumerable<PeriodResult> periods, ProofPart part, ReportOrigin origin) =>
        JsonOutput.Write<IReadOnlyList<ProofEntry>>(output, periods.Select(period => EntryOf(period, part, origin)).ToList());

    /// <summary>Writes the proofs of a record, one for each contract that has one of the name.</summary>
    /// <param name="target">The one limit that is asked for; null for all.</param>
    public static void Write(TextWriter output, IEnumerable<(Measurement Measurement, AssessmentPeriod Period, Fact Fact)> facts, string? target) =>
        JsonOutput.Write<IReadOnlyList<RecordProofEntry>>(output, facts.Select(found => EntryOf(found, target)).ToList());

    private static RecordProofEntry EntryOf((Measurement Measurement, AssessmentPeriod Period, Fact Fact) found, string? target) => new(
        found.Measurement.Folder.Name,
        SpanOf(found.Period),
        RecordOf(RecordReference.To(found.Fact), [], found.Measurement),
        found.Measurement.TargetsOf(found.Fact.Resource).Where(result => result.Target.Id == (target ?? result.Target.Id)).Select(ClockOf).ToList(),
        Assessor.Assess(found.Measurement, found.Period).Deductions
            .Where(deduction => deduction.Records.Any(record => record.Path == found.Fact.Resource.Path))
            .Select(deduction => new RecordCost(deduction.Id, deduction.Points)).ToList());

    private static ProofEntry EntryOf(PeriodResult result, ProofPart part, ReportOrigin origin)
    {
        var (assessment, money) = (result.Assessment, result.Settlement);
        var asked = money.Lines.Any(part.Has) ? money.Lines.Where(part.Has) : money.Lines;
        var points = asked.Any(line => line.Term is PeriodSettlement.Band or PeriodSettlement.Shortfall) && money.Lines.Any(part.Has) ? new ProofPart(null) : part;
        return new(
            assessment.Measurement.Folder.Name,
            SpanOf(result.Period),
            assessment.Measurement.AsOf,
            origin.IsCommitted ? origin.Commit : null,
            assessment.State,
            new(money.Base, money.Total, asked.Select(line => new MoneyLineProof(
                line.Id, line.Reason, line.Amount, line.Share, line.Clauses, line.Records.Select(record => RecordOf(record, [], assessment.Measurement)).ToList(),
                line.Restored, AssessmentJson.DisputeOf(line.Dispute, null, line.Restored))).ToList()),
            new(
                assessment.Total,
                assessment.SumOfIndicators,
                assessment.Band is { } band ? new(band.Id, band.Title, band.From, band.Below, band.Share) : null,
                assessment.Veto is { } veto ? new(veto.Title, veto.Clauses) : null,
                assessment.Indicators.Where(points.Has).Select(line => IndicatorOf(result, line, points)).ToList()));
    }

    private static PeriodEntry SpanOf(AssessmentPeriod period) => new(period.Id, period.Days.Start, period.Days.End);

    private static IndicatorProof IndicatorOf(PeriodResult result, IndicatorScore line, ProofPart part) => new(
        line.Indicator.Id,
        line.Group.Id,
        line.Indicator.Title,
        line.Indicator.Clauses,
        line.Indicator.Marks,
        line.Indicator.Floor,
        line.Score,
        line.Awaited.Select(awaited => new AwaitedProof(awaited.Term.Id, awaited.Term.Title, awaited.Reason.Title(), awaited.Range?.Least, awaited.Range?.Most)).ToList(),
        line.Deductions.Where(deduction => part.Has(line, deduction)).Select(deduction => DeductionOf(result, deduction)).ToList());

    private static DeductionProofEntry DeductionOf(PeriodResult result, Deduction deduction) => new(
        deduction.Id,
        deduction.Term.Id,
        deduction.Term.Title,
        deduction.Points,
        deduction.PointsBeforeFloor,
        deduction.Restored,
        deduction.Clauses,
        deduction.Reason,
        deduction.Records.Select(record => RecordOf(record, deduction.Matched, result.Assessment.Measurement)).ToList(),
        deduction.Occurrences.Select(DutyOf).ToList(),
        deduction.Targets.Select(ClockOf).ToList(),
        AssessmentJson.DisputeOf(deduction.Dispute, deduction.Restored, null),
        deduction.Interpretations.Select(key => ReadingOf(result, key)).OfType<ReadingProof>().ToList());

    private static RecordProof RecordOf(RecordReference record, IReadOnlyList<MatchedFact> matched, Measurement measurement) => new(
        record.Name,
        record.Path,
        record.Line,
        record.Blob,
        matched.Where(one => one.Fact.Resource.Path == record.Path).SelectMany(one => one.Fields)
            .Select(field => new FieldProof(field.Name, field.Wanted, field.Found, field.Place.Line)).ToList(),
        (measurement.Determined.GetValueOrDefault(record.Path) is { } determined ? determined.Determined.Select(field => (determined.Kind, field)) : [])
            .Select(pair => (pair.field, Words: DeterminedWords.Of(pair.Kind, pair.field)))
            .Select(pair => new DeterminedProof(pair.field.Key, pair.Words, pair.field.By.Spec.Reason, pair.field.By.Path, pair.field.By.Place.Line)).ToList(),
        measurement.FactAt(record.Path) is { } fact && measurement.GradingOf(fact) is { } grading ? LevelOf(grading, ((Incident)fact.Record).Severity) : null);

    private static LevelProof LevelOf(SeverityGrading grading, string? claimed) => new(
        grading.Level.Id,
        grading.Level.Title,
        grading.ClausesOf(grading.Level),
        claimed,
        StretchesOf(grading.Interrupted),
        StretchesOf(grading.Degraded),
        YamlWord.Write(grading.Impact),
        YamlWord.Write(grading.Terms.Edge),
        grading.Tests.Select(test => new LevelTestProof(
            test.Level.Id,
            grading.ClausesOf(test.Level),
            Seconds(test.Level.Interruption),
            test.Interruption,
            Seconds(test.Level.Degradation),
            test.Degradation,
            test.Level.NeedsSeriousImpact,
            test.ImpactSuffices,
            test.Holds)).ToList());

    private static StretchesProof StretchesOf(IntervalSet stretches) =>
        new(Seconds(stretches.Total)!.Value, stretches.Intervals.Select(stretch => new SpanProof(stretch.Start, stretch.End)).ToList());

    private static DutyProof DutyOf(Occurrence occurrence) => new(
        occurrence.Obligation.Id,
        occurrence.Obligation.Title,
        occurrence.Service,
        occurrence.Name,
        occurrence.Days.Start,
        occurrence.Days.End.PlusDays(-1),
        occurrence.State,
        occurrence.Obligation.Clauses);

    private static ClockProof ClockOf(TargetResult result) => new(
        result.Target.Id,
        result.Target.Title,
        result.Target.Limit,
        result.Target.Clauses,
        result.Resource.Name,
        result.Resource.Path,
        result.StoppedBy?.Path,
        result.Start,
        result.Due,
        result.End,
        ClockJson.SegmentsOf(result.Elapsed?.Segments ?? []),
        result.Elapsed?.Counted.ToString(),
        result.DaysLate,
        result.State,
        result.Reason,
        result.Provisional);

    private static ReadingProof? ReadingOf(PeriodResult result, string key) =>
        result.Assessment.Measurement.Folder.Interpretations?.Items.FirstOrDefault(item => item.Key == key) is { } item &&
        item.Options.FirstOrDefault(option => result.ReadingsInForce.TryGetValue(key, out var chosen) && option.Id == chosen) is { } option
            ? new(key, option.Id, option.Title, result.Sensitivity.Where(row => row.Interpretation.Key == key)
                .Select(row => new OtherReadingProof(row.Option.Id, row.Option.Title, row.Total, row.Amount, row.NeedsDecision)).ToList())
            : null;

    private static Exact? Seconds(Duration? length) => length?.ToInt64Nanoseconds() / 1_000_000_000m;
}
