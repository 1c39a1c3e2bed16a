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
    public static IReadOnlyList<Block> For(ContractResult result)
    {
        var (account, periods, tranches) = (result.Settlement, PeriodAccountTable.For(result), TrancheTable.For(result.Settlement));
        return
        [
            ContractBlocks.Heading(result.Folder),
            new Block.Figures([new("total", new("合同总额（元）", "contract total (yuan)"), Value.YuanOf(account.Total))]),
            new Block.Heading(periods.Title, periods.Id) { Level = 2 },
            new Block.TableBlock(periods),
            new Block.Heading(tranches.Title, tranches.Id) { Level = 2 },
            new Block.TableBlock(tranches.Only("title", "amount", "deducted", "payable", "paid", "open", "due", "conditions")),
            .. account.Tranches.SelectMany(tranche => tranche.Invoices.Select(invoice => new Block.Paragraph(WordsOf(tranche, invoice.Spec)))),
        ];
    }

    private static Text WordsOf(TrancheState tranche, Invoice invoice)
    {
        var (received, amount) = (Moment.Show(invoice.ReceivedOn), Yuan.Show(invoice.Amount));
        return new($"{tranche.Terms.Title.Zh}：{received} 收到发票 {amount.Zh} 元", $"{tranche.Terms.Title.En}: invoice of {amount.En} yuan, received {received}");
    }
}
