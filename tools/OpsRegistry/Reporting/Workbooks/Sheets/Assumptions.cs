using OpsRegistry.Reporting.Clocks;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>What the sources do not say and the registry fills in, in the words of whoever filled it in.</summary>
internal static class Assumptions
{
    /// <summary>One line for each assumed fact of the contract, its parties and its windows.</summary>
    public static IReadOnlyList<Text> List(AssessmentBook book)
    {
        var terms = book.Folder.Terms;
        var lines = new List<Text>();
        var signed = Moment.Show(terms.SignedOn.Value);
        Add(lines, terms.SignedOn.Assumed, new($"签订日 {signed}", $"signed on {signed}"), terms.SignedOn.Reason);
        var total = Yuan.Show(terms.Amount?.Value);
        Add(lines, terms.Amount?.Assumed ?? false, new($"合同总额 {total.Zh} 元", $"contract total {total.En} yuan"), terms.Amount?.Reason);
        foreach (var name in new[] { terms.Purchaser, terms.Vendor })
        {
            var party = book.Origin.TitleOf(name);
            Add(lines, book.Origin.Party(name)?.Assumed ?? false, new($"单位“{party.Zh}”", $"organization '{party.En}'"), book.Origin.Party(name)?.Reason);
        }

        foreach (var window in book.Folder.ServiceLevels?.Windows ?? [])
        {
            Add(lines, window.Assumed, new($"服务时间“{window.Title.Zh}”", $"service window '{window.Title.En}'"), window.Reason);
        }

        var promised = terms.Commitments.Where(commitment => commitment.Assumed).ToList();
        Add(lines, promised.Count > 0, new($"投标承诺 {promised.Count} 项", English.Count(promised.Count, "bid commitment")), promised.FirstOrDefault()?.Reason);
        return lines;
    }

    private static void Add(List<Text> lines, bool assumed, Text what, Text? why)
    {
        if (assumed)
        {
            lines.Add(why is { } reason ? new($"{what.Zh}（{reason.Zh.TrimEnd('。')}）", $"{what.En} ({reason.En.TrimEnd('.')})") : what);
        }
    }
}
