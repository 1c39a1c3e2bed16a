using OpsRegistry.Model;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>What the sources do not say and the registry fills in, in the words of whoever filled it in.</summary>
internal static class Assumptions
{
    /// <summary>One line for each assumed fact of the contract, its parties and its windows.</summary>
    public static IReadOnlyList<string> Of(AssessmentBook book)
    {
        var terms = book.Folder.Terms;
        var lines = new List<string>();
        Add(lines, terms.SignedOn.Assumed, $"签订日 {Words.Of(terms.SignedOn.Value)}", terms.SignedOn.Reason);
        Add(lines, terms.Amount?.Assumed ?? false, $"合同总额 {terms.Amount?.Value.ToString("#,##0.00", System.Globalization.CultureInfo.InvariantCulture)} 元", terms.Amount?.Reason);
        foreach (var name in new[] { terms.Purchaser, terms.Vendor })
        {
            Add(lines, book.Origin.Party(name)?.Assumed ?? false, $"单位“{book.Origin.TitleOf(name).Zh}”", book.Origin.Party(name)?.Reason);
        }

        foreach (var window in book.Folder.ServiceLevels?.Windows ?? [])
        {
            Add(lines, window.Assumed, $"服务时间“{window.Title.Zh}”", window.Reason);
        }

        var promised = terms.Commitments.Where(commitment => commitment.Assumed).ToList();
        if (promised.Count > 0)
        {
            Add(lines, true, $"投标承诺 {promised.Count} 项", promised[0].Reason);
        }

        return lines;
    }

    private static void Add(List<string> lines, bool assumed, string what, Text? why)
    {
        if (assumed)
        {
            lines.Add(why is { } reason ? $"{what}（{reason.Zh.TrimEnd('。')}）" : what);
        }
    }
}
