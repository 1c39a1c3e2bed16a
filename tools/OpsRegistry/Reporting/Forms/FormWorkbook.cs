using DocumentFormat.OpenXml.Spreadsheet;
using OpsRegistry.Intake;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Workbooks;
using CellStyle = OpsRegistry.Reporting.Workbooks.CellStyle;

namespace OpsRegistry.Reporting.Forms;

/// <summary>The forms of one contract as a workbook that is filled in with Excel: a sheet for each kind, a row for each record, lists where something is picked.</summary>
internal static class FormWorkbook
{
    private const double NarrowColumn = 18;
    private const double WideColumn = 36;
    private const double HintHeight = 90;
    private const string RequiredFill = "FFFFF2CC", OptionalFill = "FFE7E6E6", Quiet = "FF595959";

    private static readonly Instant NoDay = Instant.FromUtc(2000, 1, 1, 0, 0);

    private static readonly CellStyle Input =
        new CellStyle { Format = "@", Wraps = true, Vertical = VerticalAlignmentValues.Top, IsOpen = true }.Boxed(BorderStyleValues.Hair, WorkbookTheme.Ink);

    /// <summary>Writes the workbook.</summary>
    /// <param name="output">Where to: a stream that can seek and be read.</param>
    public static void Write(Stream output, ContractFolder contract, IReadOnlyList<IntakeForm> forms)
    {
        var workbook = new WorkbookDraft(new($"{contract.Terms.Title.Zh} 登记表", "ops-registry", NoDay));
        WriteGuide(workbook.AddSheet(FormSheet.GuideSheet), contract);
        var lists = workbook.AddSheet(FormSheet.ListSheet);
        lists.IsHidden = true;
        var column = 0;
        foreach (var form in forms)
        {
            var sheet = workbook.AddSheet(FormSheet.NameOf(form));
            WriteForm(sheet, contract, form);
            foreach (var (field, index) in FormSheet.Columns(form).Select((field, index) => (field, index + 1)))
            {
                if (FormSheet.Options(field, contract.Name) is { Count: > 0 } options)
                {
                    AddList(sheet, index, options, field.Shape is AnswerShape.Choice or AnswerShape.Truth, lists, ++column);
                }
            }
        }

        workbook.Shown = workbook.Sheets[forms.Count > 0 ? 2 : 0];
        var identity = workbook.AddSheet(FormSheet.IdentitySheet);
        identity["A1"].Text(FormSheet.Identity);
        identity["A2"].Text(contract.Name);
        identity.IsHidden = true;
        workbook.Write(output);
    }

    private static void WriteGuide(SheetDraft sheet, ContractFolder contract)
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
            sheet[index + 1, 1].Text(lines[index]);
        }

        sheet["A1"].Restyle(style => style with { Bold = true, Size = 16 });
        sheet.Columns(90).AtLeast(1, 26).IsProtected = true;
    }

    private static void WriteForm(SheetDraft sheet, ContractFolder contract, IntakeForm form)
    {
        var columns = FormSheet.Columns(form);
        sheet.Columns([.. columns.Select(field => field.Shape is AnswerShape.Paragraph or AnswerShape.Line or AnswerShape.InspectedItems or AnswerShape.Stretches ? WideColumn : NarrowColumn)]);
        sheet[1, 1].Text($"{form.Kind.Title.Zh}登记表　{contract.Terms.Title.Zh}").Restyle(style => style with { Bold = true, Size = 14 });
        for (var index = 0; index < columns.Count; index++)
        {
            var field = columns[index];
            sheet[FormSheet.LabelRow, index + 1].Text(field.Label).Restyle(_ => Input with { IsOpen = false, Bold = true, Fill = field.IsRequired ? RequiredFill : OptionalFill });
            sheet[FormSheet.LabelRow + 1, index + 1].Text((field.IsRequired ? "必填。" : "") + field.Hint).Restyle(_ => Input with { IsOpen = false, Colour = Quiet });
            for (var row = FormSheet.FirstRow; row <= FormSheet.LastRow; row++)
            {
                sheet[row, index + 1].Restyle(_ => Input);
            }
        }

        sheet.AtLeast(1, 24).AtLeast(FormSheet.LabelRow + 1, HintHeight).Freeze(FormSheet.FirstRow - 1, 1).PrintOnA4(landscape: true, contract.Terms.Title.Zh, FormSheet.FirstRow - 1, FormSheet.LabelRow);
        sheet.GrowsFrom = FormSheet.FirstRow;
        sheet.IsProtected = true;
    }

    private static void AddList(SheetDraft sheet, int column, IReadOnlyList<FormOption> options, bool isStrict, SheetDraft lists, int listColumn)
    {
        for (var index = 0; index < options.Count; index++)
        {
            lists[index + 1, listColumn].Text(FormSheet.Shown(options[index]));
        }

        sheet.PickLists.Add(new(
            A1.Block(FormSheet.FirstRow, column, FormSheet.LastRow, column), $"{lists.InFormula}!{A1.FixedBlock(1, listColumn, options.Count, listColumn)}", isStrict));
    }
}
