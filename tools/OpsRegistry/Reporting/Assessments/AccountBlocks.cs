using OpsRegistry.Model;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Clocks;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Assessments;

/// <summary>A contract's account: what each period took, and what each tranche still owes.</summary>
internal static class AccountBlocks
{
    /// <summary>The account as blocks.</summary>
    /// <param name="withIds">Whether what a tranche waits for also has the id by which a dispute names it; who only reads needs none.</param>
    public static IReadOnlyList<Block> For(ContractResult result, bool withIds = true)
    {
        var (account, periods, items, tranches) = (result.Settlement, PeriodAccountTable.For(result), MoneyTable.For(result), withIds ? TrancheTable.For(result.Settlement) : TrancheTable.Signed(TrancheTable.For(result.Settlement)));
        return
        [
            ContractBlocks.Heading(result.Folder),
            .. ContractBlocks.LeftOut(result.Folder),
            new Block.Figures(
            [
                new("total", new("合同总额（元）", "contract total (yuan)"), Value.YuanOf(account.Total)),
                new("deducted", new("累计扣款（元）", "deducted so far (yuan)"), Value.YuanOf(account.AfterCap)) { Below = new Value.Words(RangeWords.OfYuan(account.Deducted)) },
                new("open", new("未付（元）", "unpaid (yuan)"), Value.YuanOf(account.Open)) { Below = new Value.Words(RangeWords.OfYuan(account.Unpaid)) },
            ]),
            new Block.Heading(periods.Title, periods.Id) { Level = 2 },
            new Block.TableBlock(periods),
            .. items.RowCount == 0 ? Array.Empty<Block>() : [new Block.Heading(items.Title, items.Id) { Level = 2 }, new Block.TableBlock(items)],
            new Block.Heading(tranches.Title, tranches.Id) { Level = 2 },
            new Block.TableBlock(tranches.Only(["title", "amount", "deducted", "payable", "paid", "open", .. account.Upheld is null ? Array.Empty<string>() : [TrancheTable.IfUpheld], "due", "paidOn", "daysLate", "interest", "conditions"])),
            .. account.Tranches.SelectMany(tranche => tranche.Invoices.Select(invoice => new Block.Paragraph(WordsOf(tranche, invoice.Spec)))),
        ];
    }

    private static Text WordsOf(TrancheState tranche, Invoice invoice)
    {
        var (received, amount) = (Moment.Show(invoice.ReceivedOn), Yuan.Show(invoice.Amount));
        return new($"{tranche.Terms.Title.Zh}：{received} 收到发票 {amount.Zh} 元", $"{tranche.Terms.Title.En}: invoice of {amount.En} yuan, received {received}");
    }
}
