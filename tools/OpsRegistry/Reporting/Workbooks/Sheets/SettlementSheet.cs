using OpsRegistry.Assessing;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>结算: what the period costs, line by line; how near the next band is; and the contract's account.</summary>
internal static class SettlementSheet
{
    public static Sheet For(AssessmentBook book) => new("settlement", new("结算", "Settlement"), new("扣减、账目、余量与试算", "money, account, headroom and what-if"))
    {
        IsLandscape = true,
        IsSigned = true,
        IsOnePage = true,
        Title = new("扣减与结算", "Deductions and settlement"),
        Grid = [18, 38, 16, 16, 16, 16, 16, 14],
        Blocks = BlocksOf(book).ToList(),
    };

    /// <summary>An amount in capitals as forms print it.</summary>
    public static Text Capitals(decimal? amount) => amount switch
    {
        null => new("待定", "undetermined"),
        { } known when Math.Abs(known) <= ChineseAmount.Largest => Text.Same($"人民币{ChineseAmount.InCapitals(known)}"),
        _ => Text.Same("—"),
    };

    private static IEnumerable<Block> BlocksOf(AssessmentBook book)
    {
        var capitals = Capitals(book.Period.Settlement.Total);
        yield return new Block.Figures([ContractTotal(book)]);
        yield return new Block.Heading(new("一、本期扣减", "1. The period's deductions"), "lines");
        yield return new Block.TableBlock(SettlementTable.Signed(book.Period));
        yield return new Block.Paragraph(new($"大写：{capitals.Zh}", $"in capitals: {capitals.En}")) { Tone = Tone.Strong };
        yield return new Block.Heading(new("二、降档余量", "2. Room to the next band"), "headroom");
        yield return Headroom(book);
        if (WhatIfTable.For(book.Assessment, book.Tried ?? 0) is { RowCount: > 0 } steps)
        {
            yield return new Block.TableBlock(steps);
        }

        var asOf = AssessmentBook.Minute(book.Measurement.AsOf);
        yield return new Block.Heading(new($"三、合同账目（截至 {asOf}）", $"3. The contract's account (up to {asOf})"), "account");
        yield return new Block.TableBlock(PeriodAccountTable.For(book.Result, book.Days));
        yield return new Block.TableBlock(TrancheTable.Signed(TrancheTable.For(book.Result.Settlement)));
        yield return new Block.Paragraph(new("金额在每一行四舍五入到分；“待定”表示尚不能确定，不等于零。", "Amounts are rounded line by line; undetermined is not zero.")) { Tone = Tone.Faint };
        if (book.WhyNoScore is not null)
        {
            yield return book.Reviewers;
        }
    }

    private static Figure ContractTotal(AssessmentBook book)
    {
        var amount = book.Folder.Terms.Amount;
        return new("contractTotal", new("合同总额（元）", "Contract total (yuan)"), Value.YuanOf(amount?.Value))
        {
            Name = "ContractTotal",
            Below = amount is null ? new Value.Words(new("文件没有写明合同总额", "the source names no total"))
                : amount.Assumed ? new Value.Words(new($"假定：{amount.Reason?.Zh}", $"assumed: {amount.Reason?.En}"))
                : new Value.Words(Text.Same(string.Join("；", amount.Clauses.Select(Citation.Paragraph)))),
        };
    }

    private static Block Headroom(AssessmentBook book)
    {
        if (book.Period.Headroom is not { } headroom || book.Assessment.Band?.From is not { } edge)
        {
            return new Block.Paragraph(!book.Folder.IsScored ? new("合同不计分。", "The contract is not scored.")
                : book.Assessment.Veto is not null ? new("本期已一票否决。", "A veto has decided the period.")
                : book.Assessment.Band is null ? new("得分尚未确定。", "The score is not determined yet.")
                : new("本期已在最低一档，或合同没有划分档次。", "There is no band below."))
            { Tone = Tone.Faint };
        }

        var share = headroom.Next.Share is { } next ? Points.Plain(next) : "NA()";
        return new Block.Figures(
        [
            new("headroomPoints", new("还可扣而不降档（分）", "Points left in the band"), new Value.Points(headroom.Points))
            {
                Formula = $"Score-{Points.Plain(edge)}", Name = "HeadroomPoints",
                Below = new Value.Words(new($"超过即落入“{headroom.Next.Title.Zh}”", $"more leads into '{headroom.Next.Title.En}'")),
            },
            new("headroomCost", new("降档将多扣（元）", "What falling costs (yuan)"), Value.YuanOf(headroom.Cost))
            {
                Formula = Formula.Guarded($"ROUND(ContractTotal*{share},2)-BandAmount"), Name = "HeadroomCost", Below = new Value.Words(Capitals(headroom.Cost)),
            },
        ]);
    }
}
