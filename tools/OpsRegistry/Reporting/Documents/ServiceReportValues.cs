using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Workbooks.Sheets;
using OpsRegistry.Templates.Values;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Documents;

/// <summary>The values of a service report over a span of days.</summary>
internal static class ServiceReportValues
{
    public static ServiceReportDocument Fill(DocumentBasis basis)
    {
        var facts = basis.Facts;
        return new(DocumentHeads.Of(basis, facts))
        {
            Period = basis.Title,
            From = Words.Show(basis.Days.Start),
            Through = Words.Show(basis.Days.End.PlusDays(-1)),
            RunsNotice = basis.Period.IsOverBy(basis.Measurement.AsOf) ? "" : $"报告期在数据截至时刻（{Words.Show(basis.Measurement.AsOf)}）尚未结束，数字是暂定的。",
            Service = basis.Service is { } service ? DocumentWords.ServiceTitle(basis.Folder, service) : "",
            Counts = Counts(facts),
            IncidentLevels = facts.Where(fact => fact.Record is Incident).CountBy(fact => DocumentWords.Level(basis.Folder, fact)).Select(pair => Counted(pair.Key, pair.Value)).ToList(),
            Incidents = FaultDocumentValues.Lines(basis, facts),
            InspectionCount = DocumentWords.Count(facts.Count(fact => fact.Record is Inspection or SpecialInspection)),
            ItemCount = DocumentWords.Count(Items(facts).Count()),
            AbnormalCount = DocumentWords.Count(Items(facts).Count(pair => pair.Item.Result == InspectionResult.Abnormal)),
            Abnormal = Items(facts).Where(pair => pair.Item.Result == InspectionResult.Abnormal).Select(pair => Abnormal(pair.Inspection, pair.Item)).ToList(),
            RequestTypes = RequestTypes(basis, facts),
            Changes = Records(basis, facts, fact => fact.Record is Change),
            Security = Records(basis, facts, fact => fact.Record is Vulnerability or DefectAnalysis or Problem or SecurityNotice),
            Activities = Records(basis, facts, fact => fact.Record is Drill or Training or SpecialPeriod or EmergencyPlan or Backup),
            Personnel = Records(basis, facts, fact => fact.Record is PersonnelChange or Attendance or DutyRoster or Handover),
            Posts = basis.Service is null ? Posts(basis) : [],
            Reports = Records(basis, facts, fact => fact.Record is ServiceReport or FaultReport),
            Duties = Duties(basis),
            Targets = Targets(basis),
            Missed = Missed(basis),
        };
    }

    /// <summary>Each post with who held it on the days, and when somebody was lacking.</summary>
    public static IReadOnlyList<PostValues> Posts(DocumentBasis basis) => StaffingDays.Count(basis.Folder, Elapsed(basis))
        .Select(post => new PostValues
        {
            Title = post.Requirement.Title.Zh,
            Headcount = DocumentWords.Count(post.Requirement.Headcount),
            People = DocumentWords.Joined(post.Holdings.Where(holding => !holding.Days.Intersect(post.Days).IsEmpty).Select(holding => holding.Assignment.Spec.Person).Distinct()),
            Gaps = DocumentWords.Said(string.Join("；", post.TooFew.Select(gap => $"{Words.SpanOf(gap.Days)} 到岗 {DocumentWords.Count(gap.Found)} 人"))),
        })
        .ToList();

    private static DateSpan Elapsed(DocumentBasis basis) =>
        basis.Days.Intersect(new(basis.Folder.Terms.Term.Start, basis.Folder.Terms.Term.End)).Intersect(new(BeijingTime.FirstDate, BeijingTime.DateEndingAt(basis.Measurement.AsOf).PlusDays(1)));

    private static IReadOnlyList<RecordValues> Records(DocumentBasis basis, IEnumerable<Fact> facts, Func<Fact, bool> which) => DocumentWords.Records(basis, facts.Where(which));

    private static CountValues Counted(string title, int count, string remark = "") => new() { Title = title, Count = DocumentWords.Count(count), Remark = remark };

    private static List<CountValues> Counts(IReadOnlyList<Fact> facts) => Kinds.All
        .Where(kind => kind.Area == Area.Records)
        .Select(kind => (kind.Title.Zh, Count: facts.Count(fact => fact.Resource.Kind == kind)))
        .Where(pair => pair.Count > 0)
        .Select(pair => Counted(pair.Zh, pair.Count))
        .ToList();

