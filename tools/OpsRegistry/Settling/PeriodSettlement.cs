using OpsRegistry.Assessing;
using OpsRegistry.Interpreting;
using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Settling;

/// <summary>What a period costs the vendor.</summary>
/// <param name="Base">The sum that shares are taken of, in yuan; null where the source names no amount.</param>
/// <param name="Lines">The deductions.</param>
internal sealed record PeriodSettlement(decimal? Base, IReadOnlyList<SettlementLine> Lines)
{
    /// <summary>The ids of the lines that a scorecard has once.</summary>
    public const string Band = "band", Shortfall = "shortfall", Unread = "unread";

    /// <summary>All lines together in yuan; null while any is undetermined, never zero instead.</summary>
    public decimal? Total => Lines.Any(line => line.Amount is null) ? null : Lines.Sum(line => line.Amount!.Value);

    /// <summary>Settles a period: the band's share, then each priced event that occurred in it, each less what rulings gave back.</summary>
    /// <param name="assessment">The period's points.</param>
    /// <param name="upheld">Which open disputes count as upheld.</param>
    public static PeriodSettlement Settle(Assessment assessment, Upheld upheld = default)
    {
        var terms = assessment.Measurement.Folder.Terms;
        if (assessment.Measurement.Folder.IsIncomplete)
        {
            return new(terms.Amount?.Value, [new(Unread, UndeterminedReason.FileUnread.Title(), null, [])]);
        }

        if (assessment.Scorecard is not { } scorecard)
        {
            return new(terms.Amount?.Value, []);
        }

        return new(terms.Amount?.Value, LinesOf(assessment, scorecard, terms.Amount?.Value).Select(line => line.With(assessment.Disputes, upheld)).ToList());
    }

    /// <summary>The terms of a scorecard that take money: a line's id is one of them, with a number where it may take money several times.</summary>
    public static IEnumerable<string> Terms(Scorecard scorecard) =>
    [
        .. scorecard.Bands.Count > 0 ? [Band] : Array.Empty<string>(),
        .. scorecard.Settlement?.Shortfall is null ? Array.Empty<string>() : [Shortfall],
        .. (scorecard.Settlement?.PricedEvents ?? []).Select(priced => priced.Id),
    ];

    private static IEnumerable<SettlementLine> LinesOf(Assessment assessment, Scorecard scorecard, decimal? amount)
    {
        if (scorecard.Bands.Count > 0)
        {
            yield return BandLine(assessment, scorecard, amount);
        }

        if (scorecard.Settlement?.Shortfall is { } shortfall)
        {
            foreach (var line in ShortfallLines.Compute(assessment, shortfall, amount))
            {
                yield return line;
            }
        }

        foreach (var priced in scorecard.Settlement?.PricedEvents ?? [])
        {
            var number = 0;
            foreach (var (fact, by) in Picked(assessment, priced))
            {
                number++;
                var (title, determined) = (RecordTitle.Compose(fact, assessment.Measurement.Folder.Terms), DeterminedWords.Of([fact.Resource]));
                yield return new(
                    string.Create(CultureInfo.InvariantCulture, $"{priced.Id}.{number}"),
                    new($"{priced.Title.Zh}：{title.Zh}{determined.Zh}", $"{priced.Title.En}: {title.En}{determined.En}"),
                    priced.Amount ?? Yuan.ShareOf(amount, priced.Share),
                    priced.Clauses)
                { Term = priced.Id, Share = priced.Share, Records = [RecordReference.To(fact, by.Where.Keys.FirstOrDefault())] };
            }
        }
    }

    /// <summary>The records that a priced event takes money for, each with the match that it satisfies.</summary>
    private static IEnumerable<(Fact Fact, RecordMatch By)> Picked(Assessment assessment, PricedEvent priced)
    {
        var picks = PicksOf(priced);
        foreach (var fact in assessment.Book.Facts)
        {
            if (fact.Picked(picks) is { } match && !HasCostBefore(fact, priced, assessment.Measurement) && !IsLifted(fact, priced, assessment.Measurement))
            {
                yield return (fact, match);
            }
        }
    }

    private static IReadOnlyList<RecordMatch> PicksOf(PricedEvent priced) => [priced.Records, .. priced.OrWhen];

    /// <summary>True where an earlier record already cost what this one stands for, and no ruling gave it back; facts are in the order of their days.</summary>
    private static bool HasCostBefore(Fact fact, PricedEvent priced, Measurement measurement) =>
        priced.OncePer is { } field && fact.Values(field) is [var value, ..] &&
        measurement.Facts
            .TakeWhile(earlier => !ReferenceEquals(earlier.Resource, fact.Resource))
            .Any(earlier => earlier.Picked(PicksOf(priced)) is not null && earlier.Values(field).Contains(value, StringComparer.Ordinal) && !IsGivenBack(earlier, priced, measurement.Folder));

