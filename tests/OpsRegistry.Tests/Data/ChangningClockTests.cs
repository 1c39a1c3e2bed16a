using NodaTime;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Data;

/// <summary>The limits of 002 4.2 L513 and 六 L554, and what happens where they reach into 2027.</summary>
public sealed class ChangningClockTests
{
    // TV09, with the arrival beside the hotline throughout.
    [Theory]
    [InlineData("2026-07-08T17:29:59+08:00", "hotline-working 2026-07-08 17:59:59; field-arrival-working 2026-07-08 19:29:59")]
    [InlineData("2026-07-08T17:30:00+08:00", "hotline-outside 2026-07-08 18:30:00; team-arrival-outside 2026-07-08 21:30:00")]
    [InlineData("2026-07-08T08:29:59+08:00", "hotline-outside 2026-07-08 09:29:59; team-arrival-outside 2026-07-08 12:29:59")]
    [InlineData("2026-07-08T08:30:00+08:00", "hotline-working 2026-07-08 09:00:00; field-arrival-working 2026-07-08 10:30:00")]
    [InlineData("2026-07-08T17:00:00+08:00", "hotline-working 2026-07-08 17:30:00; field-arrival-working 2026-07-08 19:00:00")]
    [InlineData("2026-09-20T10:00:00+08:00", "hotline-working 2026-09-20 10:30:00; field-arrival-working 2026-09-20 12:00:00")]
    [InlineData("2026-10-01T10:00:00+08:00", "hotline-outside 2026-10-01 11:00:00; team-arrival-outside 2026-10-01 14:00:00")]
    public void The_hour_of_the_report_on_a_working_day_chooses_the_limits(string reported, string due) =>
        Assert.Equal(due, Changning.DueTimes(Measured(Changning.CaseAt(reported))));

    [Theory]
    [InlineData("2026-09-20T10:00:00+08:00", "hotline-outside 2026-09-20 11:00:00; team-arrival-outside 2026-09-20 14:00:00")]
    [InlineData("2026-10-01T10:00:00+08:00", "hotline-working 2026-10-01 10:30:00; field-arrival-working 2026-10-01 12:00:00")]
    [InlineData("2026-07-08T17:29:59+08:00", "hotline-working 2026-07-08 17:59:59; field-arrival-working 2026-07-08 19:29:59")]
    public void Monday_to_Friday_to_the_letter_would_turn_make_up_days_and_holidays_around(string reported, string due) =>
        Assert.Equal(due, Changning.DueTimes(Changning.MeasuredAs(
            Changning.WithOnly(Changning.CaseAt(reported)), "K002-WEEKDAY", "monday-to-friday", new(2026, 11, 20))));

    [Fact]
    public void The_same_moment_in_another_offset_has_the_same_limits() =>
        Assert.Equal(
            "hotline-working 2026-07-08 17:59:59; field-arrival-working 2026-07-08 19:29:59",
            Changning.DueTimes(Measured(Changning.CaseAt("2026-07-08T05:29:59-04:00"))));

    [Theory]
    [InlineData("2026-07-08T10:00:00+08:00", Channel.OnSite, "on-duty-working field-arrival-working")]
    [InlineData("2026-07-08T20:00:00+08:00", Channel.OnSite, "team-arrival-outside")]
    [InlineData("2026-07-08T10:00:00+08:00", Channel.Online, "field-arrival-working")]
    [InlineData("2026-07-08T20:00:00+08:00", Channel.Monitoring, "team-arrival-outside")]
    public void A_row_that_the_table_does_not_have_is_not_applicable_and_no_pass(string reported, Channel channel, string targets) =>
        Assert.Equal(targets, string.Join(" ", Measured(Changning.CaseAt(reported, channel)).Targets.Select(result => result.Target.Id)));

    [Theory]
    [InlineData(SeriousImpact.Yes, "experts-same-day")]
    [InlineData(SeriousImpact.Undecided, "hotline-working field-arrival-working")]
    [InlineData(SeriousImpact.No, "hotline-working field-arrival-working")]
    public void Only_the_purchasers_finding_makes_a_case_urgent_and_takes_it_off_the_ordinary_clocks(SeriousImpact impact, string targets) =>
        Assert.Equal(targets, string.Join(" ", Measured(Changning.CaseAt("2026-07-08T10:00:00+08:00") with { SeriousImpact = impact }).Targets.Select(result => result.Target.Id)));

