using System.Text.Json;
using System.Text.RegularExpressions;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Markdown;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Sources.Git;

namespace OpsRegistry.Cli.Forge;

/// <summary>One assessed period as <c>opsreg report</c> left it in a folder: what its release and its issue say.</summary>
/// <param name="Contract">The contract's name.</param>
/// <param name="Period">The period's id.</param>
/// <param name="Commit">The commit that it was computed from.</param>
/// <param name="Start">Its first day.</param>
/// <param name="Last">Its last day.</param>
/// <param name="Score">The score; null where undetermined or where nothing is scored.</param>
/// <param name="Amount">The deduction in yuan; null where undetermined or where nothing is scored.</param>
/// <param name="IsFinal">True where every figure is known and the period is over.</param>
/// <param name="Files">The files by the name that they get in the release.</param>
internal sealed partial record PeriodRelease(
    string Contract, string Period, string Commit, string Start, string Last, decimal? Score, decimal? Amount, bool IsFinal, IReadOnlyDictionary<string, byte[]> Files)
{
    /// <summary>The label of the issues.</summary>
    public const string Label = "assessment";

    private const long MostBytes = 100 * 1024 * 1024;

    /// <summary>The tag, and the words that the issue is found by.</summary>
    public string Tag => $"assessment/{Contract}/{Period}";

    /// <summary>The periods below a folder: <c>contract/period/assessment.json</c> and what lies beside it, in order of name.</summary>
    /// <exception cref="UsageException">A file there is not what <c>opsreg report</c> writes.</exception>
    public static IReadOnlyList<PeriodRelease> Below(string folder) => Directory.Exists(folder)
        ? Directory.GetFiles(folder, "assessment.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Read).ToList()
        : throw new UsageException(new($"没有文件夹“{folder}”；先运行 ./opsreg report --output {folder}", $"there is no folder '{folder}': run ./opsreg report --output {folder} first"));

    public NewRelease Release() => new(Tag, Commit, Title(), Text([Result()]), Files);

    /// <summary>The issue for both parties.</summary>
    public NewIssue Issue(Release release) => new(Title(), $"{Mark}\n" + Text(
    [
        Result(),
        new Block.Paragraph(new("工作簿与报告", "Workbook and report")) { To = Anchor.Web(release.HtmlUrl) },
        new Block.Paragraph(new("下一步：双方核对、签字；有异议的，以 Dispute 记录提出。", "Next: both parties check and sign; what is disputed is filed as a Dispute.")),
    ]), [Label]);

    /// <summary>The first line of the issue, which nobody sees.</summary>
    public string Mark => $"<!-- opsreg:{Tag} -->";

    private string Title() => $"{Contract} {Period} 考核结果 / assessment{(IsFinal ? "" : "（暂定 / provisional）")}";

    private Block.Figures Result() => new(
    [
        new("period", new("周期", "Period"), new Value.Words(OpsRegistry.Text.Same($"{Start} … {Last}"))),
        new("score", new("得分", "Score"), Score is { } points ? Value.TotalOf(points) : NotSaid) { IsLead = true },
        new("deducted", new("扣款（元）", "Deducted (yuan)"), Amount is null && Score is null ? NotSaid : Value.YuanOf(Amount)) { IsLead = true },
        new("commit", new("提交", "Commit"), new Value.Code(Commit)),
    ]);

    private static Value NotSaid { get; } = new Value.Code("—");

    private static string Text(IReadOnlyList<Block> blocks) => CommentMarkdown.WriteBoth(blocks, int.MaxValue);

    private static PeriodRelease Read(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = json.RootElement;
            var (contract, period) = (Word(root.GetProperty("contract")), Word(root.GetProperty("period").GetProperty("id")));
            var commit = root.GetProperty("commit").GetString() ?? throw new UsageException(new($"“{path}”不是由已提交的文件算出的；先提交", $"'{path}' was not computed from committed files: commit them first"));
            return new(
                contract, period, CommitInfo.IsId(commit) ? commit : throw new FormatException("commit"), Day(root.GetProperty("period").GetProperty("start"), 0), Day(root.GetProperty("period").GetProperty("end"), -1),
                Number(root.GetProperty("score")), Number(root.GetProperty("settlement").GetProperty("total")), root.GetProperty("state").GetString() is "final" or "sealed", FilesBeside(path, $"{contract}-{period}"));
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            throw new UsageException(new($"“{path}”不是 ./opsreg report 的输出", $"'{path}' is not what ./opsreg report writes"));
        }
    }

    private static Dictionary<string, byte[]> FilesBeside(string path, string prefix)
    {
        var files = new DirectoryInfo(Path.GetDirectoryName(path)!).GetFiles().Where(file => FileName().IsMatch(file.Name)).OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        return files.Sum(file => file.Length) > MostBytes
            ? throw new UsageException(new($"“{path}”旁的文件超过 {MostBytes} 字节", $"the files beside '{path}' have more than {MostBytes} bytes"))
            : files.ToDictionary(file => $"{prefix}-{file.Name}", file => File.ReadAllBytes(file.FullName), StringComparer.Ordinal);
    }

    private static string Word(JsonElement value) => value.GetString() is { } text && WordPattern().IsMatch(text) ? text : throw new FormatException(value.ToString());

    private static string Day(JsonElement value, int add) => DateOnly.ParseExact(value.GetString() ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(add).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static decimal? Number(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : decimal.Parse(value.GetString()!, NumberStyles.Number, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_-]{0,80}\z", RegexOptions.CultureInvariant)]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"\A[a-z][a-z0-9-]*\.(md|json|xlsx|html|docx|pdf)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FileName();
}
