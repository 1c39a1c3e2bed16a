using OpsRegistry.Model;
using Xunit;

namespace OpsRegistry.Tests.Reporting;

/// <summary>Records are called by kind and number wherever people read; what only looks like a name stays as it is.</summary>
public sealed class RecordNamesTests
{
    [Theory]
    [InlineData("incident-2026-0018", "事件 2026-0018", "incident 2026-0018")]
    [InlineData("service-request-2026-0003", "服务请求 2026-0003", "service request 2026-0003")]
    [InlineData("special-period-2026-0003 (2/2)", "特殊时期保障通知 2026-0003 (2/2)", "special period 2026-0003 (2/2)")]
    [InlineData("见 incident-2026-0018、dispute-2026-0001。", "见 事件 2026-0018、异议 2026-0001。", "见 incident 2026-0018、dispute 2026-0001。")]
    [InlineData("2026-W41", "2026-W41", "2026-W41")]
    [InlineData("service-desk", "service-desk", "service-desk")]
    [InlineData("records/2026/01/incident-2026-0018.yaml", "records/2026/01/incident-2026-0018.yaml", "records/2026/01/incident-2026-0018.yaml")]
    [InlineData("my-incident-2026-0018", "my-incident-2026-0018", "my-incident-2026-0018")]
    public void A_name_is_said_as_people_say_it(string words, string chinese, string english) => Assert.Equal(new Text(chinese, english), RecordNames.Show(words));

    [Theory]
    [InlineData("003 附件2 四(二)1 L1412-L1434", "附件2 四(二)1")]
    [InlineData("004 L12", "004 L12")]
    [InlineData("第 5 条", "第 5 条")]
    public void A_clause_is_cited_on_paper_by_its_paragraph(string clause, string cited) => Assert.Equal(cited, Citation.Paragraph(clause));
}
