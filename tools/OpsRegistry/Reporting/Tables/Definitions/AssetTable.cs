using OpsRegistry.Model;
using OpsRegistry.Reporting.Workbooks.Sheets;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Model.Resource>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>The systems and assets that are served, with what was changed in their files.</summary>
internal static class AssetTable
{
    private const string Changed = "changed";

    /// <summary>The systems and assets of a contract, with what changed.</summary>
    /// <param name="history">What git says of its files in the period; null where there is no git to ask.</param>
    public static Table<Resource> For(ContractFolder folder, IReadOnlyList<HistoryLine>? history) => new("assets", new("系统与资产", "Systems and assets"), ColumnsOf(folder, history), ItemsOf(folder))
    {
        WhenEmpty = new("没有登记系统或资产。", "There are no systems or assets."),
        IsList = true,
        MarkFormula = cells => $"LEN({cells[Changed]})>1",
    };

    private static List<Resource> ItemsOf(ContractFolder folder) => folder.Resources
        .Where(resource => resource.Spec is InformationSystem or Asset)
        .OrderBy(resource => resource.Spec is Asset).ThenBy(resource => resource.Path, StringComparer.Ordinal)
        .ToList();

    private static IReadOnlyList<Column> ColumnsOf(ContractFolder folder, IReadOnlyList<HistoryLine>? history)
    {
        var changes = (history ?? []).ToLookup(line => line.Change.Path, StringComparer.Ordinal);
        return
        [
            Column.Code("id", new("编号", "id"), item => item.Name) with { Width = 26 },
            Column.Label("category", new("类别", "category"), item => item.Spec is Asset asset ? asset.Category.Title() : new("系统", "system")) with { Width = 14 },
            Column.Words("title", new("名称", "name"), item => item.Spec is Asset asset ? asset.Title : ((InformationSystem)item.Spec).Title) with { Width = 40 },
            Column.Count("quantity", new("数量", "quantity"), item => (item.Spec as Asset)?.Quantity) with { Width = 10 },
            Column.Label("unit", new("单位", "unit"), item => Text.Same((item.Spec as Asset)?.Unit ?? "")) with { Width = 10, IsEssential = false },
            Column.Label("model", new("型号", "model"), item => Text.Same((item.Spec as Asset)?.Model ?? "")) with { Width = 18, IsEssential = false },
            Column.Label("units", new("序列号、购买日、保修至", "serial, purchased, warranty"), UnitsOf) with { Width = 18, IsEssential = false, Under = "model" },
            Column.Label("place", new("位置或等保", "place or protection level"), PlaceOf) with { Width = 18, IsEssential = false },
            Column.Label(Changed, new("本期增改", "changed in the period"), item => history is null ? Text.Same("—") : LastOf(changes[item.Path].ToList())) with { Width = 26 },
            new Column("file", new("文件", "file"), ValueKind.Code, item => new Value.Code(ContractFiles.Short(folder, item.Path))) { Width = 24, IsForPaper = true },
        ];
    }

    private static Text PlaceOf(Resource item) => item.Spec is InformationSystem { ProtectionLevel: { } level }
        ? new($"等保 {level} 级", $"protection level {level}")
        : Text.Same((item.Spec as Asset)?.Location ?? "");

    private static Text UnitsOf(Resource item)
    {
        var units = (item.Spec as Asset)?.Units ?? [];
        return new(
            string.Join("\n", units.Select(unit => unit.Serial + (unit.PurchasedOn is { } day ? $"，{Shown(day)} 购" : "") + (unit.WarrantyUntil is { } last ? $"，保修至 {Shown(last)}" : ""))),
            string.Join("\n", units.Select(unit => unit.Serial + (unit.PurchasedOn is { } day ? $", bought {Shown(day)}" : "") + (unit.WarrantyUntil is { } last ? $", warranty until {Shown(last)}" : ""))));

        static string Shown(NodaTime.LocalDate day) => Clocks.Moment.Show(day);
    }

    private static Text LastOf(List<HistoryLine> lines)
    {
        if (lines.Count == 0)
        {
            return Text.Same("");
        }

        var (action, moment) = (HistoryTable.ActionOf(lines[^1]), Clocks.Moment.ShowMinute(lines[^1].Commit.CommittedAt));
        return new($"{action.Zh} {moment}", $"{action.En} {moment}");
    }
}
