using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Documents;
using OpsRegistry.Settling;
using OpsRegistry.Templates;
using OpsRegistry.Time;

namespace OpsRegistry.Cli.Commands;

/// <summary>Which documents are asked for.</summary>
/// <param name="Session">The run.</param>
/// <param name="AsOf">The cut-off.</param>
internal sealed record DocumentRequest(Session Session, DocumentKind Kind, ContractFolder Contract, Instant AsOf)
{
    private readonly Lazy<ReportOrigin> origin = new(Session.Origin);

    /// <summary>The record, where one is named.</summary>
    public string? Record { get; init; }

    /// <summary>The days, where they are named.</summary>
    public string? Period { get; init; }

    /// <summary>The service, where one is named.</summary>
    public string? Service { get; init; }

    /// <summary>What each document is made from, in the order of their days.</summary>
    /// <exception cref="UsageException">What is asked for is not there.</exception>
    public IReadOnlyList<DocumentBasis> Documents()
    {
        if (Service is { } service && Contract.Find<Service>(service) is null)
        {
            throw new UsageException(new($"合同“{Contract.Name}”没有服务项“{service}”", $"contract '{Contract.Name}' has no service '{service}'"));
        }

        if (Record is not null && Kind.Subject != DocumentSubject.Record)
        {
            throw new UsageException(new($"{Kind.Title.Zh}不以一条记录为依据，请用 --period", $"a {Kind.Title.En} is not about one record: use --period"));
        }

        return Kind.Subject switch
        {
            DocumentSubject.Record => Records(),
            DocumentSubject.Days => [OfDays(Period is null ? DocumentSpan.Latest(Contract.Terms, Kind, AsOf) : DocumentSpan.Read(Period, Contract.Terms, Kind))],
            DocumentSubject.Term => [OfTerm()],
        };
    }

    private IReadOnlyList<DocumentBasis> Records()
    {
        var measured = Session.Measured(Contract, AsOf);
        var facts = measured[^1].Measurement.Facts.Where(fact => Kind.RecordKinds.Contains(fact.Resource.Kind.Name)).ToList();
        var asked = Record is { } name ? facts.Where(fact => fact.Resource.Name == name).ToList() : Period is { } period ? In(DocumentSpan.Read(period, Contract.Terms, Kind), facts) : [];
        asked = asked.Where(fact => Service is null || fact.Record.Services.Any(service => service.Value == Service)).ToList();
        return asked.Count > 0
            ? asked.Select(fact => Subject(fact, facts)).DistinctBy(fact => fact.Resource.Path).Select(fact => OfRecord(fact, measured)).ToList()
            : throw NoRecord(facts);
    }

    private static List<Fact> In(DocumentSpan span, IEnumerable<Fact> facts) => facts.Where(fact => span.Days.Contains(fact.CountsOn) && fact.Record is not FaultReport).ToList();

    // A report on an incident is answered with the incident it is about.
    private static Fact Subject(Fact fact, IEnumerable<Fact> facts) =>
        fact.Record is FaultReport report ? facts.FirstOrDefault(other => other.Resource.Name == report.Incident) ?? throw NotYet(report.Incident) : fact;

    private static UsageException NotYet(string incident) => new(new($"事件“{incident}”没有登记，或在截止日之后", $"incident '{incident}' is not on file, or after the cut-off"));

    private UsageException NoRecord(IReadOnlyList<Fact> facts)
    {
        var asked = Record ?? Period;
        var last = string.Join(' ', facts.TakeLast(5).Select(fact => fact.Resource.Name));
        return asked is null
            ? new(new($"须用 --record 写明记录，或用 --period 写明期间；最近的有：{last}", $"name a record with --record, or days with --period; the latest are: {last}"))
            : new(new($"“{asked}”没有可作{Kind.Title.Zh}的记录；最近的有：{last}", $"'{asked}' has no record for a {Kind.Title.En}; the latest are: {last}"));
    }

    private DocumentBasis OfRecord(Fact fact, IReadOnlyList<(Measurement Measurement, AssessmentPeriod Period)> measured)
    {
        var measurement = On(measured, fact.CountsOn);
        var own = measurement.Facts.First(other => other.Resource.Path == fact.Resource.Path);
        return new(Kind, measurement, origin.Value, DateSpan.Inclusive(fact.Record.OccurredOn, fact.Record.EndedOn), fact.Resource.Name) { Fact = own };
    }

    private DocumentBasis OfDays(DocumentSpan span)
    {
        if (span.Days.ToInterval().Start >= AsOf)
        {
            throw new UsageException(new($"“{span.Name}”在截止日之前还没有开始", $"'{span.Name}' has not begun before the cut-off"));
        }

        return new(Kind, On(Session.Measured(Contract, AsOf), span.Days.End.PlusDays(-1)), origin.Value, span.Days, span.Name) { Service = Service, Title = span.Title };
    }

    private DocumentBasis OfTerm()
    {
        var term = new DateSpan(Contract.Terms.Term.Start, Contract.Terms.Term.End);
        var result = Session.Result(Contract, AsOf);
        return new(Kind, result.Measurement, origin.Value, term, "T") { Result = result, Title = "全服务期" };
    }

    private static Measurement On(IReadOnlyList<(Measurement Measurement, AssessmentPeriod Period)> measured, LocalDate day) =>
        measured.LastOrDefault(pair => pair.Period.Days.Contains(day)).Measurement ?? measured[^1].Measurement;
}
