using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables.Definitions;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>履约: every time that an obligation fell due in the period, and by what it was fulfilled.</summary>
internal static class ObligationSheet
{
    public static Sheet For(AssessmentBook book)
    {
        var occurrences = book.Measurement.OccurrencesIn(book.Days).ToList();
        var duties = DutyTable.For(book.Measurement.Scope, occurrences);
        return new("duties", new("履约", "Duties"), new("周期性义务的每一次履行", "each time a duty fell due"))
        {
            IsLandscape = true,
            Blocks = duties.RowCount == 0 ? [new Block.Paragraph(duties.WhenEmpty) { Tone = Tone.Faint }] :
            [
                .. UnrecordedWords.Blocks(book.Folder),
                new Block.Heading(new("一、汇总", "1. All duties"), "dutySums"),
                new Block.TableBlock(duties),
                new Block.Heading(new("二、逐次", "2. Each time"), "dutyTimes"),
                new Block.TableBlock(OccurrenceTable.For(occurrences)),
            ],
        };
    }
}
