using OpsRegistry.Intake;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Markdown;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;

namespace OpsRegistry.Reporting.Forms;

/// <summary>What the counter answers in the issue to what was filled in, a form or a workbook.</summary>
internal static class IntakeReply
{
    /// <summary>The hidden first line by which the counter's own comment is found again.</summary>
    public const string Marker = "<!-- ops-registry:intake -->";

    /// <summary>The account that the counter writes as.</summary>
    public const string Login = "github-actions[bot]";

    /// <summary>Stands for the pull request's number in an answer, until there is one.</summary>
    public const string NumberToCome = "{pull-request}";

    private static readonly int[] RowsTried = [100, 50, 20, 5, 1, 0];

    private static readonly Text ToFollow = new(
        "核对结果和对得分、扣款的影响会写在那里，由采购人审阅。要改内容，编辑本议题即可，合并请求会跟着更新。",
        "What the check finds, and what it does to score and money, will stand there for the purchaser to review. To change anything, edit this issue: the request follows.");

    /// <summary>The comment for a form that became a record.</summary>
    public static string Accepted(FormOutcome.Accepted accepted) => Comment(
    [
        Filed(new($"已登记为 {accepted.Record.Name}", $"Filed as {accepted.Record.Name}")),
        new Block.Paragraph(ToFollow),
        .. Remarks(ComplaintTable.For(accepted.Remarks)),
    ]);

    /// <summary>The comment for a form that a record says already.</summary>
    public static string AlreadyFiled(FormOutcome.AlreadyFiled known) => Comment(
    [
        Verdict(new($"已登记为 {known.Name}，没有再登记", $"Filed already as {known.Name}: nothing was written"), Tone.Good),
        new Block.Paragraph(new("内容完全相同。要更正它，提一份更正（amendments/）。", "It says the same. To correct it, file an amendment (amendments/).")),
    ]);

    /// <summary>The comment for a form that did not become a record.</summary>
    public static string Refused(IReadOnlyList<FormProblem> complaints) => Comment(
    [
        Verdict(new($"还没有登记：有 {complaints.Count} 处要改", $"Not filed yet: {English.Count(complaints.Count, "thing")} to mend"), Tone.Warning),
        new Block.TableBlock(ComplaintTable.For(complaints)),
        new Block.Paragraph(new("编辑本议题的内容（右上角“…”，再选“编辑”），保存后会自动重新核对。", "Edit the issue's text (“…” at its top right, then “Edit”); once saved it is checked again.")),
    ]);

    /// <summary>The comment for a workbook that is attached to the issue.</summary>
    /// <param name="answer">Where the workbook with its marks is to be had; null where it could not be made.</param>
    public static string Imported(ImportResult result, string? answer)
    {
        var isFiled = result.Files.Count > 0;
        var whole = ImportWords.Whole(result, isFiled);
        return Comment(
        [
            isFiled ? Filed(whole) : Verdict(whole, result.IsRefused ? Tone.Warning : Tone.Good),
            .. isFiled ? [new Block.Paragraph(ToFollow)] : Array.Empty<Block>(),
            new Block.TableBlock(result.IsRefused ? ComplaintTable.For(result.Complaints) : FiledTable.For(result)),
            .. Remarks(ComplaintTable.For(result.Remarks)),
            .. answer is null ? [] : Marked(answer),
            .. result.IsRefused ? [new Block.Paragraph(new("改好以后，编辑本议题，换上新的文件，保存后会自动重新核对。", "When it is mended, edit this issue and put in the new file; once saved it is checked again."))] : Array.Empty<Block>(),
        ]);
    }

    /// <summary>What is worth a look; nothing where nothing is.</summary>
    internal static IEnumerable<Block> Remarks(Table remarks) => remarks.RowCount == 0 ? [] : [new Block.Heading(new("请留意", "Please note"), "remarks") { Level = 2 }, new Block.TableBlock(remarks)];

    private static Block[] Marked(string answer) =>
    [
        new Block.Paragraph(new("标出了要改的格、写了批注的登记表", "The workbook with marks and comments")) { To = Anchor.Web(answer) },
        new Block.Paragraph(new("（页面下方的附件 intake，解压后是 answer.xlsx）", "(the artifact intake at the foot of the page; answer.xlsx is in it)")) { Tone = Tone.Faint },
    ];

    private static Block.Heading Filed(Text what) => Verdict(new($"{what.Zh}，合并请求 #{NumberToCome}", $"{what.En}: request #{NumberToCome}"), Tone.Good);

    private static Block.Heading Verdict(Text words, Tone tone) => new(words, "verdict") { Tone = tone };

    private static string Comment(IReadOnlyList<Block> blocks) => $"{Marker}\n{CommentMarkdown.WriteBoth(blocks, RowsTried)}";
}
