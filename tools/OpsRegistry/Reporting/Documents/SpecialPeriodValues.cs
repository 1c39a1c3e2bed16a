using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Workbooks.Sheets;
using OpsRegistry.Templates.Values;

namespace OpsRegistry.Reporting.Documents;

/// <summary>The values of a report on a special period: what was ordered and what was done and happened in its days.</summary>
internal static class SpecialPeriodValues
{
    public static SpecialPeriodDocument Fill(DocumentBasis basis, Fact fact)
    {
        var order = (SpecialPeriod)fact.Record;
        var facts = basis.Facts;
        var inspections = basis.Measurement.Facts.Where(other => other.Record is SpecialInspection inspection && inspection.SpecialPeriod == fact.Resource.Name).ToList();
        return new(DocumentHeads.Of(basis, fact))
        {
            Title = order.Title.Zh,
            OrderedOn = Words.Show(order.OrderedOn),
            From = Words.Show(order.From),
            Through = Words.Show(order.Through),
            Days = DocumentWords.Count(basis.Days.Days),
            Required = DocumentWords.Count(order.InspectionsRequired),
            Done = DocumentWords.Count(inspections.Count),
            Inspections = DocumentWords.Records(basis, inspections),
            Incidents = FaultDocumentValues.Lines(basis, facts),
            Requests = DocumentWords.Records(basis, facts.Where(other => other.Record is ServiceRequest)),
            Changes = DocumentWords.Records(basis, facts.Where(other => other.Record is Change)),
            Attendance = DocumentWords.Records(basis, facts.Where(other => other.Record is Attendance)),
            Posts = ServiceReportValues.Posts(basis),
        };
    }
}
