using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary><c>opsreg explain &lt;record&gt; [target]</c>.</summary>
public sealed class ExplainRecordTests
{
    private const string Degraded = """
        summary: 试验
        category: fault
        systems: [portal]
        channel: phone
        reportedAt: 2026-01-08T10:00:00+08:00
        respondedAt: 2026-01-08T10:12:00+08:00
        restoredAt: 2026-01-08T12:30:00+08:00
        onSiteNeeded: false
        attributable: true
        seriousImpact: "yes"
        causeCategory: unknown
        severity: level-4
        degradations:
          - {from: 2026-01-08T10:00:00+08:00, to: 2026-01-08T11:30:00+08:00}
          - {from: 2026-01-08T11:00:00+08:00, to: 2026-01-08T12:30:00+08:00}
        """;

    [Fact]
    public void The_level_is_proved_from_united_stretches_thresholds_and_impact()
    {
        using var registry = TemporaryRegistry.Of003().Record("Incident", "2026-01-08", Degraded);
        var outcome = registry.Run("explain", "incident-2026-0001", "severity", "--as-of", "2026-02-01", "--lang", "en");
        Assert.Equal(0, outcome.Exit);
        Assert.Equal("level  level-2  Level 2 (major)", outcome.Lines[1]);
        Assert.Contains("    +  2026-01-08 10:00:00 … 12:30:00  2 h 30 min", outcome.Lines);
        Assert.Contains(outcome.Lines, line => line.StartsWith("  →  Level 2 (major)", StringComparison.Ordinal) && line.Contains("degradation > 2 h: yes", StringComparison.Ordinal));
        Assert.Contains("  the worst level whose conditions hold", outcome.Lines);
        Assert.Contains("  the record claims 'level-4'; the computed level holds", outcome.Lines);
        Assert.DoesNotContain("limit", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_serious_impact_the_last_level_takes_it_and_says_why()
    {
        using var registry = TemporaryRegistry.Of003().Record("Incident", "2026-01-08", Degraded.Replace("\"yes\"", "\"no\"", StringComparison.Ordinal));
        var outcome = registry.Run("explain", "incident-2026-0001", "severity", "--as-of", "2026-02-01");
        Assert.Equal("级别  level-4  四级其它故障", outcome.Lines[1]);
        Assert.Contains("  有时长超过门槛，但没有严重影响，归入最末一级", outcome.Lines);
    }

    [Fact]
    public void One_target_is_proved_alone()
    {
        using var registry = TemporaryRegistry.Of003().Record("Incident", "2026-01-08", Degraded);
        var outcome = registry.Run("explain", "incident-2026-0001", "response", "--as-of", "2026-02-01");
        Assert.Equal("response", outcome.Lines[1]);
        Assert.Contains(outcome.Lines, line => line.EndsWith("+ 2026-01-08 10:00:00 … 10:12:00  服务时段内", StringComparison.Ordinal));
        Assert.DoesNotContain("restoration", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_that_does_not_hold_is_answered_with_those_that_do()
    {
        using var registry = TemporaryRegistry.Of003().Record("Incident", "2026-01-08", Degraded);
        var outcome = registry.Run("explain", "incident-2026-0001", "arrival", "--as-of", "2026-02-01", "--lang", "en");
        Assert.Contains("no limit 'arrival' holds for this record; there are: response restoration formal-report analysis-report", outcome.Lines);
    }

    [Fact]
    public void A_name_that_nothing_has_is_a_misuse()
    {
        var outcome = CommandLine.Run("explain", "incident-1999-0001", "--lang", "en");
        Assert.Equal(2, outcome.Exit);
        Assert.Equal("opsreg: no contract, record or rule is named 'incident-1999-0001'\n", outcome.Error);
    }
}
