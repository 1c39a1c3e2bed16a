using System.Text.Json;
using NodaTime;
using OpsRegistry.Model;
using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary>Clocks that run from and to the moments that a target names, on invented limits; every expected time is counted by hand.</summary>
public sealed class MomentTests
{
    private const string Levels = """
        windows:
          - id: always
            title: {zh: 全天, en: All day}
            days: everyDay
            segments: [{from: "00:00", to: "24:00"}]
          - id: office
            title: {zh: 上班, en: Office}
            days: workingDays
            segments: [{from: "08:30", to: "17:30"}]
        targets:
          - {id: repair, title: {zh: 修复, en: Repair}, metric: restoration, from: arrivedAt, appliesTo: {kind: Incident}, limit: PT8H, window: always}
          - {id: work, title: {zh: 处理, en: Work}, metric: restoration, from: [workStartedAt, arrivedAt], appliesTo: {kind: Incident}, limit: PT4H, window: always}
          - {id: team, title: {zh: 团队, en: Team}, metric: onSiteArrival, from: [onSiteNeededAt, reportedAt], reportedWithin: office, appliesTo: {kind: Incident}, limit: PT2H, window: always}
          - {id: experts, title: {zh: 专家, en: Experts}, metric: onSiteArrival, role: experts, appliesTo: {kind: Incident}, limit: 0d}
          - {id: solved, title: {zh: 解决, en: Solved}, metric: restoration, appliesTo: {kind: Incident}, limit: PT8H, window: office}
          - {id: substitute, title: {zh: 替代, en: Substitute}, metric: substitute, startsWhenMissed: solved, to: [substituteOfferedAt, restoredAt, resolvedAt], appliesTo: {kind: Incident}, limit: PT72H, window: always}
        """;

    // Reported on a Monday at 10:00, somebody came at 11:00 and was needed from 10:30.
    private const string Arrived = "onSiteNeededAt: 2026-03-02T10:30:00+08:00\narrivedAt: 2026-03-02T11:00:00+08:00\n";

    [Theory]
    [InlineData("repair", Arrived + "restoredAt: 2026-03-02T19:00:00+08:00", "met", "2026-03-02T11:00:00", "2026-03-02T19:00:00")]
    [InlineData("repair", Arrived + "restoredAt: 2026-03-02T19:00:01+08:00", "missed", "2026-03-02T11:00:00", "2026-03-02T19:00:00")]
    [InlineData("repair", "restoredAt: 2026-03-02T12:00:00+08:00", "notMeasurable", null, null)]
    [InlineData("repair", Arrived + "restoredAt: 2026-03-02T10:50:00+08:00", "met", "2026-03-02T11:00:00", "2026-03-02T19:00:00")]
    [InlineData("repair", Arrived + "restoredAt: 2026-03-02T09:50:00+08:00", "notMeasurable", "2026-03-02T11:00:00", null)]
    [InlineData("work", Arrived + "workStartedAt: 2026-03-02T12:00:00+08:00\nrestoredAt: 2026-03-02T15:30:00+08:00", "met", "2026-03-02T12:00:00", "2026-03-02T16:00:00")]
    [InlineData("work", Arrived + "restoredAt: 2026-03-02T15:30:00+08:00", "missed", "2026-03-02T11:00:00", "2026-03-02T15:00:00")]
    [InlineData("team", "onSiteNeededAt: 2026-03-02T11:30:00+08:00\narrivedAt: 2026-03-02T13:30:00+08:00", "met", "2026-03-02T11:30:00", "2026-03-02T13:30:00")]
    [InlineData("team", "arrivedAt: 2026-03-02T13:30:00+08:00", "missed", "2026-03-02T10:00:00", "2026-03-02T12:00:00")]
    [InlineData("team", "onSiteNeededAt: 2026-03-02T17:40:00+08:00\narrivedAt: 2026-03-02T19:00:00+08:00", "met", "2026-03-02T17:40:00", "2026-03-02T19:40:00")]
    [InlineData("experts", Arrived, "missed", "2026-03-02T10:00:00", "2026-03-03T00:00:00")]
    [InlineData("experts", Arrived + "arrivals: [{at: 2026-03-02T11:00:00+08:00, role: team}, {at: 2026-03-02T23:00:00+08:00, role: experts}]", "met", "2026-03-02T10:00:00", "2026-03-03T00:00:00")]
    [InlineData("team", "arrivals: [{at: 2026-03-02T13:00:00+08:00, role: experts}, {at: 2026-03-02T11:50:00+08:00, role: team}]", "met", "2026-03-02T10:00:00", "2026-03-02T12:00:00")]
    [InlineData("substitute", "restoredAt: 2026-03-02T16:00:00+08:00", null, null, null)] // restored within 8 office hours: nothing to substitute
    [InlineData("substitute", "restoredAt: 2026-03-04T10:00:00+08:00", "met", "2026-03-03T09:00:00", "2026-03-06T09:00:00")]
    [InlineData("substitute", "substituteOfferedAt: 2026-03-06T09:00:00+08:00\nrestoredAt: 2026-03-09T10:00:00+08:00", "met", "2026-03-03T09:00:00", "2026-03-06T09:00:00")]
    [InlineData("substitute", "restoredAt: 2026-03-06T09:00:01+08:00", "missed", "2026-03-03T09:00:00", "2026-03-06T09:00:00")]
    [InlineData("substitute", "substituteOfferedAt: 2026-03-02T15:00:00+08:00\nrestoredAt: 2026-03-09T10:00:00+08:00", "met", "2026-03-03T09:00:00", "2026-03-06T09:00:00")]
    public void A_clock_runs_between_the_moments_that_its_target_names(string target, string stamps, string? state, string? start, string? due)
    {
        using var registry = TemporaryRegistry.Tiny().Governance("ServiceLevels", "service-levels", Levels);
        registry.Record("Incident", "2026-03-02", Incident("2026-03-02T10:00:00+08:00", stamps));
        var outcome = Explained(registry).FirstOrDefault(one => one.Target == target);
        Assert.Equal((state, start, due), (outcome.State, outcome.Start, outcome.State == "notMeasurable" ? null : outcome.Due));
    }

