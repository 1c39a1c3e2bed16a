using System.IO.Compression;
using System.Text;
using OpsRegistry.Reporting;
using OpsRegistry.Verifying;
using Xunit;

namespace OpsRegistry.Tests.Reporting;

[Collection(nameof(AssessmentWorkbookCollection))]
public sealed class WorkbookOriginTests(AssessmentWorkbooks workbooks)
{
    [Fact]
    public void A_workbook_says_all_that_making_it_again_takes()
    {
        var origin = WorkbookOrigin.Read(new MemoryStream(workbooks.Files["example-2025 P1"]))!;
        Assert.Equal(
            ("example-2025", "P1", GoldenContracts.Commit, "1.0.0-test", false, "zh"),
            (origin.Contract, origin.Period, origin.Commit, origin.ToolVersion, origin.IsProvisional, origin.Language));
        Assert.Equal(GoldenContracts.ResultOf(GoldenContracts.Loaded.Registry, "example-2025").Measurement.AsOf, origin.AsOf);
    }

    [Fact]
    public void What_LibreOffice_saves_again_says_the_same() =>
        Assert.Equal(
            WorkbookOrigin.Read(new MemoryStream(workbooks.Files["pingdingshan-2025 P1"])),
            WorkbookOrigin.Read(new MemoryStream(workbooks.Resaved["pingdingshan-2025 P1"])));

    [Fact]
    public void Each_volume_says_which_it_is() => Assert.Equal(
        [AssessmentVolume.SigningSet, AssessmentVolume.DataBook],
        new[] { "example-2025 P1", "example-2025 P1 data" }.Select(key => WorkbookOrigin.Read(new MemoryStream(workbooks.Files[key]))!.Volume));

    [Fact]
    public void Provisional_calendars_are_told()
    {
        var result = GoldenContracts.ResultOf(GoldenContracts.Loaded.Registry, "example-2025");
        Assert.True(WorkbookOrigin.Read(result, result.Periods[0], GoldenContracts.Origin with { IsProvisional = true }, AssessmentVolume.SigningSet).IsProvisional);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK no zip")]
    public void What_is_no_workbook_has_no_origin(string bytes) => Assert.Null(WorkbookOrigin.Read(new MemoryStream(Encoding.UTF8.GetBytes(bytes))));

    [Theory]
    [InlineData("<a/>")]
    [InlineData("not xml")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")]
    [InlineData("<p><property name='opsreg.contract'>c</property><property name='opsreg.period'>P1</property><property name='opsreg.commit'>x</property><property name='opsreg.asOf'>never</property></p>")]
    public void Properties_that_are_not_ours_are_no_origin(string properties)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        using (var part = archive.CreateEntry("docProps/custom.xml").Open())
        {
            part.Write(Encoding.UTF8.GetBytes(properties));
        }

        Assert.Null(WorkbookOrigin.Read(file));
    }

    [Fact]
    public void The_demo_workbook_is_not_an_assessment() => Assert.Null(WorkbookOrigin.Read(new MemoryStream(DemoWorkbook.Build())));
}