    /// <summary>True where a later record takes the charge away, e.g. a promise that was kept after all.</summary>
    private static bool IsLifted(Fact fact, PricedEvent priced, Measurement measurement) =>
        priced is { LiftedBy: { } match, OncePer: { } field } && fact.Values(field) is [var value, ..] &&
        measurement.Facts
            .SkipWhile(earlier => !ReferenceEquals(earlier.Resource, fact.Resource))
            .Any(later => later.Matches(match) && later.Values(field).Contains(value, StringComparer.Ordinal));

    private static bool IsGivenBack(Fact fact, PricedEvent priced, ContractFolder folder) =>
        DisputeState.Of(folder).LastOrDefault(state => state.Dispute.Spec.Term == priced.Id && state.Dispute.Spec.Record == fact.Resource.Name && !state.IsOpen)?.Ruling?.Spec.Outcome == RulingOutcome.Upheld;

    private static SettlementLine BandLine(Assessment assessment, Scorecard scorecard, decimal? amount)
    {
        var clauses = scorecard.Settlement?.Clauses ?? [];
        if (assessment.Veto is { } veto)
        {
            return VetoLine(assessment, veto, amount, clauses);
        }

        if (assessment.Band is not { } band)
        {
            return new(Band, new("得分尚未确定", "the score is not determined yet"), null, clauses);
        }

        var score = Points.Show(assessment.Total);
        return new(
            Band,
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
            Band,
            new($"一票否决（{veto.Title.Zh}），按“{title.Zh}”", $"veto ({veto.Title.En}): '{title.En}'"),
            Yuan.ShareOf(amount, band?.Share),
            veto.Clauses.Concat(clauses).Distinct().ToList())
        {
            Share = band?.Share,
            Records = assessment.Book.Facts.Where(fact => fact.Matches(veto.Records)).Select(fact => RecordReference.To(fact, veto.Records.Where.Keys.FirstOrDefault())).ToList(),
        };
    }
}

/// <summary>One deduction of money.</summary>
/// <param name="Id">
/// What a vendor may dispute, once in a period: <c>band</c>, <c>shortfall</c>, or the priced event's id and a number, e.g. <c>circulars.2</c>, stable while
/// earlier records stay. <c>unread</c> is nobody's to dispute.
/// </param>
/// <param name="Amount">Yuan, less what a ruling gave back; null where undetermined (另行商议) or where no base is known.</param>
/// <param name="Clauses">The clauses.</param>
internal sealed record SettlementLine(string Id, Text Reason, decimal? Amount, IReadOnlyList<string> Clauses)
{
    /// <summary>The share of the base, where it is one.</summary>
    public decimal? Share { get; init; }

    /// <summary>The facts behind it.</summary>
    public IReadOnlyList<RecordReference> Records { get; init; } = [];

    /// <summary>The id of the closed period whose result it adjusts, or which left it open; null for the period's own.</summary>
    public string? ClosedPeriod { get; init; }

    /// <summary>The term that takes it: the id without its number.</summary>
    public string Term { get; init; } = Id;

    /// <summary>The dispute about it; null for none.</summary>
    public DisputeState? Dispute { get; init; }

    /// <summary>The yuan that a ruling gave back; they are no longer in <see cref="Amount"/>.</summary>
    public decimal Restored { get; init; }

    /// <summary>True where a seal states the amount, and the files of today make something else of it.</summary>
    public bool IsStated { get; init; }

    /// <summary>The yuan that the term takes, before anything was given back.</summary>
    public decimal? Taken => Amount + Restored;

    /// <summary>The line as the disputes about it leave it: less what was given back, and with a word on them.</summary>
    internal SettlementLine With(IReadOnlyList<DisputeState> disputes, Upheld upheld)
    {
        var about = disputes.Where(dispute => dispute.IsAbout(Id, Term, Records));
        return DisputedItem.Of(about, Amount, upheld, ruling => ruling.AmountRestored, yuan => new($"{Yuan.Show(yuan).Zh} 元", $"{Yuan.Show(yuan).En} yuan")) is not { } disputed ? this : this with
        {
            Amount = Amount - disputed.Restored,
            Restored = disputed.Restored,
            Reason = new(Reason.Zh + disputed.Words.Zh, Reason.En + disputed.Words.En),
            Dispute = disputed.State,
        };
    }
}
