using OpsRegistry.Intake;
using OpsRegistry.Reporting.Forms;
using Column = OpsRegistry.Reporting.Tables.Column<(OpsRegistry.Intake.FilledRow Row, OpsRegistry.Intake.FormOutcome Outcome)>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>What became of each row of a workbook that was taken in.</summary>
internal static class FiledTable
{
    public static Table<(FilledRow Row, FormOutcome Outcome)> For(ImportResult result) => new("filed", new("各行的结果", "What became of each row"),
    [
        Column.Code("place", new("位置", "place"), one => string.Create(CultureInfo.InvariantCulture, $"{one.Row.Sheet}!{one.Row.Row}:{one.Row.Row}")),
        Column.Words("outcome", new("结果", "outcome"), one => ImportWords.Of(one.Outcome, result.IsRefused, isWritten: result.Files.Count > 0)),
        new Column("files", new("文件", "files"), ValueKind.Code, one => new Value.Many(one.Outcome.Files.Select(Value (file) => new Value.Code(file.Path)).ToList())),
    ], result.Rows);
}
