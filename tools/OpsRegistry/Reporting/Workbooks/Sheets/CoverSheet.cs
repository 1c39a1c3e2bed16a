using DocumentFormat.OpenXml.Spreadsheet;
using OpsRegistry.Assessing;
using OpsRegistry.Reporting.Assessments;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>封面: what was found, how firm it is, what it rests on, and where the parties sign.</summary>
internal static class CoverSheet
{
    private const int ColumnCount = 4;

    public static void Write(AssessmentBook book)
    {
        var sheet = book[Pages.Cover].Columns(17, 32, 20, 31);
        sheet.Across(1, 1, ColumnCount, book.Folder.Terms.Title.Zh, Look.Title);
        sheet.Across(2, 1, ColumnCount, "运 维 服 务 考 核 报 告", Look.Title).Restyle(style => style with { Size = 20 });
        sheet.AtLeast(1, 60).AtLeast(2, 46).AtLeast(3, 26);
        sheet.Across(3, 1, ColumnCount, $"{Words.Of(book.Days)}　{Words.DaysOf(book.Days)}", Look.Subtitle);
        State(book, sheet, 4);
        var row = Result(book, sheet, 6);
        row = Facts(book, sheet, row + 1);
        row = Warnings(book, sheet, row + 1);
        row = Assumed(book, sheet, row);
        row = Contents(book, sheet, row);
        Signatures.Write(book, sheet, row + 1, 2, ColumnCount);
        sheet.PrintOnA4(landscape: false, book.PageHeader).PrintBelow(book.PageFooter).OnOnePage();
    }

    private static void State(AssessmentBook book, SheetDraft sheet, int row)
    {
        var words = book.Assessment.State == AssessmentState.Final
            ? "最　终：考核期已结束"
            : $"暂　定：考核期尚未结束，只计到 {Words.Of(book.Measurement.AsOf)}，不作付款依据";
        sheet.Across(row, 1, ColumnCount, words, book.Assessment.State == AssessmentState.Final ? Look.FirmBanner : Look.Banner);
        sheet.AtLeast(row, 30);
    }

    private static int Result(AssessmentBook book, SheetDraft sheet, int row)
    {
        var (assessment, total) = (book.Assessment, book.Period.Settlement.Total);
        Label(sheet, row, 1, "得　分");
        var score = sheet[row, 2].As(Look.Centred);
        _ = assessment.Scorecard is null ? score.Text(book.Folder.IsScored ? Words.Undetermined : "不计分")
            : assessment.Total is { } points ? score.Formula("Score", points, WorkbookTheme.Points)
            : score.Formula("Score", Words.Undetermined);
        Label(sheet, row, 3, "档　次");
        var band = sheet[row, 4].As(Look.Centred);
        _ = assessment.Scorecard is { Bands.Count: > 0 } ? band.Formula("BandTitle", assessment.Band?.Title.Zh ?? Words.Undetermined) : band.Text("—");
        Label(sheet, row + 1, 1, "本期扣减（元）");
        var amount = sheet[row + 1, 2].As(Look.Centred);
        _ = total is { } yuan ? amount.Formula("DeductionTotal", yuan, WorkbookTheme.Money) : amount.Formula("DeductionTotal", Words.Undetermined);
        Label(sheet, row + 1, 3, "结论状态");
        var state = assessment.State == AssessmentState.Final ? "最终" : "暂定";
        sheet[row + 1, 4].As(Look.Centred).Text(assessment.Veto is { } veto ? $"{state}；一票否决：{veto.Title.Zh}" : state + Disputed(book));
        Label(sheet, row + 2, 1, "扣减（大写）");
        sheet.Across(row + 2, 2, ColumnCount, SettlementSheet.Capitals(total), Look.Centred);
        foreach (var cell in new[] { score, band, amount })
        {
            cell.Restyle(style => style with { Font = WorkbookTheme.HeadingFont, Bold = true, Size = 14 });
        }

        sheet.AtLeast(row, 38).AtLeast(row + 1, 38).AtLeast(row + 2, 28);
        return row + 3;
    }

