using OpsRegistry.Intake;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Markdown;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;

namespace OpsRegistry.Reporting.Forms;

/// <summary>The pull request with what was filled in for an issue, a form or a workbook: branch, commit, title and text.</summary>
/// <param name="issue">The issue's number.</param>
/// <param name="submitter">The account that sent it.</param>
/// <param name="files">The files that it became, at least one.</param>
internal sealed class IntakeRequest(int issue, string submitter, IReadOnlyList<ReceivedRecord> files)
{
    /// <summary>What the branches of the counter begin with.</summary>
    public const string BranchFolder = "intake/";

    private static readonly int[] RowsTried = [100, 50, 20, 5, 1, 0];

    private static readonly Column<ReceivedRecord>[] Columns =
    [
        Column<ReceivedRecord>.State("kind", new("种类", "kind"), file => new(file.Kind.Title, Tone.Plain)),
        Column<ReceivedRecord>.Code("path", new("文件", "file"), file => file.Path),
    ];

    private readonly ReceivedRecord first = files[0];

    /// <summary>What the branches of one issue begin with.</summary>
    public static string BranchOf(int issue) => $"{BranchFolder}issue-{issue}/";

    /// <summary>The branch of an issue's records: one for each name that the first of them ever had.</summary>
    public string Branch => $"{BranchOf(issue)}{first.Contract}-{first.Name}";

    /// <summary>The commit's message; the account that sent the form stands in its last line.</summary>
    public string CommitMessage => $"登记 {first.Contract} {Named}（议题 #{issue}）\n\nSubmitted-by: {submitter}\n";

    /// <summary>The title.</summary>
    public string Title => $"[{first.Contract}] 登记{(files.Count == 1 ? first.Kind.Title.Zh : "表：")}{(files.Count == 1 ? " " : "")}{Named}";

    /// <summary>The text: the forge tells the submitter, and closes the issue when the request is merged.</summary>
    /// <param name="remarks">What is worth a look.</param>
    public string Text(Table remarks) => $"提交人 @{submitter}，经议题 #{issue} 的登记表提交。由程序写成记录，内容未经人工核对。\n\n" + CommentMarkdown.WriteBoth(
    [
        new Block.Figures(
        [
            Place("contract", new("合同", "Contract"), first.Contract),
            Place("branch", new("分支", "Branch"), Branch),
            Place("evidence", new("证据文件夹", "Folder for evidence"), $"ops-registry/contracts/{first.Contract}/evidence/"),
        ]),
        new Block.TableBlock(new Table<ReceivedRecord>("files", new("文件", "Files"), Columns, files) { ReadsAsList = true }),
        .. IntakeReply.Remarks(remarks),
        new Block.Paragraph(new("要附证据：在这个分支上把文件放进证据文件夹，并在记录的 evidence 里写明路径和 SHA-256。", "To add evidence: on this branch, put the files into the folder for evidence, and name path and SHA-256 in the record's evidence.")),
    ], RowsTried) + $"\nFiled by @{submitter} through the form of #{issue}; written by the tool, not yet read by a person.\n\nCloses #{issue}\n";

    private string Named => files.Count == 1 ? first.Name : $"{first.Name} 等 {files.Count} 个文件";

    private static Figure Place(string key, Text title, string where) => new(key, title, new Value.Code(where));
}
