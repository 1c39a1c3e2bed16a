using System.Globalization;
using MiniExcelLibs;
using Xunit;

namespace OpsRegistry.Tests.Reporting;

/// <summary>MiniExcel, which wrote none of it and shares no code with what did, reads every value: a second reader beside LibreOffice.</summary>
[Collection(nameof(AssessmentWorkbookCollection))]
public sealed class IndependentReaderTests(AssessmentWorkbooks workbooks)
{
    public static TheoryData<string> OneOfEachContract =>
        ["changning-2026 P1 data", "fujian-2023 P6 data", "pengjiang-2025 P2 data", "pingdingshan-2025 P3", "zhangjiagang-2024 T data", "example-2025 P1", "example-2025 P1 data", "example-plain T"];

    /// <summary>The values beside formulas are read too, as a reader shows them that calculates nothing.</summary>
    [Theory]
    [MemberData(nameof(OneOfEachContract))]
    public void MiniExcel_reads_the_same_values(string key)
    {
        using var file = new MemoryStream(workbooks.Files[key]);
        var read = MiniExcel.GetSheetNames(file).SelectMany(sheet => CellsOf(file, sheet)).ToDictionary(cell => cell.Place, cell => cell.Value, StringComparer.Ordinal);
        var claimed = workbooks.Claimed[key].All.Where(cell => cell.Value.Value.Length > 0).ToDictionary(StringComparer.Ordinal);
        Assert.Contains(claimed.Values, cell => cell.Formula is not null);
        Assert.Equal(claimed.Count, read.Count);
        Assert.Empty(claimed.Where(cell => read.GetValueOrDefault(cell.Key) != Shown(cell.Value)).Select(cell => $"{cell.Key}: {Shown(cell.Value)} / {read.GetValueOrDefault(cell.Key)}"));
    }

    private static IEnumerable<(string Place, string Value)> CellsOf(Stream file, string sheet) =>
        from pair in MiniExcel.Query(file, useHeaderRow: false, sheetName: sheet).Select((row, index) => (Row: (IDictionary<string, object?>)row, Number: index + 1))
        from cell in pair.Row
        let value = ValueOf(cell.Value)
        where value.Length > 0
        select ($"{OpsRegistry.Reporting.Workbooks.ExcelText.SheetInFormula(sheet)}!{cell.Key}{pair.Number}", value);

    private static string ValueOf(object? value) => value switch
    {
        null => "",
        double number => Rounded(number),
        DateTime moment => Rounded(moment.ToOADate()),
        TimeSpan length => Rounded(length.TotalDays),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Shown(ReadCell cell) => cell.Kind == ReadKind.Number ? Rounded(double.Parse(cell.Value, CultureInfo.InvariantCulture)) : cell.Value;

    /// <summary>Moments are kept to the millisecond.</summary>
    private static string Rounded(double number) => Math.Round(number, 6).ToString("R", CultureInfo.InvariantCulture);
}
