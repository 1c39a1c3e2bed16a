using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using OpsRegistry.Loading;
using OpsRegistry.Verifying.Workbooks;
using Xunit;

namespace OpsRegistry.Tests.Reporting;

[Collection(nameof(AssessmentWorkbookCollection))]
public sealed partial class AssessmentWorkbookTests(AssessmentWorkbooks workbooks)
{
    [Fact]
    public void The_golden_registry_loads_without_a_finding() => Assert.Empty(GoldenContracts.Loaded.Findings);

    [Fact]
    public void Every_formula_of_every_period_gives_the_engines_figure()
    {
        Assert.True(workbooks.Claimed.Count >= 56, "two volumes of five periods of the golden contracts and of twenty-three of the registry's own five");
        Assert.Empty(workbooks.Claimed.SelectMany(file => file.Value.Unproved(workbooks.Found[file.Key]).Select(fault => $"{file.Key} {fault}")));
    }

    [Fact]
    public void Every_file_that_LibreOffice_saved_again_shows_the_same() => Assert.Empty(
        from file in workbooks.Files
        from finding in WorkbookComparison.Compare(file.Key, new(file.Value, []), workbooks.Resaved[file.Key]).Findings
        where finding.Rule.Severity == Severity.Error
        select $"{file.Key} {finding.Message.En}");

    [Fact]
    public void Every_file_is_valid_by_the_schema_of_its_format()
    {
        var faults =
            from file in workbooks.Files
            from fault in Faults(file.Value)
            select $"{file.Key} {fault}";
        Assert.Empty(faults);
    }

    [Fact]
    public void The_same_result_gives_the_same_bytes()
    {
        var again = GoldenContracts.ResultOf(GoldenContracts.Load(GoldenContracts.Root).Registry, "example-2025");
        Assert.Equal(workbooks.Files["example-2025 P1"], GoldenContracts.Workbook(again, again.Periods[0]));
    }

