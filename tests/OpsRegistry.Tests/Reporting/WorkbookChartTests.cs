using System.Globalization;
using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Packaging;
using OpsRegistry.Reporting.Workbooks;
using Xunit;

namespace OpsRegistry.Tests.Reporting;

[Collection(nameof(AssessmentWorkbookCollection))]
public sealed class WorkbookChartTests(AssessmentWorkbooks workbooks)
{
    [Theory]
    [InlineData("pingdingshan-2025 P1 data", "各考核期得分", "时限达成率（由低到高）", "事件按级别与月份")]
    [InlineData("fujian-2023 P6 data", "各考核期得分", "时限达成率（由低到高）", "事件按级别与月份")]
    [InlineData("changning-2026 P1 data", "时限达成率（由低到高）", "事件按级别与月份")]
    [InlineData("example-plain T data", "事件按级别与月份")]
    public void A_workbook_has_the_charts_that_its_contract_gives_figures_for(string key, params string[] titles) =>
        Assert.Equal(titles, Charts(key).Select(chart => string.Concat(chart.Title!.Descendants<DocumentFormat.OpenXml.Drawing.Text>().Select(text => text.Text))));

    [Fact]
    public void Every_charts_figures_are_those_that_LibreOffice_finds_in_its_cells()
    {
        var checkedPoints = 0;
        foreach (var key in workbooks.Files.Keys)
        {
            foreach (var values in Charts(key).SelectMany(chart => chart.Descendants<Values>()))
            {
                var range = values.NumberReference!.Formula!.Text;
                var (sheet, cells) = (range[1..range.IndexOf("'!", StringComparison.Ordinal)], range[(range.IndexOf("'!", StringComparison.Ordinal) + 2)..].Replace("$", "", StringComparison.Ordinal).Split(':'));
                var (row, column) = A1.Parse(cells[0]);
                foreach (var point in values.Descendants<NumericPoint>())
                {
                    var found = workbooks.Found[key][sheet, A1.Write(row + (int)point.Index!.Value, column)];
                    Assert.Equal(double.Parse(found.Value, CultureInfo.InvariantCulture), double.Parse(point.NumericValue!.Text, CultureInfo.InvariantCulture), 9);
                    checkedPoints++;
                }
            }
        }

        Assert.True(checkedPoints > 200, $"{checkedPoints} points");
    }

    [Fact]
    public void Series_are_told_apart_without_colour()
    {
        var series = Charts("pingdingshan-2025 P1 data").Last().Descendants<BarChartSeries>().ToList();
        Assert.True(series.Count > 1);
        Assert.Equal(series.Count, series.Select(one => one.ChartShapeProperties!.FirstChild!.OuterXml).Distinct().Count());
    }

    private List<Chart> Charts(string key)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbooks.Files[key]), isEditable: false);
        return document.WorkbookPart!.WorksheetParts.Where(part => part.DrawingsPart is not null)
            .SelectMany(part => part.DrawingsPart!.ChartParts.OrderBy(chart => chart.Uri.ToString(), StringComparer.Ordinal))
            .Select(part => part.ChartSpace.GetFirstChild<Chart>()!).ToList();
    }
}
