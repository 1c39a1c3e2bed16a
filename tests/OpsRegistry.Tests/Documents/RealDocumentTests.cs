using Xunit;

namespace OpsRegistry.Tests.Documents;

/// <summary>Every document that a source asks for is made for its contract; docs/documents.md names the clauses.</summary>
public sealed class RealDocumentTests
{
    public static TheoryData<string, string, string, string[]> Asked => new()
    {
        { "pengjiang-2025", "inspection-record", "--record inspection-2025-0007", ["| 巡检人 | pj-eng-01 | 包括数据库 | 否 |", "| 3 | 服务支持（硬件、网络、操作系统、数据库） | 异常 | 数据库归档空间不足两成，建议扩容 | 扩容后余量五成 | 2025-11-03 |"] },
        { "pengjiang-2025", "quarterly-report", "--period Q2", ["| 报告期 | 服务期第 2 季度 | 起止 | 2025-09-10 至 2025-12-09 |"] },
        { "pengjiang-2025", "acceptance-summary", "", ["| 首期款（30%） | 72,000.00 | 0.00 | 72,000.00 | 72,000.00 | — |", "合同没有评分条款。"] },
        { "fujian-2023", "inspection-record", "--record inspection-2023-0001", ["| 巡检种类 | 日常监控 | 巡检日期 | 2023-03-15 |"] },
        { "fujian-2023", "fault-report", "--record incident-2023-0012", ["邮件附件丢失", "| 提供方案并解决故障（突发应急除外） | 1 个工作日 | 2023-08-22 09:00 | 2023-08-23 24:00 | 2023-08-24 16:00 | 未达标 | 001 二(四)4 L91 |"] },
        { "fujian-2023", "monthly-report", "--period P6", ["登记的记录：巡检 32 件；事件 2 件；故障报告 2 件；服务请求 5 件；培训 1 件；运维报告 1 件；以下分项说明。", "| 每日监控数据汇总情况 | 31 | 31 | 0 | 0 | — | 001 二(三)3 L72 |"] },
        { "changning-2026", "special-period-report", "--record special-period-2026-0001", ["## 一、特别巡视"] },
        { "changning-2026", "acceptance-summary", "", ["**报告期在数据截至时刻（2026-11-20 24:00）尚未结束，数字是暂定的。**"] },
        { "pingdingshan-2025", "fault-report", "--record fault-report-2026-0003", ["| 恢复运行 | 8 小时 | 2026-02-03 15:40 | 2026-02-04 15:40 | 2026-02-05 09:20 | 未达标 | 003 附件2 四(三)1② L1450；003 合同六5 L1089 |"] },
        { "pingdingshan-2025", "special-period-report", "--record special-period-2026-0003", ["| 要求特巡 | 2 次 | 完成特巡 | 1 次 |"] },
        { "pingdingshan-2025", "training-record", "--record training-2026-0001", ["| 培训对象 | 各区县窗口人员 | 授课人 | pds-plat-01 |"] },
        { "pingdingshan-2025", "drill-report", "--record drill-2026-0001", ["统一认证管理账号失窃的桌面推演"] },
        { "pingdingshan-2025", "defect-analysis", "--record defect-analysis-2026-0001", ["| 发现缺陷 | 5 项 | 发现隐患 | 3 项 |"] },
        { "pingdingshan-2025", "acceptance-summary", "", ["累计扣款（元）：**977,100.00**（大写：玖拾柒万柒仟壹佰元整）"] },
        { "zhangjiagang-2024", "half-year-report", "", ["| 报告期 | 服务期第 1 个半年 | 起止 | 2024-10-01 至 2025-03-31 |"] },
        { "zhangjiagang-2024", "annual-report", "--service sw-001", ["本报告只包括服务项 sw-001 人大网站维护。", "| sw-001 巡检 | 3 | 3 | 0 | 0 | — | 004 需求1 L669 |"] },
        { "zhangjiagang-2024", "acceptance-summary", "", ["| T | 2024-10-01 至 2025-06-30 | 85.60 | 良好：80 分至不足 90 分 | 98,383.50 | 定稿 |"] },
    };

    [Theory]
    [MemberData(nameof(Asked))]
    public void A_document_that_the_source_asks_for_says(string contract, string kind, string options, string[] lines)
    {
        using var folder = new TemporaryFolder();
        var outcome = CommandLine.Run(["document", kind, contract, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--format", "md", "--output", folder.Path]);
        Assert.True(outcome.Exit is 0 or 3, outcome.Error);
        var written = File.ReadAllLines(Assert.Single(Directory.GetFiles(folder.Path, "*.md")));
        Assert.All(lines, line => Assert.Contains(line, written));
        Assert.All(written, line => Assert.DoesNotContain("{{", line, StringComparison.Ordinal));
    }
}
