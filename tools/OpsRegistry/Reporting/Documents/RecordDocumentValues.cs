using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Workbooks.Sheets;
using OpsRegistry.Templates.Values;

namespace OpsRegistry.Reporting.Documents;

/// <summary>The values of documents about one inspection, drill, training or analysis.</summary>
internal static class RecordDocumentValues
{
    public static RecordDocument Fill(DocumentBasis basis, Fact fact) => fact.Record switch
    {
        Inspection inspection => OfInspection(basis, fact, inspection),
        SpecialInspection inspection => OfSpecial(basis, fact, inspection),
        Drill drill => new DrillDocument(DocumentHeads.Of(basis, fact))
        {
            PerformedOn = Words.Show(drill.PerformedOn),
            Scenario = drill.Scenario,
            Result = drill.Result,
            Participants = DocumentWords.People(drill.Participants),
        },
        Training training => new TrainingDocument(DocumentHeads.Of(basis, fact))
        {
            PerformedOn = Words.Show(training.PerformedOn),
            Subject = training.Subject,
            Audience = training.Audience,
            Attendees = DocumentWords.Count(training.Attendees),
            Trainers = DocumentWords.People(training.Trainers),
        },
        _ => OfAnalysis(basis, fact, (DefectAnalysis)fact.Record),
    };

    private static DefectDocument OfAnalysis(DocumentBasis basis, Fact fact, DefectAnalysis analysis) => new(DocumentHeads.Of(basis, fact))
    {
        SubmittedOn = Words.Show(analysis.SubmittedOn),
        DefectsFound = DocumentWords.Count(analysis.DefectsFound),
        RisksFound = DocumentWords.Count(analysis.RisksFound),
        Measures = analysis.Measures,
    };

    private static InspectionDocument OfInspection(DocumentBasis basis, Fact fact, Inspection inspection)
    {
        var abnormal = inspection.Items.Count(item => item.Result == InspectionResult.Abnormal);
        return new(DocumentHeads.Of(basis, fact))
        {
            Type = DocumentWords.TypeOf(basis.Measurement, fact, "inspectionType", inspection.InspectionType),
            PerformedOn = Words.Show(inspection.PerformedOn),
            Inspector = inspection.Inspector,
            Systems = DocumentWords.Systems(basis.Folder, inspection.Systems),
            DatabaseIncluded = Words.YesNo(inspection.DatabaseIncluded),
            SpecialPeriod = "",
            Conclusion = $"共 {DocumentWords.Count(inspection.Items.Count)} 项，正常 {DocumentWords.Count(inspection.Items.Count - abnormal)} 项，异常 {DocumentWords.Count(abnormal)} 项。",
            Items = inspection.Items.Select(Item).ToList(),
        };
    }

    private static InspectionDocument OfSpecial(DocumentBasis basis, Fact fact, SpecialInspection inspection) => new(DocumentHeads.Of(basis, fact))
    {
        Type = "特巡特维",
        PerformedOn = Words.Show(inspection.PerformedOn),
        Inspector = inspection.Inspector,
        Systems = DocumentWords.Nothing,
        DatabaseIncluded = DocumentWords.Nothing,
        SpecialPeriod = basis.Folder.Find<SpecialPeriod>(inspection.SpecialPeriod) is { } order ? $"{order.Spec.Title.Zh}（{order.Name}）" : inspection.SpecialPeriod,
        Conclusion = DocumentWords.Said(inspection.Result),
        Items = [],
    };

    private static InspectionItemValues Item(InspectionItem item, int index) => new()
    {
        Number = DocumentWords.Count(index + 1),
        Item = item.Item,
        Result = item.Result.Title().Zh,
        Advice = DocumentWords.Said(item.Advice),
        Outcome = DocumentWords.Said(item.Outcome),
        CompletedOn = DocumentWords.Day(item.CompletedOn),
    };
}
