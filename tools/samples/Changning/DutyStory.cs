using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Changning;

/// <summary>Orders to stand by in holidays and events, and the duty that answered them; one of the second order's three is missing.</summary>
internal static class DutyStory
{
    private static readonly Order[] Orders =
    [
        new("国庆保障", "2026-09-28", "2026-10-01", "2026-10-07", 2, "国庆节远程监控与值班", "Remote monitoring and duty over National Day",
            [("2026-10-01", "chn-site-02", "远程监控各节点正常，处理车辆进场码一起"), ("2026-10-06", "chn-eng-01", "远程监控各节点正常，无新增告警")]),
        new("进博会保障", "2026-10-30", "2026-11-04", "2026-11-10", 3, "进博会期间现场保障", "On-site duty during the import expo",
            [("2026-11-04", "chn-site-03", "现场值守，会议系统演练两次"), ("2026-11-07", "chn-eng-04", "周六现场值守，无故障")]),
    ];

    /// <summary>The orders and their answers.</summary>
    public static IEnumerable<SampleRecord> Records() => Orders.SelectMany(RecordsOf);

    private static IEnumerable<SampleRecord> RecordsOf(Order order)
    {
        yield return new("SpecialPeriod", Clock.Start(Clock.Day(order.From)), new()
        {
            { "title", new YamlMapping { { "zh", order.Zh }, { "en", order.En } } },
            { "orderedOn", Clock.Day(order.OrderedOn) },
            { "from", Clock.Day(order.From) },
            { "through", Clock.Day(order.Through) },
            { "inspectionsRequired", order.Required },
        })
        {
            Key = order.Key,
            Note = order.Duties.Length < order.Required ? $"安排 {order.Required} 次，实际 {order.Duties.Length} 次" : null,
        };
        foreach (var (on, person, result) in order.Duties)
        {
            yield return new("SpecialInspection", Clock.Start(Clock.Day(on)), new()
            {
                { "specialPeriod", new Reference(order.Key) },
                { "performedOn", Clock.Day(on) },
                { "inspector", person },
                { "result", result },
            });
        }
    }

    private sealed record Order(
        string Key, string OrderedOn, string From, string Through, int Required, string Zh, string En, (string On, string Person, string Result)[] Duties);
}
