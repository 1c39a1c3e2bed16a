using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace OpsRegistry.Tests.Reporting;

/// <summary>One workbook of each contract as LibreOffice prints it, in one start of the program.</summary>
public sealed class PrintedWorkbooks
{
    public PrintedWorkbooks()
    {
        var pdfs = LibreOffice.ToPdf([.. Keys.Select(key => AssessmentWorkbooks.Of(key))]);
        Pdfs = Keys.Zip(pdfs).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        Lines = Pdfs.ToDictionary(pair => pair.Key, pair => PdfText.LinesOf(pair.Value), StringComparer.Ordinal);
    }

    public static IReadOnlyList<string> Keys { get; } =
        ["changning-2026 P1", "fujian-2023 P6", "pengjiang-2025 P2", "pingdingshan-2025 P3", "zhangjiagang-2024 T"];

    internal IReadOnlyDictionary<string, byte[]> Pdfs { get; }

    internal IReadOnlyDictionary<string, IReadOnlyList<string>> Lines { get; }
}

public sealed class PrintedWorkbookTests(PrintedWorkbooks printed) : IClassFixture<PrintedWorkbooks>
{
    /// <summary>A table's first two headers and its last one: where a page cuts columns off, the last one is missing from the line of the first.</summary>
    [Theory]
    [InlineData("履约逐次", "编号", "次别", "条款", 5)]
    [InlineData("时限逐条", "编号", "起算", "说明", 5)]
    [InlineData("扣分明细", "指标名称", "应扣分", "口径", 3)]
    [InlineData("事件台账", "编号", "报告时间", "文件与标识", 5)]
    [InlineData("巡检台账", "日期", "巡检人", "文件与标识", 5)]
    [InlineData("其他台账", "日期", "要点", "文件与标识", 5)]
    [InlineData("岗位要求", "岗位", "应到人数", "条款", 5)]
    [InlineData("系统与资产", "名称", "数量", "文件", 5)]
    [InlineData("合同账目", "款项", "支付条件", "最迟付款日", 4)] // 001 prints no payment terms
    [InlineData("口径与敏感性", "键", "其他理解", "结论", 4)]
    [InlineData("文件清单", "序号", "路径", "blob）", 5)]
    public void Every_column_of_a_table_stands_on_the_page_of_its_first(string table, string first, string second, string last, int contracts)
    {
        var found = 0;
        var without = new List<string>();
        foreach (var (key, lines) in printed.Lines)
        {
            var headers = lines.Where(line => Words(line).Contains(first) && Words(line).Contains(second)).ToList();
            found += headers.Count > 0 ? 1 : 0;
            without.AddRange(headers.Count > 0 ? [] : [key]);
            Assert.All(headers, line => Assert.True(Words(line).Contains(last), $"{key}, {table}: {line}"));
        }

        Assert.True(found >= contracts, $"{table}: printed for {found} contracts: {string.Join(", ", without)}");
    }

    [Fact]
    public void Every_page_is_a4_and_says_its_number_and_its_commit()
    {
        foreach (var (key, pdf) in printed.Pdfs)
        {
            var text = Encoding.Latin1.GetString(pdf);
            var pages = Regex.Count(text, @"/Type\s*/Page\b(?!s)");
            var sizes = Regex.Matches(text, @"/MediaBox\s*\[\s*0 0 (?<size>[^\]]*?)\s*\]").Select(match => match.Groups["size"].Value).ToList();
            Assert.Equal(pages, sizes.Count(size => Regex.IsMatch(size, @"^(595\S* 84[12]|84[12]\S* 595)")));
            Assert.Equal(pages, printed.Lines[key].Count(line => line.Contains($"页 / 共 {pages} 页", StringComparison.Ordinal) && line.Contains("提交 0123456789ab", StringComparison.Ordinal)));
        }
    }

    private static HashSet<string> Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
