using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>结算: what the period costs, line by line; the contract's account; and how near the next band is.</summary>
internal static class SettlementSheet
{
    public const int ColumnCount = 8;

    /// <summary>The id of the line that the score's band makes.</summary>
    public const string BandLine = "band";

    private const string ShortfallLine = "shortfall";

    private const string UnreadLine = "unread";

    public static void Write(AssessmentBook book)
    {
        var sheet = book[Pages.Settlement].Columns(18, 38, 16, 16, 16, 16, 16, 14);
        var row = book.Head(Pages.Settlement, ColumnCount, landscape: true, "扣减与结算");
        row = Base(book, sheet, row);
        row = Lines(book, sheet, row + 1);
        row = HeadroomOf(book, sheet, row + 1);
        row = AccountTables.Write(book, sheet, row + 1);
        sheet.Across(row + 1, 1, ColumnCount, "金额在每一行四舍五入到分；“待定”表示尚不能确定，不等于零。", Look.Note);
        sheet.Freeze(2);
    }

    private static int Base(AssessmentBook book, SheetDraft sheet, int row)
    {
        var amount = book.Folder.Terms.Amount;
        sheet.Across(row, 1, 2, "合同总额（元）", Look.Label);
        sheet[row, 3].As(Look.Figure).NumberOrWord(amount?.Value, WorkbookTheme.Money).Name("ContractTotal");
        var note = amount is null ? "文件没有写明合同总额" : amount.Assumed ? $"假定：{amount.Reason?.Zh}" : string.Join("；", amount.Clauses);
        sheet.Across(row, 4, ColumnCount, note, Look.Body);
        return row + 1;
    }

    private static int Lines(AssessmentBook book, SheetDraft sheet, int row)
    {
        var settlement = book.Period.Settlement;
        sheet.Across(row, 1, ColumnCount, "一、本期扣减", Look.Section);
        sheet.Headers(row + 1, 1, "编号", "事由", "基数（元）", "比例", "金额（元）", "条款", "", "");
        sheet.Merge(row + 1, 6, row + 1, ColumnCount);
        var first = row + 2;
        for (var index = 0; index < settlement.Lines.Count; index++)
        {
            Line(book, sheet, first + index, settlement.Lines[index]);
        }

        var next = first + settlement.Lines.Count;
        if (settlement.Lines.Count == 0)
        {
            sheet.Across(next++, 1, ColumnCount, "合同没有与考核挂钩的扣减。", Look.Body);
        }

        sheet.Paint(next, 1, next, ColumnCount, Look.Total).Paint(next, 5, next, 5, Look.TotalFigure);
        sheet.Across(next, 1, 4, "本期扣减合计（元）", Look.Total);
        var total = settlement.Lines.Count == 0 ? sheet[next, 5].Number(0m, WorkbookTheme.Money)
            : sheet[next, 5].Figure(Tables.SumOf($"E{first}:E{next - 1}"), settlement.Total, WorkbookTheme.Money);
        total.Name("DeductionTotal");
        sheet.Across(next + 1, 1, ColumnCount, $"大写：{Capitals(settlement.Total)}", Look.Total);
        return next + 2;
    }

    /// <summary>An amount in capitals as forms print it.</summary>
    public static string Capitals(decimal? amount) => amount switch
    {
        null => Words.Undetermined,
        { } known when Math.Abs(known) <= ChineseAmount.Largest => $"人民币{ChineseAmount.InCapitals(known)}",
        _ => "—",
    };

