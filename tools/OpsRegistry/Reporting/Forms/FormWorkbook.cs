using ClosedXML.Excel;
using OpsRegistry.Intake;
using OpsRegistry.Model;

namespace OpsRegistry.Reporting.Forms;

/// <summary>The forms of one contract as a workbook that is filled in with Excel: a sheet for each kind, a row for each record, lists where something is picked.</summary>
public static class FormWorkbook
{
    private const string ListSheet = "选项";
    private const double NarrowColumn = 18;
    private const double WideColumn = 36;

    /// <summary>Writes the workbook.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="contract">The contract.</param>
    /// <param name="forms">Its forms.</param>
    public static void Write(Stream output, ContractFolder contract, IReadOnlyList<IntakeForm> forms)
    {
        using var workbook = new XLWorkbook();
        workbook.Style.Font.FontName = "Noto Sans CJK SC";
        workbook.Style.Font.FontSize = 10;
        workbook.Properties.Created = workbook.Properties.Modified = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        WriteGuide(workbook.AddWorksheet("说明"), contract);
        var lists = workbook.AddWorksheet(ListSheet);
        var column = 0;
        foreach (var form in forms)
        {
            WriteForm(workbook.AddWorksheet(form.Kind.Title.Zh), contract, form, lists, ref column);
        }

        var identity = workbook.AddWorksheet(FormSheet.IdentitySheet);
        identity.Cell(1, 1).SetValue(FormSheet.Identity);
        identity.Cell(2, 1).SetValue(contract.Name);
        identity.Hide();
        lists.Hide();
        workbook.Worksheet(2 + 1).SetTabActive();
        workbook.SaveAs(output, new SaveOptions { EvaluateFormulasBeforeSaving = false });
    }

    private static void WriteGuide(IXLWorksheet sheet, ContractFolder contract)
    {
        string[] lines =
        [
            $"{contract.Terms.Title.Zh} 登记表",
            $"合同：{contract.Name}",
            "",
            "每张表登记一种记录，一行一条；黄色标题为必填。",
            "时间写北京时间，如 2026-01-08 09:40；日期写 2026-01-08。",
            "人员只写岗位代号（如 pds-pm-01），不写姓名和电话。",
            "一格里要写几项时，用顿号分开，或按 Alt+Enter 换行。",
            "填好后交给登记库维护人，或自己运行：./opsreg import 文件.xlsx --write",
            "有一行不合格，整份都不登记；程序会说明是哪一张表的哪一格、怎样改。",
        ];
        for (var index = 0; index < lines.Length; index++)
        {
            sheet.Cell(index + 1, 1).SetValue(lines[index]);
        }

        sheet.Cell(1, 1).Style.Font.SetBold().Font.SetFontSize(16);
        sheet.Column(1).Width = 90;
        sheet.ShowGridLines = false;
        sheet.Protect();
    }

    private static void WriteForm(IXLWorksheet sheet, ContractFolder contract, IntakeForm form, IXLWorksheet lists, ref int listColumn)
    {
        var columns = FormSheet.Columns(form);
        sheet.Cell(1, 1).SetValue($"{form.Kind.Title.Zh}登记表　{contract.Terms.Title.Zh}").Style.Font.SetBold().Font.SetFontSize(14);
        for (var index = 0; index < columns.Count; index++)
        {
            var field = columns[index];
            sheet.Cell(FormSheet.LabelRow, index + 1).SetValue(field.Label).Style
                .Font.SetBold().Fill.SetBackgroundColor(field.IsRequired ? XLColor.FromHtml("#FFF2CC") : XLColor.FromHtml("#E7E6E6"));
            sheet.Cell(FormSheet.LabelRow + 1, index + 1).SetValue((field.IsRequired ? "必填。" : "") + field.Hint).Style.Font.SetFontColor(XLColor.FromHtml("#595959")).Alignment.SetWrapText();
            sheet.Column(index + 1).Width = field.Shape is AnswerShape.Paragraph or AnswerShape.Line or AnswerShape.InspectedItems or AnswerShape.Stretches ? WideColumn : NarrowColumn;
            var input = sheet.Range(FormSheet.FirstRow, index + 1, FormSheet.LastRow, index + 1);
            input.Style.NumberFormat.SetFormat("@").Alignment.SetWrapText().Protection.SetLocked(false);
            var options = FormSheet.Options(field, contract.Name);
            if (options.Count > 0)
            {
                AddList(input, options, field.Shape == AnswerShape.Choice || field.Shape == AnswerShape.Truth, lists, ++listColumn);
            }
        }

        var all = sheet.Range(FormSheet.LabelRow, 1, FormSheet.LastRow, columns.Count);
        all.Style.Border.SetInsideBorder(XLBorderStyleValues.Hair).Border.SetOutsideBorder(XLBorderStyleValues.Thin).Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        sheet.Row(FormSheet.LabelRow + 1).Height = 90;
        sheet.SheetView.Freeze(FormSheet.FirstRow - 1, 1);
        sheet.PageSetup.PageOrientation = XLPageOrientation.Landscape;
        sheet.PageSetup.PaperSize = XLPaperSize.A4Paper;
        sheet.PageSetup.FitToPages(1, 0);
        var protection = sheet.Protect();
        protection.AllowElement(XLSheetProtectionElements.FormatColumns);
        protection.AllowElement(XLSheetProtectionElements.FormatRows);
    }

    private static void AddList(IXLRange input, IReadOnlyList<FormOption> options, bool onlyOne, IXLWorksheet lists, int column)
    {
        for (var index = 0; index < options.Count; index++)
        {
            lists.Cell(index + 1, column).SetValue(FormSheet.Shown(options[index]));
        }

        var validation = input.SetDataValidation();
        validation.List(lists.Range(1, column, options.Count, column), true);
        validation.IgnoreBlanks = true;
        validation.ErrorStyle = onlyOne ? XLErrorStyle.Stop : XLErrorStyle.Information;
        validation.ErrorTitle = "从列表里选";
        validation.ErrorMessage = onlyOne ? "请从列表里选一项。" : "选几项时，照列表写，用顿号分开。";
        validation.ShowErrorMessage = onlyOne;
    }
}
