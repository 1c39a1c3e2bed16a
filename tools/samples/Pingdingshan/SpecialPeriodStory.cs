using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Pingdingshan;

/// <summary>Orders to watch over special periods, and the inspections made on them. Spring Festival asked for two and got one (A2-1).</summary>
internal static class SpecialPeriodStory
{
    private static readonly Order[] Orders =
    [
        new("元旦假期保障", "New Year holiday", "2025-12-26", "2026-01-01", "2026-01-03", 1, [new("2026-01-02", "pds-plat-01", "节前备份可用，自助终端全部在线，无异常")]),
        new("省级重要会议期间保障", "Provincial conference", "2026-01-20", "2026-01-26", "2026-01-31", 1, [new("2026-01-28", "pds-data-02", "加固措施到位，外网入口无异常访问")]),
        new("春节假期保障", "Spring Festival", "2026-02-10", "2026-02-15", "2026-02-23", 2, [new("2026-02-16", "pds-data-01", "机房动力正常，线上受理平稳")], "要求两次特巡特维，只有一次报告，缺一次（A2-1）"),
        new("全国重要会议期间保障", "National conference", "2026-02-27", "2026-03-04", "2026-03-12", 2, [new("2026-03-04", "pds-plat-03", "账号核查完成，停用长期不用账号 6 个"), new("2026-03-10", "pds-data-02", "防护策略按要求收紧，业务无影响")]),
        new("清明假期保障", "Tomb-sweeping holiday", "2026-03-31", "2026-04-04", "2026-04-06", 1, [new("2026-04-05", "pds-plat-02", "值守正常，殡葬一件事申报平稳")]),
        new("省级政务服务效能检查迎检", "Provincial inspection of service efficiency", "2026-04-14", "2026-04-20", "2026-04-24", 1, [new("2026-04-21", "pds-plat-01", "抽查办件 40 件，要素完整，好差评上报及时")]),
        new("劳动节假期保障", "Labour Day holiday", "2026-04-27", "2026-05-01", "2026-05-05", 1, [new("2026-05-03", "pds-data-03", "链路和存储余量充足，受理平台一度缓慢已另行记录")]),
        new("端午假期保障", "Dragon Boat holiday", "2026-06-15", "2026-06-19", "2026-06-21", 1, [new("2026-06-20", "pds-hall-01", "自助区设备运行正常，打印耗材已补足")]),
        new("网络攻防演练保障", "Attack and defence exercise", "2026-06-30", "2026-07-06", "2026-07-17", 2, [new("2026-07-07", "pds-plat-04", "演练入口收敛，监测值守表落实到人"), new("2026-07-15", "pds-data-01", "演练期间封禁来源 38 个，无失陷")]),
        new("营商环境评价迎检", "Inspection of the business environment", "2026-08-04", "2026-08-10", "2026-08-14", 1, [new("2026-08-11", "pds-plat-01", "指标数据核对无误，演示环境准备完毕")]),
        new("网络安全宣传周保障", "Cyber security week", "2026-09-08", "2026-09-14", "2026-09-20", 1, [new("2026-09-16", "pds-data-03", "弱口令抽查发现一处隐患，已通报整改")]),
        new("中秋假期保障", "Mid-autumn holiday", "2026-09-21", "2026-09-25", "2026-09-27", 1, [new("2026-09-26", "pds-hall-02", "大厅自助区正常，夜间监测无告警")]),
        new("国庆假期保障", "National Day holiday", "2026-09-24", "2026-10-01", "2026-10-07", 2, [new("2026-10-02", "pds-plat-03", "全部系统健康，备份完成"), new("2026-10-06", "pds-plat-04", "节后业务预热，缓存和连接池正常")]),
        new("一体化平台年度考核迎检", "Annual review of the platform", "2026-11-03", "2026-11-09", "2026-11-13", 1, [new("2026-11-10", "pds-plat-01", "考核材料和系统指标逐项核对，无缺项")]),
    ];

    /// <summary>The orders and their inspections.</summary>
    public static IEnumerable<SampleRecord> Records() => Orders.SelectMany(order => order.Visits
        .Select(visit => InspectionOf(order, visit))
        .Prepend(OrderOf(order)));

    private static SampleRecord OrderOf(Order order) => new("SpecialPeriod", Clock.Start(Clock.Day(order.From)), new()
    {
        { "title", new YamlMapping { { "zh", order.Title }, { "en", order.English } } },
        { "orderedOn", Clock.Day(order.OrderedOn) },
        { "from", Clock.Day(order.From) },
        { "through", Clock.Day(order.Through) },
        { "inspectionsRequired", order.Required },
    })
    {
        Key = order.Title,
        Note = order.Note,
    };

    private static SampleRecord InspectionOf(Order order, Visit visit) => new("SpecialInspection", Clock.Start(Clock.Day(visit.On)), new()
    {
        { "specialPeriod", new Reference(order.Title) },
        { "performedOn", Clock.Day(visit.On) },
        { "inspector", visit.Inspector },
        { "result", visit.Result },
    })
    {
        Evidence =
        [
            new("report", "特巡特维报告",
            [
                $"保障任务：{order.Title}（{order.From} 至 {order.Through}）",
                $"巡检日期：{visit.On}；巡检人：{visit.Inspector}",
                "检查范围：机房环境、链路、主机与存储、九个应用系统、自助终端、账号与防护策略",
                $"结论：{visit.Result}",
                "值守安排：现场与远程轮值，值班表另存",
            ]),
        ],
    };

    private sealed record Order(string Title, string English, string OrderedOn, string From, string Through, int Required, Visit[] Visits, string? Note = null);

    private sealed record Visit(string On, string Inspector, string Result);
}
