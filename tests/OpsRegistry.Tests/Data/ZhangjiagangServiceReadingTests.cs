using Xunit;

namespace OpsRegistry.Tests.Data;

/// <summary>Services read back against the text of their needs: term, limits, counted duties.</summary>
public sealed class ZhangjiagangServiceReadingTests
{
    [Theory]
    [InlineData("sw-001", "2024-10-01..2025-06-30", "onsite PT24H always", "annual-report 1/year; inspection 4/year")]
    [InlineData("sw-010", "2024-10-01..2025-06-30", "", "interviews 13/year; special-pages 2/year")]
    [InlineData("sw-013", "2024-10-01..2025-06-30", "resolve PT24H always; vulnerability-plan PT24H always; vulnerability-fix PT24H always", "inspection 1/day; annual-report 1/year")]
    [InlineData("sw-019", "2024-10-01..2025-06-30", "", "annual-report 1/year; inspection 4/year")]
    [InlineData("sw-024", "", "restore PT72H always", "")]
    [InlineData("sw-027", "2025-03-20..2025-06-30", "response PT1H always; response-off-hours PT3H always", "")]
    [InlineData("sw-033", "2025-05-19..2025-06-30", "onsite PT1H always; spare-part 3d", "")]
    [InlineData("sw-036", "2025-02-01..2025-06-30", "", "monthly-report 1/month; quarterly-report 1/quarter; annual-report 1/year")]
    [InlineData("sw-048", "2024-10-07..2025-06-30", "response PT30M always; resolve 3wd", "visits 6/term")]
    [InlineData("sw-050", "2025-02-01..2025-06-30", "response PT24H always; onsite PT48H always; resolve PT48H always", "inspection 1/month")]
    [InlineData("sw-074", "2024-10-01..2025-06-30", "onsite PT1H always; onsite-off-hours PT2H always; resolve PT8H always; request PT8H always", "")]
    [InlineData("sw-076", "2025-01-01..2025-06-30", "", "platform-inspection 1/week; account-files 1/day; phone-revisits 1/week; backup 1/day; revenue-brief 1/month; revenue-analysis 1/quarter")]
    [InlineData("sw-088", "2024-11-06..2025-06-30", "response PT30M 5x8; analysis PT1H 5x8; onsite PT2H 5x8", "")]
    [InlineData("sw-094", "2024-10-01..2025-06-30", "", "inspection 50/year; mlps-assessment 1/term")]
    [InlineData("sw-098", "2024-11-01..2025-06-30", "response PT1H always; diagnosis PT4H always; onsite PT1H always; onsite-major PT30M always; restore PT4H always", "inspection 3/term")]
    [InlineData("sw-099", "2025-01-01..2025-06-30", "resolve-level-1 PT4H always; response-level-2 PT1H always; resolve-level-2 PT8H always; response-level-3 PT4H always; resolve-level-3 PT24H always", "security-audit 1/term")]
    [InlineData("sw-105", "2024-10-01..2025-06-30", "resolve-major PT1H 7x8; resolve-minor PT4H 7x8", "")]
    [InlineData("sw-107", "2024-10-01..2025-06-30", "response PT4H always; onsite PT12H always; restore PT12H always", "server-check 1/month; backup 1/month; vulnerability-scan 1/quarter; web-scan 1/quarter")]
    [InlineData("sw-110", "2024-10-01..2025-06-30", "", "device-inspection 2/term; annual-report 1/year")]
    [InlineData("sw-112", "2024-12-15..2025-06-30", "", "backup 1/day; data-upload 1/month; training 1/halfYear; phone-revisits 4/year")]
    [InlineData("sw-127", "2025-01-01..2025-06-30", "onsite PT1H always; restore PT2H always", "health-check 1/quarter; drill 1/halfYear; first-health-check 1/term; implementation-plan 1/term")]
    [InlineData("sw-128", "2024-10-01..2025-06-30", "response PT1H always; response-bug 2wd; response-change 5wd; response-optimisation 1wd; resolve PT24H always", "")]
    [InlineData("sw-131", "2024-10-01..2025-06-30", "response PT30M always; resolve PT24H always; onsite PT8H always; problem-report PT24H always", "")]
    [InlineData("sw-168", "2024-10-16..2025-06-30", "response-outage PT30M always; response-other PT1H always; onsite-outage PT2H always; onsite-other PT4H always; resolve-outage PT24H always; resolve-other PT48H always; onsite-general PT4H always; restore-general PT28H always; restore-link PT24H always; spare-part PT12H always; spare-part-outage PT48H always", "hardware-inspection 1/month; database-inspection 1/month; database-health 1/month")]
    [InlineData("sw-169", "2025-04-18..2025-06-30", "", "inspection 1/term; security-monitoring 1/halfYear; vulnerability-scan 1/quarter; drill 1/year; training 1/year; penetration-test 1/halfYear")]
    [InlineData("sw-178", "2025-01-01..2025-06-30", "", "articles 60/term; article-over-2000 1/term; article-over-1000 2/term; article-over-500 4/term; field-coverage 1/term; poster 1/term")]
    [InlineData("sec-002", "2024-10-01..2025-06-30", "", "ledger 2/term; inspection 3/term; hardening 3/term; vulnerability-scan 3/term; drill 1/term; training 1/term")]
    [InlineData("sec-005", "2024-10-01..2025-06-30", "response-critical PT10M always; response-severe PT15M always; response-ordinary PT30M always; response-virtualisation PT10M always; remote-critical PT30M always; remote-severe PT30M always; remote-ordinary PT3H always; diagnosis-virtualisation PT30M always; onsite PT2H always; onsite-virtualisation PT2H always; restore-critical PT4H always; restore-severe PT8H always; restore-ordinary PT24H always; resolve-virtualisation PT8H always; analysis-report 3wd; service-report 1d", "ups 1/quarter; air-conditioning 1/quarter; terminals 1/halfYear; virtualisation 4/month; health-check 4/month; expert 1/month; filter-replacement 4/year; belt-replacement 1/year; ups-batteries 1/term; emergency-plan 1/term; cameras 1/term; technical-meeting 1/halfYear; event-cover 3/term; optical-archive 1/month; training 1/quarter; restore-test 1/quarter; vulnerability-scan 1/quarter; floor-cleaning 19/term")]
    [InlineData("sec-006", "2024-11-27..2025-06-30", "onsite PT2H always", "inspection 1/workingDay; policy-review 1/month; configuration-backup 1/month; vulnerability-scan 1/month; site-security-monthly 1/month; site-security-annual 1/year; security-status-monthly 1/month; security-status-annual 1/year; special-period-annual 1/year; penetration-test 1/term")]
    [InlineData("sec-008", "2025-03-01..2025-06-30", "response PT30M always; onsite PT1H always", "inspection 1/term; vulnerability-scan 1/term; penetration-test 1/term; incident-report 1/record")]
    [InlineData("sec-013", "2024-10-01..2025-06-30", "", "ledger 1/halfYear; vulnerability-scan 3/term; weak-password 1/halfYear; penetration-test 1/halfYear; inspection 3/term; hardening 3/term; drill 1/term; training 1/term")]
    [InlineData("sec-016", "2024-10-08..2025-06-30", "", "inspection 6/year; drill 2/year; training 2/year")]
    public void A_service_says_what_its_need_prints(string name, string term, string limits, string duties)
    {
        var service = ZhangjiagangServices.ByName[name];
        Assert.Equal((term, limits, duties), (service.Term(), service.Limits(), service.Duties()));
    }

