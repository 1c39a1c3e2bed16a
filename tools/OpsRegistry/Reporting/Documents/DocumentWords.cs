using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Workbooks.Sheets;
using OpsRegistry.Templates.Values;

namespace OpsRegistry.Reporting.Documents;

/// <summary>The Chinese words of documents for what the model names in code; a dash where nothing is known.</summary>
internal static class DocumentWords
{
    /// <summary>Stands where a record says nothing.</summary>
    public const string Nothing = "—";

    public static string Day(LocalDate? day) => day is { } known ? Words.Show(known) : Nothing;

    public static string Moment(OffsetDateTime? moment) => moment is { } known ? Words.Show(known) : Nothing;

    public static string Moment(Instant? moment) => moment is { } known ? Words.Show(known) : Nothing;

    public static string Said(string? words) => string.IsNullOrWhiteSpace(words) ? Nothing : words;

    public static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    public static string Joined(IEnumerable<string> words) => string.Join("、", words) is { Length: > 0 } joined ? joined : Nothing;

    /// <summary>A length of time, e.g. <c>1 天 2 小时 5 分</c>; seconds only where they are all there is.</summary>
    public static string Length(Duration length)
    {
        if (length <= Duration.Zero)
        {
            return Nothing;
        }

        var parts = new List<string>();
        AddIf(length.Days, "天");
        AddIf(length.Hours, "小时");
        AddIf(length.Minutes, "分");
        if (parts.Count == 0)
        {
            AddIf(Math.Max(1, length.Seconds), "秒");
        }

        return string.Join(' ', parts);

        void AddIf(int count, string unit)
        {
            if (count > 0)
            {
                parts.Add($"{Count(count)} {unit}");
            }
        }
    }

    public static string Systems(ContractFolder folder, IEnumerable<Located<string>> systems) =>
        Joined(systems.Select(system => folder.Find<InformationSystem>(system.Value)?.Spec.Title.Zh ?? system.Value));

    public static string Services(ContractFolder folder, RecordSpec record) => Joined(record.Services.Select(service => ServiceTitle(folder, service.Value)));

    public static string ServiceTitle(ContractFolder folder, string service) =>
        folder.Find<Service>(service) is { } found ? $"{service} {found.Spec.Title}" : service;

    public static string People(IEnumerable<Located<string>> people) => Joined(people.Select(person => person.Value));

    /// <summary>What an inspection, request or report is called: by the product's own word, else by the duty that it fulfils, else as the record has it.</summary>
    public static string TypeOf(Measurement measurement, Fact fact, string key, string type) =>
        fact.Resource.Kind.Field(key)!.Titles.TryGetValue(type, out var known) ? known.Zh : DutyOf(measurement, fact)?.Title.Zh ?? type;

    private static Obligation? DutyOf(Measurement measurement, Fact fact) => measurement.Scope.Obligations.Concat(measurement.Scope.Unrecorded)
        .Where(scoped => scoped.Service is null || fact.Record.Services.Any(service => service.Value == scoped.Service))
        .Select(scoped => scoped.Obligation)
        .FirstOrDefault(duty => duty.FulfilledBy.Concat(duty.FulfilledByGroup.SelectMany(group => group.All)).Any(fact.Matches));

    /// <summary>The level of an incident by the contract's own levels; its category where the contract has none.</summary>
    public static string Level(ContractFolder folder, Fact fact)
    {
        var level = fact.Values(MeasuredFields.Severity).FirstOrDefault();
        return folder.ServiceLevels?.Severities?.Levels.FirstOrDefault(item => item.Id == level)?.Title.Zh
            ?? (((Incident)fact.Record).Category.Title().Zh);
    }

    /// <summary>A moment at which a limit ends or a clock stopped.</summary>
    public static LimitValues Limit(TargetResult result) => new()
    {
        Record = result.Resource.Name,
        Title = result.Target.Title.Zh,
        Limit = Words.Limit(result.Target.Limit),
        Start = Moment(result.Start),
        Due = Moment(result.Due),
        End = result.End is null && result.State == TargetState.Missed ? "尚未完成" : Moment(result.End),
        Outcome = result.State.Title().Zh,
        Clauses = string.Join("；", result.Target.Clauses),
    };

    public static RecordValues Record(DocumentBasis basis, Fact fact, int index) => new()
    {
        Number = Count(index + 1),
        Name = fact.Resource.Name,
        Day = Words.Show(fact.Record.OccurredOn),
        Digest = fact.Record switch
        {
            ServiceReport report => $"{TypeOf(basis.Measurement, fact, "reportType", report.ReportType)}{Words.Covered(report)}",
            SpecialInspection special => Said(special.Result),
            var record => Said(RecordDigest.Write(record)),
        },
        Evidence = Said(Words.EvidenceOf(fact.Record)),
        Services = Services(basis.Folder, fact.Record),
    };

    public static IReadOnlyList<RecordValues> Records(DocumentBasis basis, IEnumerable<Fact> facts) => facts.Select((fact, index) => Record(basis, fact, index)).ToList();

    public static string Score(decimal? points) => points is null ? "待定" : Points.Show(points);
}
