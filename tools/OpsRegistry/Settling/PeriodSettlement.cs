using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Settling;

/// <summary>What a period costs the vendor.</summary>
/// <param name="Base">The sum that shares are taken of, in yuan; null where the source names no amount.</param>
/// <param name="Lines">The deductions.</param>
internal sealed record PeriodSettlement(decimal? Base, IReadOnlyList<SettlementLine> Lines)
{
    /// <summary>All lines together in yuan; null while any is undetermined, never zero instead.</summary>
    public decimal? Total => Lines.Any(line => line.Amount is null) ? null : Lines.Sum(line => line.Amount!.Value);

    /// <summary>Settles a period: the band's share, then each priced event that occurred in it.</summary>
    public static PeriodSettlement Of(Assessment assessment)
    {
        var terms = assessment.Measurement.Folder.Terms;
        if (assessment.Measurement.Folder.IsIncomplete)
        {
            return new(terms.Amount?.Value, [new("unread", UndeterminedReason.FileUnread.Title(), null, [])]);
        }

        if (assessment.Scorecard is not { } scorecard)
        {
            return new(terms.Amount?.Value, []);
        }

        var lines = new List<SettlementLine>();
        if (scorecard.Bands.Count > 0)
        {
            lines.Add(BandLine(assessment, scorecard, terms.Amount?.Value));
        }

        if (scorecard.Settlement?.Shortfall is { } shortfall)
        {
            lines.AddRange(ShortfallLines.Of(assessment, shortfall, terms.Amount?.Value));
        }

        lines.AddRange(
            from priced in scorecard.Settlement?.PricedEvents ?? []
            from fact in assessment.Measurement.FactsIn(assessment.Period)
            where fact.Matches(priced.Records) && !HasCostBefore(fact, priced, assessment.Measurement)
            let title = RecordTitle.Of(fact)
            select new SettlementLine(
                priced.Id,
                new($"{priced.Title.Zh}：{title.Zh}", $"{priced.Title.En}: {title.En}"),
                priced.Amount ?? Yuan.ShareOf(terms.Amount?.Value, priced.Share),
                priced.Clauses)
            { Share = priced.Share, Records = [RecordReference.To(fact)] });
        return new(terms.Amount?.Value, lines);
    }

    /// <summary>True where an earlier record already cost what this one stands for; facts are in the order of their days.</summary>
    private static bool HasCostBefore(Fact fact, PricedEvent priced, Measurement measurement) =>
        priced.OncePer is { } field && fact.Values(field) is [var value, ..] &&
        measurement.Facts
            .TakeWhile(earlier => !ReferenceEquals(earlier.Resource, fact.Resource))
            .Any(earlier => earlier.Matches(priced.Records) && earlier.Values(field).Contains(value, StringComparer.Ordinal));

    private static SettlementLine BandLine(Assessment assessment, Scorecard scorecard, decimal? amount)
    {
        var clauses = scorecard.Settlement?.Clauses ?? [];
        if (assessment.Veto is { } veto)
        {
            return VetoLine(assessment, veto, amount, clauses);
        }

        if (assessment.Band is not { } band)
        {
            return new("band", new("得分尚未确定", "the score is not determined yet"), null, clauses);
        }

        var score = Points.Show(assessment.Total);
        return new(
            "band",
            new($"得分 {score}，落入“{band.Title.Zh}”", $"score {score} falls into '{band.Title.En}'"),
            Yuan.ShareOf(amount, band.Share),
            clauses)
        { Share = band.Share };
    }

    /// <summary>The band that a veto puts in place of the score's: it names the veto and the records behind it, not a score that decided nothing.</summary>
    private static SettlementLine VetoLine(Assessment assessment, Veto veto, decimal? amount, IReadOnlyList<string> clauses)
    {
        var band = assessment.Band;
        var title = band?.Title ?? Text.Same(veto.Band);
        return new(
            "band",
            new($"一票否决（{veto.Title.Zh}），按“{title.Zh}”", $"veto ({veto.Title.En}): '{title.En}'"),
            Yuan.ShareOf(amount, band?.Share),
            veto.Clauses.Concat(clauses).Distinct().ToList())
        {
            Share = band?.Share,
            Records = assessment.Measurement.FactsIn(assessment.Period).Where(fact => fact.Matches(veto.Records)).Select(fact => RecordReference.To(fact)).ToList(),
        };
    }
}

/// <summary>One deduction of money.</summary>
/// <param name="Id"><c>band</c>, <c>unread</c>, or the priced event's id.</param>
/// <param name="Amount">Yuan; null where undetermined (另行商议) or where no base is known.</param>
/// <param name="Clauses">The clauses.</param>
internal sealed record SettlementLine(string Id, Text Reason, decimal? Amount, IReadOnlyList<string> Clauses)
{
    /// <summary>The share of the base, where it is one.</summary>
    public decimal? Share { get; init; }

    /// <summary>The facts behind it.</summary>
    public IReadOnlyList<RecordReference> Records { get; init; } = [];
}
