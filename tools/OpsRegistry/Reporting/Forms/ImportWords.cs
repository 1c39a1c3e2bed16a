using OpsRegistry.Intake;

namespace OpsRegistry.Reporting.Forms;

/// <summary>What became of the rows of a form, in words.</summary>
internal static class ImportWords
{
    /// <summary>What became of a row.</summary>
    /// <param name="isWritten">True where the records were written and not only tried.</param>
    public static Text Of(FormOutcome outcome, bool isRefused, bool isWritten) => outcome switch
    {
        FormOutcome.AlreadyFiled known => new($"已登记为 {known.Name}，没有再写", $"filed already as {known.Name}: nothing written"),
        FormOutcome.Refused _ => new("要改正", "to be mended"),
        _ when isRefused => new("没有问题，但整份没有登记", "sound, but none of the file was filed"),
        FormOutcome.Accepted accepted => isWritten ? new($"登记为 {accepted.Record.Name}", $"filed as {accepted.Record.Name}") : new($"可以登记为 {accepted.Record.Name}", $"may be filed as {accepted.Record.Name}"),
        FormOutcome.Changed { Amendment: { } amendment } changed => isWritten
            ? new($"已合并的 {changed.Record.Name} 改了 {string.Join('、', changed.Labels)}，更正草稿 {amendment.Name} 待双方同意", $"{changed.Record.Name}, merged before, changes in {string.Join(", ", changed.Labels)}: draft {amendment.Name} waits for both parties")
            : new($"可以更正 {changed.Record.Name} 的 {string.Join('、', changed.Labels)}", $"may amend {changed.Record.Name} in {string.Join(", ", changed.Labels)}"),
        FormOutcome.Changed changed => isWritten
            ? new($"更新了 {changed.Record.Name} 的 {string.Join('、', changed.Labels)}", $"updated {changed.Record.Name} in {string.Join(", ", changed.Labels)}")
            : new($"可以更新 {changed.Record.Name} 的 {string.Join('、', changed.Labels)}", $"may update {changed.Record.Name} in {string.Join(", ", changed.Labels)}"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What became of the file as a whole.</summary>
    public static Text Whole(ImportResult result, bool isWritten)
    {
        var (rows, complaints) = (result.Rows.Count, result.Complaints.Count);
        if (result.IsRefused)
        {
            return new($"有 {complaints} 处要改，整份没有登记任何一行", $"{English.Count(complaints, "place")} to mend: none of the file was filed");
        }

        var known = result.Rows.Count(row => row.Outcome is FormOutcome.AlreadyFiled);
        return known == rows ? new($"{rows} 行都已登记过，没有再写", $"all {rows} rows are filed already: nothing written")
            : isWritten ? new($"登记了 {rows - known} 行{(known > 0 ? $"，另有 {known} 行已登记过" : "")}", $"{rows - known} rows filed{(known > 0 ? $", {known} were filed already" : "")}")
            : new($"{rows - known} 行可以登记{(known > 0 ? $"，另有 {known} 行已登记过" : "")}；加 --write 写入", $"{rows - known} rows may be filed{(known > 0 ? $", {known} were filed already" : "")}; add --write to write them");
    }
}
