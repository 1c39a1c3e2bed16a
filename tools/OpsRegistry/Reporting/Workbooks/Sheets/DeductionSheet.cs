using OpsRegistry.Assessing;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables.Definitions;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>扣分明细: every deduction with its clause and records; the form's scores are formulas over this table.</summary>
internal static class DeductionSheet
{
    public static Sheet? For(AssessmentBook book) => !book.Folder.IsScored ? null : new("deductions", new("扣分明细", "Deductions"), new("扣分的事由、条款与记录", "why, by which clause and which records"))
    {
        IsLandscape = true,
        IsSigned = true,
        Blocks = book.WhyNoScore is { } why ? [new Block.Paragraph(why) { Tone = Tone.Faint }] : BlocksOf(book).ToList(),
    };

    private static IEnumerable<Block> BlocksOf(AssessmentBook book)
    {
        yield return new Block.TableBlock(DeductionTable.Signed(book.Assessment));
        foreach (var line in book.Assessment.Indicators)
        {
            if (line.Undetermined?.Title() is { } open)
            {
                yield return new Block.Paragraph(new($"{line.Indicator.Id} {line.Indicator.Title.Zh}：{open.Zh}，得分待定。", $"{line.Indicator.Id} {line.Indicator.Title.En}: {open.En}; the score is undetermined.")) { Tone = Tone.Faint };
            }
        }

        yield return new Block.Paragraph(new(
            "“应扣分”为条款所扣，“计入分”为扣到指标下限为止实际计入的部分。记录的编号即台账的编号；所在文件、口径与规则见数据册“扣分依据”。",
            "What a clause takes, and what of it counts above the indicator's floor. Records have the ledgers' numbers; files, readings and rules stand in the data book."))
        { Tone = Tone.Faint };
    }
}
