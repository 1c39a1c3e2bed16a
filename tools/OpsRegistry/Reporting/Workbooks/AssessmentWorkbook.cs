using OpsRegistry.Reporting.Workbooks.Sheets;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Workbooks;

/// <summary>
/// The workbook of one contract and one period: what both parties sign, with the proof of every figure in it.
/// Formulas carry the engine's values; a reader who calculates again finds the same or has found a fault.
/// </summary>
public static class AssessmentWorkbook
{
    private const string Creator = "ops-registry";

    /// <summary>The workbook as bytes: the same for the same arguments.</summary>
    /// <param name="result">The contract's result.</param>
    /// <param name="period">One of its periods.</param>
    /// <param name="origin">Where the figures come from.</param>
    public static byte[] ToBytes(ContractResult result, PeriodResult period, ReportOrigin origin)
    {
        using var file = new MemoryStream();
        Write(file, result, period, origin);
        return file.ToArray();
    }

    /// <summary>Writes the workbook; the ledgers row by row, so that a long one needs little room.</summary>
    /// <param name="file">A stream that can seek and be read.</param>
    /// <param name="result">The contract's result.</param>
    /// <param name="period">One of its periods.</param>
    /// <param name="origin">Where the figures come from.</param>
    public static void Write(Stream file, ContractResult result, PeriodResult period, ReportOrigin origin)
    {
        var title = $"{result.Folder.Terms.Title.Zh} {period.Period.Id}";
        var draft = new WorkbookDraft(new(title, Creator, result.Measurement.AsOf)
        {
            Custom = WorkbookOrigin.Of(result, period, origin).ToProperties(),
        });
        var book = new AssessmentBook(draft, result, period, origin);
        foreach (var page in Pages.Of(book))
        {
            book.Add(page);
        }

        // Who is linked to comes before who links; the cover reads everybody's figures.
        IncidentLedger.Write(book);
        InspectionLedger.Write(book);
        OtherLedger.Write(book);
        ObligationSheet.Write(book);
        TimeProofSheet.Write(book);
        TargetSheet.Write(book);
        DeductionSheet.Write(book);
        StaffingSheet.Write(book);
        AssetSheet.Write(book);
        ScoreSheet.Write(book);
        SettlementSheet.Write(book);
        ReadingSheet.Write(book);
        ChartSheet.Write(book);
        HistorySheet.Write(book);
        VerificationSheet.Write(book);
        CoverSheet.Write(book);
        draft.Write(file);
    }
}
