using NodaTime;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Tests.StraightLine;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Settling;

/// <summary>Lists of several contracts: each contract up to its own cut-off, in one order, and what concerns one party.</summary>
public sealed class ListsTogetherTests
{
    private static readonly LocalDate Harbours = new(2026, 4, 14), Clinics = new(2026, 4, 10);

    [Fact]
    public void Several_lists_as_one_are_as_accepted()
    {
        var (harbour, library, wharf) = (Due("harbour", "harbour-2026", Harbours), Due("library", "library-2026", Clinics), Due("wharf", "wharf-2026", Harbours));
        var missing = new ClockProblem.NotCovered(new(2027, 1, 1), new(2026, 1, 1), new(2026, 12, 31));
        var together = DueList.Together(CutOffs.Of(BeijingTime.EndOf(Harbours), []), Harbours.PlusDays(30), [harbour with { Uncovered = [missing] }, wharf with { Uncovered = [missing] }, library]);
        Assert.Equal([missing], together.Uncovered);
        Golden.Matches("expected/in-full/lists-together-due.txt", InFull.Of(together.Items.Select(item => (item.Contract, item.Id, item.Name, item.Standing, item.LastDay, item.WholeDay, item.Owner)))
            + InFull.Of(together.AtStake.Select(stake => (stake.Assessment.Measurement.Folder.Name, stake.Assessment.Period.Id, stake.Stake))));
    }

    [Fact]
    public void What_waits_is_told_up_to_each_contracts_own_cut_off_and_for_each_party()
    {
        var (harbour, clinic) = (Line("harbour", "harbour-2026", Harbours), Line("clinic", "clinic-2026", Clinics));
        var list = WaitingList.Of(BeijingTime.EndOf(Harbours), [harbour, clinic]);
        Assert.Equal(("clinic-2026", BeijingTime.EndOf(Clinics)), Assert.Single(list.CutOffs.Earlier));
        Assert.Equal((BeijingTime.EndOf(Clinics), BeijingTime.EndOf(Harbours), BeijingTime.EndOf(Harbours)), (list.CutOffs.Of("clinic-2026"), list.CutOffs.Of("harbour-2026"), list.CutOffs.Of("none")));
        Assert.Same(list.Items[0], list.For(null).Items[0]);
        Assert.Equal(list.Items.Count, list.For(null).Items.Count);
        Golden.Matches("expected/in-full/lists-together-waiting.txt", string.Concat(new Owner?[] { null, Owner.Purchaser, Owner.Vendor, Owner.Both }.Select(owner =>
            $"{owner}\n" + InFull.Of(list.For(owner).Items.Select(item => (item.Contract, item.Period, item.Kind, item.Subject, item.For, item.Day, list.IsOverdue(item)))))));
    }

    /// <summary>A last day is over when its day is: not on the day itself.</summary>
    [Fact]
    public void An_item_is_overdue_from_the_day_after_its_last()
    {
        var list = WaitingList.Of(BeijingTime.EndOf(Harbours), [Line("harbour", "harbour-2026", Harbours)]);
        var item = list.Items[0];
        Assert.Equal((true, false, false, false), (list.IsOverdue(item with { Day = Harbours.PlusDays(-1) }), list.IsOverdue(item with { Day = Harbours }), list.IsOverdue(item with { Day = Harbours.PlusDays(1) }), list.IsOverdue(item with { Day = null })));
    }

    [Fact]
    public void What_can_still_be_done_stands_before_what_was_missed_and_that_before_what_outlived_its_contract()
    {
        Assert.Equal([true, true, true, false, false], Enum.GetValues<DueStanding>().Select(standing => standing.CanBeDone()));
        var ranks = Enum.GetValues<DueStanding>().Select(DueOrder.RankOf).ToList();
        Assert.True(ranks[0] == ranks[1] && ranks[1] == ranks[2] && ranks[2] < ranks[3] && ranks[3] < ranks[4], string.Join(' ', ranks));
    }

    private static DueList Due(string name, string contract, LocalDate day)
    {
        var (result, measured) = Line(name, contract, day);
        return DueList.Build(measured, result, result.AsOf, day.PlusDays(30));
    }

    private static (ContractResult Result, IReadOnlyList<(Measurement Measurement, AssessmentPeriod Period)> Measured) Line(string name, string contract, LocalDate day)
    {
        var registry = InMemory.Load(InMemory.Files($"tests/golden/{name}")).Registry;
        var (folder, asOf) = (registry.ContractNamed(contract)!, BeijingTime.EndOf(day));
        var calendar = Calendars.For(registry, folder.Terms.Purchaser);
        return (ContractRunner.Run(folder, calendar, asOf), ContractRunner.Measure(folder, calendar, asOf));
    }
}
