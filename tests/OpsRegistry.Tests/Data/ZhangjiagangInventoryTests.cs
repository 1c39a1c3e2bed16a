using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Data;

/// <summary>What source 004 counts, held against the files.</summary>
public sealed class ZhangjiagangInventoryTests
{
    private static readonly ContractFolder Contract = FrozenRegistry.Loaded.Registry.ContractNamed("zhangjiagang-2024")!;

    [Fact]
    public void There_are_180_services_and_18_of_security() =>
        Assert.Equal(
            (180, 18),
            (Contract.Of<Service>().Count(service => service.Spec.Section == "software-hardware"), Contract.Of<Service>().Count(service => service.Spec.Section == "security")));

    [Theory]
    [InlineData("need-030-", 2)]
    [InlineData("need-033-", 20)]
    [InlineData("need-056-", 12)]
    [InlineData("need-057-", 5)]
    [InlineData("need-061-", 4)]
    [InlineData("need-063-", 30)]
    [InlineData("need-073-", 2)]
    [InlineData("need-126-", 5)]
    [InlineData("need-119-", 27)]
    public void A_list_adds_up_to_what_the_source_prints(string prefix, int quantity) =>
        Assert.Equal(quantity, Assets(prefix).Sum(asset => asset.Quantity));

    [Theory]
    [InlineData("need-033-", "精密空调", 9)]
    [InlineData("need-033-", "UPS 电源", 11)]
    [InlineData("need-106-", "半球型人脸抓拍摄像机", 257)]
    [InlineData("need-106-", "人流量计数器", 290)]
    [InlineData("link-", "租用光纤", 99)]
    [InlineData("link-", "网络带宽", 7632)]
    [InlineData("link-", "庭审 CDN 加速流量包", 10)]
    [InlineData("link-", "短信平台包", 201100)]
    [InlineData("link-", "固定电话", 196)]
    [InlineData("link-", "网元数据", 1)]
    [InlineData("link-", "物联网卡", 30)]
    public void A_line_counts_what_the_source_prints(string prefix, string title, int quantity) =>
        Assert.Equal(quantity, Assets(prefix).Where(asset => asset.Title.Zh == title).Sum(asset => asset.Quantity));

    [Fact]
    public void The_operating_systems_of_need_99_are_as_many_as_its_612_virtual_servers() =>
        Assert.Equal(612, Assets("need-099-").Where(asset => asset.Clauses.Any(clause => clause.CompareTo("004 需求99 L2105") >= 0 && clause.CompareTo("004 需求99 L2113") <= 0)).Sum(asset => asset.Quantity));

    [Fact]
    public void The_machine_room_of_security_need_5_lists_74_lines_and_two_firewalls_besides_what_the_prose_counts() =>
        Assert.Equal(80, Assets("sec-005-").Count());

    [Fact]
    public void The_card_data_plans_of_need_110_come_in_three_phases() =>
        Assert.Equal([18, 44, 40], Assets("need-110-").Where(asset => asset.Unit == "张").Select(asset => asset.Quantity));

    [Theory]
    [InlineData(2, 13)]
    [InlineData(3, 8)]
    public void So_many_systems_are_classified(int level, int systems) =>
        Assert.Equal(systems, Contract.Of<InformationSystem>().Count(system => system.Spec.ProtectionLevel == level));

    [Fact]
    public void At_least_fifteen_manage_on_every_day_and_the_three_leads_hold_nothing_else()
    {
        Assert.Equal(15, Contract.Terms.Staffing.Sum(post => post.Headcount));
        Assert.Equal(3, Contract.Terms.Staffing.Count(post => post.Exclusive));
        var assignments = Contract.Of<Assignment>().Select(assignment => assignment.Spec).ToList();
        for (var day = Contract.Terms.Term.Start; day < Contract.Terms.Term.End; day = day.PlusDays(1))
        {
            Assert.Equal(15, assignments.Where(assignment => assignment.Covers(day)).Select(assignment => assignment.Person).Distinct().Count());
        }
    }

    [Fact]
    public void Every_line_of_the_source_is_covered_once_and_in_order()
    {
        var coverage = Assert.Single(Contract.Of<Coverage>()).Spec;
        Assert.Equal(5026, coverage.Lines);
        Assert.Equal(1, coverage.Entries[0].From);
        Assert.Equal(5026, coverage.Entries[^1].To);
        Assert.All(coverage.Entries.Zip(coverage.Entries.Skip(1)), pair => Assert.Equal(pair.First.To + 1, pair.Second.From));
        Assert.All(coverage.Entries, entry => Assert.True(entry.ModelledBy.Count > 0 ^ entry.OutOfScope is not null));
    }

    [Fact]
    public void The_project_s_own_duties_are_fulfilled_but_for_one_special_inspection()
    {
        var measurement = Measurer.Measure(Contract.KnownAt(FrozenRegistry.Loaded.Registry.CutOff), Calendars.For(FrozenRegistry.Loaded.Registry, Contract.Terms.Purchaser), FrozenRegistry.Loaded.Registry.CutOff);
        var occurrences = measurement.OccurrencesIn(measurement.Periods[0]).ToList();
        Assert.Equal(["special-inspection"], occurrences.Where(occurrence => occurrence is { Service: null, State: OccurrenceState.Missing }).Select(occurrence => occurrence.Obligation.Id));
        Assert.Equal((900, 2367), (occurrences.Count(occurrence => occurrence is { Service: not null, State: OccurrenceState.Fulfilled }), occurrences.Count(occurrence => occurrence is { Service: not null, State: OccurrenceState.Missing })));
    }

    [Fact]
    public void Every_counted_duty_of_a_service_is_fulfilled_at_least_once()
    {
        var measurement = Measurer.Measure(Contract.KnownAt(FrozenRegistry.Loaded.Registry.CutOff), Calendars.For(FrozenRegistry.Loaded.Registry, Contract.Terms.Purchaser), FrozenRegistry.Loaded.Registry.CutOff);
        Assert.Empty(measurement.OccurrencesIn(measurement.Periods[0])
            .GroupBy(occurrence => (occurrence.Service, occurrence.Obligation.Id))
            .Where(duty => duty.All(occurrence => occurrence.State == OccurrenceState.Missing))
            .Select(duty => duty.Key));
    }

    private static IEnumerable<Asset> Assets(string prefix) =>
        Contract.Of<Asset>().Where(asset => asset.Name.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(asset => asset.Name, StringComparer.Ordinal).Select(asset => asset.Spec);
}
