using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Changning;

/// <summary>The small requests of every month: three or four, answered within minutes and done within days.</summary>
internal static class DailyRequests
{
    private static readonly (string Type, string Summary)[] Asked =
    [
        ("configuration", "新进人员账号和岗位权限开通"), ("consultation", "咨询移动端消息提醒设置"), ("data", "修正一份公文的归档编号"),
        ("configuration", "部门更名后的组织架构调整"), ("consultation", "指导邮箱客户端安全协议配置"), ("data", "导出政协提案办理情况"),
        ("configuration", "会议管理增加一间会议室"), ("configuration", "终端安装办公软件"), ("consultation", "咨询请销假审批代理"),
        ("data", "清理停用账号的待办"), ("configuration", "督办事项模板调整"), ("consultation", "指导项目申报材料上传"),
        ("configuration", "批量创建实习人员邮箱"), ("data", "补录一次值班记录"), ("configuration", "个人门户栏目重置"),
    ];

    /// <summary>The requests.</summary>
    public static IEnumerable<SampleRecord> Records()
    {
        var dice = new Dice(20260703);
        var index = 0;
        for (var month = Clock.Day("2026-07-01"); month <= Clock.Day("2026-11-01"); month = month.AddMonths(1))
        {
            var count = dice.Between(3, 4);
            for (var number = 0; number < count; number++)
            {
                yield return Request(Asked[index++ % Asked.Length], WorkingDays.OnOrAfter(month.AddDays(1 + number * 4 + dice.Below(4))), dice);
            }
        }
    }

    private static SampleRecord Request((string Type, string Summary) asked, DateOnly day, Dice dice)
    {
        var requested = day.ToDateTime(new TimeOnly(dice.Chance(60) ? 9 : 14, dice.Below(60)));
        var done = asked.Type == "consultation"
            ? requested.AddMinutes(dice.Between(10, 40))
            : WorkingDays.OnOrAfter(day.AddDays(1)).ToDateTime(new TimeOnly(dice.Between(9, 16), dice.Below(60)));
        return new("ServiceRequest", requested, new()
        {
            { "summary", asked.Summary },
            { "requestType", asked.Type },
            { "requestedAt", requested },
            { "respondedAt", requested.AddMinutes(dice.Between(2, 9)) },
            { "completedAt", done },
        });
    }
}