    [Theory]
    [InlineData("2026-07-08T23:59:59+08:00", TargetState.Met)]
    [InlineData("2026-07-09T00:00:01+08:00", TargetState.Missed)]
    public void The_experts_same_day_ends_with_the_day(string arrived, TargetState state) =>
        Assert.Equal(state, Measured(Changning.CaseAt("2026-07-08T22:00:00+08:00") with
        {
            SeriousImpact = SeriousImpact.Yes,
            ArrivedAt = NodaTime.Text.OffsetDateTimePattern.Rfc3339.Parse(arrived).Value,
        }).Targets.Single().State);

    [Fact]
    public void A_report_in_office_hours_of_2027_has_no_class_and_is_not_guessed()
    {
        var result = Changning.ResultOf(Changning.WithOnly(Changning.CaseAt("2027-01-04T10:00:00+08:00")), new(2027, 1, 5));
        Assert.All(result.Measurement.Targets, target => Assert.Equal(TargetState.NotMeasurable, target.State));
        Assert.Equal(4, result.Measurement.Targets.Count);
        Assert.Equal([new LocalDate(2027, 1, 4)], result.UncoveredDates.Select(problem => problem.FirstMissing));
    }

    [Fact]
    public void A_report_at_night_needs_no_calendar_even_in_2027()
    {
        var result = Changning.ResultOf(Changning.WithOnly(Changning.CaseAt("2027-01-04T20:00:00+08:00")), new(2027, 1, 5));
        Assert.Equal("hotline-outside 2027-01-04 21:00:00; team-arrival-outside 2027-01-05 00:00:00", Changning.DueTimes(result.Measurement));
        Assert.Empty(result.UncoveredDates);
    }

    [Fact]
    public void Acceptance_is_due_twenty_working_days_after_the_summary_report() =>
        Assert.Equal(
            "acceptance-decision 2026-12-19 00:00:00",
            Changning.DueTimes(Measured(new Acceptance { RequestedOn = new(2026, 11, 20), DecidedOn = new LocalDate(2026, 12, 18), Accepted = true })));

    // TV26.
    [Fact]
    public void Twenty_working_days_that_reach_into_2027_are_not_measurable()
    {
        var result = Changning.ResultOf(Changning.WithOnly(new Acceptance { RequestedOn = new(2026, 12, 10) }), new(2026, 12, 20));
        var decision = result.Measurement.Targets.Single(target => target.Target.Id == "acceptance-decision");
        Assert.Equal((TargetState.NotMeasurable, "工作日历到 2026-12-31 为止，但需要 2027-01-01"), (decision.State, decision.Reason.Zh));
        Assert.Equal([new LocalDate(2027, 1, 1)], result.UncoveredDates.Select(problem => problem.FirstMissing));
    }

    [Theory]
    [InlineData(24, TargetState.Met)]
    [InlineData(25, TargetState.Missed)]
    public void A_failed_acceptance_leaves_ten_working_days_for_rectification(int day, TargetState state) =>
        Assert.Equal(state, Measured(new Acceptance
        {
            RequestedOn = new(2026, 11, 2),
            DecidedOn = new LocalDate(2026, 11, 10),
            RectifiedOn = new LocalDate(2026, 11, day),
        }).Targets.Single(target => target.Target.Id == "rectification").State);

    [Fact]
    public void A_payment_due_in_2027_has_no_day_and_says_so()
    {
        var result = Changning.ResultOf(
            Changning.WithOnly(
                new Acceptance { RequestedOn = new(2026, 12, 1), DecidedOn = new LocalDate(2026, 12, 15), Accepted = true },
                new Invoice { Tranche = "final", ReceivedOn = new(2026, 12, 15), Amount = 600000m }),
            new(2026, 12, 20));
        var final = result.Settlement.Tranches[1];
        Assert.Null(final.Due);
        Assert.Empty(final.Waiting);
        Assert.Equal(new LocalDate(2027, 1, 1), Assert.IsType<ClockProblem.NotCovered>(final.Problem).FirstMissing);
        Assert.Contains(final.Problem, result.UncoveredDates);
    }

    private static Measurement Measured(RecordSpec record) => Changning.ResultOf(Changning.WithOnly(record), new(2026, 12, 31)).Measurement;
}
