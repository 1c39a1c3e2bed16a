using System.Globalization;
using NodaTime;
using NodaTime.Text;
using OpsRegistry.Measuring;
using OpsRegistry.Tests.Time;
using OpsRegistry.Time;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace OpsRegistry.Tests.Scoring;

/// <summary>The table of bands and budgets, on the committed terms.</summary>
public sealed class BandTableTests
{
    private static readonly LocalDateTime Reported = new(2025, 1, 8, 9, 0);

    public static TheoryData<string> Rows => CommittedFiles.Ids("bands.yaml");

    [Theory, MemberData(nameof(Rows))]
    public void A_figure_falls_where_the_table_says(string id)
    {
        var row = CommittedFiles.Row("bands.yaml", id);
        var quarter = Quarter.Of(row.Required("contract"));
        switch (row.Required("asks"))
        {
            case "money":
                Assert.Equal(row.Number("yuan")!.Value, quarter.SettlementOf(row.Number("score")!.Value).Total);
                break;
            case "points":
                CheckPoints(row, quarter);
                break;
            default:
                CheckBudget(row, quarter);
                break;
        }
    }

    private static void CheckPoints(YamlMappingNode row, Quarter quarter)
    {
        var text = new RecordText(row.Required("contract"), "zjg-team-09", "sw-074-system");
        var responded = row.Optional("responded") is { } length ? Reported + Period.FromSeconds((long)DurationPattern.CreateWithInvariantCulture("-H:mm:ss").Parse(length).Value.TotalSeconds) : (LocalDateTime?)null;
        var record = text.File(text.Reported(Reported, ("respondedAt", responded)), "incident-2025-0001");
        var measurement = quarter.Measure([record], BeijingTime.EndOf(new(2025, 8, 31)), row.Optional("reading"));
        var score = Quarter.Assess(measurement, measurement.Periods.Single().Id).Indicators.Single(line => line.Indicator.Id == "A1").Score;
        Assert.Equal(row.Number("points")!.Value, score);
    }

    private static void CheckBudget(YamlMappingNode row, Quarter quarter)
    {
        var text = new RecordText(row.Required("contract"), "pds-plat-01", "unified-acceptance");
        var span = new DateSpan(CommittedFiles.Date(row.Required("from")), CommittedFiles.Date(row.Required("to")));
        var fault = row.Number("outage") is { } minutes
            ? [text.File(text.Fault(span.Start.PlusDays(9).At(new LocalTime(9, 0)), 5, serious: false, attributable: true, (0, (int)minutes)), "incident-2025-0001")]
            : Array.Empty<KeyValuePair<string, string>>();
        var measurement = quarter.Measure(fault, span.ToInterval().End);
        var terms = Assert.Single(measurement.Folder.ServiceLevels!.Availability);
        var result = AvailabilityResult.Measure(terms, new("T", 1, span, IsLast: true), measurement.Facts, measurement.Clocks, measurement.AsOf)!;
        Assert.Equal(row.Number("allowed")!.Value, (decimal)result.Allowed.ToInt64Nanoseconds() / 1_000_000_000m);
        Assert.Equal(row.Optional("share") ?? "100.00000", (result.Share!.Value * 100m).ToString("0.00000", CultureInfo.InvariantCulture));
    }
}
