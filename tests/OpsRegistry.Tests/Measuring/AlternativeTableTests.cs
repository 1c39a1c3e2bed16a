using NodaTime;
using OpsRegistry.Tests.Scoring;
using OpsRegistry.Tests.Time;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Measuring;

/// <summary>The table of a duty that can be done in two ways, on the committed terms of its service.</summary>
public sealed class AlternativeTableTests
{
    private static readonly RecordText Text = new("zhangjiagang-2024", "zjg-team-09", "sw-074-system");

    private static readonly Quarter Zhangjiagang = Quarter.Of("zhangjiagang-2024");

    private static readonly LocalDate Day = new(2025, 1, 15);

    public static TheoryData<string> Rows => CommittedFiles.Ids("alternatives.yaml");

    [Theory, MemberData(nameof(Rows))]
    public void A_duty_is_done_when_the_table_says(string id)
    {
        var row = CommittedFiles.Row("alternatives.yaml", id);
        var records = row.Required("done").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Record);
        var measurement = Zhangjiagang.Measure(records, BeijingTime.EndOf(CommittedFiles.Date(row.Required("asOf"))));
        var duty = measurement.Scope.Obligations.Single(scoped => scoped.Obligation.Id == "sec-017-drill-or-response");
        var occurrence = Assert.Single(measurement.OccurrencesIn(measurement.Periods.Single(), duty));
        Assert.Equal(row.Required("state"), occurrence.State.ToString());
    }

    private static KeyValuePair<string, string> Record(string what) => what switch
    {
        "plan" => Text.File(("service-report", Day, "reportType: emergency-plan\nsubmittedOn: 2025-01-15\nabout: 预案\nservices: [sec-017]"), "service-report-2025-0001"),
        "drill" => Text.File(("drill", Day, "performedOn: 2025-01-15\nscenario: 演练\nresult: 完成\nservices: [sec-017]"), "drill-2025-0001"),
        "event" => Response("sec-017"),
        "elsewhere" => Response("sec-005"),
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
    };

    private static KeyValuePair<string, string> Response(string service) => Text.File(
        ("fault-report", Day, $"incident: incident-2025-0001\nreportType: incident-response\nsubmittedAt: 2025-01-15T10:00:00+08:00\nservices: [{service}]"),
        "fault-report-2025-0001");
}
