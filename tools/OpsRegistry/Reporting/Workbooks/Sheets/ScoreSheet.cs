using OpsRegistry.Reporting.Assessments;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables.Definitions;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>评分表: the form of the source's annex, its scores as formulas over the deductions, and the bands.</summary>
internal static class ScoreSheet
{
    public static Sheet? For(AssessmentBook book) => !book.Folder.IsScored ? null : new("score", new("评分表", "Scores"), new("各指标得分、档次与扣减", "scores, band and money"))
    {
        IsSigned = true,
        IsOnePage = true,
        Title = book.Assessment.Scorecard?.Title,
        Blocks = BlocksOf(book).ToList(),
    };

    private static IEnumerable<Block> BlocksOf(AssessmentBook book)
    {
        if (book.Assessment.Scorecard is not { } scorecard)
        {
            yield return new Block.Paragraph(book.WhyNoScore!.Value) { Tone = Tone.Faint };
            yield break;
        }

        var (purchaser, vendor) = (book.Origin.TitleOf(book.Folder.Terms.Purchaser), book.Origin.TitleOf(book.Folder.Terms.Vendor));
        yield return new Block.Paragraph(new($"采购人：{purchaser.Zh}　　供应商：{vendor.Zh}", $"Purchaser: {purchaser.En}  Vendor: {vendor.En}"));
        yield return new Block.TableBlock(ScoreTable.For(book.Assessment, scorecard));
        yield return new Block.Heading(new("档次与扣减", "Bands"), "bands");
        yield return new Block.TableBlock(BandTable.For(book.Period, scorecard));
        yield return new Block.Paragraph(Note(book)) { Tone = Tone.Faint };
        yield return book.Reviewers;
    }

    private static Text Note(AssessmentBook book)
    {
        var disputes = DisputeWords.Lines(book.Period).ToList();
        return new(
            "得分由“扣分明细”逐条汇总计算；点击扣分到明细的第一条。得分保留精确值、显示两位，档次按精确值判断。" + string.Concat(disputes.Select(line => $"\n异议：{line.Zh}")),
            "Scores are added up from the deductions. They are exact and shown with two places; the band goes by the exact score." + string.Concat(disputes.Select(line => $"\ndispute: {line.En}")));
    }
}
