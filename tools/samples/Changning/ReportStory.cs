using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Changning;

/// <summary>Statistics on running and use, and one report on testing and optimisation; the document gives neither a frequency.</summary>
internal static class ReportStory
{
    private static readonly (string Type, string On, string Covers, string Title)[] Reports =
    [
        ("usageStatistics", "2026-08-05", "2026-07", "平台运行及使用情况统计分析"),
        ("usageStatistics", "2026-09-03", "2026-08", "平台运行及使用情况统计分析"),
        ("optimisation", "2026-09-28", "2026-07 至 2026-09", "平台测试和优化情况"),
        ("usageStatistics", "2026-10-12", "2026-09", "平台运行及使用情况统计分析"),
        ("usageStatistics", "2026-11-05", "2026-10", "平台运行及使用情况统计分析"),
    ];

    /// <summary>The reports.</summary>
    public static IEnumerable<SampleRecord> Records() => Reports.Select(report => new SampleRecord("ServiceReport", Clock.Start(Clock.Day(report.On)), new()
    {
        { "reportType", report.Type },
        { "submittedOn", Clock.Day(report.On) },
        { "covers", report.Covers },
    })
    {
        Evidence = [new("report", report.Title, [$"统计范围：{report.Covers}", $"提交日期：{report.On}"])],
    });
}
