using OpsRegistry.Model;
using Column = OpsRegistry.Reporting.Tables.Column<(int Number, OpsRegistry.Model.Resource File)>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>Every file that a result rests on, with the identity of its bytes.</summary>
internal static class VerificationTable
{
    public static Table<(int Number, Resource File)> For(ContractFolder folder, IReadOnlyList<Resource> files) =>
        new("files", new("文件清单", "Files"), ColumnsOf(folder), files.Select((file, index) => (index + 1, file)).ToList())
        {
            WhenEmpty = new("没有读到文件。", "No file was read."),
            IsList = true,
        };

    private static IReadOnlyList<Column> ColumnsOf(ContractFolder folder) =>
    [
        Column.Count("number", new("序号", "no."), row => row.Number) with { Width = 7, IsEssential = false },
        Column.Code("path", new("路径", "path"), row => ContractFiles.Short(folder, row.File.Path)) with { Width = 58 },
        Column.Label("kind", new("种类", "kind"), row => row.File.Kind.Title) with { Width = 15, IsEssential = false },
        Column.Label("blob", new("内容标识（git blob）", "git blob"), row => Text.Same(row.File.Blob)) with { Width = 44 },
    ];
}