    private static string Disputed(AssessmentBook book) => book.Period.Disputed is null
        ? ""
        : $"；得分{DisputeWords.Score(book.Period).Zh}{(DisputeWords.Amount(book.Period).Zh is { Length: > 0 } amount ? $"，扣减{amount}" : "")}";

    private static int Facts(AssessmentBook book, SheetDraft sheet, int row)
    {
        var terms = book.Folder.Terms;
        var records = book.Measurement.FactsIn(book.Days).Count;
        (string Label, string Value)[] facts =
        [
            ("采购人", book.Origin.TitleOf(terms.Purchaser).Zh),
            ("供应商", book.Origin.TitleOf(terms.Vendor).Zh),
            ("合同编号", terms.Number ?? "文件未编号"),
            ("服务期", Words.SpanOf(new(terms.Term.Start, terms.Term.End))),
            ("数据截至", Words.Of(book.Measurement.AsOf)),
            ("本期记录", $"{records} 条"),
            ("工作日历", string.Join("、", book.Measurement.Calendar.Versions)),
            ("工具版本", book.Origin.ToolVersion),
        ];
        for (var index = 0; index < facts.Length; index++)
        {
            var (line, column) = (row + (index / 2), index % 2 == 0 ? 1 : 3);
            Label(sheet, line, column, facts[index].Label);
            sheet[line, column + 1].As(Look.Body).Text(facts[index].Value);
            sheet.AtLeast(line, 23);
        }

        var last = row + (facts.Length / 2);
        Label(sheet, last, 1, "提交号");
        sheet.Across(last, 2, ColumnCount, book.Origin.IsCommitted ? book.Origin.Commit : "未提交（数字不能凭提交号重现）", Look.Body);
        sheet.AtLeast(last, 23);
        return last + 1;
    }

    private static int Warnings(AssessmentBook book, SheetDraft sheet, int row)
    {
        const int Shown = 5;
        var open = book.Period.NeedsDecision.GroupBy(line => line.Interpretation.Key, StringComparer.Ordinal).ToList();
        if (open.Count == 0)
        {
            return row;
        }

        sheet.Across(row, 1, ColumnCount, $"{ReadingSheet.NeedsDecision}：{open.Count} 处条款换一种理解会落入另一档次", Look.Banner)
            .Restyle(style => style with { Horizontal = HorizontalAlignmentValues.Left });
        foreach (var key in open.Take(Shown))
        {
            var link = sheet.Across(++row, 1, ColumnCount, $"{key.Key}　{key.First().Interpretation.Question.Zh}", Look.Body);
            link.LinkTo(book[Pages.Readings]["A1"]);
        }

        if (open.Count > Shown)
        {
            sheet.Across(++row, 1, ColumnCount, $"另有 {open.Count - Shown} 处，见“{Pages.Readings.Name}”。", Look.Body);
        }

        return row + 2;
    }

    private static int Assumed(AssessmentBook book, SheetDraft sheet, int row)
    {
        var lines = Assumptions.Of(book);
        if (lines.Count == 0)
        {
            return row;
        }

        sheet.Across(row, 1, ColumnCount, "以下各项文件没有写明，由登记库假定：" + string.Join("；", lines) + "。", Look.Note);
        return row + 2;
    }

    private static int Contents(AssessmentBook book, SheetDraft sheet, int row)
    {
        sheet.Across(row, 1, ColumnCount, "目　录", Look.Section);
        var pages = Pages.Of(book).Skip(1).ToList();
        var half = (pages.Count + 1) / 2;
        for (var index = 0; index < pages.Count; index++)
        {
            var (line, column) = (row + 1 + (index % half), index < half ? 1 : 3);
            sheet[line, column].As(Look.Body).Link($"{index + 1}. {pages[index].Name}", book[pages[index]]["A1"]);
            sheet[line, column + 1].As(Look.Body).Text(pages[index].Shows);
            sheet.AtLeast(line, 21);
        }

        return row + 1 + half;
    }

    private static void Label(SheetDraft sheet, int row, int column, string words)
    {
        sheet[row, column].As(Look.Label).Text(words).Restyle(style => style with { Horizontal = HorizontalAlignmentValues.Center });
    }
}
