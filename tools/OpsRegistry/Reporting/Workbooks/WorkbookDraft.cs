using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using NodaTime;

namespace OpsRegistry.Reporting.Workbooks;

/// <summary>A workbook being written; <see cref="ToBytes"/> gives the finished file, the same bytes for the same content.</summary>
public sealed class WorkbookDraft : IDisposable
{
    private readonly XLWorkbook book = new(XLEventTracking.Disabled);
    private readonly Dictionary<CellPlace, CachedValue> formulas = [];
    private readonly List<SheetDraft> sheets = [];
    private readonly WorkbookProperties properties;

    /// <summary>Begins an empty workbook.</summary>
    public WorkbookDraft(WorkbookProperties properties)
    {
        this.properties = properties;
        WorkbookTheme.ApplyBase(book.Style);
    }

    /// <summary>The workbook itself, for what ClosedXML does well alone.</summary>
    public IXLWorkbook Book => book;

    /// <summary>Adds a sheet at the end, set up for A4 upright under the workbook's title until told otherwise.</summary>
    /// <param name="name">Made fit by <see cref="ExcelText.ForSheetName"/>; two sheets with one name are a caller's fault.</param>
    public SheetDraft AddSheet(string name)
    {
        var sheet = book.AddWorksheet(ExcelText.ForSheetName(name));
        sheet.ShowGridLines = false;
        sheets.Add(new SheetDraft(sheet, formulas));
        return sheets[^1].PrintOnA4(landscape: false, properties.Title);
    }

    /// <summary>The finished file: values beside formulas, every byte decided by the content and the properties.</summary>
    public byte[] ToBytes()
    {
        sheets.ForEach(sheet => sheet.FitRows());
        using var file = new MemoryStream();
        book.SaveAs(file, new SaveOptions { EvaluateFormulasBeforeSaving = false, ValidatePackage = false });
        using (var document = SpreadsheetDocument.Open(file, isEditable: true))
        {
            CachedFormulas.Write(document, formulas);
            ClosedXmlLeftovers.Remove(document, properties.Creator);
        }

        return ReproduciblePackage.Normalise(file.ToArray(), properties);
    }

    /// <inheritdoc/>
    public void Dispose() => book.Dispose();
}

/// <summary>What a file's properties say; nothing about the machine or the person that ran the tool.</summary>
/// <param name="Title">The workbook's title.</param>
/// <param name="Creator">Who answers for it: the tool's name, never a user's.</param>
/// <param name="AsOf">Created and modified: the instant up to which the figures hold.</param>
public sealed record WorkbookProperties(string Title, string Creator, Instant AsOf);
