using NodaTime;
using OpsRegistry.Interpreting;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Rules;
using Xunit;

namespace OpsRegistry.Tests.Data;

/// <summary>Contract changning-2026: what source 002 lists, and the figures that the contract's README derives by hand.</summary>
public sealed class ChangningTests
{
    private static readonly ContractFolder Contract = Changning.Folder;

    [Fact]
    public void Nothing_is_wrong_but_the_change_of_personnel_without_consent() =>
        Assert.Equal(
            ["OPS402 personnel-change-2026-0002.yaml"],
            Checker.Check(FrozenRegistry.Loaded)
                .Where(finding => finding.Place.Path.Contains("changning-2026/", StringComparison.Ordinal) || finding.Place.Path.Contains("/chn-", StringComparison.Ordinal))
                .Select(finding => $"{finding.Rule.Id} {finding.Place.Path.Split('/')[^1]}"));

    [Theory]
    [InlineData("基础服务平台", 8, 0)]
    [InlineData("政务办公应用支撑平台", 13, 0)]
    [InlineData("移动办公平台", 17, 0)]
    [InlineData("区级工作平台", 7, 6)]
    [InlineData("各部门工作平台", 2, 6)]
    [InlineData("与市一网协同平台对接", 2, 9)]
    [InlineData("长宁区数字化项目管理平台", 11, 0)]
    [InlineData("长宁区督查督办数字化管理平台", 6, 7)]
    [InlineData("终端运维服务", 1, 0)]
    [InlineData("电子邮件系统运维服务", 1, 18)]
    public void A_group_of_the_list_has_its_applications_and_modules(string group, int applications, int modules)
    {
        var systems = Contract.Of<InformationSystem>().Where(system => system.Spec.Group == group).ToList();
        Assert.Equal((applications, modules), (systems.Count, systems.Sum(system => system.Spec.Modules.Count)));
    }

    [Fact]
    public void There_are_no_other_applications() => Assert.Equal(68, Contract.Of<InformationSystem>().Count());

    [Fact]
    public void Ten_thousand_mailboxes_are_served() => Assert.Equal(10000, Contract.Find<Asset>("mailboxes")!.Value.Spec.Quantity);

    [Fact]
    public void The_term_is_the_printed_one_and_no_amount_is_made_up()
    {
        Assert.Equal((new LocalDate(2026, 7, 1), new LocalDate(2027, 7, 1)), (Contract.Terms.Term.Start, Contract.Terms.Term.End));
        Assert.Null(Contract.Terms.Amount);
        Assert.Null(Contract.Scorecard);
    }

    [Fact]
    public void One_manager_two_on_site_and_five_off_site_are_asked_for_with_their_qualifications() =>
        Assert.Equal(
            [
                "project-manager 1 True Bachelor 计算机信息系统集成高级项目经理 5",
                "engineer-on-site 2 True College  2",
                "engineer-off-site 5 False College  2",
                "expert 1 False Unstated  0",
            ],
            Contract.Terms.Staffing.Select(post => $"{post.Post} {post.Headcount} {post.OnSite} {post.Education} {post.Certificate} {post.ExperienceYears}"));

    [Fact]
    public void A_change_of_personnel_needs_consent_and_no_number_of_days()
    {
        Assert.True(Contract.Terms.PersonnelChange!.ConsentRequired);
        Assert.Null(Contract.Terms.PersonnelChange.Notice);
    }

    [Theory]
    [InlineData("incapable", null)]
    [InlineData("grave-security-incident", 0)]
    [InlineData("purpose-defeated", null)]
    [InlineData("transferred", null)]
    [InlineData("breach-not-corrected", 1)]
    public void An_exit_trigger_is_watched_by_records_or_left_to_a_person(string id, int? records)
    {
        var match = Contract.Terms.ExitTriggers.Single(trigger => trigger.Id == id).Records;
        Assert.Equal(records, match is null ? null : Changning.Result.Measurement.Facts.Count(fact => fact.Matches(match)));
    }

    [Theory]
    [InlineData("P1", "hotline-working 4/2/0; on-duty-working 1/1/0; field-arrival-working 2/1/0; hotline-outside 3/1/0; team-arrival-outside 1/0/0; experts-same-day 1/1/0")]
    [InlineData("P2", "hotline-working 3/0/0; on-duty-working 2/0/0; field-arrival-working 1/1/0; hotline-outside 3/0/1; team-arrival-outside 1/1/1; experts-same-day 1/0/0")]
    public void A_period_keeps_and_misses_the_limits_that_were_worked_out(string period, string counts) =>
        Assert.Equal(counts, Changning.Counts(Changning.Result.Measurement, period));

