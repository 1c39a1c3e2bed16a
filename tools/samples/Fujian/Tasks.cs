using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Fujian;

/// <summary>The implementation plan, data and other tasks, and the tests before upgrades; the second test has no report.</summary>
internal static class Tasks
{
    private static readonly (string Type, string Summary, string At, string Responded, string Completed)[] Done =
    [
        ("data", "导出各地市收发文数量", "2023-03-28 10:00", "10:15", "2023-03-29 16:00"),
        ("data", "一季度协同办公数据统计分析", "2023-04-12 09:30", "09:50", "2023-04-14 17:00"),
        ("data", "追溯一件公文的办理过程", "2023-05-09 15:00", "15:20", "2023-05-10 11:00"),
        ("optimisation", "公文检索性能优化", "2023-06-06 09:00", "09:20", "2023-06-16 18:00"),
        ("data", "半年信访件办理清单", "2023-07-05 10:30", "10:45", "2023-07-06 17:00"),
        ("assessment", "电子政务绩效考核半年数据核对", "2023-07-17 09:00", "09:30", "2023-07-25 17:00"),
        ("data", "导出干部培训学时", "2023-08-15 14:00", "14:25", "2023-08-16 16:00"),
        ("configuration", "机构名称批量更新", "2023-09-14 09:10", "09:30", "2023-09-14 17:00"),
        ("data", "三季度绩效底数提取", "2023-10-12 10:00", "10:20", "2023-10-13 17:00"),
        ("optimisation", "应用支撑缓存策略优化", "2023-11-08 09:20", "09:40", "2023-11-17 18:00"),
        ("assessment", "电子政务绩效考核年度技术保障", "2023-12-08 09:00", "09:25", "2023-12-25 17:00"),
        ("data", "全年公文和签报统计", "2024-01-05 09:30", "09:50", "2024-01-09 17:00"),
        ("data", "历史数据完整性核对清单", "2024-02-20 10:00", "10:30", "2024-02-29 17:00"),
    ];

    /// <summary>The tasks.</summary>
    public static IEnumerable<SampleRecord> Records() =>
    [
        RecordForms.Request("implementationPlan", "书面提交实施计划和运维方案", "2023-03-15 09:00", "09:30", null, "2023-03-24 16:00") with
        {
            Note = "签订后第 9 日提交；末日 03-25 为周六，顺延到 03-27",
            Evidence = [new("plan", "实施计划和运维方案", ["内容：项目内容、详细指标、实施周期、服务团队、与承建单位协调", "提交日期：2023-03-24"])],
        },
        .. Done.Select(task => RecordForms.Request(task.Type, task.Summary, task.At, task.Responded, task.Completed)),
        RecordForms.Request("upgradeTest", "数据库补丁升级前测试", "2023-04-17 09:00", "09:20", "2023-04-21 17:00") with { Key = "test-1" },
        RecordForms.Request("upgradeTest", "中间件版本升级前测试", "2023-08-01 09:00", "09:15", "2023-08-04 17:00") with { Key = "test-2", Note = "没有测试报告" },
        RecordForms.Request("upgradeTest", "操作系统补丁升级前测试", "2023-12-06 10:00", "10:20", "2023-12-13 17:00") with { Key = "test-3" },
        RecordForms.Report("upgradeTest", "2023-04-21", new Reference("test-1"), "升级前测试报告", "对象：数据库补丁", "兼容性测试通过；压力测试吞吐下降不到百分之一"),
        RecordForms.Report("upgradeTest", "2023-12-13", new Reference("test-3"), "升级前测试报告", "对象：操作系统补丁", "兼容性测试发现一处字体缺失，已补齐；压力测试通过"),
    ];
}