    /// <summary>004 需求80 L1721-L1725.</summary>
    [Fact]
    public void Need_80_prints_three_licences_and_no_term() => Assert.Equal(
        ["2025-06-25..2026-06-24", "2024-12-20..2025-12-20", "2025-02-14..2026-02-14"],
        ZhangjiagangServices.ByName["sw-080"].LicenceTerms());

    /// <summary>004 需求43 L1253, 004 需求81 L1735: one licence outlives the contract, the other begins before it.</summary>
    [Theory]
    [InlineData("sw-007", "2024-12-07..2025-12-06")]
    [InlineData("sw-021", "2025-04-02..2026-04-01")]
    [InlineData("sw-024", "2025-04-18..2026-04-17")]
    [InlineData("sw-028", "2024-12-02..2025-12-01")]
    [InlineData("sw-029", "2025-01-01..2025-12-31")]
    [InlineData("sw-043", "2025-03-08..2027-03-07")]
    [InlineData("sw-081", "2024-01-01..2024-12-31")]
    [InlineData("sw-139", "2025-04-28..2026-04-27")]
    public void A_licence_has_the_days_that_are_printed(string name, string days) => Assert.Equal([days], ZhangjiagangServices.ByName[name].LicenceTerms());

    /// <summary>004 需求27 L969 (K004-27): one hour in working hours and three outside, by the hour of the report.</summary>
    [Fact]
    public void Need_27_classes_a_report_by_its_hour() => Assert.Equal(
        [("5x8", null), (null, "5x8")],
        ZhangjiagangServices.ByName["sw-027"].Targets.Select(target => (target.ReportedWithin, target.ReportedOutside)));

    /// <summary>004 需求105 L2277 (K004-INV): the big fault is due sooner, as printed.</summary>
    [Fact]
    public void Need_105_gives_a_major_fault_one_hour_and_a_minor_one_four() => Assert.Equal(
        [("major", "PT1H"), ("minor", "PT4H")],
        ZhangjiagangServices.ByName["sw-105"].Targets.Select(target => (target.AppliesTo.Where["tier"].ToString(), target.Limit)));

    /// <summary>004 安全需求17 L4382 (K004-S17).</summary>
    [Fact]
    public void Security_need_17_is_satisfied_by_plan_and_drill_or_by_one_incident_handled() => Assert.Equal(
        ["ServiceReport + Drill", "FaultReport"],
        ZhangjiagangServices.ByName["sec-017"].Obligations.Single(duty => duty.Id == "sec-017-drill-or-response")
            .FulfilledByGroup.Select(group => string.Join(" + ", group.All.Select(match => match.Kind))));
}
