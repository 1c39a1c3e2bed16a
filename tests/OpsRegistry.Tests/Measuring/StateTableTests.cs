using System.Globalization;
using NodaTime;
using NodaTime.Text;
using OpsRegistry.Measuring;
using OpsRegistry.Tests.Scoring;
using OpsRegistry.Tests.Time;
using Xunit;

namespace OpsRegistry.Tests.Measuring;

/// <summary>The table of the four states of a limit, on the committed service levels.</summary>
public sealed class StateTableTests
{
    private static readonly RecordText Text = new("pingdingshan-2025", "pds-plat-01", "unified-acceptance");

    public static TheoryData<string> Rows => CommittedFiles.Ids("states.yaml");

    [Theory, MemberData(nameof(Rows))]
    public void A_limit_stands_as_the_table_says(string id)
    {
        var row = CommittedFiles.Row("states.yaml", id);
        var incident = Text.Reported(Local(row.Required("reported"))!.Value, ("respondedAt", Local(row.Optional("responded"))), ("restoredAt", Local(row.Optional("restored"))));
        var measurement = Quarter.Pingdingshan.Measure([Text.File(incident, "incident-2026-0001")], CommittedFiles.At(row.Required("asOf")));
        var summary = TargetSummary.Summarise(measurement, measurement.PeriodNamed("P1")!).Single(one => one.Target.Id == row.Required("limit"));
        Assert.Equal(row.Required("state"), measurement.Targets.Single(result => result.Target.Id == row.Required("limit")).State.ToString());
        Assert.Equal(row.Required("attainment"), summary.Attainment is { } share ? (share * 100m).ToString("0.##", CultureInfo.InvariantCulture) : "none");
    }

    private static LocalDateTime? Local(string? stamp) =>
        stamp is null ? null : LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss").Parse(stamp).Value;
}
