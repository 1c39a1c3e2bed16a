using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Fujian;

/// <summary>Questions of users, three a month, answered within 30 minutes of service hours (001 二(四)3 L87) except three.</summary>
internal static class Questions
{
    private static readonly string[] Days =
    [
        "2023-03-17", "2023-03-29", "2023-04-11", "2023-04-18", "2023-04-27", "2023-05-11", "2023-05-16", "2023-05-30", "2023-06-08",
        "2023-06-20", "2023-07-03", "2023-07-13", "2023-07-19", "2023-07-26", "2023-08-10", "2023-08-17", "2023-08-30", "2023-09-12",
        "2023-09-19", "2023-09-26", "2023-10-11", "2023-10-18", "2023-10-31", "2023-11-09", "2023-11-16", "2023-11-29", "2023-12-12",
        "2023-12-20", "2023-12-28", "2024-01-10", "2024-01-18", "2024-01-30", "2024-02-07", "2024-02-22", "2024-03-01", "2024-03-12",
    ];

    private static readonly string[] Asked =
    [
        "咨询公文套红模板设置", "咨询签报会签顺序", "指导安装办公控件", "咨询值班表导出格式", "咨询信访件转办操作", "指导上传会议材料",
        "咨询绩效指标填报口径", "咨询信息公开审核流程", "指导邮件附件大小设置", "咨询离退休人员信息更新", "指导课程报名", "咨询历史数据查询权限",
    ];

    /// <summary>The days on which the answer took longer, in minutes.</summary>
    private static readonly Dictionary<string, int> Late = new() { ["2023-05-30"] = 42, ["2023-08-30"] = 35, ["2023-12-28"] = 55 };

    /// <summary>The questions.</summary>
    public static IEnumerable<SampleRecord> Records()
    {
        var dice = new Dice(20230315);
        foreach (var (day, index) in Days.Select((day, index) => (day, index)))
        {
            var asked = Clock.Day(day).ToDateTime(new TimeOnly(dice.Chance(50) ? 9 : 14, dice.Below(60)));
            var answered = asked.AddMinutes(Late.TryGetValue(day, out var minutes) ? minutes : dice.Between(4, 28));
            yield return new("ServiceRequest", asked, new()
            {
                { "summary", Asked[index % Asked.Length] },
                { "requestType", "consultation" },
                { "requestedAt", asked },
                { "respondedAt", answered },
                { "completedAt", answered.AddMinutes(dice.Between(5, 40)) },
            })
            {
                Note = minutes > 0 ? $"第 {minutes} 分钟回复，超过 30 分钟" : null,
            };
        }
    }
}
