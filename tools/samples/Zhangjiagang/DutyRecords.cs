using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Zhangjiagang;

/// <summary>What the services' counted duties leave behind: one record for all services of a kind, type and day.</summary>
internal static class DutyRecords
{
    /// <summary>The records, in no particular order.</summary>
    public static IEnumerable<SampleRecord> Records()
    {
        var dice = new Dice(20241001);
        return InspectionDuties.All.Concat(ReportDuties.All).Concat(OtherDuties.All)
            .SelectMany(duty => DutyDays.Of(duty).Select(day => (Duty: duty, Day: day)))
            .GroupBy(pair => (pair.Duty.Kind, pair.Duty.Type, pair.Day))
            .OrderBy(group => group.Key.Day).ThenBy(group => group.Key.Kind, StringComparer.Ordinal).ThenBy(group => group.Key.Type, StringComparer.Ordinal)
            .Select(group => Record(
                group.Key.Kind,
                group.Key.Type,
                group.Key.Day,
                group.Select(pair => pair.Duty.Service).Distinct().Order(StringComparer.Ordinal).ToArray(),
                group.SelectMany(pair => pair.Duty.Evidence ?? []).Distinct().Order(StringComparer.Ordinal).ToArray(),
                dice))
            .ToList();
    }

    private static SampleRecord Record(string kind, string? type, DateOnly day, string[] services, string[] evidence, Dice dice) =>
        new(kind, Clock.Start(day), kind switch
        {
            "Inspection" => Inspection(type!, day, services, dice),
            "ServiceReport" => new() { { "reportType", type }, { "submittedOn", day }, { "covers", $"{day:yyyy-MM-dd} 前应交的 {type}" }, { "services", services } },
            "Backup" => new() { { "performedOn", day }, { "restoreTest", type == "restore-test" }, { "succeeded", true }, { "services", services } },
            "Training" => new() { { "performedOn", day }, { "subject", "系统使用与安全常识培训" }, { "audience", "有关委办局使用人员" }, { "attendees", dice.Between(8, 40) }, { "services", services } },
            _ => new() { { "performedOn", day }, { "scenario", "系统中断与数据恢复演练" }, { "result", "按预案恢复，演练达到目的" }, { "services", services } },
        })
        {
            Evidence = evidence.Select(role => new EvidenceLetter(role, TitleOf(role), [$"日期：{day:yyyy-MM-dd}", $"服务：{string.Join("、", services)}", $"类型：{type ?? "演练"}", "正文从略"])).ToList(),
        };

    private static YamlMapping Inspection(string type, DateOnly day, string[] services, Dice dice) => new()
    {
        { "inspectionType", type },
        { "performedOn", day },
        { "inspector", Team.Inspector(day, dice) },
        { "items", Items(day, dice) },
        { "services", services },
    };

    private static List<YamlMapping> Items(DateOnly day, Dice dice)
    {
        var items = new List<YamlMapping> { new() { { "item", "运行状况" }, { "result", "normal" } } };
        if (dice.Chance(6))
        {
            items.Add(new() { { "item", "磁盘与日志空间" }, { "result", "abnormal" }, { "advice", "清理过期日志并调整保留期" }, { "outcome", "已清理" }, { "completedOn", day } });
        }

        return items;
    }

    private static string TitleOf(string role) => role switch
    {
        "report" => "服务报告",
        "ledger" => "巡检维护台账",
        "workOrder" => "设备运维服务工单",
        _ => "保障材料",
    };
}
