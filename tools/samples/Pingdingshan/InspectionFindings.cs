using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Pingdingshan;

/// <summary>What an inspection looked at (003 2.2.2 L2785), with something abnormal in about every third.</summary>
internal sealed class InspectionFindings(Dice dice)
{
    private const string Database = "数据库参数、内存与存储空间";

    private static readonly string[] Items = ["系统功能健康度", "后台异常进程", "系统日志", "关键进程与资源占用", "系统缺陷发现与上报"];

    private static readonly string[] Extras = ["数据备份完成情况", "机房设备面板与电源", "证书和许可有效期", "自助终端在线情况"];

    private static readonly (string Item, string Advice, string Outcome)[] Abnormal =
    [
        ("系统功能健康度", "受理平台打印预览偶发空白，建议更新浏览器控件", "已更新控件，连续打印十次正常"),
        ("系统功能健康度", "考勤月报导出超过一分钟，建议补建索引", "补建索引后降到八秒"),
        ("系统功能健康度", "好差评大屏数据停在前一日，建议检查推送任务", "推送任务已重启并补推数据"),
        ("后台异常进程", "交换节点残留两个僵尸进程，建议结束并查明来源", "已结束进程，脚本退出处理已修正"),
        ("后台异常进程", "定时同步任务重复启动，建议加锁", "任务已加锁，观察三天未重复"),
        ("系统日志", "统一认证日志中口令错误次数偏多，建议核对来源", "来源为一台终端保存了旧口令，已清除"),
        ("系统日志", "证照服务日志连续出现连接重置，建议检查负载均衡探活", "探活间隔已调整，日志恢复正常"),
        ("系统日志", "应用日志目录占用超过八成，建议清理并调整保留期", "已归档清理，保留期改为九十天"),
        ("关键进程与资源占用", "办件管理节点内存占用九成，建议错峰重启", "下班后重启，占用回落到五成"),
        ("关键进程与资源占用", "虚拟机宿主内存不均，建议迁移两台虚拟机", "已迁移，各宿主占用接近"),
        ("系统缺陷发现与上报", "补正通知短信模板缺少办件编号，建议修订", "模板已修订并抽测三类事项"),
        ("系统缺陷发现与上报", "一件事主题页图标错位，建议下次版本修复", "随版本修复，已复核"),
        (Database, "归档表空间余量不足一成五，建议扩容", "已扩容，余量四成"),
        (Database, "慢查询集中在办件统计，建议重写语句", "语句重写后平均耗时下降七成"),
        (Database, "备库同步延迟超过五分钟，建议检查网络", "网卡协商速率异常，更换网线后恢复"),
    ];

    private int next;

    /// <summary>The items of an inspection on a day.</summary>
    public IReadOnlyList<InspectedItem> ItemsOn(DateOnly day, bool databaseIncluded)
    {
        string[] looked = [.. Items, .. databaseIncluded ? [Database] : Array.Empty<string>(), dice.Of(Extras)];
        var found = dice.Chance(36) ? Abnormal[next++ % Abnormal.Length] : default;
        if (found.Item == Database && !databaseIncluded)
        {
            found = default;
        }

        return looked.Select(item => item == found.Item ? AbnormalItem(day, found) : new InspectedItem(item)).ToList();
    }

    private InspectedItem AbnormalItem(DateOnly day, (string Item, string Advice, string Outcome) found) =>
        new(found.Item, found.Advice, found.Outcome, WorkingDays.OnOrAfter(day.AddDays(dice.Below(4))));
}
