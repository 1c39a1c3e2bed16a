using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using OpsRegistry.Settling;
using Xunit;

namespace OpsRegistry.Tests.Reporting;

/// <summary>Every period of both contracts, written once and recalculated in one start of LibreOffice.</summary>
public sealed class AssessmentWorkbooks
{
    public AssessmentWorkbooks()
    {
        var files = new List<(string Key, byte[] Bytes)>();
        foreach (var result in new[] { GoldenContracts.Full, GoldenContracts.Plain })
        {
            files.AddRange(result.Periods.Select(period => ($"{result.Folder.Name} {period.Period.Id}", GoldenContracts.Workbook(result, period))));
        }

        var recalculated = LibreOffice.Recalculate(files.ConvertAll(file => file.Bytes));
        Files = files.ToDictionary(file => file.Key, file => file.Bytes, StringComparer.Ordinal);
        Claimed = files.ToDictionary(file => file.Key, file => WorkbookCells.Read(file.Bytes), StringComparer.Ordinal);
        Found = files.Zip(recalculated).ToDictionary(pair => pair.First.Key, pair => pair.Second, StringComparer.Ordinal);
    }

    internal IReadOnlyDictionary<string, byte[]> Files { get; }

    internal IReadOnlyDictionary<string, WorkbookCells> Claimed { get; }

    internal IReadOnlyDictionary<string, WorkbookCells> Found { get; }
}

public sealed class AssessmentWorkbookTests(AssessmentWorkbooks workbooks) : IClassFixture<AssessmentWorkbooks>
{
    [Fact]
    public void The_golden_registry_loads_without_a_finding() => Assert.Empty(GoldenContracts.Loaded.Findings);

    [Theory]
    [InlineData("example-2025 P1")]
    [InlineData("example-2025 P2")]
    [InlineData("example-2025 P3")]
    [InlineData("example-2025 P4")]
    [InlineData("example-plain T")]
    public void Every_formula_gives_the_engines_figure(string key) =>
        Assert.Empty(workbooks.Claimed[key].Unproved(workbooks.Found[key]));

    [Theory]
    [InlineData("example-2025 P1")]
    [InlineData("example-2025 P2")]
    [InlineData("example-2025 P3")]
    [InlineData("example-2025 P4")]
    [InlineData("example-plain T")]
    public void The_file_is_valid_by_the_schema_of_its_format(string key)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbooks.Files[key]), isEditable: false);
        var faults = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document);
        Assert.Empty(faults.Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}"));
    }

    [Fact]
    public void The_same_result_gives_the_same_bytes()
    {
        var again = GoldenContracts.ResultOf(GoldenContracts.Load(Path.Combine(Golden.RepositoryRoot, "tests", "golden", "registry")).Registry, "example-2025");
        Assert.Equal(workbooks.Files["example-2025 P1"], GoldenContracts.Workbook(again, again.Periods[0]));
    }

    [Theory]
    [InlineData("example-2025 P1", "TODO", "TODO")]
    public void Score_and_deduction_stand_on_the_cover(string key, string score, string amount)
    {
        Assert.Equal(score, workbooks.Found[key]["封面", "B6"].Value);
        Assert.Equal(amount, workbooks.Found[key]["封面", "B7"].Value);
    }
}
