using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Workbooks.Sheets;
using OpsRegistry.Reporting.Workbooks.Writing;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Workbooks;

/// <summary>
/// The workbook of one contract and one period: what both parties sign, with the proof of every figure in it.
/// Formulas carry the engine's values; a reader who calculates again finds the same or has found a fault.
/// </summary>
internal static class AssessmentWorkbook
{
    private const string Creator = "ops-registry";

    /// <summary>The workbook as bytes: the same for the same arguments.</summary>
    public static byte[] ToBytes(ContractResult result, PeriodResult period, ReportOrigin origin)
    {
        using var file = new MemoryStream();
        Write(file, result, period, origin);
        return file.ToArray();
    }

    /// <summary>Writes the workbook; its tables row by row, so that a long one needs little room.</summary>
    /// <param name="file">A stream that can seek and be read.</param>
    public static void Write(Stream file, ContractResult result, PeriodResult period, ReportOrigin origin)
    {
        var title = $"{result.Folder.Terms.Title.Zh} {period.Period.Id}";
        var draft = new WorkbookDraft(new(title, Creator, result.Measurement.AsOf)
        {
            Custom = WorkbookOrigin.Of(result, period, origin).ToProperties(),
        });
        var book = new AssessmentBook(result, period, origin);
        BookWriter.Write(draft, Sheets(book), FrameOf(book), Language.Zh);
        draft.Write(file);
    }

    /// <summary>The sheets in the order of their tabs.</summary>
    private static IReadOnlyList<Sheet> Sheets(AssessmentBook book)
    {
        Sheet?[] sheets =
        [
            ScoreSheet.For(book),
            ChartSheet.For(book),
            DeductionSheet.For(book),
            ObligationSheet.For(book),
            TargetSheet.For(book),
            TimeProofSheet.For(book),
            RecordSheets.Incidents(book),
            RecordSheets.Inspections(book),
            RecordSheets.Others(book),
            StaffingSheet.For(book),
            RecordSheets.Assets(book),
            SettlementSheet.For(book),
            ReadingSheet.For(book),
            RecordSheets.History(book),
            VerificationSheet.For(book),
        ];
        var others = sheets.OfType<Sheet>().ToList();
        return [CoverSheet.For(book, others), .. others];
    }

    private static BookFrame FrameOf(AssessmentBook book)
    {
        var (title, period, days, state) = (book.Folder.Terms.Title, book.PeriodTitle, AssessmentBook.Span(book.Days.Days), book.State);
        var commit = book.Origin.IsCommitted ? new Text($"提交 {book.Origin.Commit[..12]}", $"commit {book.Origin.Commit[..12]}") : new Text("未提交", "uncommitted");
        return new(
            new("运 维 服 务 考 核 报 告", "Assessment of operation and maintenance"),
            title,
            new($"{title.Zh}　{period.Zh}　{days.Zh}　{state.Zh}", $"{title.En}  {period.En}  {days.En}  {state.En}"),
            new($"{title.Zh}　{period.Zh}　{state.Zh}", $"{title.En}  {period.En}  {state.En}"),
            // Paper alone can be traced to its commit.
            new($"{commit.Zh} · {book.Origin.ToolVersion}", $"{commit.En} · {book.Origin.ToolVersion}"));
    }
}
