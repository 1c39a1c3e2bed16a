namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>变更历史: which of the contract's files were added, changed or removed in the period, by the commits of the main line.</summary>
internal static class HistorySheet
{
    private const int ColumnCount = 6;

    public static void Write(AssessmentBook book)
    {
        var sheet = book[Pages.History].Columns(18, 16, 8, 60, 46, 15);
        var row = book.Head(Pages.History, ColumnCount, landscape: true);
        if (book.History is not { } lines)
        {
            AssessmentBook.Empty(sheet, row, ColumnCount, "变更历史不可得：不在 git 仓库中运行，或仓库是浅克隆。这不表示没有变更。");
            return;
        }

        sheet.Across(row, 1, ColumnCount, $"本期内并入主线的增改共 {Words.Plain(lines.Count)} 处。时刻是提交者所写，为北京时间；文件以 ops-registry/contracts/{book.Folder.Name}/ 起算。", Look.Note);
        var table = sheet.Table(row + 1, Columns(book), lines, "本期内没有并入增改。");
        if (lines.Count > 0)
        {
            sheet.Filter(row + 1, 1, table.LastRow, ColumnCount).Mark(sheet.MarkRange(table, ColumnCount), $"$C{table.FirstRow}=\"删除\"");
        }

        sheet.Freeze(row + 1).PrintOnA4(landscape: true, book.PageHeader, row + 1, row + 1);
    }

    private static Column<HistoryLine>[] Columns(AssessmentBook book) =>
    [
        new("并入时刻", Look.Centred, (cell, line) => cell.Moment(line.Commit.CommittedAt)),
        Column<HistoryLine>.Words("提交", line => line.Commit.Short, Look.Centred),
        Column<HistoryLine>.Words("动作", line => Words.Of(line.Change), Look.Centred),
        new("文件", Look.Body, (cell, line) => cell.LinkOrText(
            Words.FileOf(book, line.Change.Path), book.Rows.TryGetValue(line.Change.Path, out var row) ? row : null)),
        Column<HistoryLine>.Words("提交说明", line => line.Commit.Summary),
        Column<HistoryLine>.Words("内容标识", line => (line.Change.After ?? line.Change.Before)!.Blob[..12], Look.Centred),
    ];
}
