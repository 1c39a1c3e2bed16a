using OpsRegistry.Verifying.Workbooks;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Workbooks.Sheets;
using OpsRegistry.Reporting.Workbooks.Writing;
using OpsRegistry.Settling;
using OpsRegistry.Verifying;

namespace OpsRegistry.Reporting.Workbooks;

/// <summary>
/// The two workbooks of one contract and one period: what both parties sign, and the book of data that proves every figure in it.
/// Formulas carry the engine's values; a reader who calculates again finds the same or has found a fault.
/// </summary>
internal static class AssessmentWorkbook
{
    /// <summary>The file names of the volumes, which the pages and the documents name.</summary>
    public const string SigningSetFile = "assessment.xlsx", DataBookFile = "data-book.xlsx";

    private const string Creator = "ops-registry";

    /// <summary>A volume as bytes: the same for the same arguments.</summary>
    public static byte[] ToBytes(ContractResult result, PeriodResult period, ReportOrigin origin, AssessmentVolume volume) => Written(new(result, period, origin, volume));

    /// <summary>A volume, with the cells that are its reader's.</summary>
    /// <param name="result">The contract's result.</param>
    /// <param name="period">One of its periods.</param>
    /// <param name="origin">Where the figures come from.</param>
    /// <param name="volume">Which of the two.</param>
    /// <param name="tried">Points that the reader tried to lose; null where he tried none.</param>
    public static MadeWorkbook Make(ContractResult result, PeriodResult period, ReportOrigin origin, AssessmentVolume volume, decimal? tried = null)
    {
        using var file = new MemoryStream();
        var cells = Write(file, new AssessmentBook(result, period, origin, volume));
        return new(file.ToArray(), cells) { Tried = tried is null ? null : Written(new(result, period, origin, volume) { Tried = tried }) };
    }

    /// <summary>Writes a volume; its tables row by row, so that a long one needs little room.</summary>
    /// <param name="file">A stream that can seek and be read.</param>
    /// <param name="result">The contract's result.</param>
    /// <param name="period">One of its periods.</param>
    /// <param name="origin">Where the figures come from.</param>
    /// <param name="volume">Which of the two.</param>
    public static void Write(Stream file, ContractResult result, PeriodResult period, ReportOrigin origin, AssessmentVolume volume) => Write(file, new(result, period, origin, volume));

    private static byte[] Written(AssessmentBook book)
    {
        using var file = new MemoryStream();
        Write(file, book);
        return file.ToArray();
    }

    private static IReadOnlyList<ReaderCell> Write(Stream file, AssessmentBook book)
    {
        var title = $"{book.Folder.Terms.Title.Zh} {book.Days.Id} {book.Volume.Title().Zh}";
        var draft = new WorkbookDraft(new(title, Creator, book.Result.Measurement.AsOf)
        {
            Custom = WorkbookOrigin.Read(book.Result, book.Period, book.Origin, book.Volume).ToProperties(),
        });
        var sheets = Sheets(book);
        BookWriter.Write(draft, sheets, FrameOf(book), Language.Zh);
        foreach (var (sheet, written) in sheets.Zip(draft.Sheets))
        {
            written.IsProtected = sheet.IsSigned;
        }

        draft.Write(file);
        return draft.Sheets.SelectMany(sheet => sheet.ReaderCells).ToList();
    }

    /// <summary>The sheets in the order of their tabs.</summary>
    private static IReadOnlyList<Sheet> Sheets(AssessmentBook book) => book.Volume switch
    {
        AssessmentVolume.SigningSet => Signed(book),
        AssessmentVolume.DataBook => Proving(book),
    };

    /// <summary>What is signed, and nothing else: what prints is what is signed.</summary>
    private static IReadOnlyList<Sheet> Signed(AssessmentBook book)
    {
        Sheet?[] sheets = [ScoreSheet.For(book), DeductionSheet.For(book), SettlementSheet.For(book)];
        return [CoverSheet.For(book), .. Told(sheets)];
    }

    /// <summary>What proves it.</summary>
    private static IReadOnlyList<Sheet> Proving(AssessmentBook book)
    {
        Sheet?[] sheets =
        [
            BasisSheet.For(book),
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
        var told = Told(sheets);
        return [ContentsSheet.For(book, told), .. told];
    }

    private static List<Sheet> Told(IEnumerable<Sheet?> sheets) => sheets.OfType<Sheet>().Where(sheet => !IsEmpty(sheet)).ToList();

    /// <summary>True for a sheet of which there is nothing to tell: all that it lists is none, and nothing else is on it.</summary>
    private static bool IsEmpty(Sheet sheet) =>
        sheet.Blocks.OfType<Block.TableBlock>().All(table => table.Content is { RowCount: 0, Foot.Count: 0 })
        && !sheet.Blocks.Any(block => block is Block.Figures or Block.ChartBlock or Block.Signatures or Block.Paragraph { Tone: not Tone.Faint });

    private static BookFrame FrameOf(AssessmentBook book)
    {
        var (title, period, days, state) = (book.Folder.Terms.Title, book.PeriodTitle, AssessmentBook.Span(book.Days.Days), book.State);
        var commit = book.Origin.IsCommitted ? new Text($"提交 {book.Origin.Commit[..12]}", $"commit {book.Origin.Commit[..12]}") : new Text("未提交", "uncommitted");
        return new(
            book.Volume switch
            {
                AssessmentVolume.SigningSet => new("运 维 服 务 考 核 报 告", "Assessment of operation and maintenance"),
                AssessmentVolume.DataBook => new("考 核 数 据 册", "Data book of the assessment"),
            },
            title,
            new($"{period.Zh}　{days.Zh}　{state.Zh}", $"{period.En}  {days.En}  {state.En}"),
            new($"{title.Zh}　{period.Zh}　{state.Zh}", $"{title.En}  {period.En}  {state.En}"),
            // Paper alone can be traced to its commit.
            new($"{commit.Zh} · {book.Origin.ToolVersion}", $"{commit.En} · {book.Origin.ToolVersion}"));
    }
}
