using NodaTime;
using OpsRegistry.Model;
using Xunit;

namespace OpsRegistry.Tests.Data;

/// <summary>Counts over the 198 services of 004 L658-L4422.</summary>
public sealed class ZhangjiagangServicesTests
{
    [Fact]
    public void A_hundred_and_eighty_and_eighteen_services_are_numbered_without_gap()
    {
        Assert.Equal(198, ZhangjiagangServices.ByName.Count);
        Assert.Equal(Enumerable.Range(1, 180), ZhangjiagangServices.SoftwareAndHardware.Numbers());
        Assert.Equal(Enumerable.Range(1, 18), ZhangjiagangServices.Security.Numbers());
    }

    [Fact]
    public void Every_file_is_named_after_the_section_and_number_that_it_states() => Assert.All(
        ZhangjiagangServices.ByName,
        pair => Assert.Equal(pair.Key, $"{(pair.Value.Section == "security" ? "sec" : "sw")}-{pair.Value.Number:D3}"));

    [Fact]
    public void Every_printed_term_ends_on_the_last_day_of_June_2025()
    {
        var terms = ZhangjiagangServices.ByName.Values.Select(service => service.Term).OfType<PrintedTerm>().ToList();
        Assert.Equal(181, terms.Count);
        Assert.All(terms, term => Assert.Equal(new LocalDate(2025, 6, 30), term.End));
    }

    [Fact]
    public void Of_164_dated_software_and_hardware_services_90_start_with_October_2024()
    {
        var starts = ZhangjiagangServices.SoftwareAndHardware.Select(service => service.Term?.Start).OfType<LocalDate>().ToList();
        Assert.Equal(164, starts.Count);
        Assert.Equal(90, starts.Count(start => start == new LocalDate(2024, 10, 1)));
        Assert.Equal(29, starts.Count(start => start == new LocalDate(2025, 1, 1)));
        Assert.Equal((new LocalDate(2024, 10, 1), new LocalDate(2025, 5, 19)), (starts.Min(), starts.Max()));
    }

    [Fact]
    public void Of_17_dated_security_services_8_start_with_October_2024()
    {
        var starts = ZhangjiagangServices.Security.Select(service => service.Term?.Start).OfType<LocalDate>().ToList();
        Assert.Equal((17, 8), (starts.Count, starts.Count(start => start == new LocalDate(2024, 10, 1))));
    }

    [Fact]
    public void Sixteen_and_one_services_print_no_term()
    {
        Assert.Equal(
            [7, 11, 21, 22, 24, 28, 29, 34, 43, 44, 80, 81, 120, 122, 139, 140],
            ZhangjiagangServices.SoftwareAndHardware.Where(service => service.Term is null).Numbers());
        Assert.Equal([1], ZhangjiagangServices.Security.Where(service => service.Term is null).Numbers());
    }

    [Fact]
    public void Ten_of_the_undated_print_the_term_of_a_licence_and_nobody_else_does() => Assert.Equal(
        [7, 21, 22, 24, 28, 29, 43, 80, 81, 139],
        ZhangjiagangServices.ByName.Values.Where(service => service.Licences.Count > 0).Numbers());

    [Fact]
    public void Four_headings_differ_from_the_list_and_keep_its_name_as_an_alias() => Assert.Equal(
        ["13 数字平台政务大数据运维项目", "57 市公安局机房核心交换机维保项目、网络安全设备授权及维保", "83 工信局应急视频会议系统维护服务", "178 市残联残联微信公众号运维"],
        ZhangjiagangServices.ByName.Values.Where(service => service.Aliases.Count > 0).OrderBy(service => service.Number).Select(service => $"{service.Number} {service.Aliases.Single()}"));

    [Theory]
    [InlineData("software-hardware", "always", 31)]
    [InlineData("software-hardware", "5x8", 12)]
    [InlineData("software-hardware", "7x8", 5)]
    [InlineData("software-hardware", "need-26", 1)]
    [InlineData("software-hardware", "need-71", 1)]
    [InlineData("software-hardware", "special-periods", 1)]
    [InlineData("software-hardware", null, 129)]
    [InlineData("security", "always", 7)]
    [InlineData("security", null, 11)]
    public void Windows_are_named_as_often_as_the_source_prints_them(string section, string? window, int count) => Assert.Equal(
        count, ZhangjiagangServices.ByName.Values.Count(service => service.Section == section && service.Window == window));

