using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Workbooks.Sheets;
using OpsRegistry.Templates.Values;

namespace OpsRegistry.Reporting.Documents;

/// <summary>The values of a fault handling report, and of an incident in a list.</summary>
internal static class FaultDocumentValues
{
    public static FaultDocument Fill(DocumentBasis basis, Fact fact)
    {
        var incident = (Incident)fact.Record;
        var asOf = basis.Measurement.AsOf;
        return new(DocumentHeads.Of(basis, fact))
        {
            Summary = incident.Summary,
            Category = incident.Category.Title().Zh,
            Level = fact.Values(MeasuredFields.Severity).Count > 0 ? DocumentWords.Level(basis.Folder, fact) : "",
            Systems = incident.Systems.Count > 0 ? DocumentWords.Systems(basis.Folder, incident.Systems) : DocumentWords.Services(basis.Folder, incident),
            Channel = incident.Channel.Title().Zh,
            ReportedAt = Words.Show(incident.ReportedAt),
            RespondedAt = DocumentWords.Moment(incident.RespondedAt),
            ArrivedAt = incident.ArrivedAt is null && !incident.OnSiteNeeded ? "无须到场" : DocumentWords.Moment(incident.ArrivedAt),
            RestoredAt = DocumentWords.Moment(incident.RestoredAt),
            ResolvedAt = DocumentWords.Moment(incident.ResolvedAt),
            Duration = DurationOf(incident),
            Interruption = DocumentWords.Length(Severities.IntervalsOf(incident.Interruptions, asOf).Total),
            Degradation = DocumentWords.Length(Severities.IntervalsOf(incident.Degradations, asOf).Total),
            SeriousImpact = incident.SeriousImpact.Title().Zh,
            Attributable = Words.YesNo(incident.Attributable),
            CauseCategory = incident.CauseCategory.Title().Zh,
            Cause = DocumentWords.Said(incident.Cause),
            Handling = DocumentWords.Said(incident.Handling),
            Responders = DocumentWords.People(incident.Responders),
            Stretches = incident.Interruptions.Select(stretch => Stretch("业务中断", stretch, asOf)).Concat(incident.Degradations.Select(stretch => Stretch("质量劣化", stretch, asOf))).ToList(),
            Limits = basis.Measurement.TargetsOf(fact.Resource).Select(DocumentWords.Limit).ToList(),
            Reports = DocumentWords.Records(basis, basis.Measurement.Facts.Where(other => other.Record is FaultReport report && report.Incident == fact.Resource.Name)),
        };
    }

    /// <summary>The incidents of a list, by day and path.</summary>
    public static IReadOnlyList<IncidentValues> Lines(DocumentBasis basis, IEnumerable<Fact> facts) =>
        facts.Where(fact => fact.Record is Incident).Select((fact, index) => Line(basis, fact, index)).ToList();

    private static IncidentValues Line(DocumentBasis basis, Fact fact, int index)
    {
        var incident = (Incident)fact.Record;
        return new()
        {
            Number = DocumentWords.Count(index + 1),
            Name = fact.Resource.Name,
            ReportedAt = Words.Show(incident.ReportedAt),
            Level = DocumentWords.Level(basis.Folder, fact),
            Summary = incident.Summary,
            RestoredAt = DocumentWords.Moment(incident.RestoredAt ?? incident.ResolvedAt),
            Duration = DurationOf(incident),
            Cause = $"{(incident.Attributable ? "服务单位原因" : "非服务单位原因")}，{incident.CauseCategory.Title().Zh}",
            Missed = DocumentWords.Joined(basis.Measurement.TargetsOf(fact.Resource).Where(result => result.State == TargetState.Missed).Select(result => result.Target.Title.Zh)),
        };
    }

    private static string DurationOf(Incident incident) => (incident.RestoredAt ?? incident.ResolvedAt) is { } end
        ? DocumentWords.Length(end.ToInstant() - incident.ReportedAt.ToInstant())
        : "尚未恢复";

    private static StretchValues Stretch(string kind, TimeSpanRecord stretch, Instant asOf) => new()
    {
        Kind = kind,
        From = Words.Show(stretch.From),
        To = stretch.To is { } to ? Words.Show(to) : "仍在持续",
        Length = DocumentWords.Length(Severities.IntervalsOf([stretch], asOf).Total),
    };
}