    [Theory]
    [InlineData("2026-03-03T09:00:00+08:00", null)] // 8 office hours from Monday 10:00: Tuesday 09:00, and the limit itself is within
    [InlineData("2026-03-03T09:00:01+08:00", "pending")]
    [InlineData("2026-03-06T09:00:00+08:00", "pending")]
    [InlineData("2026-03-06T09:00:01+08:00", "missed")]
    public void A_clock_that_waits_for_a_missed_limit_starts_when_it_is_missed(string asOf, string? state)
    {
        using var registry = TemporaryRegistry.Tiny().Governance("ServiceLevels", "service-levels", Levels);
        registry.Record("Incident", "2026-03-02", Incident("2026-03-02T10:00:00+08:00", ""));
        Assert.Equal(state, Explained(registry, asOf).FirstOrDefault(one => one.Target == "substitute").State);
    }

    // A new time of a record is held against the others by its schema alone: one without an order is found here.
    [Theory]
    [InlineData("Incident", "reportedAt")]
    [InlineData("ServiceRequest", "requestedAt plannedAt consentedAt completedAt")] // whose chain OPS316 knows
    public void Every_time_says_what_it_is_not_before(string kind, string without) =>
        Assert.Equal(without, string.Join(' ', Kinds.Named(kind)!.Fields.Where(field => field.Type == typeof(OffsetDateTime) && field.NotBefore.Count == 0).Select(field => field.Key)));

    private static List<(string? Target, string? State, string? Start, string? Due)> Explained(TemporaryRegistry registry, string asOf = "2026-03-31")
    {
        var outcome = registry.Run("explain", "incident-2026-0001", "--as-of", asOf, "--format", "json");
        Assert.True(outcome.Exit == 0, outcome.Error + outcome.Output);
        return JsonDocument.Parse(outcome.Output).RootElement.EnumerateArray().Single().GetProperty("clocks").EnumerateArray()
            .Select(limit => (limit.GetProperty("target").GetString(), limit.GetProperty("state").GetString(), Local(limit, "start"), Local(limit, "due"))).ToList();
    }

    private static string? Local(JsonElement limit, string name) => limit.GetProperty(name).GetString()?[..19];

    private static string Incident(string reported, string more) => $"""
        summary: 试验
        category: fault
        systems: [portal]
        channel: phone
        reportedAt: {reported}
        onSiteNeeded: true
        attributable: true
        causeCategory: unknown
        {more}
        """;
}
