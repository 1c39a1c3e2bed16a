using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Reporting.Json;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Assessments;

/// <summary>A period's result for machines.</summary>
internal static class AssessmentJson
{
    /// <summary>Writes one period as one object.</summary>
    public static void Write(TextWriter output, PeriodResult period, ReportOrigin origin, Language language) => JsonOutput.Write(output, EntryOf(period, origin, language));

    /// <summary>Writes several periods as one array.</summary>
    public static void Write(TextWriter output, IReadOnlyList<PeriodResult> periods, ReportOrigin origin, Language language) =>
        JsonOutput.Write<IReadOnlyList<AssessmentEntry>>(output, periods.Select(period => EntryOf(period, origin, language)).ToList());

    private static AssessmentEntry EntryOf(PeriodResult result, ReportOrigin origin, Language language)
    {
        var assessment = result.Assessment;
        var statement = result.Levels;
        return new(
            assessment.Measurement.Folder.Name,
            PeriodOf(result),
            assessment.Measurement.AsOf,
            origin.IsCommitted ? origin.Commit : null,
            result.State,
            result.ClosedAt,
            SealOf(result, language),
            assessment.Total,
            assessment.Band?.Grade,
            assessment.Band?.Id,
            result.Disputed is { } range
                ? new(
                    result.Score.Upheld, result.Score.InDispute, result.Deducted.Upheld, result.Deducted.Confirmed, result.Deducted.InDispute, range.Assessment.Band?.Id,
                    range.Open.Select(dispute => dispute.Dispute.Name).ToList(),
                    range.Each.Value.Select(one => new DisputeAloneEntry(one.Dispute.Dispute.Name, one.Total, one.Yuan)).ToList())
                : null,
            result.OpenPoints.Select(point => OpenPointEntry.Of(point, language)).ToList(),
            assessment.Indicators.Select(line => IndicatorOf(line, language)).ToList(),
            statement.Targets.Select(pair => TargetOf(statement, pair.Summary)).ToList(),
            new(result.Settlement.Base, result.Settlement.Lines.Select(line => LineOf(line, language)).ToList(), result.Settlement.Total),
            result.Sensitivity.Select(row => new SensitivityEntry(
                row.Interpretation.Key, row.Option.Id, row.Option.Title.In(language), row.Total, row.Amount, row.ChangesBand, row.NeedsDecision)).ToList(),
            assessment.Measurement.Folder.Unread is { Count: > 0 and var files } ? files : null);
    }

    private static IndicatorEntry IndicatorOf(IndicatorScore line, Language language) => new(
        line.Indicator.Id,
        line.Group.Id,
        line.Indicator.Title.In(language),
        line.Indicator.Marks,
        line.Indicator.Floor,
        line.Score,
        line.Deductions.Select(deduction => DeductionOf(deduction, language)).ToList());

    private static DeductionEntry DeductionOf(Deduction deduction, Language language) => new(
        deduction.Id,
        deduction.Points,
        deduction.PointsBeforeFloor,
        string.Join("; ", deduction.Clauses),
        deduction.Reason.In(language),
        deduction.CarriedFrom,
        RecordsOf(deduction.Records),
        deduction.Interpretations.ToList(),
        DisputeOf(deduction.Dispute, deduction.Restored, null));

    /// <summary>The dispute about a deduction; null for none.</summary>
    public static DisputeEntry? DisputeOf(DisputeState? state, Exact? points, TwoPlaces? amount) => state is null ? null : new(
        state.Dispute.Name,
        state.Dispute.Path,
        state.Dispute.Spec.DisputedOn,
        state.Ruling is { } ruling ? Model.YamlWord.Write(ruling.Spec.Outcome) : "open",
        state.Ruling?.Path,
        points,
        amount);

    private static TargetCounts TargetOf(ServiceLevelStatement statement, TargetSummary summary) =>
        new(summary.Target.Id, summary.Met, summary.Missed, summary.Pending, summary.NotMeasurable, statement.IsProvisional(summary.Target));

    private static SettlementLineEntry LineOf(SettlementLine line, Language language) =>
        new(line.Id, line.Reason.In(language), line.Amount, string.Join("; ", line.Clauses), RecordsOf(line.Records), DisputeOf(line.Dispute, null, line.Restored));

    /// <summary>A period.</summary>
    public static PeriodEntry PeriodOf(PeriodResult result) => new(result.Period.Id, result.Period.Days.Start, result.Period.Days.End);

    /// <summary>A period's seal; null for none.</summary>
    public static SealEntry? SealOf(PeriodResult result, Language language) => result.Sealed is not { } kept ? null :
        new(kept.Seal.Path, kept.Seal.Spec.AsOf.ToInstant(), kept.Seal.Spec.Digest, kept.Differs ? kept.Difference.In(language) : null);

    /// <summary>Places in records.</summary>
    public static List<RecordEntry> RecordsOf(IEnumerable<RecordReference> records) =>
        records.Select(record => new RecordEntry(record.Path, record.Line, record.Blob)).ToList();
}
