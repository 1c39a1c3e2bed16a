using OpsRegistry.Intake;

namespace OpsRegistry.Reporting.Forms;

/// <summary>What the counter answers to a filled-in form: the comment in the issue, and the words of the branch, the commit and the pull request.</summary>
internal static class IntakeReply
{
    /// <summary>The hidden first line by which the counter's own comment is found again.</summary>
    public const string Marker = "<!-- ops-registry:intake -->";

    /// <summary>The account that the counter writes as.</summary>
    public const string Login = "github-actions[bot]";

    /// <summary>Stands for the pull request's number in an answer, until there is one.</summary>
    public const string NumberToCome = "{pull-request}";

    /// <summary>The branch of an issue's record: one file, so one branch for each name that the record ever had.</summary>
    public static string Branch(int issue, ReceivedRecord record) => $"{BranchOf(issue)}{record.Contract}-{record.Name}";

    /// <summary>What the branches of one issue begin with.</summary>
    public static string BranchOf(int issue) => $"{BranchFolder}issue-{issue}/";

    /// <summary>What the branches of the counter begin with.</summary>
    public const string BranchFolder = "intake/";

    /// <summary>The commit's message; the account that sent the form stands in its last line.</summary>
    public static string CommitMessage(ReceivedRecord record, int issue, string submitter) =>
        $"登记 {record.Contract} {record.Name}（议题 #{issue}）\n\nSubmitted-by: {submitter}\n";

    /// <summary>The pull request's title.</summary>
    public static string Title(ReceivedRecord record) => $"[{record.Contract}] 登记{record.Kind.Title.Zh} {record.Name}";

    /// <summary>The pull request's text.</summary>
    public static string PullRequest(FormOutcome.Accepted accepted, int issue, string submitter)
    {
        var record = accepted.Record;
        var text = new StringBuilder($"提交人 @{submitter}，经议题 #{issue} 的登记表提交。由程序写成记录，内容未经人工核对。\n\n");
        text.Append($"- 合同：{MarkdownText.Code(record.Contract)}\n- 记录：{MarkdownText.Code(record.Path)}\n\n");
        AppendRemarks(text, accepted.Remarks);
        text.Append($"""
            **证据文件**：在本合并请求的分支 {MarkdownText.Code(Branch(issue, record))} 上，把文件放进 {MarkdownText.Code($"ops-registry/contracts/{record.Contract}/evidence/")}，并在记录的 `evidence` 里写明路径和 SHA-256。

            Filed by @{submitter} through the form of #{issue}; written by the tool, not yet read by a person.

            Closes #{issue}

            """.ReplaceLineEndings("\n"));
        return text.ToString();
    }

    /// <summary>The comment for a form that became a record.</summary>
    public static string Accepted(FormOutcome.Accepted accepted)
    {
        var text = new StringBuilder($"{Marker}\n**已登记为 {MarkdownText.Code(accepted.Record.Name)}**，合并请求 #{NumberToCome}。核对结果和对得分、扣款的影响会写在那里，由采购人审阅。\n\n");
        AppendRemarks(text, accepted.Remarks);
        text.Append($"要改内容，编辑本议题即可，合并请求会跟着更新。\n\nFiled as {MarkdownText.Code(accepted.Record.Name)} in #{NumberToCome}.\n");
        return text.ToString();
    }

    /// <summary>The comment for a form that a record says already.</summary>
    public static string AlreadyFiled(FormOutcome.AlreadyFiled known) =>
        $"{Marker}\n**已登记为 {MarkdownText.Code(known.Name)}**，内容完全相同，没有再登记。要更正它，提一份更正（`amendments/`）。\n\nFiled already as {MarkdownText.Code(known.Name)}: nothing was written.\n";

    /// <summary>The comment for a form that did not become a record.</summary>
    public static string Refused(IReadOnlyList<FormProblem> complaints)
    {
        var text = new StringBuilder($"{Marker}\n**还没有登记**，有 {complaints.Count} 处要改：\n\n");
        Append(text, complaints, Language.Zh);
        text.Append("\n编辑本议题的内容（右上角“…”，再选“编辑”），保存后会自动重新核对。\n\n<details><summary>English</summary>\n\nNot filed yet; edit the issue's text:\n\n");
        Append(text, complaints, Language.En);
        return text.Append("\n</details>\n").ToString();
    }

    private static void AppendRemarks(StringBuilder text, IReadOnlyList<FormProblem> remarks)
    {
        if (remarks.Count > 0)
        {
            text.Append("请留意：\n\n");
            Append(text, remarks, Language.Zh);
            text.Append('\n');
        }
    }

    private static string Ended(string words, Language language) => words[^1] is '。' or '？' or '！' or '.' or '?' ? words : words + (language == Language.Zh ? "。" : ".");

    private static void Append(StringBuilder text, IReadOnlyList<FormProblem> complaints, Language language)
    {
        foreach (var complaint in complaints)
        {
            var label = complaint.Label is null ? "" : $"**{complaint.Label}**{(language == Language.Zh ? "：" : ": ")}";
            text.Append($"- {label}{MarkdownText.Escape(complaint.Message.In(language))}{(language == Language.Zh ? "。" : ". ")}{MarkdownText.Escape(Ended(complaint.Help.In(language), language))}\n");
        }
    }
}
