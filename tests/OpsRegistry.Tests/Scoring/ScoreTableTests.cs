using NodaTime;
using OpsRegistry.Settling;
using OpsRegistry.Tests.Time;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Scoring;

/// <summary>The table of points and yuan that a few records cost, on the committed scorecard.</summary>
public sealed class ScoreTableTests
{
    private static readonly RecordText Text = new("pingdingshan-2025", "pds-plat-01", "unified-acceptance");

    public static TheoryData<string> Rows => CommittedFiles.Ids("scores.yaml");

    [Theory, MemberData(nameof(Rows))]
    public void Records_cost_what_the_table_says(string id)
    {
        var row = CommittedFiles.Row("scores.yaml", id);
        var records = Records((int)(row.Number("inspections") ?? 0), (int)(row.Number("graveFaults") ?? 0), (int)(row.Number("unreachable") ?? 0));
        var assessment = Quarter.Assess(Quarter.Pingdingshan.Measure(records, BeijingTime.EndOf(new(2026, 3, 31)), row.Optional("reading")), "P1");
        if (row.Optional("term") is { } term)
        {
            Assert.Contains(assessment.Indicators, line => line.Indicator.Deductions.Any(one => one.Id == term));
            Assert.Equal(row.Number("lost"), assessment.Deductions.Where(deduction => deduction.Term.Id == term).Sum(deduction => deduction.Points));
        }

        if (row.Number("total") is { } total)
        {
            Assert.Equal(total, assessment.Total);
            Assert.Equal(row.Number("yuan"), PeriodSettlement.Settle(assessment).Total);
        }
    }

    /// <summary>A first quarter in which all else was done in time.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Records(int inspections, int graveFaults, int unreachable)
    {
        // The ISO weeks wholly inside 2025-12-03 to 2026-03-02 begin on 2025-12-08 and end on 2026-03-01: twelve.
        var first = new LocalDate(2025, 12, 8);
        for (var week = 0; week < inspections; week++)
        {
            yield return Text.File(Text.Inspection(first.PlusWeeks(week)), $"inspection-2026-{week + 1:0000}");
        }

        yield return Text.File(RecordText.DefectAnalysis(new LocalDate(2026, 2, 25)), "defect-analysis-2026-0001");
        for (var number = 1; number <= graveFaults; number++)
        {
            var day = new LocalDate(2026, 1, 5).PlusWeeks(number);
            yield return Text.File(Text.Fault(day.At(new LocalTime(9, 0)), 5, serious: true, attributable: true, (0, 360)), $"incident-2026-{number:0000}");
            yield return Text.File(Text.AnalysisReport($"incident-2026-{number:0000}", day.PlusDays(1)), $"fault-report-2026-{number:0000}");
        }

        for (var call = 1; call <= unreachable; call++)
        {
            yield return Text.File(Text.Unreachable(new LocalDate(2026, 1, 4).PlusDays(call)), $"attendance-2026-{call:0000}");
        }
    }
}