    [Theory]
    [InlineData("example-2025 P1", "61.67", "55,555.56", "合格（60 分至不足 85 分）", "评定中：考核期已结束，还有 1 项未定")]
    [InlineData("example-2025 P2", "92.00", "待定", "不合格（不足 60 分）", "评定中：考核期已结束，还有 1 项未定")]
    [InlineData("example-2025 P3", "89.25", "10,000.00", "优秀（85 分及以上）", "评定中：考核期已结束，还有 1 项未定")]
    [InlineData("example-2025 P4", "待定", "待定", "待定", "进行中：考核期尚未结束")]
    [InlineData("example-plain T", "不计分", "0.00", "—", "进行中：考核期尚未结束")]
    public void The_cover_says_score_band_money_and_how_firm_they_are(string key, string score, string amount, string band, string state)
    {
        var cover = workbooks.Found[key];
        Assert.Equal((score, amount, band), (Shown(cover["封面", "B6"], "0.00"), Shown(cover["封面", "B7"], "#,##0.00"), cover["封面", "D6"].Value));
        Assert.StartsWith(state, cover["封面", "A4"].Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pingdingshan-2025 P1", "13", "87")]
    [InlineData("pingdingshan-2025 P2", "2", "98")]
    [InlineData("pingdingshan-2025 P3", "40", "60")]
    public void The_deductions_and_the_score_add_up_to_full_marks(string key, string lost, string score)
    {
        var found = workbooks.Found[key];
        var total = Row(found, "扣分明细", "A", "合计");
        Assert.Equal((lost, score, "✓ 相符"), (found["扣分明细", $"G{total}"].Value, found["封面", "B6"].Value, found["扣分明细", $"H{total + 1}"].Value));
    }

    [Theory]
    [InlineData("事件台账", "=HYPERLINK(\"http://example.invalid\",\"点我\") 登录页无法打开\n（portal）")]
    [InlineData("事件台账", "+86 电子证照接口超时\n（portal）")]
    [InlineData("事件台账", "@SUM(A1) 运营商链路中断\n（portal）")]
    [InlineData("扣分明细", "=1+1 态度良好，个别回复慢")]
    public void Texts_from_records_stay_texts(string sheet, string text)
    {
        var found = workbooks.Found[sheet == "扣分明细" ? "example-2025 P1" : "example-2025 P1 data"];
        var cell = Assert.Single(Cells(found, sheet), cell => cell.Value.Value == text).Value;
        Assert.Equal((ReadKind.Text, null), (cell.Kind, cell.Formula));
    }

    [Fact]
    public void No_formula_holds_text_from_a_record() =>
        Assert.DoesNotContain(workbooks.Claimed["example-2025 P1"].All.Values.Concat(workbooks.Claimed["example-2025 P1 data"].All.Values), cell => cell.Formula?.Contains("example.invalid", StringComparison.Ordinal) ?? false);

    [Fact]
    public void A_missing_week_stands_in_the_inspection_ledger_where_it_should_have_been()
    {
        var ledger = Cells(workbooks.Found["example-2025 P1 data"], "巡检台账").Where(cell => cell.Key.StartsWith("'巡检台账'!B", StringComparison.Ordinal))
            .Select(cell => cell.Value.Value).ToHashSet(StringComparer.Ordinal);
        Assert.Superset(new HashSet<string> { "缺少 2025-W51", "缺少 2026-W02", "缺少 2026-W05", "缺少 2026-W08" }, ledger);
    }

    [Fact]
    public void A_limit_that_nothing_was_measured_on_has_no_attainment()
    {
        var found = workbooks.Found["pingdingshan-2025 P1 data"];
        var row = Row(found, "SLA", "A", "formal-report");
        Assert.Equal("无可计量", found["SLA", $"I{row}"].Value);
    }

    [Theory]
    [InlineData("评分表")]
    [InlineData("扣分明细")]
    [InlineData("履约")]
    [InlineData("SLA")]
    [InlineData("人员到岗")]
    [InlineData("口径与敏感性")]
    public void What_a_contract_does_not_have_has_no_sheet(string sheet)
    {
        Assert.DoesNotContain(Both("example-plain T"), key => key.StartsWith($"'{sheet}'!", StringComparison.Ordinal));
        Assert.Contains(Both("pingdingshan-2025 P1"), key => key.StartsWith($"'{sheet}'!", StringComparison.Ordinal));
    }

    [Fact]
    public void No_sheet_is_empty_and_no_element_has_a_prefix_that_ExcelJS_does_not_know()
    {
        foreach (var (key, bytes) in workbooks.Files)
        {
            using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));
            foreach (var entry in archive.Entries.Where(entry => entry.FullName.StartsWith("xl/", StringComparison.Ordinal) && entry.FullName.EndsWith(".xml", StringComparison.Ordinal)))
            {
                using var reader = new StreamReader(entry.Open());
                var part = reader.ReadToEnd();
                Assert.False(part.Contains("<x:", StringComparison.Ordinal), $"{key} {entry.FullName}");
                Assert.True(!entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal) || Rows().Count(part) > 2, $"{key} {entry.FullName} says nothing");
            }
        }
    }

    [Fact]
    public void Every_link_leads_to_a_sheet_of_the_same_workbook()
    {
        foreach (var (key, bytes) in workbooks.Files)
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
            var sheets = document.WorkbookPart!.Workbook.Descendants<Sheet>().Select(sheet => sheet.Name!.Value!).ToHashSet(StringComparer.Ordinal);
            var targets = document.WorkbookPart.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<Hyperlink>())
                .Select(link => SheetOfLink().Match(link.Location?.Value ?? "").Groups[1].Value).ToHashSet(StringComparer.Ordinal);
            Assert.True(targets.IsSubsetOf(sheets) && (targets.Count > 0 || !key.EndsWith(AssessmentWorkbooks.Data, StringComparison.Ordinal)), key);
        }
    }

    [Theory]
    [InlineData("Score")]
    [InlineData("DeductionTotal")]
    [InlineData("ContractTotal")]
    [InlineData("BandShare")]
    [InlineData("WhatIfPoints")]
    public void Figures_that_formulas_read_have_names(string name) =>
        Assert.Contains($"<definedName name=\"{name}\">", WorkbookText.Of(workbooks.Files["example-2025 P1"]), StringComparison.Ordinal);

    /// <summary>Whoever signs reads what people say: of files, ids, lines and fields of schemas nothing stands on these sheets but the way to the data book.</summary>
    [Fact]
    public void What_is_signed_has_no_id_of_a_file_and_no_line()
    {
        foreach (var (key, cells) in workbooks.Claimed.Where(pair => !pair.Key.EndsWith(AssessmentWorkbooks.Data, StringComparison.Ordinal)))
        {
            var technical = cells.All.Where(cell => !cell.Value.Value.StartsWith("依据：", StringComparison.Ordinal) && Technical().IsMatch(cell.Value.Value)).Select(cell => $"{key} {cell.Key}: {cell.Value.Value}");
            Assert.Empty(technical);
            Assert.DoesNotContain(cells.All.Values, cell => cell.Value.EndsWith('…'));
        }
    }

    [Fact]
    public void A_ledger_has_the_numbers_that_deductions_name()
    {
        var cell = Cells(workbooks.Claimed["pingdingshan-2025 P4"], "扣分明细").First(cell => cell.Key.StartsWith("'扣分明细'!H", StringComparison.Ordinal) && cell.Value.Value.StartsWith("事件 ", StringComparison.Ordinal)).Value.Value;
        Assert.Equal("事件 2026-0018", cell);
        Assert.Contains(Cells(workbooks.Claimed["pingdingshan-2025 P4 data"], "事件台账"), one => one.Value.Value == cell);
    }

    private IEnumerable<string> Both(string key) => workbooks.Found[key].All.Keys.Concat(workbooks.Found[key + AssessmentWorkbooks.Data].All.Keys);

    private static List<string> Faults(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        return new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document)
            .Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}").ToList();
    }

    private static string Shown(ReadCell cell, string format) => cell.Kind == ReadKind.Number
        ? double.Parse(cell.Value, System.Globalization.CultureInfo.InvariantCulture).ToString(format, System.Globalization.CultureInfo.InvariantCulture)
        : cell.Value;

    private static IEnumerable<KeyValuePair<string, ReadCell>> Cells(WorkbookCells cells, string sheet) =>
        cells.All.Where(cell => cell.Key.StartsWith($"'{sheet}'!", StringComparison.Ordinal));

    private static int Row(WorkbookCells cells, string sheet, string column, string text) => Enumerable.Range(1, 500)
        .First(row => cells.All.TryGetValue($"'{sheet}'!{column}{row}", out var cell) && cell.Value == text);

    [GeneratedRegex("[a-z]+-20[0-9]{2}-[0-9]{4}|\\.yaml|[a-z]{4,}[A-Z][a-z]+| L[0-9]+")]
    private static partial Regex Technical();

    [GeneratedRegex("<row ")]
    private static partial Regex Rows();

    [GeneratedRegex("^'(.+)'!")]
    private static partial Regex SheetOfLink();
}
