using System.Globalization;
using ClosedXML.Excel;
using Xunit;

namespace OpsRegistry.Tests.Reporting;

/// <summary>ClosedXML, which wrote none of it, reads what the file says: a second reader beside LibreOffice.</summary>
[Collection(nameof(AssessmentWorkbookCollection))]
public sealed class IndependentReaderTests(AssessmentWorkbooks workbooks)
{
    public static TheoryData<string> OneOfEachContract =>
        ["changning-2026 P1", "fujian-2023 P6", "pengjiang-2025 P2", "pingdingshan-2025 P3", "zhangjiagang-2024 T", "example-2025 P1", "example-plain T"];

    [Theory]
    [MemberData(nameof(OneOfEachContract))]
    public void ClosedXml_reads_the_same_values_and_formulas(string key)
    {
        using var book = new XLWorkbook(new MemoryStream(workbooks.Files[key]), XLEventTracking.Disabled);
        var read = book.Worksheets.SelectMany(sheet => sheet.CellsUsed(XLCellsUsedOptions.Contents)).ToDictionary(
            cell => $"{OpsRegistry.Reporting.Workbooks.ExcelText.SheetInFormula(cell.Worksheet.Name)}!{cell.Address.ToString(XLReferenceStyle.A1, includeSheet: false)}",
            ValueOf, StringComparer.Ordinal);
        var claimed = workbooks.Claimed[key].All;
        Assert.Equal(claimed.Count, read.Count);
        Assert.Empty(claimed.Where(cell => read.GetValueOrDefault(cell.Key) != Shown(cell.Value)).Select(cell => $"{cell.Key}: {Shown(cell.Value)} / {read.GetValueOrDefault(cell.Key)}"));
    }

    private static string ValueOf(IXLCell cell) => cell.HasFormula
        ? "=" + cell.FormulaA1
        : cell.DataType switch
        {
            XLDataType.Number => Rounded(cell.GetDouble()),
            XLDataType.DateTime => Rounded(cell.GetDateTime().ToOADate()),
            XLDataType.TimeSpan => Rounded(cell.GetTimeSpan().TotalDays),
            _ => cell.GetString(),
        };

    private static string Shown(ReadCell cell) => cell.Formula is { } formula ? "=" + formula
        : cell.Kind == ReadKind.Number ? Rounded(double.Parse(cell.Value, CultureInfo.InvariantCulture)) : cell.Value;

    /// <summary>ClosedXML keeps moments to the millisecond.</summary>
    private static string Rounded(double number) => Math.Round(number, 6).ToString("R", CultureInfo.InvariantCulture);
}
