using NodaTime;
using OpsRegistry.Assessing;
using OpsRegistry.Interpreting;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Tests.Data;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Settling;

/// <summary>What is taken over under another reading, or from another cut-off, is what looking at everything anew would find: in every contract, period and reading.</summary>
public sealed class OtherReadingsTests
{
    public static TheoryData<string> Contracts => new(FrozenRegistry.Loaded.Registry.Contracts.Select(contract => contract.Name));

    [Fact]
    public void Every_other_reading_comes_to_the_same_by_difference_as_from_nothing()
    {
        var (taken, assessed) = (0, 0);
        var scored =
            from contract in FrozenRegistry.Loaded.Registry.Contracts
            let calendar = Calendars.For(FrozenRegistry.Loaded.Registry, contract.Terms.Purchaser)
            from period in ContractRunner.Run(contract, calendar, AsOf).Periods
            where period.Sealed is null && period.Assessment.Scorecard is not null
            select (calendar, period);
        foreach (var (calendar, period) in scored)
        {
            var (before, closed) = (period.Assessment, period.Assessment.Book.Closed);
            foreach (var reading in Readings.Alternatives(before.Measurement.Folder).Where(reading => AssessmentPeriod.Plan(reading.Terms).Any(one => one.Id == period.Period.Id)))
            {
                var anew = Measurer.Measure(reading, calendar, before.Measurement.AsOf);
                var different = Measurer.Measure(reading, calendar, before.Measurement.AsOf, before.Measurement);
                var expected = Assessor.Assess(anew, anew.PeriodNamed(period.Period.Id)!, closed);
                var found = Assessor.Assess(different, different.PeriodNamed(period.Period.Id)!, closed, before: before);
                Assert.Equal(Told(expected), Told(found));
                var same = found.Indicators.Count(line => before.Indicators.Any(other => ReferenceEquals(other, line)));
                (taken, assessed) = (taken + same, assessed + found.Indicators.Count - same);
            }
        }

        Assert.True(taken > assessed && assessed > 0, $"{taken} lines taken over, {assessed} assessed again");
    }

    [Theory]
    [MemberData(nameof(Contracts))]
    public void What_a_cut_off_settles_is_what_every_later_one_finds(string name)
    {
        var contract = FrozenRegistry.Loaded.Registry.ContractNamed(name)!;
        var calendar = Calendars.For(FrozenRegistry.Loaded.Registry, contract.Terms.Purchaser);
        var settled = new SettledRecords();
        var first = contract.Records.Select(record => record.Spec.KnownOn!.Value).Min();
        for (var asOf = BeijingTime.StartOf(first); asOf < AsOf; asOf += Duration.FromHours(239))
        {
            var known = contract.KnownAt(asOf);
            Assert.Equal(Measuring.MeasuredBeforeTests.Told(Measurer.Measure(known, calendar, asOf)), Measuring.MeasuredBeforeTests.Told(Measurer.Measure(known, calendar, asOf, settled: settled)));
        }

        Assert.NotEmpty(settled.Under(contract, calendar).Settled);
    }

    [Theory]
    [MemberData(nameof(Contracts))]
    public void An_outcome_at_an_earlier_moment_is_what_would_have_been_measured_then(string name)
    {
        var contract = FrozenRegistry.Loaded.Registry.ContractNamed(name)!;
        var measurement = Measurer.Measure(contract, Calendars.For(FrozenRegistry.Loaded.Registry, contract.Terms.Purchaser), AsOf);
        foreach (var result in measurement.Targets.Where(result => result.Problem is null))
        {
            foreach (var moment in new[] { result.Start, result.Due, result.End, result.End + Duration.FromHours(30) }.OfType<Instant>().Where(moment => moment < AsOf))
            {
                var anew = TargetMeasure.Measure(result.Target, result.Resource, (RecordSpec)result.Resource.Spec, contract.ReportsOn(result.Resource.Name), measurement.Clocks, moment, result.StartsAt);
                var then = measurement.At(result, moment);
                Assert.Equal((anew.State, anew.DaysLate, anew.End, anew.Elapsed?.Counted), (then.State, then.DaysLate, then.End, then.Elapsed?.Counted));
            }
        }
    }

    private static Instant AsOf => BeijingTime.EndOf(FrozenRegistry.Loaded.Registry.Settings!.RecordsUntil!.Value);

    internal static List<string> Told(Assessment assessment) =>
    [
        $"{assessment.Total} {assessment.Band?.Id} {assessment.Veto?.Id} {PeriodSettlement.Settle(assessment).Total}",
        .. assessment.Indicators.Select(line => $"{line.Group.Id}/{line.Indicator.Id} {line.Score} {line.Undetermined} {string.Join(' ', line.Deductions.Select(one => $"{one.Id}={one.Points}"))}"),
        .. PeriodSettlement.Settle(assessment).Lines.Select(line => $"{line.Id} {line.Amount}"),
    ];
}