    private static List<CountValues> RequestTypes(DocumentBasis basis, IReadOnlyList<Fact> facts) => facts
        .Where(fact => fact.Record is ServiceRequest)
        .GroupBy(fact => DocumentWords.TypeOf(basis.Measurement, fact, "requestType", ((ServiceRequest)fact.Record).RequestType), StringComparer.Ordinal)
        .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => Counted(group.Key, group.Count(), $"已完成 {DocumentWords.Count(group.Count(fact => ((ServiceRequest)fact.Record).CompletedAt is not null))} 件"))
        .ToList();

    private static IEnumerable<(Inspection Inspection, InspectionItem Item)> Items(IEnumerable<Fact> facts) =>
        from inspection in facts.Select(fact => fact.Record).OfType<Inspection>()
        from item in inspection.Items
        select (inspection, item);

    private static AbnormalValues Abnormal(Inspection inspection, InspectionItem item) => new()
    {
        Day = Words.Show(inspection.PerformedOn),
        Item = item.Item,
        Advice = DocumentWords.Said(item.Advice),
        Outcome = item.Outcome is null ? "未处理" : item.CompletedOn is { } day ? $"{item.Outcome}（{Words.Show(day)}）" : item.Outcome,
    };

    private static List<DutyValues> Duties(DocumentBasis basis) => basis.Occurrences
        .GroupBy(occurrence => (occurrence.Service, occurrence.Obligation.Id))
        .Select(group => Duty(group.Key.Service, group.ToList()))
        .ToList();

    private static DutyValues Duty(string? service, IReadOnlyList<Occurrence> occurrences)
    {
        var missing = occurrences.Where(occurrence => occurrence.State == OccurrenceState.Missing).ToList();
        var title = occurrences[0].Obligation.Title.Zh;
        return new()
        {
            Title = service is null ? title : $"{service} {title}",
            Due = DocumentWords.Count(occurrences.Count),
            Fulfilled = DocumentWords.Count(occurrences.Count(occurrence => occurrence.State is OccurrenceState.Fulfilled or OccurrenceState.Late)),
            Missing = DocumentWords.Count(missing.Count),
            Pending = DocumentWords.Count(occurrences.Count(occurrence => occurrence.State == OccurrenceState.Pending)),
            Gaps = DocumentWords.Joined(missing.Select(occurrence => occurrence.Name).Concat(occurrences
                .Where(occurrence => occurrence.State == OccurrenceState.Late).Select(occurrence => $"{occurrence.Name}（迟 {DocumentWords.Count(occurrence.DaysLate)} 日）"))),
            Clauses = string.Join("；", occurrences[0].Obligation.Clauses),
        };
    }

    /// <summary>The limits on which anything was measured, and every availability figure.</summary>
    private static List<TargetValues> Targets(DocumentBasis basis)
    {
        var statement = ServiceLevelStatement.Compute(basis.Measurement, basis.Period);
        var limits = statement.Targets
            .Where(target => basis.Service is null || target.Service == basis.Service)
            .Where(target => target.Summary.Met + target.Summary.Missed + target.Summary.Pending + target.Summary.NotMeasurable > 0)
            .Select(target => Target(target.Summary, target.Service));
        return limits.Concat(statement.Availability.Where(_ => basis.Service is null).Select(Target)).ToList();
    }

    private static TargetValues Target(TargetSummary summary, string? service) => new()
    {
        Title = service is null ? summary.Target.Title.Zh : $"{service} {summary.Target.Title.Zh}",
        Limit = Words.Limit(summary.Target.Limit),
        Met = DocumentWords.Count(summary.Met),
        Missed = DocumentWords.Count(summary.Missed),
        Pending = DocumentWords.Count(summary.Pending),
        NotMeasurable = DocumentWords.Count(summary.NotMeasurable),
        Attainment = summary.Attainment is { } share ? Percent(share, "0.00") : "无可计量",
    };

    private static TargetValues Target(AvailabilityLine line) => new()
    {
        Title = line.Terms.Title.Zh,
        Limit = $"≥ {Percent(line.Terms.Target, "0.#####")}",
        Met = DocumentWords.Nothing,
        Missed = DocumentWords.Nothing,
        Pending = DocumentWords.Nothing,
        NotMeasurable = DocumentWords.Nothing,
        Attainment = line.Result?.Share is { } share ? $"{Percent(share, "0.00000")}（{line.State.Title().Zh}）" : "无可计量",
    };

    private static string Percent(decimal share, string format) => (share * 100m).ToString(format, CultureInfo.InvariantCulture) + " %";

    private static List<LimitValues> Missed(DocumentBasis basis)
    {
        var records = basis.Facts.Select(fact => fact.Resource.Name).ToHashSet(StringComparer.Ordinal);
        return basis.Measurement.TargetsIn(basis.Period)
            .Where(result => result.State == TargetState.Missed && records.Contains(result.Resource.Name))
            .OrderBy(result => result.Start).ThenBy(result => result.Resource.Path, StringComparer.Ordinal)
            .Select(DocumentWords.Limit)
            .ToList();
    }
}
