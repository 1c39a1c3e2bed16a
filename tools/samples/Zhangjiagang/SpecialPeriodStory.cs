using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Zhangjiagang;

/// <summary>Orders of special periods and the inspections on them; one order asks for two and gets one.</summary>
internal static class SpecialPeriodStory
{
    private static readonly Order[] Orders =
    [
        new("new-year", "元旦假期保障", "New Year", "2024-12-26", "2025-01-01", "2025-01-01", ["2025-01-01"], 1, ["sec-005", "sw-071", "sw-091", "sw-166"]),
        new("congress", "人代会保障（两人六天）", "People's congress", "2025-01-03", "2025-01-06", "2025-01-11",
            ["2025-01-06", "2025-01-06", "2025-01-07", "2025-01-07", "2025-01-08", "2025-01-08", "2025-01-09", "2025-01-09", "2025-01-10", "2025-01-10", "2025-01-11", "2025-01-11"], 12, ["sw-002"]),
        new("spring-festival", "春节假期保障", "Spring Festival", "2025-01-23", "2025-01-28", "2025-02-04", ["2025-01-29"], 2, ["sec-005", "sw-071", "sw-091", "sw-166"],
            "要求两次，只做一次：缺一次，评估表不扣分，义务清单可见"),
        new("labour-day", "劳动节假期保障", "Labour Day", "2025-04-28", "2025-05-01", "2025-05-05", ["2025-05-02"], 1, ["sec-005", "sw-071", "sw-091", "sw-166"]),
    ];

    /// <summary>The orders and inspections.</summary>
    public static IEnumerable<SampleRecord> Records()
    {
        var dice = new Dice(20250129);
        foreach (var order in Orders)
        {
            yield return new("SpecialPeriod", Clock.Start(Clock.Day(order.From)), new()
            {
                { "title", new YamlMapping { { "zh", order.Chinese }, { "en", order.English } } },
                { "orderedOn", Clock.Day(order.Ordered) },
                { "from", Clock.Day(order.From) },
                { "through", Clock.Day(order.Through) },
                { "inspectionsRequired", order.Required },
                { "services", order.Services },
            })
            {
                Key = order.Key,
                Note = order.Note,
            };
            foreach (var (on, number) in order.Inspections.Select((on, index) => (on, index + 1)))
            {
                yield return Inspection(order, Clock.Day(on), number, dice);
            }
        }
    }

    private static SampleRecord Inspection(Order order, DateOnly day, int number, Dice dice) => new("SpecialInspection", Clock.Start(day).AddMinutes(number), new()
    {
        { "specialPeriod", new Reference(order.Key) },
        { "performedOn", day },
        { "inspector", Team.Inspector(day, dice) },
        { "result", "值守期间运行平稳，无异常" },
        { "services", order.Services },
    })
    {
        Evidence = order.Services.Contains("sw-166")
            ? [Letter("report", day), Letter("assurancePlan", day), Letter("emergencyPlan", day)]
            : [Letter("report", day)],
    };

    private static EvidenceLetter Letter(string role, DateOnly day) =>
        new(role, role switch { "report" => "值守报告", "assurancePlan" => "重保方案", _ => "应急预案" }, [$"日期：{day:yyyy-MM-dd}", "正文从略"]);

    private sealed record Order(
        string Key, string Chinese, string English, string Ordered, string From, string Through, string[] Inspections, int Required, string[] Services, string? Note = null);
}