    [Theory]
    [InlineData("K002-WEEKDAY", "monday-to-friday", "P1", "hotline-working 3/2/0; on-duty-working 1/1/0; field-arrival-working 1/1/0; hotline-outside 4/1/0; team-arrival-outside 2/0/0; experts-same-day 1/1/0")]
    [InlineData("K002-WEEKDAY", "monday-to-friday", "P2", "hotline-working 2/1/0; on-duty-working 1/0/0; field-arrival-working 0/2/0; hotline-outside 3/0/1; team-arrival-outside 1/1/1; experts-same-day 1/0/0")]
    [InlineData("K002-RESPWHO", "hotline-limit", "P1", "hotline-working 4/2/0; on-duty-working 1/1/0; field-arrival-working 2/1/0; hotline-outside 3/2/0; team-arrival-outside 1/0/0; experts-same-day 1/1/0")]
    [InlineData("K002-URGENT", "ordinary-targets", "P1", "hotline-working 4/2/0; on-duty-working 1/1/0; field-arrival-working 2/2/0; hotline-outside 4/1/0; team-arrival-outside 2/0/0; experts-same-day 1/1/0")]
    [InlineData("K002-URGENT", "ordinary-targets", "P2", "hotline-working 4/0/0; on-duty-working 2/0/0; field-arrival-working 2/1/0; hotline-outside 3/0/1; team-arrival-outside 1/1/1; experts-same-day 1/0/0")]
    [InlineData("K002-SAMEDAY", "team-only", "P2", "hotline-working 3/0/0; on-duty-working 2/0/0; field-arrival-working 1/1/0; hotline-outside 3/0/1; team-arrival-outside 1/1/1")]
    [InlineData("K-PAUSE", "confirmed-pause", "P2", "hotline-working 3/0/0; on-duty-working 2/0/0; field-arrival-working 2/0/0; hotline-outside 3/0/1; team-arrival-outside 1/1/1; experts-same-day 1/0/0")]
    public void Another_reading_moves_the_counts_as_far_as_was_worked_out(string key, string option, string period, string counts) =>
        Assert.Equal(counts, Changning.Counts(Changning.MeasuredAs(Contract, key, option, new(2026, 11, 20)), period));

    [Theory]
    [InlineData("P1", "urgent-handling Fulfilled 2")]
    [InlineData("P2", "special-period-duty Fulfilled 4; special-period-duty Missing 1; urgent-handling Pending 1")]
    public void A_duty_without_frequency_has_no_attainment_before_the_term_ends(string period, string duties)
    {
        var measurement = Changning.Result.Measurement;
        Assert.Equal(duties, string.Join("; ", measurement.OccurrencesIn(measurement.PeriodNamed(period)!)
            .GroupBy(occurrence => $"{occurrence.Obligation.Id} {occurrence.State}", (key, group) => $"{key} {group.Count()}")));
    }

    [Fact]
    public void A_frequency_set_by_the_purchaser_would_give_one()
    {
        var measurement = Changning.MeasuredAs(Contract, "K002-INSP", "monthly", new(2026, 11, 20));
        var months = measurement.OccurrencesIn(measurement.PeriodNamed("P1")!).Where(occurrence => occurrence.Obligation.Id is "inspection" or "usage-statistics");
        Assert.Equal(
            ["inspection M1 Fulfilled", "inspection M2 Fulfilled", "inspection M3 Fulfilled", "usage-statistics M1 Missing", "usage-statistics M2 Fulfilled", "usage-statistics M3 Fulfilled"],
            months.Select(occurrence => $"{occurrence.Obligation.Id} {occurrence.Name} {occurrence.State}"));
    }

    [Fact]
    public void The_first_payment_is_due_fifteen_working_days_after_its_invoice_and_the_second_waits()
    {
        var account = Changning.Result.Settlement;
        Assert.Null(account.Total);
        Assert.Equal([new LocalDate(2026, 7, 29), null], account.Tranches.Select(tranche => tranche.Due));
        Assert.Equal([null, null], account.Tranches.Select(tranche => tranche.Payable));
        Assert.Equal([600000m, 0m], account.Tranches.Select(tranche => tranche.Paid));
        Assert.Equal([PaymentTrigger.Accepted, PaymentTrigger.Invoiced], account.Tranches[1].Waiting);
    }

    [Fact]
    public void Every_line_of_the_source_is_accounted_for()
    {
        var map = CoverageMap.Build(Contract)!;
        Assert.True(map.IsComplete);
        Assert.Equal((549, 0, 43), (map.LinesIn(CoverageClass.Modelled), map.LinesIn(CoverageClass.Partly), map.LinesIn(CoverageClass.Not)));
    }

    [Fact]
    public void Every_unclear_clause_has_its_key() => Assert.Equal(
        [
            "K-HIST", "K-PAUSE", "K-ROUND", "K-SECOND", "K-TERM", "K-WD",
            "K002-CERT", "K002-CLASS", "K002-INSP", "K002-PRICE", "K002-RESPWHO", "K002-SAMEDAY", "K002-URGENT", "K002-WEEKDAY",
        ],
        Contract.Interpretations!.Items.Select(item => item.Key).Order(StringComparer.Ordinal));
}
