using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Templates;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Documents;

/// <summary>What one document is made from.</summary>
/// <param name="Kind">The kind of document.</param>
/// <param name="Measurement">What was measured under the readings and versions in force on the last of its days.</param>
/// <param name="Origin">Where the registry's bytes come from.</param>
/// <param name="Days">The days that it is about: those of the record, the span asked for, or the term.</param>
/// <param name="Name">What the span or record is called, as file names and headings have it.</param>
internal sealed record DocumentBasis(DocumentKind Kind, Measurement Measurement, ReportOrigin Origin, DateSpan Days, string Name)
{
    /// <summary>What people call the span; its name where nobody said otherwise.</summary>
    public string Title { get; init; } = Name;

    /// <summary>The record that it is about; null for a span of days.</summary>
    public Fact? Fact { get; init; }

    /// <summary>The one service that it is about; null for the whole contract.</summary>
    public string? Service { get; init; }

    /// <summary>Points and money, where the document tells them.</summary>
    public ContractResult? Result { get; init; }

    /// <summary>The contract.</summary>
    public ContractFolder Folder => Measurement.Folder;

    /// <summary>The document's days as a period of its own.</summary>
    internal AssessmentPeriod Period => new(Name, 0, Days, IsLast: false);

    /// <summary>The records of the days, and of the service where one is asked for.</summary>
    internal IReadOnlyList<Fact> Facts => Measurement.FactsIn(Period).Where(fact => Service is null || fact.Record.Services.Any(service => service.Value == Service)).ToList();

    /// <summary>What was due by the contract's own assessment periods and closed on one of the days.</summary>
    internal IEnumerable<Occurrence> Occurrences =>
        from period in Measurement.Periods
        from occurrence in Measurement.OccurrencesIn(period)
        where Days.Contains(occurrence.Days.End.PlusDays(-1)) && (Service is null || occurrence.Service == Service)
        select occurrence;
}
