using NodaTime;
using NodaTime.Text;
using OpsRegistry.Model;
using OpsRegistry.Tests.Cli;
using Xunit;

namespace OpsRegistry.Tests.Measuring;

/// <summary>TV13: the levels of contract 003 as its committed service levels grade them.</summary>
public sealed class SeverityVectorTests
{
    private static readonly OffsetDateTime Start = OffsetDateTimePattern.Rfc3339.Parse("2026-01-08T00:00:00+08:00").Value;

    private static readonly SeverityTerms Terms = TermsOf003();

    [Theory]
    [InlineData("0:20:00", "level-4")]
    [InlineData("0:20:01", "level-3")]
    [InlineData("1:00:00", "level-3")]
    [InlineData("1:00:01", "level-2")]
    [InlineData("5:00:00", "level-2")]
    [InlineData("5:00:01", "level-1")]
    public void TV13_a_full_interruption_must_exceed_the_threshold(string length, string level)
    {
        Assert.Equal(level, LevelOf(new() { Interruptions = [Stretch(length)] }, SeriousImpact.Yes));
        Assert.Equal("level-4", LevelOf(new() { Interruptions = [Stretch(length)] }, SeriousImpact.No));
    }

    [Theory]
    [InlineData("1:00:00", "level-4")]
    [InlineData("1:00:01", "level-3")]
    [InlineData("2:00:00", "level-3")]
    [InlineData("2:00:01", "level-2")]
    [InlineData("9:00:00", "level-2")]
    public void TV13_a_degradation_reaches_level_2_at_most(string length, string level)
    {
        Assert.Equal(level, LevelOf(new() { Degradations = [Stretch(length)] }, SeriousImpact.Yes));
        Assert.Equal("level-4", LevelOf(new() { Degradations = [Stretch(length)] }, SeriousImpact.No));
    }

    [Fact]
    public void Overlapping_stretches_count_once()
    {
        Assert.Equal("level-3", LevelOf(new() { Interruptions = [Stretch("1:00:00"), Stretch("0:50:00"), Stretch("0:10:00")] }, SeriousImpact.Yes));
    }

    private static string LevelOf(Stretches stretches, SeriousImpact impact) => Severities.LevelOf(
        Terms,
        new Incident
        {
            Summary = "试验",
            Category = IncidentCategory.Fault,
            Systems = [],
            Channel = Channel.Phone,
            ReportedAt = Start,
            Attributable = true,
            CauseCategory = CauseCategory.Unknown,
            SeriousImpact = impact,
            Interruptions = stretches.Interruptions,
            Degradations = stretches.Degradations,
        },
        Start.ToInstant() + Duration.FromDays(30)).Id;

    private static TimeSpanRecord Stretch(string length) =>
        new() { From = Start, To = Start + DurationPattern.CreateWithInvariantCulture("-H:mm:ss").Parse(length).Value };

    private static SeverityTerms TermsOf003()
    {
        using var registry = TemporaryRegistry.Of003();
        return registry.Folder().ServiceLevels!.Severities!;
    }

    private sealed record Stretches
    {
        public IReadOnlyList<TimeSpanRecord> Interruptions { get; init; } = [];

        public IReadOnlyList<TimeSpanRecord> Degradations { get; init; } = [];
    }
}
