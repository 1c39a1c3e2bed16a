using NodaTime;
using NodaTime.Text;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Tests.StraightLine;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Settling;

/// <summary>One period alone is what the whole contract makes of it while it is open, with what earlier periods left to it; and what is decided after the cut-off counts where a reader says so.</summary>
public sealed class OnePeriodTests
{
    [Theory]
    [InlineData("days late over three periods", "P3")]
    [InlineData("a ruling after the closing", "P2")]
    [InlineData("disputes in every state", "P1")]
    [InlineData("a sealed period that would come out otherwise", "P2")]
    public void An_open_period_alone_is_what_the_whole_line_makes_of_it(string name, string period)
    {
        var (folder, calendar, asOf) = Variant(name);
        var expected = ContractRunner.Run(folder, calendar, asOf).Periods.Single(one => one.Period.Id == period);
        Assert.Null(expected.ClosedAt);
        Assert.Equal(InFull.Of(expected), InFull.Of(ContractRunner.Run(folder, calendar, asOf, period)));
    }

    [Fact]
    public void A_closed_one_alone_is_told_at_the_cut_off_and_one_that_has_not_begun_is_none()
    {
        var (folder, calendar, asOf) = Variant("days late over three periods");
        var first = ContractRunner.Run(folder, calendar, asOf, "P1")!;
        Assert.Equal((null, asOf), (first.ClosedAt, first.Assessment.Measurement.AsOf));
        Assert.NotNull(ContractRunner.Run(folder, calendar, BeijingTime.EndOf(new(2026, 4, 1)), "P2"));
        Assert.Null(ContractRunner.Run(folder, calendar, BeijingTime.EndOf(new(2026, 3, 30)), "P2"));
        Assert.Null(ContractRunner.Run(folder, calendar, asOf, "P4"));
        Assert.Null(ContractRunner.Run(folder, calendar, asOf, "P9"));
    }

    /// <summary>The judgement of P1 is given on 2026-03-31.</summary>
    [Fact]
    public void What_is_decided_after_the_cut_off_is_known_where_decisions_are_told_until_then()
    {
        var registry = InMemory.Load(InMemory.Files("tests/golden/harbour")).Registry;
        var (folder, calendar, asOf) = (registry.ContractNamed("harbour-2026")!, Calendars.Build(registry), BeijingTime.EndOf(new(2026, 3, 30)));
        Assert.Null(ContractRunner.Run(folder, calendar, asOf).Periods[0].Assessment.Total);
        Assert.Equal(65m, ContractRunner.Run(folder, calendar, asOf, decidedBy: BeijingTime.EndOf(new(2026, 3, 31))).Periods[0].Assessment.Total);
    }

    private static (ContractFolder Folder, WorkCalendar Calendar, Instant AsOf) Variant(string name)
    {
        var variant = AccountVariants.All[name];
        var registry = InMemory.Load(AccountVariants.Files(variant)).Registry;
        return (registry.ContractNamed(variant.Contract)!, Calendars.Build(registry), BeijingTime.EndOf(LocalDatePattern.Iso.Parse(variant.Day).Value));
    }
}
