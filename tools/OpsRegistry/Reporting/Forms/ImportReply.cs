using OpsRegistry.Intake;

namespace OpsRegistry.Reporting.Forms;

/// <summary>What the counter answers to a workbook that is attached to an issue, and the words of the commit and the pull request.</summary>
internal static class ImportReply
{
    private const int MostShown = 100; // a comment takes 65,536 characters

    /// <summary>The comment in the issue.</summary>
    /// <param name="answer">Where the workbook with its marks is to be had; null where it could not be made.</param>
    public static string Answer(ImportResult result, string? answer)
    {
        var text = new StringBuilder($"{IntakeReply.Marker}\n");
        var isFiled = result.Files.Count > 0;
        text.Append($"**{MarkdownText.Escape(ImportWords.Whole(result, isFiled).Zh)}**{(isFiled ? $"，合并请求 #{IntakeReply.NumberToCome}" : "")}。\n\n");
        Append(text, "位置", "问题", "怎样改", result.Complaints.Select(one => (one.At, one.Problem.Label is null ? one.Problem.Message.Zh : $"{one.Problem.Label}：{one.Problem.Message.Zh}", one.Problem.Help.Zh)));
        if (!result.IsRefused)
        {
            Append(text, "位置", "结果", "文件", result.Rows.Select(row => ($"{row.Row.Sheet}!{row.Row.Row}:{row.Row.Row}", ImportWords.Of(row.Outcome, result.IsRefused, isFiled).Zh, string.Join(" ", row.Outcome.Files.Select(file => file.Path)))));
        }

        Append(text, "请留意", "说明", "怎样改", result.Remarks.Select(one => (one.At, one.Problem.Message.Zh, one.Problem.Help.Zh)));
        text.Append(answer is null ? "" : $"标出了要改的格、写了批注的登记表在[这里]({answer})（页面下方的附件 intake，解压后是 answer.xlsx）。\n\n");
        text.Append(result.IsRefused ? "改好以后，编辑本议题，换上新的文件，保存后会自动重新核对。\n\n" : "");
        return text.Append($"{MarkdownText.Escape(ImportWords.Whole(result, isFiled).En)}.\n").ToString();
    }

    /// <summary>The commit's message; the account that sent the form stands in its last line.</summary>
    public static string CommitMessage(ImportResult result, int issue, string submitter) => $"登记 {result.Book.Contract} {Named(result)}（议题 #{issue}）\n\nSubmitted-by: {submitter}\n";

    /// <summary>The pull request's title.</summary>
    public static string Title(ImportResult result) => $"[{result.Book.Contract}] 登记表：{Named(result)}";

    /// <summary>The pull request's text.</summary>
    public static string PullRequest(ImportResult result, int issue, string submitter)
    {
        var text = new StringBuilder($"提交人 @{submitter}，经议题 #{issue} 所附的登记表提交。由程序写成记录，内容未经人工核对。\n\n- 合同：{MarkdownText.Code(result.Book.Contract)}\n");
        foreach (var file in result.Files)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {file.Kind.Title.Zh}：{MarkdownText.Code(file.Path)}\n");
        }

        text.Append('\n');
        Append(text, "请留意", "说明", "怎样改", result.Remarks.Select(one => (one.At, one.Problem.Message.Zh, one.Problem.Help.Zh)));
        return text.Append(CultureInfo.InvariantCulture, $"Filed by @{submitter} through the workbook attached to #{issue}; written by the tool, not yet read by a person.\n\nCloses #{issue}\n").ToString();
    }

    private static string Named(ImportResult result) => result.Files is [var only] ? only.Name : $"{result.Files[0].Name} 等 {result.Files.Count} 个文件";

    private static void Append(StringBuilder text, string first, string second, string third, IEnumerable<(string, string, string)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return;
        }

        text.Append($"| {first} | {second} | {third} |\n|---|---|---|\n");
        foreach (var (where, what, how) in all.Take(MostShown))
        {
            text.Append($"| {Cell(where)} | {Cell(what)} | {Cell(how)} |\n");
        }

        text.Append(all.Count > MostShown ? $"\n另有 {all.Count - MostShown} 处。\n\n" : "\n");
    }

    private static string Cell(string words) => MarkdownText.Escape(words.Length > 300 ? words[..300] + "…" : words).Replace("\n", " ", StringComparison.Ordinal);
}
