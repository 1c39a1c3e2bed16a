using System.Globalization;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Clocks;
using OpsRegistry.Settling;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Assessments;

/// <summary>A contract's account for the terminal: what each period took, and what each tranche still owes.</summary>
public static class AccountText
{
    /// <summary>Writes the account.</summary>
    public static void Write(TextWriter output, ContractResult result, Language language)
    {
        var account = result.Settlement;
        output.WriteLine(Tone.Heading, $"{result.Folder.Name}  {VisibleText.Of(result.Folder.Terms.Title.In(language))}");
        Row(output, new("合同总额", "contract total"), account.Total, language);
        foreach (var deduction in account.Deductions)
        {
            var word = deduction.Provisional ? new Text("（暂定）", " (provisional)") : new Text("", "");
            Row(output, new($"扣款 {deduction.Period.Id}{word.Zh}", $"deduction {deduction.Period.Id}{word.En}"), deduction.Amount, language);
        }

        Row(output, new("扣款累计", "deductions so far"), account.Accumulated, language);
        if (account.Cap is not null)
        {
            Row(output, new("扣款上限", "cap"), account.Cap, language);
        }

        foreach (var tranche in account.Tranches)
        {
            WriteTranche(output, tranche, language);
        }

        if (account.Excess is > 0m)
        {
            Row(output, new("扣款超出尾款，供应商应补", "deductions beyond the tranche, owed by the vendor"), account.Excess, language);
        }

        output.WriteLine();
    }

    private static void WriteTranche(TextWriter output, TrancheState tranche, Language language)
    {
        output.WriteLine();
        output.WriteLine(Tone.Strong, $"  {VisibleText.Of(tranche.Terms.Title.In(language))}  {(tranche.Terms.Share * 100m).ToString("0.##", CultureInfo.InvariantCulture)} %");
        Row(output, new("  金额", "  amount"), tranche.Amount, language);
        if (tranche.Terms.TakesDeductions)
        {
            Row(output, new("  扣款", "  deducted"), tranche.Deducted, language);
        }

        Row(output, new("  应付", "  payable"), tranche.Payable, language);
        foreach (var invoice in tranche.Invoices)
        {
            var received = Moment.Show(invoice.Spec.ReceivedOn);
            Row(output, new($"  发票（{received} 收到）", $"  invoice (received {received})"), invoice.Spec.Amount, language);
        }

        Row(output, new("  已付", "  paid"), tranche.Paid, language);
        Row(output, new("  未付", "  open"), tranche.Open, language);
        var due = tranche.Due is { } day
            ? new Text($"应于 {day:uuuu'-'MM'-'dd} 前付", $"due by {day:uuuu'-'MM'-'dd}")
            : tranche.Problem is { } problem
                ? new Text($"付款期限无法计算：{problem.Message.Zh}", $"the last day to pay cannot be computed: {problem.Message.En}")
            : tranche.Waiting.Count > 0
                ? new Text("等待：" + string.Join("、", tranche.Waiting.Select(trigger => TriggerWords(trigger).Zh)), "waits for: " + string.Join(", ", tranche.Waiting.Select(trigger => TriggerWords(trigger).En)))
                : new Text("来源未写付款期限", "the source states no limit");
        var limit = tranche.Terms.DueWithin is { } words && Amount.Parse(words) is { } within
            ? new Text($"（条件具备后 {within.Describe().Zh}内）", $" (within {within.Describe().En} of the last condition)")
            : Text.Same("");
        output.WriteLine(tranche.Problem is null ? Tone.Faint : Tone.Warning, $"    {due.In(language)}{limit.In(language)}");
    }

    private static Text TriggerWords(PaymentTrigger trigger) => trigger switch
    {
        PaymentTrigger.Signed => new("合同签订", "signing"),
        PaymentTrigger.StaffOnSite => new("人员入驻", "staff on site"),
        PaymentTrigger.Invoiced => new("收到发票", "the invoice"),
        PaymentTrigger.SixMonthsServed => new("服务满六个月", "six months of service"),
        PaymentTrigger.TermEnded => new("服务期满", "the term's end"),
        PaymentTrigger.Accepted => new("验收通过", "acceptance"),
        _ => new("考核完成", "the assessment"),
    };

    private static void Row(TextWriter output, Text label, decimal? amount, Language language) =>
        output.WriteLine(amount is null ? Tone.Warning : Tone.Plain, $"  {Yuan.Show(amount).In(language),16}  {label.In(language)}");
}
