using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Pingdingshan;

/// <summary>A training in each half-year, and the promised online training of each quarter.</summary>
internal static class TrainingStory
{
    private static readonly Course[] Courses =
    [
        new("2026-01-29", "区县线上培训：统一受理平台收件与补正", "各区县窗口人员", 58, ["pds-plat-01"]),
        new("2026-04-23", "上半年集中培训：事项要素规范与电子证照应用", "市直部门审批人员和大厅窗口人员", 74, ["pds-pm-01", "pds-plat-02"]),
        new("2026-05-26", "区县线上培训：好差评数据核对", "各区县政务服务中心管理员", 41, ["pds-plat-03"]),
        new("2026-08-18", "区县线上培训：共享数据资源申请与订阅", "各区县数据管理人员", 36, ["pds-data-01"]),
        new("2026-09-23", "下半年集中培训：高效办成一件事联办与安全常识", "市直部门审批人员和大厅窗口人员", 69, ["pds-pm-01", "pds-plat-04"]),
        new("2026-11-12", "区县线上培训：考勤与请销假新规则", "各区县政务服务中心管理员", 33, ["pds-plat-03"]),
    ];

    /// <summary>The trainings.</summary>
    public static IEnumerable<SampleRecord> Records() => Courses.Select(course => new SampleRecord("Training", Clock.Start(Clock.Day(course.On)), new()
    {
        { "performedOn", Clock.Day(course.On) },
        { "subject", course.Subject },
        { "audience", course.Audience },
        { "attendees", course.Attendees },
        { "trainers", course.Trainers },
    })
    {
        Evidence =
        [
            new("material", "培训教材", [$"主题：{course.Subject}", "目录：一、适用范围；二、操作步骤；三、常见错误与处理；四、练习", $"讲解：{string.Join("、", course.Trainers)}"]),
            new("attendanceSheet", "培训签到表", [$"日期：{course.On}", $"对象：{course.Audience}", $"签到人数：{course.Attendees}（示例不列姓名）"]),
            new("photo", "培训照片说明", ["此文本代替培训现场照片，演示登记库不存放真人影像。", $"拍摄日期：{course.On}", $"画面内容：{course.Audience}参加“{course.Subject}”"]),
        ],
    });

    private sealed record Course(string On, string Subject, string Audience, int Attendees, string[] Trainers);
}
