using NodaTime;
using NodaTime.Text;
using OpsRegistry.Model;
using OpsRegistry.Tests.Data;
using OpsRegistry.Tests.Time;
using Xunit;

namespace OpsRegistry.Tests.Measuring;

/// <summary>The table of levels, on the committed service levels.</summary>
public sealed class SeverityTableTests
{
    private static readonly OffsetDateTime Start = OffsetDateTimePattern.Rfc3339.Parse("2026-01-08T00:00:00+08:00").Value;

    public static TheoryData<string> Rows => CommittedFiles.Ids("severity.yaml");

    [Theory, MemberData(nameof(Rows))]
    public void A_fault_has_the_level_that_the_table_says(string id)
    {
        var row = CommittedFiles.Row("severity.yaml", id);
        var incident = new Incident
        {
            Summary = "故障",
            Category = IncidentCategory.Fault,
            Systems = [],
            Channel = Channel.Phone,
            ReportedAt = Start,
            Attributable = true,
            CauseCategory = CauseCategory.Unknown,
            SeriousImpact = row.Required("serious") == "true" ? SeriousImpact.Yes : SeriousImpact.No,
            Interruptions = Stretches(row.Optional("interruption")),
            Degradations = Stretches(row.Optional("degradation")),
        };
        var terms = FrozenRegistry.Pingdingshan.ServiceLevels!.Severities!;
        Assert.Equal(row.Required("level"), Severities.LevelOf(terms, incident, Start.ToInstant() + Duration.FromDays(30)).Id);
    }

    private static List<TimeSpanRecord> Stretches(string? lengths) => (lengths ?? "")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(length => new TimeSpanRecord { From = Start, To = Start + DurationPattern.CreateWithInvariantCulture("-H:mm:ss").Parse(length).Value })
        .ToList();
}