    private static void Line(AssessmentBook book, SheetDraft sheet, int row, SettlementLine line)
    {
        CellDraft? record = line.Records.Count > 0 && book.Rows.TryGetValue(line.Records[0].Path, out var found) ? found : null;
        sheet[row, 1].As(Look.Body).LinkOrText(line.Id switch { BandLine => "考核档次", ShortfallLine => "按失分扣减", UnreadLine => "无法计算", _ => line.Id }, record);
        sheet[row, 2].As(Look.Body).Text(line.Reason.Zh);
        sheet.Paint(row, 3, row, 5, Look.Figure);
        sheet.Across(row, 6, ColumnCount, string.Join("；", line.Clauses), Look.Body);
        if (line.Id == BandLine)
        {
            ShareOfTotal(sheet, row, book, line, "BandShare");
        }
        else if (line.Id == ShortfallLine && book.Assessment.Scorecard?.Settlement?.Shortfall is { } shortfall)
        {
            ByPointsLost(sheet, row, book, line, shortfall);
        }
        else if (line.Share is { } share)
        {
            ShareOfTotal(sheet, row, book, line, Words.Plain(share));
        }
        else
        {
            sheet[row, 3].Text("—");
            sheet[row, 4].Text(line.Id == UnreadLine ? "—" : "每次定额");
            sheet[row, 5].NumberOrWord(line.Amount, WorkbookTheme.Money);
        }
    }

    private static void ShareOfTotal(SheetDraft sheet, int row, AssessmentBook book, SettlementLine line, string share)
    {
        sheet[row, 3].Figure("ContractTotal+0", book.Period.Settlement.Base, WorkbookTheme.Money);
        sheet[row, 4].Figure($"{share}+0", line.Share, WorkbookTheme.Percent);
        sheet[row, 5].Figure($"ROUND(C{row}*D{row},2)", line.Amount, WorkbookTheme.Money);
    }

    /// <summary>Money in proportion to the points lost; taken several times in a period, only the engine knows how often.</summary>
    private static void ByPointsLost(SheetDraft sheet, int row, AssessmentBook book, SettlementLine line, Shortfall shortfall)
    {
        sheet[row, 3].Figure($"ContractTotal/{shortfall.Divisor}", book.Period.Settlement.Base / shortfall.Divisor, WorkbookTheme.Money);
        if (shortfall.PerTrigger)
        {
            sheet[row, 4].Text("按次");
            sheet[row, 5].NumberOrWord(line.Amount, WorkbookTheme.Money);
            return;
        }

        var marks = book.Assessment.Scorecard!.Marks;
        _ = shortfall.WholePart
            ? sheet[row, 4].Number(1m, WorkbookTheme.Percent)
            : sheet[row, 4].Figure($"({Words.Plain(marks)}-Score)/100", (marks - book.Assessment.Total) / 100m, WorkbookTheme.Percent);
        sheet[row, 5].Figure($"ROUND(MIN(C{row}+0,C{row}*D{row}),2)", line.Amount, WorkbookTheme.Money);
    }

    private static int HeadroomOf(AssessmentBook book, SheetDraft sheet, int row)
    {
        sheet.Across(row, 1, ColumnCount, "二、降档余量", Look.Section);
        if (book.Period.Headroom is not { } headroom || book.Assessment.Band?.From is not { } edge)
        {
            var why = !book.Folder.IsScored ? "合同不计分。"
                : book.Assessment.Veto is not null ? "本期已一票否决。"
                : book.Assessment.Band is null ? "得分尚未确定。" : "本期已在最低一档，或合同没有划分档次。";
            return WhatIfTable.Write(book, sheet, AssessmentBook.Empty(sheet, row + 1, ColumnCount, why));
        }

        sheet.Across(row + 1, 1, 2, "还可扣而不降档（分）", Look.Label);
        sheet[row + 1, 3].As(Look.Figure).Formula($"Score-{Words.Plain(edge)}", headroom.Points, WorkbookTheme.Points).Name("HeadroomPoints");
        sheet.Across(row + 1, 4, ColumnCount, $"超过即落入“{headroom.Next.Title.Zh}”", Look.Body);
        sheet.Across(row + 2, 1, 2, "降档将多扣（元）", Look.Label);
        var share = headroom.Next.Share is { } next ? Words.Plain(next) : ExcelText.InFormula(Words.Undetermined);
        sheet[row + 2, 3].As(Look.Figure)
            .Figure($"ROUND(ContractTotal*{share},2)-BandAmount", headroom.Cost, WorkbookTheme.Money).Name("HeadroomCost");
        sheet.Across(row + 2, 4, ColumnCount, SettlementSheet.Capitals(headroom.Cost), Look.Body);
        return WhatIfTable.Write(book, sheet, row + 4);
    }
}
