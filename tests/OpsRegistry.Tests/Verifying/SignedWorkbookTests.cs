using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using OpsRegistry.Loading;
using OpsRegistry.Tests.Reporting;
using OpsRegistry.Verifying.Workbooks;
using Xunit;

namespace OpsRegistry.Tests.Verifying;

/// <summary>A workbook comes back with what its readers wrote into the cells that are theirs, and nothing else of it has changed.</summary>
public sealed class SignedWorkbookTests(HonestWorkbooks honest) : IClassFixture<HonestWorkbooks>
{
    private const string Settlement = "结算";

    [Fact]
    public void The_readers_cells_are_names_days_opinion_seals_and_the_number_to_try() => Assert.Equal(
        [
            "采购人盖章", "供应商盖章", "采购人代表", "供应商代表", "采购人签署日期", "供应商签署日期",
            "考核人", "考核人签署日期", "复核人", "复核人签署日期", "负责人", "负责人签署日期", "供应商意见", "供应商代表", "供应商代表签署日期", "再扣（分）",
        ],
        honest.Made.ReaderCells.Select(cell => cell.Title.Zh));

    [Fact]
    public void Filled_in_with_another_library_it_is_signed_and_says_what_was_written()
    {
        var compared = honest.Compare(Filled(("Sign_Vendor_Name", "张工"), ("Sign_Vendor_Day", "46357"), ("Sign_Vendor_Opinion", "同意。"), ("Sign_Purchaser_Seal", "已盖章")));
        Assert.True(compared.IsSigned);
        Assert.DoesNotContain(compared.Findings, finding => finding.Rule.Severity == Severity.Error);
        Assert.Equal(
            ["供应商代表：张工", "供应商意见：同意。", "供应商签署日期：2026-12-01", "采购人盖章：已盖章"],
            compared.Findings.Where(finding => finding.Rule == WorkbookRules.FilledIn).Select(finding => finding.Message.Zh.Split(' ', 2)[1]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Filled_in_with_LibreOffice_it_is_signed()
    {
        var compared = WorkbookComparison.Compare("a.xlsx", honest.Tried, LibreOffice.Filled(honest.Made.Bytes, ("Sign_Assessor_Name", "考核员"), ("Sign_Vendor_Opinion", "同意"), ("WhatIfPoints", "3")));
        Assert.True(compared.IsSigned);
        Assert.Equal([], compared.Findings.Where(finding => finding.Rule.Severity == Severity.Error).Select(finding => finding.Message.Zh));
        Assert.Equal(3, compared.Filled.Count);
    }

    [Fact]
    public void A_number_tried_must_be_calculated_through() =>
        Assert.Contains(WorkbookComparison.Compare("a.xlsx", honest.Tried, Filled(("WhatIfPoints", "3"))).Findings, finding => finding.Rule == WorkbookRules.ValueEdited && finding.Message.En.Contains($"'{Settlement}'", StringComparison.Ordinal));

    [Fact]
    public void Words_for_the_number_to_try_are_an_edit() =>
        Assert.Contains(honest.Compare(Filled(("WhatIfPoints", "三"))).Findings, finding => finding.Rule == WorkbookRules.ValueEdited);

    [Fact]
    public void A_formula_in_a_readers_cell_is_an_edit()
    {
        var cell = honest.Made.ReaderCells.First(one => one.Kind == ReaderKind.Name);
        var edit = new WorkbookEdit(honest.Made.Bytes).Fill(cell.Sheet, cell.Address, "1")
            .Sheet(cell.Sheet, sheet => WorkbookEdit.Cell(sheet, cell.Address).AddFirst(new System.Xml.Linq.XElement(WorkbookEdit.Main + "f", "HYPERLINK(\"http://example.invalid\")")));
        Assert.Contains(honest.Compare(edit.ToBytes()).Findings, finding => finding.Rule == WorkbookRules.FormulaEdited);
    }

    [Fact]
    public void A_figure_edited_beside_a_signature_is_found() =>
        Assert.Contains(honest.Compare(new WorkbookEdit(Filled(("Sign_Vendor_Name", "张工"))).Fill("封面", "B8", "人民币零元整").ToBytes()).Findings, finding => finding.Rule == WorkbookRules.ValueEdited);

    [Fact]
    public void A_row_with_an_opinion_may_be_made_higher()
    {
        var opinion = honest.Made.ReaderCells.First(cell => cell.Kind == ReaderKind.Opinion);
        var (row, _) = FormulaText.Place(opinion.Address);
        var edit = new WorkbookEdit(honest.Made.Bytes).Sheet(opinion.Sheet, sheet => sheet.Descendants(WorkbookEdit.Main + "row").First(one => (int?)one.Attribute("r") == row).SetAttributeValue("ht", 200));
        Assert.DoesNotContain(honest.Compare(edit.ToBytes()).Findings, finding => finding.Rule.Severity == Severity.Error);
    }

    [Fact]
    public void What_is_signed_is_a_file_of_its_own_and_only_readers_cells_of_it_may_be_written_on()
    {
        Assert.Equal([("封面", true), ("评分表", true), ("扣分明细", true), (Settlement, true)], LockedOf(honest.Made.Bytes));
        Assert.DoesNotContain(LockedOf(honest.Data.Made.Bytes), sheet => sheet.IsLocked);
        Assert.Empty(honest.Data.Made.ReaderCells);
    }

    private static List<(string Name, bool IsLocked)> LockedOf(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        var book = document.WorkbookPart!;
        return book.Workbook!.Descendants<Sheet>().Select(sheet => (Name: sheet.Name!.Value!, IsLocked: ((WorksheetPart)book.GetPartById(sheet.Id!.Value!)).Worksheet!.Descendants<SheetProtection>().Any())).ToList();
    }

    [Fact]
    public void What_is_signed_prints_alone_on_about_four_pages()
    {
        var pages = PdfText.PagesOf(LibreOffice.ToPdf(honest.Made.Bytes));
        Assert.InRange(pages.Count, 4, 6);
        Assert.Contains("供应商意见", string.Concat(pages), StringComparison.Ordinal);
        Assert.DoesNotContain("文件清单", string.Concat(pages), StringComparison.Ordinal);
    }

    /// <summary>The workbook with some of its named cells filled in, through the format's own library.</summary>
    private byte[] Filled(params (string Name, string Words)[] cells)
    {
        using var file = new MemoryStream();
        file.Write(honest.Made.Bytes);
        using (var document = SpreadsheetDocument.Open(file, isEditable: true))
        {
            var book = document.WorkbookPart!;
            foreach (var (name, words) in cells)
            {
                var target = book.Workbook!.Descendants<DefinedName>().First(one => one.Name == name).Text.Split('!');
                var sheet = book.Workbook.Descendants<Sheet>().First(one => one.Name == target[0].Trim('\''));
                var cell = ((WorksheetPart)book.GetPartById(sheet.Id!.Value!)).Worksheet!.Descendants<Cell>().First(one => one.CellReference == target[1].Replace("$", "", StringComparison.Ordinal));
                var isNumber = int.TryParse(words, CultureInfo.InvariantCulture, out _);
                cell.RemoveAllChildren();
                cell.DataType = isNumber ? null : CellValues.String;
                cell.CellValue = new CellValue(words);
            }
        }

        return file.ToArray();
    }
}
