using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>资产与变更: the changes carried out in the period, and the systems and assets that are served with what was changed in their files.</summary>
internal static class AssetSheet
{
    private const int ColumnCount = 9;

    public static void Write(AssessmentBook book)
    {
        var sheet = book[Pages.Assets].Columns(26, 14, 40, 10, 10, 18, 18, 26, 24);
        var row = book.Head(Pages.Assets, ColumnCount, landscape: true);
        sheet.Across(row, 1, ColumnCount, "一、本期变更", Look.Section);
        var changes = book.Measurement.FactsIn(book.Days).Where(fact => fact.Record is Change).ToList();
        var next = sheet.Table(row + 1, Changes(book), changes, "本期没有登记变更。").Next + 1;
        sheet.Across(next, 1, ColumnCount, "二、系统与资产", Look.Section);
        sheet.Across(next + 1, 1, ColumnCount, book.History is null
            ? "“本期增改”一栏没有数据：不在完整的 git 仓库中运行，变更历史不可得。"
            : "“本期增改”是该项登记文件在本期内的最后一次增改，逐次见“变更历史”。", Look.Note);
        var items = book.Folder.Resources.Where(resource => resource.Spec is InformationSystem or Asset)
            .OrderBy(resource => resource.Spec is Asset).ThenBy(resource => resource.Path, StringComparer.Ordinal).ToList();
        var table = sheet.Table(next + 2, Items(book), items, "没有登记系统或资产。");
        if (items.Count > 0)
        {
            sheet.Filter(next + 2, 1, table.LastRow, ColumnCount).Mark(sheet.MarkRange(table, ColumnCount), $"LEN($H{table.FirstRow})>1");
        }

        sheet.PrintOnA4(landscape: true, book.PageHeader, next + 2, next + 2).Freeze(2);
    }

    private static Column<Fact>[] Changes(AssessmentBook book) =>
    [
        new("编号", Look.Body, (cell, fact) => cell.LinkOrText(fact.Resource.Name, book.Rows.TryGetValue(fact.Resource.Path, out var row) ? row : null)),
        Column<Fact>.Words("类别", fact => Of(fact).Major ? "重大变更" : "变更", Look.Centred),
        Column<Fact>.Words("内容", fact => Of(fact).Summary),
        Column<Fact>.Words("风险", fact => Stated(Of(fact).Risk), Look.Centred),
        Column<Fact>.Words("回退", fact => Stated(Of(fact).Rollback), Look.Centred),
        Column<Fact>.Words("备案", fact => Words.Of(Of(fact).FiledAt), Look.Centred),
        Column<Fact>.Words("同意", fact => Of(fact).ConsentedAt is { } moment ? Words.Of(moment) : "—", Look.Centred),
        Column<Fact>.Words("实施", fact => Done(Of(fact)), Look.Centred),
        Column<Fact>.Words("扣分编号", fact => book.DeductionsOn(fact.Resource.Path), Look.Centred),
    ];

    private static Change Of(Fact fact) => (Change)fact.Record;

    private static string Stated(string? statement) => string.IsNullOrEmpty(statement) ? "—" : "已写明";

    private static string Done(Change change) => change.StartedAt is { } start
        ? $"{Words.Of(start)} 至\n{(change.FinishedAt is { } end ? Words.Of(end) : "未完成")}"
        : "—";

    private static Column<Resource>[] Items(AssessmentBook book)
    {
        var changed = (book.History ?? []).ToLookup(line => line.Change.Path, StringComparer.Ordinal);
        return
        [
            Column<Resource>.Words("编号", item => item.Name),
            Column<Resource>.Words("类别", item => item.Spec is Asset asset ? Words.Of(asset.Category) : "系统", Look.Centred),
            Column<Resource>.Words("名称", item => item.Spec is Asset asset ? asset.Title.Zh : ((InformationSystem)item.Spec).Title.Zh),
            new("数量", Look.Figure, (cell, item) => _ = item.Spec is Asset asset ? cell.Number(asset.Quantity, WorkbookTheme.Count) : cell.Text("")),
            Column<Resource>.Words("单位", item => item.Spec is Asset asset ? asset.Unit : "", Look.Centred),
            Column<Resource>.Words("型号", item => (item.Spec as Asset)?.Model ?? "", Look.Centred),
            Column<Resource>.Words("位置或等保", item => item.Spec is InformationSystem { ProtectionLevel: { } level } ? $"等保 {Words.Plain(level)} 级" : (item.Spec as Asset)?.Location ?? "", Look.Centred),
            Column<Resource>.Words("本期增改", item => book.History is null ? "—" : LastOf(changed[item.Path].ToList()), Look.Centred),
            Column<Resource>.Words("文件", item => Words.FileOf(book, item.Path)),
        ];
    }

    private static string LastOf(List<HistoryLine> lines) =>
        lines.Count == 0 ? "" : $"{Words.Of(lines[^1].Change)} {Words.Of(lines[^1].Commit.CommittedAt)}";
}
