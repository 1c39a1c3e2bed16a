using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Workbooks;
using OpsRegistry.Tests.Reporting;
using OpsRegistry.Verifying;
using OpsRegistry.Verifying.Workbooks;

namespace OpsRegistry.Tests.Verifying;

/// <summary>Both workbooks of a period with everything in it, and what LibreOffice makes of them.</summary>
public sealed class HonestWorkbooks
{
    public HonestWorkbooks()
    {
        var result = GoldenContracts.ResultOf(GoldenContracts.Loaded.Registry, "example-2025");
        Made = AssessmentWorkbook.Make(result, result.Periods[0], GoldenContracts.Origin, AssessmentVolume.SigningSet);
        Tried = AssessmentWorkbook.Make(result, result.Periods[0], GoldenContracts.Origin, AssessmentVolume.SigningSet, 3);
        var data = AssessmentWorkbook.Make(result, result.Periods[0], GoldenContracts.Origin, AssessmentVolume.DataBook);
        Signed = new(Made, ["封面", "扣分明细"]);
        Data = new(data, ["履约"]) { HasCharts = true };
    }

    internal MadeWorkbook Made { get; }

    /// <summary>The same with three points tried.</summary>
    internal MadeWorkbook Tried { get; }

    internal HonestVolume Signed { get; }

    internal HonestVolume Data { get; }

    internal HonestVolume[] Volumes => [Signed, Data];

    internal ComparedWorkbook Compare(byte[] workbook) => Signed.Compare(workbook);
}

/// <summary>One of the two.</summary>
/// <param name="Made">As the product makes it.</param>
/// <param name="Sheets">The sheets of which every attribute is tried.</param>
internal sealed record HonestVolume(MadeWorkbook Made, string[] Sheets)
{
    private readonly Lazy<byte[]> saved = new(() => LibreOffice.SavedAgain(Made.Bytes));

    /// <summary>As LibreOffice saves it, where somebody asks.</summary>
    public byte[] Saved => saved.Value;

    public bool HasCharts { get; init; }

    public ComparedWorkbook Compare(byte[] workbook) => WorkbookComparison.Compare("a.xlsx", Made, workbook);
}
