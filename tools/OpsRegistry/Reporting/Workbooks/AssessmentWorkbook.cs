using OpsRegistry.Verifying.Workbooks;
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
    public static byte[] ToBytes(ContractResult result, PeriodResult period, ReportOrigin origin) => Make(result, period, origin).Bytes;

    /// <summary>The workbook, with the cells that are its reader's.</summary>
    /// <param name="result">The contract's result.</param>
    /// <param name="period">One of its periods.</param>
    /// <param name="origin">Where the figures come from.</param>
    /// <param name="tried">Points that the reader tried to lose; null where he tried none.</param>
    public static MadeWorkbook Make(ContractResult result, PeriodResult period, ReportOrigin origin, decimal? tried = null)
    {
        using var file = new MemoryStream();
        var cells = Write(file, new AssessmentBook(result, period, origin), signedOnly: false);
        return new(file.ToArray(), cells) { Tried = tried is null ? null : Written(new(result, period, origin) { Tried = tried }, signedOnly: false) };
    }

    /// <summary>Writes the workbook; its tables row by row, so that a long one needs little room.</summary>
    /// <param name="file">A stream that can seek and be read.</param>
    /// <param name="result">The contract's result.</param>
    /// <param name="period">One of its periods.</param>
    /// <param name="origin">Where the figures come from.</param>
    public static void Write(Stream file, ContractResult result, PeriodResult period, ReportOrigin origin) => Write(file, new(result, period, origin), signedOnly: false);

    /// <summary>The workbook for the printer: what is signed, with the rest hidden, so that pages are counted without it.</summary>
    public static byte[] SigningSet(ContractResult result, PeriodResult period, ReportOrigin origin) => Written(new(result, period, origin), signedOnly: true);

    private static byte[] Written(AssessmentBook book, bool signedOnly)
    {
        using var file = new MemoryStream();
        Write(file, book, signedOnly);
        return file.ToArray();
    }

    private static IReadOnlyList<ReaderCell> Write(Stream file, AssessmentBook book, bool signedOnly)
    {
        var title = $"{book.Folder.Terms.Title.Zh} {book.Days.Id}";
        var draft = new WorkbookDraft(new(title, Creator, book.Result.Measurement.AsOf)
        {
            Custom = WorkbookOrigin.Read(book.Result, book.Period, book.Origin).ToProperties(),
        })
        { HasPlainNames = true };
        var sheets = Sheets(book);
        BookWriter.Write(draft, sheets, FrameOf(book), Language.Zh);
        foreach (var (sheet, written) in sheets.Zip(draft.Sheets))
        {
            (written.IsProtected, written.IsHidden) = (sheet.IsSigned, signedOnly && !sheet.IsSigned);
        }

        draft.Write(file);
        return draft.Sheets.SelectMany(sheet => sheet.ReaderCells).ToList();
    }

    /// <summary>The sheets in the order of their tabs: what is signed, then what proves it.</summary>
    private static IReadOnlyList<Sheet> Sheets(AssessmentBook book)
    {
        Sheet?[] sheets =
        [
            ScoreSheet.For(book),
            DeductionSheet.For(book),
            SettlementSheet.For(book),
            ChartSheet.For(book),
            ObligationSheet.For(book),
            TargetSheet.For(book),
            TimeProofSheet.For(book),
            RecordSheets.Incidents(book),
            RecordSheets.Inspections(book),
            RecordSheets.Others(book),
            StaffingSheet.For(book),
            RecordSheets.Assets(book),
            ReadingSheet.For(book),
            RecordSheets.History(book),
            VerificationSheet.For(book),
        ];
        var others = sheets.OfType<Sheet>().Where(sheet => !IsEmpty(sheet)).ToList();
        return [CoverSheet.For(book, others), .. others];
    }

    /// <summary>True for a sheet of which there is nothing to tell: all that it lists is none, and nothing else is on it.</summary>
    private static bool IsEmpty(Sheet sheet) =>
        sheet.Blocks.OfType<Block.TableBlock>().All(table => table.Content is { RowCount: 0, Foot.Count: 0 })
        && !sheet.Blocks.Any(block => block is Block.Figures or Block.ChartBlock or Block.Signatures or Block.Paragraph { Tone: not Tone.Faint });

    private static BookFrame FrameOf(AssessmentBook book)
    {
        var (title, period, days, state) = (book.Folder.Terms.Title, book.PeriodTitle, AssessmentBook.Span(book.Days.Days), book.State);
        var commit = book.Origin.IsCommitted ? new Text($"提交 {book.Origin.Commit[..12]}", $"commit {book.Origin.Commit[..12]}") : new Text("未提交", "uncommitted");
        return new(
            new("运 维 服 务 考 核 报 告", "Assessment of operation and maintenance"),
            title,
            new($"{period.Zh}　{days.Zh}　{state.Zh}", $"{period.En}  {days.En}  {state.En}"),
            new($"{title.Zh}　{period.Zh}　{state.Zh}", $"{title.En}  {period.En}  {state.En}"),
            // Paper alone can be traced to its commit.
            new($"{commit.Zh} · {book.Origin.ToolVersion}", $"{commit.En} · {book.Origin.ToolVersion}"));
    }
}
