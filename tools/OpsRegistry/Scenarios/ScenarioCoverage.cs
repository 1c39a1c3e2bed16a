using OpsRegistry.Assessing;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Scenarios;

/// <summary>One part of a contract, and how many cases that pass have moved it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Cases">The ids of the cases.</param>
internal sealed record CoveredPart(CoveredKind Kind, string Id, Text Title, IReadOnlyList<string> Cases)
{
    /// <summary>True where a case moves it.</summary>
    public bool IsMoved => Cases.Count > 0;
}

/// <summary>The kinds of parts that scenarios should move.</summary>
internal enum CoveredKind
{
    /// <summary>A term of the scorecard that takes points.</summary>
    [Title("扣分项", "term")]
    Term,

    /// <summary>A term that takes money besides the bands, or a veto.</summary>
    [Title("扣款与否决", "money and vetoes")]
    Money,

    /// <summary>A band of the total.</summary>
    [Title("档次", "band")]
    Band,

    /// <summary>A limit.</summary>
    [Title("时限", "target")]
    Target,

    /// <summary>A reading of an unclear clause that changes what is computed.</summary>
    [Title("条款理解", "reading")]
    Reading,
}

/// <summary>Which parts of a contract its scenarios have moved. A case moves what it states: a part that only happens to be computed proves nothing.</summary>
internal static class ScenarioCoverage
{
    /// <summary>The parts, in the order of the contract's files.</summary>
    public static IReadOnlyList<CoveredPart> Of(ContractFolder folder, IReadOnlyList<ScenarioResult> results)
    {
        var passed = results.Where(result => result is { Passes: true, Computed: not null }).ToList();
        var scorecards = Governance.Scorecards(folder).ToList();
        var parts = new List<CoveredPart>();
        parts.AddRange(scorecards.SelectMany(scorecard => scorecard.Indicators).SelectMany(indicator => indicator.Deductions)
            .Select(term => Part(CoveredKind.Term, term.Id, term.Title, result => Taken(result.Case.Expect, term.Id))));
        parts.AddRange(scorecards.SelectMany(MoneyOf)
            .Select(term => Part(CoveredKind.Money, term.Id, term.Title, result => result.Case.Expect.Lines.GetValueOrDefault(term.Id) > 0m)));
        parts.AddRange(scorecards.SelectMany(scorecard => scorecard.Vetoes)
            .Select(veto => Part(CoveredKind.Money, veto.Id, veto.Title, result => result.Case.Expect.Vetoed == veto.Id)));
        parts.AddRange(scorecards.SelectMany(scorecard => scorecard.Bands)
            .Select(band => Part(CoveredKind.Band, band.Id, band.Title, result => result.Case.Expect.Band == band.Id)));
        parts.AddRange(Governance.Targets(folder)
            .Select(target => Part(CoveredKind.Target, target.Id, target.Title, result => result.Case.Expect.Outcomes.Keys.Any(key => key.Split('/')[^1] == target.Id))));
        parts.AddRange(
            from item in folder.Interpretations?.Items ?? []
            from option in item.Options
            where option.Set.Count > 0
            select Part(CoveredKind.Reading, $"{item.Key}={option.Id}", option.Title, result => result.Case.Readings.GetValueOrDefault(item.Key) == option.Id));
        return parts.DistinctBy(part => (part.Kind, part.Id)).ToList();

        CoveredPart Part(CoveredKind kind, string id, Text title, Func<ScenarioResult, bool> moves) => new(kind, id, title, passed.Where(moves).Select(result => result.Case.Id).ToList());
    }

    private static bool Taken(Expectation expect, string term) => expect.Deductions.GetValueOrDefault(term) > 0m;

    private static IEnumerable<(string Id, Text Title)> MoneyOf(Scorecard scorecard) =>
    [
        .. scorecard.Settlement?.Shortfall is null ? Array.Empty<(string, Text)>() : [(PeriodSettlement.Shortfall, new Text("按失分比例扣款", "shortfall"))],
        .. (scorecard.Settlement?.PricedEvents ?? []).Select(priced => (priced.Id, priced.Title)),
    ];
}
