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
    private const int RowsToAdd = 50;
    private const string RequiredFill = "FFFFF2CC", OptionalFill = "FFE7E6E6", Quiet = "FF595959";

    private static readonly Instant NoDay = Instant.FromUtc(2000, 1, 1, 0, 0);

    private static readonly CellStyle Input =
        new CellStyle { Format = "@", Wraps = true, Vertical = VerticalAlignmentValues.Top, IsOpen = true }.Boxed(BorderStyleValues.Hair, WorkbookTheme.Ink);

    /// <summary>Writes the workbook.</summary>
    /// <param name="output">Where to: a stream that can seek and be read.</param>
    /// <param name="records">The records that are to stand in it, to be looked at and changed; none for an empty form.</param>
    public static void Write(Stream output, ContractFolder contract, IReadOnlyList<IntakeForm> forms, IReadOnlyList<Resource> records)
    {
        var workbook = new WorkbookDraft(new($"{contract.Terms.Title.Zh} 登记表", "ops-registry", NoDay));
        WriteGuide(workbook.AddSheet(FormSheet.GuideSheet), contract, records.Count);
        var lists = workbook.AddSheet(FormSheet.ListSheet);
        lists.IsHidden = true;
        var column = 0;
        foreach (var form in forms)
        {
            var sheet = workbook.AddSheet(FormSheet.NameOf(form));
            var own = records.Where(record => record.Kind == form.Kind)
                .SelectMany(record => PartAnswers.Rows(new(0, RecordAnswers.Read(form, record), RecordAnswers.Parts(form, record))).Select(answers => (record.Name, answers))).ToList();
            var lastRow = Math.Max(FormSheet.LastRow, FormSheet.FirstRow + own.Count + RowsToAdd);
            WriteForm(sheet, contract, form, lastRow);
            WriteRecords(sheet, form, own);
            foreach (var (field, index) in FormSheet.Columns(form).Select((field, index) => (field, index + 1)))
            {
                if (FormSheet.Options(field, contract.Name) is { Count: > 0 } options)
                {
                    AddList(sheet, index, lastRow, options, !field.IsOpen && field.Shape is AnswerShape.Choice or AnswerShape.Truth, lists, ++column);
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

    private static void WriteRecords(SheetDraft sheet, IntakeForm form, IReadOnlyList<(string Name, IReadOnlyDictionary<string, string> Answers)> rows)
    {
        var columns = FormSheet.Columns(form);
        foreach (var ((name, answers), index) in rows.Select((row, index) => (row, index)))
        {
            var row = FormSheet.FirstRow + index;
            for (var column = 0; column < columns.Count; column++)
            {
                if (answers.TryGetValue(columns[column].Label, out var answer))
                {
                    sheet[row, column + 1].Text(answer);
                }
            }

            sheet[row, columns.Count + 1].Text(name);
        }
    }

    private static void WriteGuide(SheetDraft sheet, ContractFolder contract, int records)
    {
        string[] lines =
        [
            $"{contract.Terms.Title.Zh} 登记表",
            $"合同：{contract.Name}",
            "",
            "每张表登记一种记录，一行一条；黄色标题为必填。",
            "值班表、到岗表、容量数据、移交的一条记录有几项，就占几行：前几列在各行写同样的内容，或只写在第一行。",
            "时间写北京时间，如 2026-01-08 09:40；日期写 2026-01-08。",
            "人员只写岗位代号（如 pds-pm-01），不写姓名和电话。",
            "一格里要写几项时，用顿号分开，或按 Alt+Enter 换行。",
            records == 0 ? "“登记编号”一列由程序填写，新的一行留空。" : "“登记编号”有内容的一行是已有的记录：改哪一格，就只改哪一项；新的一行，这一列留空。",
            "图片放不进登记表：要作证据的，存成文件，和登记表一起交。",
            "填好后交给登记库维护人，或自己运行：./opsreg import 文件.xlsx --write",
            "有一行不合格，整份都不登记；程序会把要改的格标出来，批注里写明怎样改：./opsreg import 文件.xlsx --annotate 答复.xlsx",
        ];
        for (var index = 0; index < lines.Length; index++)
        {
            sheet[index + 1, 1].Text(lines[index]).Restyle(style => style with { Wraps = true });
        }

        sheet["A1"].Restyle(style => style with { Bold = true, Size = 16 });
        sheet.Columns(90).AtLeast(1, 26).IsProtected = true;
    }

    private static void WriteForm(SheetDraft sheet, ContractFolder contract, IntakeForm form, int lastRow)
    {
        var columns = FormSheet.Columns(form);
        sheet.Columns([.. columns.Select(field => field.Shape is AnswerShape.Paragraph or AnswerShape.Line or AnswerShape.PartLines or AnswerShape.Stretches or AnswerShape.Proofs ? WideColumn : NarrowColumn), NarrowColumn]);
        sheet[1, 1].Text($"{form.Kind.Title.Zh}登记表　{contract.Terms.Title.Zh}").Restyle(style => style with { Bold = true, Size = 14 });
        for (var index = 0; index <= columns.Count; index++)
        {
            var (label, hint, isRequired) = index < columns.Count ? (columns[index].Label, FormSheet.HintOf(columns[index], contract.Name), columns[index].IsRequired) : (FormSheet.RecordLabel, FormSheet.RecordHint, false);
            sheet[FormSheet.LabelRow, index + 1].Text(label).Restyle(_ => Input with { IsOpen = false, Bold = true, Fill = isRequired ? RequiredFill : OptionalFill });
            sheet[FormSheet.LabelRow + 1, index + 1].Text(hint).Restyle(_ => Input with { IsOpen = false, Colour = Quiet });
            for (var row = FormSheet.FirstRow; row <= lastRow; row++)
            {
                sheet[row, index + 1].Restyle(_ => Input);
            }
        }

        sheet.AtLeast(1, 24).AtLeast(FormSheet.LabelRow + 1, HintHeight).Freeze(FormSheet.FirstRow - 1, 1).PrintOnA4(landscape: true, contract.Terms.Title.Zh, FormSheet.FirstRow - 1, FormSheet.LabelRow);
        sheet.GrowsFrom = FormSheet.FirstRow;
        sheet.IsProtected = true;
    }

    private static void AddList(SheetDraft sheet, int column, int lastRow, IReadOnlyList<FormOption> options, bool isStrict, SheetDraft lists, int listColumn)
    {
        for (var index = 0; index < options.Count; index++)
        {
            lists[index + 1, listColumn].Text(FormSheet.Shown(options[index]));
        }

        sheet.PickLists.Add(new(
            A1.Block(FormSheet.FirstRow, column, lastRow, column), $"{lists.InFormula}!{A1.FixedBlock(1, listColumn, options.Count, listColumn)}", isStrict));
    }
}
