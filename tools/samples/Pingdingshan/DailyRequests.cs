using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Pingdingshan;

/// <summary>The small requests of every month: two or three, answered within minutes and done within days.</summary>
internal static class DailyRequests
{
    private static readonly (string Type, string Summary)[] Asked =
    [
        ("configuration", "新设科室的审批账号和角色配置"), ("data", "提取上月各部门办件量和办结率"), ("consultation", "咨询补正后重新计时的规则"),
        ("data", "修正三件因测试产生的办件状态"), ("configuration", "调整公积金事项的审批流程环节"), ("data", "导出好差评差评工单明细"),
        ("consultation", "咨询电子证照亮证的适用范围"), ("configuration", "更新市直部门联系人和收件地址"), ("data", "核对省级质检退回的办件数据"),
        ("configuration", "新增医保服务事项要素模板"), ("consultation", "指导区县管理员发布资源目录"), ("data", "统计事项模板使用率"),
        ("configuration", "考勤班次按夏季作息调整"), ("data", "补录线下办理的历史办件"), ("consultation", "咨询统一认证接入流程"),
        ("configuration", "关闭已取消事项的网上申报入口"), ("data", "提供证照责任清单完成情况"), ("configuration", "大厅新增两个窗口的叫号对应关系"),
        ("consultation", "指导部门订阅共享接口"), ("data", "比对人员信息与考勤名单"), ("configuration", "调整一件事主题的材料清单"),
        ("data", "提取半年度区县办件排名"), ("consultation", "咨询电子印章申请步骤"), ("configuration", "按机构改革调整部门名称"),
        ("data", "清理重复的申请人档案"), ("consultation", "指导窗口使用批量补正"), ("configuration", "调整考勤节假日规则"),
        ("data", "提供年度考核指标底数"), ("configuration", "恢复误停用的审批账号"), ("consultation", "咨询办件归档年限"),
    ];

    /// <summary>The requests.</summary>
    public static IEnumerable<SampleRecord> Records()
    {
        var dice = new Dice(20260903);
        var index = 0;
        for (var month = Clock.Day("2025-12-01"); month <= Clock.Day("2026-11-01"); month = month.AddMonths(1))
        {
            var count = dice.Between(2, 3);
            for (var number = 0; number < count; number++)
            {
                yield return Request(Asked[index++ % Asked.Length], WorkingDays.OnOrAfter(month.AddDays(3 + number * 5 + dice.Below(5))), dice);
            }
        }
    }

    private static SampleRecord Request((string Type, string Summary) asked, DateOnly day, Dice dice)
    {
        var requested = day.ToDateTime(new TimeOnly(dice.Chance(60) ? 9 : 14, dice.Below(60)));
        var done = asked.Type == "consultation"
            ? requested.AddMinutes(dice.Between(12, 50))
            : WorkingDays.OnOrAfter(day.AddDays(dice.Between(1, 3))).ToDateTime(new TimeOnly(dice.Between(10, 16), dice.Below(60)));
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