    [Theory]
    [InlineData(ServiceWindowUse.SystemUptime, "29 39 128 134")]
    [InlineData(ServiceWindowUse.Monitoring, "4 11 107 150")]
    [InlineData(ServiceWindowUse.Protection, "4 10")]
    [InlineData(ServiceWindowUse.SpecialPeriod, "166")]
    [InlineData(ServiceWindowUse.IncidentResponse, "1")]
    public void A_window_that_is_no_promise_of_support_says_so(ServiceWindowUse use, string numbers) => Assert.Equal(
        numbers, string.Join(' ', ZhangjiagangServices.ByName.Values.Where(service => service.WindowUse == use).Numbers()));

    /// <summary>Eighteen by the extraction; 71 answers requests in 4 hours, 99 has its second and third level, 100 replies to questions.</summary>
    [Fact]
    public void Twenty_one_and_two_services_limit_the_response()
    {
        Assert.Equal(
            [21, 22, 27, 30, 48, 49, 50, 51, 61, 71, 82, 85, 87, 88, 98, 99, 100, 107, 128, 131, 168],
            ZhangjiagangServices.SoftwareAndHardware.Where(service => service.Measures(Metric.Response)).Numbers());
        Assert.Equal([5, 8], ZhangjiagangServices.Security.Where(service => service.Measures(Metric.Response)).Numbers());
    }

    [Fact]
    public void Twenty_seven_and_four_services_limit_the_arrival()
    {
        Assert.Equal(
            [1, 21, 22, 30, 33, 38, 45, 50, 51, 56, 67, 72, 73, 74, 87, 88, 92, 98, 100, 103, 104, 107, 108, 126, 127, 131, 168],
            ZhangjiagangServices.SoftwareAndHardware.Where(service => service.Measures(Metric.OnSiteArrival)).Numbers());
        Assert.Equal([3, 5, 6, 8], ZhangjiagangServices.Security.Where(service => service.Measures(Metric.OnSiteArrival)).Numbers());
    }

    /// <summary>Twenty-four in hours by the extraction; 48 has three working days.</summary>
    [Fact]
    public void Twenty_five_and_one_services_limit_the_repair()
    {
        Assert.Equal(
            [12, 13, 21, 22, 24, 30, 48, 50, 51, 60, 74, 75, 86, 87, 98, 99, 100, 105, 106, 107, 127, 128, 130, 131, 168],
            ZhangjiagangServices.SoftwareAndHardware.Where(service => service.Measures(Metric.Resolution, Metric.Restoration)).Numbers());
        Assert.Equal([5], ZhangjiagangServices.Security.Where(service => service.Measures(Metric.Resolution, Metric.Restoration)).Numbers());
    }

    /// <summary>The 39 and 2 needs with no window, limit, inspection, report or count of any kind, numbered or not.</summary>
    [Theory]
    [InlineData("software-hardware", "5 7 28 37 41 43 53 55 66 78 79 81 83 84 90 93 96 101 115 116 118 120 132 133 135 139 142 146 148 157 161 162 164 170 173 176 177 179 180")]
    [InlineData("security", "9 15")]
    public void Services_that_promise_nothing_countable_have_nothing_to_measure(string section, string numbers)
    {
        var services = ZhangjiagangServices.ByName.Values.Where(service => service.Section == section).ToDictionary(service => service.Number);
        Assert.All(numbers.Split(' ').Select(int.Parse), number => Assert.True(
            services[number] is { Window: null, Targets.Count: 0, Obligations.Count: 0 }, $"{section} {number}"));
    }

    [Fact]
    public void Every_limit_and_duty_has_an_id_of_its_own_that_begins_with_its_service()
    {
        var ids = ZhangjiagangServices.ByName
            .SelectMany(pair => pair.Value.Targets.Select(target => (pair.Key, target.Id)).Concat(pair.Value.Obligations.Select(duty => (pair.Key, duty.Id))))
            .ToList();
        Assert.Equal((337, 337), (ids.Count, ids.Select(id => id.Id).Distinct(StringComparer.Ordinal).Count()));
        Assert.All(ids, id => Assert.StartsWith(id.Key + "-", id.Id, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_limit_and_duty_cites_lines_of_the_source() => Assert.All(
        ZhangjiagangServices.ByName.Values,
        service => Assert.All(
            service.Targets.SelectMany(target => target.Clauses).Concat(service.Obligations.SelectMany(duty => duty.Clauses)).Concat(service.Clauses),
            clause => Assert.Matches(service.Section == "security" ? $"^004 安全需求{service.Number} L[0-9L-]+$" : $"^004 需求{service.Number} L[0-9L-]+$", clause)));
}
