using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Changning;

/// <summary>An inspection in about every second week, on a working day; the document asks for a regular interval and names none.</summary>
internal static class RegularInspections
{
    private static readonly string[] Systems =
    [
        "base-authentication", "base-workflow", "base-users", "office-official-documents", "office-meetings", "mobile-home",
        "district-portal", "department-portal", "city-desktop-interfaces", "projects-main", "supervision-follow-up", "terminals", "mail",
    ];

    private static readonly string[] Items = ["各模块功能可用", "服务进程与资源占用", "接口连通", "日志与告警", "数据备份完成情况"];

    private static readonly (string Item, string Advice, string Outcome)[] Abnormal =
    [
        ("日志与告警", "消息队列积压告警频繁，建议增加消费线程", "线程已增加，三天内未再告警"),
        ("接口连通", "与密码应用服务偶有超时，建议检查连接池", "连接池已调整，超时消失"),
        ("服务进程与资源占用", "邮件检索节点内存偏高，建议错峰重建索引", "改为凌晨重建，占用回落"),
        ("各模块功能可用", "文档中心预览个别格式失败，建议升级组件", "组件升级后抽测正常"),
    ];

    /// <summary>The inspections.</summary>
    public static IEnumerable<SampleRecord> Records()
    {
        var dice = new Dice(20260701);
        var next = 0;
        for (var day = Clock.Day("2026-07-02"); day <= Clock.Day("2026-11-15"); day = day.AddDays(14))
        {
            var on = WorkingDays.OnOrAfter(day.AddDays(dice.Below(3)));
            yield return Inspection(on, dice, dice.Chance(40) ? Abnormal[next++ % Abnormal.Length] : null);
        }
    }

    private static SampleRecord Inspection(DateOnly day, Dice dice, (string Item, string Advice, string Outcome)? found)
    {
        var inspector = day < Clock.Day("2026-09-14") ? dice.Of(["chn-site-01", "chn-site-02"]) : dice.Of(["chn-site-02", "chn-site-03"]);
        var systems = Systems.Where(_ => dice.Chance(60)).ToArray();
        return new("Inspection", Clock.Start(day), new()
        {
            { "inspectionType", "routine" },
            { "performedOn", day },
            { "inspector", inspector },
            { "systems", systems },
            { "items", Items.Select(item => Item(item, day, found?.Item == item ? found : null)).ToList() },
        })
        {
            Evidence = [new("report", "巡检记录", [$"巡检日期：{day:yyyy-MM-dd}；巡检人：{inspector}", $"巡检系统：{string.Join("、", systems)}", $"发现：{found?.Advice ?? "无"}"])],
        };
    }

    private static YamlMapping Item(string item, DateOnly day, (string Item, string Advice, string Outcome)? found) => new()
    {
        { "item", item },
        { "result", found is null ? "normal" : "abnormal" },
        { "advice", found?.Advice },
        { "outcome", found?.Outcome },
        { "completedOn", found is null ? null : WorkingDays.OnOrAfter(day.AddDays(1)) },
    };
}
