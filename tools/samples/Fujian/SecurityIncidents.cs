using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Fujian;

/// <summary>Security incidents; two are serious, in a month of 86 points and in one of 72 (001 二(四)6 L97).</summary>
internal static class SecurityIncidents
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("s1", "2023-10-24 14:10", "参会名单误发到信息公开栏目")
        {
            Category = "security",
            Systems = ["meetings", "disclosure"],
            Responded = "14:18",
            Replied = "14:30",
            Resolved = "17:40",
            Impact = "yes",
            Attributable = true,
            CauseCategory = "operation",
            Severity = null,
            Tier = "ordinary",
            DataLeak = true,
            Responders = ["fj-pm-01", "fj-sup-01"],
            Cause = "发布栏目选择错误，没有复核",
            Handling = "撤下名单并清除缓存，发布改为两人复核",
            Note = "严重事故，当月 86 分：1200000 / 12 × 14 % = 14000.00",
        },
        new("s2", "2024-01-03 09:20", "历史数据备份盘未登记外带")
        {
            Category = "security",
            Systems = ["historical-data"],
            Channel = "onSite",
            Responded = "09:30",
            Replied = "09:40",
            Resolved = "2024-01-03 16:00",
            Impact = "yes",
            Attributable = true,
            CauseCategory = "operation",
            Severity = null,
            Tier = "ordinary",
            Responders = ["fj-pm-01"],
            Cause = "介质管理制度没有落实",
            Handling = "当日追回并查验未被读取，备份盘改为双人领用",
            Note = "严重事故，当月 72 分：每月一次则 28000.00，每种情形一次则 56000.00",
        },
        new("s3", "2024-01-22 15:05", "离退休系统出现异常登录尝试")
        {
            Category = "security",
            Systems = ["retirees"],
            Channel = "monitoring",
            Responded = "15:10",
            Replied = "15:20",
            Resolved = "16:30",
            Attributable = false,
            CauseCategory = "thirdParty",
            Severity = null,
            Tier = "ordinary",
            Responders = ["fj-sup-03"],
            Cause = "一个账号沿用初始口令",
            Handling = "锁定账号并强制修改口令",
            Note = "不是严重事故，不扣减",
        },
    ];
}
