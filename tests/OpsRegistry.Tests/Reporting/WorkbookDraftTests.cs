using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using NodaTime;
using OpsRegistry.Reporting.Workbooks;
using Xunit;

namespace OpsRegistry.Tests.Reporting;

public sealed class WorkbookDraftTests
{
    [Fact]
    public void The_file_is_valid_by_the_schema_of_its_format()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(DemoWorkbook.Build()), isEditable: false);
        var faults = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document);
        Assert.Empty(faults.Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}"));
    }

    [Fact]
    public void Numbers_and_texts_stand_beside_their_formulas_without_any_calculation()
    {
        var cells = WorkbookCells.Read(DemoWorkbook.Build());
        Assert.Equal(new ReadCell(ReadKind.Number, "0.05", "IF(Score_Total>=90,0,IF(Score_Total>=80,0.05,0.1))"), cells["评分汇总", "C13"]);
        Assert.Equal(new ReadCell(ReadKind.Text, "✗ 有扣分", "IF(D6>0,\"✗ 有扣分\",\"✓ 无扣分\")"), cells["评分汇总", "F6"]);
    }

    [Fact]
    public void A_formula_written_over_is_gone_with_its_value()
    {
        var draft = Draft();
        draft.AddSheet("一")["B2"].Formula("1+1", 2m, WorkbookTheme.Count).Text("二");
        Assert.Equal(new ReadCell(ReadKind.Text, "二", null), WorkbookCells.Read(draft.ToBytes())["一", "B2"]);
    }

    [Fact]
    public void Two_sheets_of_one_name_are_refused()
    {
        var draft = Draft();
        draft.AddSheet("P1");
        Assert.Throws<ArgumentException>(() => draft.AddSheet("p1"));
    }

    [Fact]
    public void A_text_value_of_a_formula_keeps_what_looks_like_an_escape()
    {
        var draft = Draft();
        draft.AddSheet("一")["A1"].Formula("\"_x0041_😀\"", "_x0041_😀");
        Assert.Equal("_x0041_😀", WorkbookCells.Read(draft.ToBytes())["一", "A1"].Value);
    }

    [Theory]
    [InlineData("=1+1", true)]
    [InlineData("@SUM(A1)", true)]
    [InlineData("一月", false)]
    public void A_text_that_begins_like_a_formula_stays_one_after_editing(string text, bool quoted)
    {
        var draft = Draft();
        Assert.Equal(quoted, draft.AddSheet("一")["A1"].Text(text).Style.QuotePrefix);
    }

    [Fact]
    public void A_moment_is_shown_in_beijing_also_across_midnight_and_old_days_become_texts()
    {
        var draft = Draft();
        var sheet = draft.AddSheet("一");
        sheet["A1"].Moment(Instant.FromUtc(2025, 12, 31, 16, 30));
        sheet["A2"].Date(new LocalDate(1900, 2, 28));
        sheet["A3"].TimeOfDay(new LocalTime(18, 0));
        sheet["A4"].Duration(Duration.FromHours(36));
        var cells = WorkbookCells.Read(draft.ToBytes());
        Assert.Equal("46023.0208333333", cells["一", "A1"].Value[..16]);
        Assert.Equal(new ReadCell(ReadKind.Text, "1900-02-28", null), cells["一", "A2"]);
        Assert.Equal("0.75", cells["一", "A3"].Value);
        Assert.Equal("1.5", cells["一", "A4"].Value);
    }

    [Fact]
    public void Links_and_names_reach_sheets_whose_names_need_quotes()
    {
        var draft = Draft();
        var target = draft.AddSheet("P1 2025's (终)");
        target["C3"].Number(5m, WorkbookTheme.Count).Name("Total_P1");
        var sheet = draft.AddSheet("一");
        sheet["A1"].Link("合计", target["C3"]);
        Assert.Equal("'P1 2025''s (终)'!C3", target["C3"].Reference);
        var file = draft.ToBytes();
        Assert.Contains("<hyperlink ref=\"A1\" location=\"'P1 2025''s (终)'!C3\"", WorkbookText.Of(file), StringComparison.Ordinal);
        Assert.Contains("<definedName name=\"Total_P1\">'P1 2025''s (终)'!$C$3</definedName>", WorkbookText.Of(file), StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_is_a4_one_page_wide_with_its_number_in_the_footer_and_headers_repeated()
    {
        var file = WorkbookText.Of(DemoWorkbook.Build());
        Assert.Contains("<pageSetup paperSize=\"9\" fitToWidth=\"1\" fitToHeight=\"0\"", file, StringComparison.Ordinal);
        Assert.Contains("orientation=\"landscape\"", file, StringComparison.Ordinal);
        Assert.Contains("第 &amp;P 页 / 共 &amp;N 页", file, StringComparison.Ordinal);
        Assert.Contains("&amp;9 2026 年扣分明细", file, StringComparison.Ordinal);
        Assert.Contains("示例合同 A&amp;&amp;B", file, StringComparison.Ordinal);
        Assert.Contains("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"1\">'扣分明细'!$1:$1</definedName>", file, StringComparison.Ordinal);
    }

    private static WorkbookDraft Draft() => new(new("试", "ops-registry", Instant.FromUtc(2026, 1, 1, 0, 0)));
}
