using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace OpsRegistry.Tests.Reporting;

/// <summary>One workbook of each contract as LibreOffice prints it, in one start of the program.</summary>
public sealed class PrintedWorkbooks
{
    public PrintedWorkbooks()
    {
        var pdfs = LibreOffice.ToPdf([.. Keys.Select(AssessmentWorkbooks.Of)]);
        Pdfs = Keys.Zip(pdfs).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        Pages = Pdfs.ToDictionary(pair => pair.Key, pair => PdfText.PagesOf(pair.Value), StringComparer.Ordinal);
        Lines = Pages.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)[.. pair.Value.SelectMany(page => page.Split('\n'))], StringComparer.Ordinal);
    }

    // Before the keys that are made of it.
    private static readonly string[] Contracts = ["changning-2026 P1", "fujian-2023 P6", "pengjiang-2025 P2", "pingdingshan-2025 P3", "zhangjiagang-2024 T"];

    public static IReadOnlyList<string> Keys { get; } =
        [.. Contracts, .. Contracts.Select(key => key + AssessmentWorkbooks.Data)];

    internal IReadOnlyDictionary<string, byte[]> Pdfs { get; }

    internal IReadOnlyDictionary<string, IReadOnlyList<string>> Pages { get; }

    internal IReadOnlyDictionary<string, IReadOnlyList<string>> Lines { get; }
}

public sealed class PrintedWorkbookTests(PrintedWorkbooks printed) : IClassFixture<PrintedWorkbooks>
{
    /// <summary>A table's first two headers and its last one: where a page cuts columns off, the last one is missing from the line of the first.</summary>
    [Theory]
    [InlineData("履约逐次", "编号", "次别", "条款", 5)]
    [InlineData("时限逐条", "编号", "起算", "说明", 5)]
    [InlineData("扣分明细", "指标名称", "应扣分", "记录", 3)]
    [InlineData("扣分依据", "文件:行", "口径", "扣分规则", 3)]
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
    public void What_is_signed_is_a_few_pages_of_every_contract() => Assert.All(
        printed.Pages.Where(pair => !pair.Key.EndsWith(AssessmentWorkbooks.Data, StringComparison.Ordinal)),
        pair => Assert.True(pair.Value.Count is >= 2 and <= 6, $"{pair.Key}: {pair.Value.Count} pages"));

    /// <summary>
    /// Where a sheet's last row just fills its page, LibreOffice may count one page more, on which it prints nothing at all: neither header nor
    /// footer nor a row. Which sheet that meets depends on the widths of the machine's fonts, so such a page is judged by its size alone.
    /// </summary>
    [Fact]
    public void Every_page_is_a4_and_says_its_number_and_its_commit()
    {
        foreach (var (key, pages) in printed.Pages)
        {
            var text = Encoding.Latin1.GetString(printed.Pdfs[key]);
            var sizes = Regex.Matches(text, @"/MediaBox\s*\[\s*0 0 (?<size>[^\]]*?)\s*\]").Select(match => match.Groups["size"].Value).ToList();
            Assert.Equal(pages.Count, sizes.Count(size => Regex.IsMatch(size, @"^(595\S* 84[12]|84[12]\S* 595)")));
            Assert.All(pages.Index().Where(page => !IsBlank(page.Item)), page =>
            {
                Assert.Contains($"第{page.Index + 1}页/共{pages.Count}页", page.Item.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal); // spaces are the font's
                Assert.Contains("提交 0123456789ab", page.Item, StringComparison.Ordinal);
            });
        }
    }

    [Fact]
    public void Blank_paper_is_never_the_first_page_nor_two_pages_in_a_row() => Assert.All(printed.Pages, pair =>
    {
        Assert.False(IsBlank(pair.Value[0]), pair.Key);
        Assert.DoesNotContain(pair.Value.Zip(pair.Value.Skip(1)), pages => IsBlank(pages.First) && IsBlank(pages.Second));
    });

    private static bool IsBlank(string page) => string.IsNullOrWhiteSpace(page);

    private static HashSet<string> Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
