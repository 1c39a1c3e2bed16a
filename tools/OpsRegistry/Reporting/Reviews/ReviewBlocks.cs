using OpsRegistry.Loading;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Clocks;
using OpsRegistry.Reporting.Findings;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;
using OpsRegistry.Reviewing;

namespace OpsRegistry.Reporting.Reviews;

/// <summary>
/// A review as blocks: the verdict and the money first, then what must be mended or decided; what is only worth knowing is folded away.
/// </summary>
internal static class ReviewBlocks
{
    /// <summary>The whole review, for a comment or a page.</summary>
    public static IReadOnlyList<Block> For(ReviewDocument review)
    {
        var all = review.Policy.Concat(review.NewFindings).ToList();
        return
        [
            Verdict(review),
            .. Result(review),
            .. Section("mend", new("须改正", "To be mended"), [FindingsOf(all, Severity.Error)]),
            .. Section("decide", new("须决定", "To be decided"), [ReviewQuestionTable.For(review), FindingsOf(review.Policy, Severity.Warning)]),
            .. Section("check", new("须核对", "To be checked"), [FindingsOf(review.NewFindings, Severity.Warning)]),
            .. Folded(WaitingTitle(review), WaitingTable.For(review.Waiting)),
            .. Folded(ReviewFactTable.For(review.Facts)),
            .. Folded(new("提示", "Remarks"), FindingsOf(all, Severity.Note)),
            .. FilesOf(review),
            Compared(review),
        ];
    }

    /// <summary>The review for a terminal, but for its findings: those follow, each with an excerpt of its file.</summary>
    public static IReadOnlyList<Block> BeforeFindings(ReviewDocument review) =>
    [
        Verdict(review),
        Compared(review),
        .. Result(review),
        .. Section("decide", new("须决定", "To be decided"), [ReviewQuestionTable.For(review)]),
        .. Folded(ReviewFactTable.For(review.Facts)),
        .. FilesOf(review),
        new Block.Heading(new(
            $"校验：新出现 {review.NewFindings.Count}，已消除 {review.FixedFindings.Count}；变更规则 {review.Policy.Count}",
            $"Findings: {review.NewFindings.Count} new, {review.FixedFindings.Count} fixed; rules of change: {review.Policy.Count}"), "findings") { Level = 2 },
    ];

    private static Block.Heading Verdict(ReviewDocument review) => new(review.Verdict.Title(), "verdict") { Tone = ReviewWords.ToneOf(review.Verdict) };

    private static IEnumerable<Block> Result(ReviewDocument review)
    {
        yield return new Block.Paragraph(ReviewWords.NextStep(review.Verdict)) { Tone = Tone.Strong };
        if (review.NewestDay is { } newest)
        {
            var day = Moment.ShowEnd(newest)[..10];
            yield return new Block.Paragraph(new(
                $"得分与扣款的预览计入变更中直到 {day} 的内容，晚于数据截止；只有记录使时限继续计算",
                $"figures are previewed with all that the change tells of up to {day}, later than the cut-off; clocks run on for records alone"));
        }

        yield return new Block.TableBlock(ReviewPeriodTable.For(review.Periods));
        foreach (var moves in Some(ReviewMoveTable.For(review.Periods)))
        {
            yield return moves;
        }
    }

    private static Block.Paragraph Compared(ReviewDocument review)
    {
        var commits = $"{ReviewOrigin.Short(review.Base)} → {ReviewOrigin.Short(review.Head)}";
        return new(new(
            $"比较 {commits} · 已消除 {review.FixedFindings.Count} 处问题，原有 {review.LeftFindings} 处未变",
            $"Compared {commits} · {review.FixedFindings.Count} findings fixed, {review.LeftFindings} left as they were"))
        { Tone = Tone.Faint };
    }

    private static Table<FindingEntry> FindingsOf(IEnumerable<FindingEntry> findings, Severity severity) => ReviewFindingTable.For(severity.Title(), findings.Where(finding => finding.Severity == severity).ToList());

    private static Text WaitingTitle(ReviewDocument review)
    {
        var fresh = review.Waiting.Count(one => one.IsNew);
        return fresh > 0 ? new($"待办（新增 {fresh}）", $"Waiting ({fresh} new)") : new("待办", "Waiting");
    }

    private static IEnumerable<Block> FilesOf(ReviewDocument review) => Folded(new("文件", "Files"), ReviewFileTable.For(review), review.Files.Count);

    private static IEnumerable<Block> Section(string id, Text title, IReadOnlyList<Table> tables) => tables.Sum(table => table.RowCount) is var count && count == 0 ? [] :
        [new Block.Heading(new($"{title.Zh} · {count}", $"{title.En} · {count}"), id) { Level = 2 }, .. tables.SelectMany(Some)];

    private static IEnumerable<Block> Folded(Table table) => Folded(table.Title, table);

    private static IEnumerable<Block> Folded(Text title, Table table, int? count = null) => table.RowCount == 0 ? [] :
        [new Block.Details(new($"{title.Zh} {count ?? table.RowCount}", $"{title.En} {count ?? table.RowCount}"), [new Block.TableBlock(table)])];

    private static IEnumerable<Block> Some(Table table) => table.RowCount == 0 ? [] : [new Block.TableBlock(table)];
}
