using OpsRegistry.Assessing;
using OpsRegistry.Model;

namespace OpsRegistry.Settling;

/// <summary>A period as its seal has it: whatever the files make of it today, the seal's figures hold.</summary>
/// <param name="Seal">The seal.</param>
/// <param name="Score">The score that the files make today; null while undetermined, or where nothing is scored.</param>
/// <param name="Amount">The yuan that the files make today; null where the contract names no amount.</param>
/// <param name="Deductions">The deductions that differ: the points sealed and the points of today, 0 where one has none.</param>
internal sealed record SealedResult(Resource<Seal> Seal, decimal? Score, decimal? Amount, IReadOnlyList<(string Id, decimal Sealed, decimal Today)> Deductions)
{
    private const int Shown = 5;

    /// <summary>True where the files make something else of the period.</summary>
    public bool Differs => Score != Seal.Spec.Score || Amount != Seal.Spec.Amount || Deductions.Count > 0;

    /// <summary>What differs.</summary>
    public Text Difference
    {
        get
        {
            var ids = Deductions.Take(Shown).Select(one => $"{one.Id} {Points.Plain(one.Sealed)} → {Points.Plain(one.Today)}").ToList();
            var (sealedAmount, amount) = (Yuan.Show(Seal.Spec.Amount), Yuan.Show(Amount));
            return new(
                $"得分 {Points.Show(Seal.Spec.Score)} → {Points.Show(Score)}，扣减 {sealedAmount.Zh} → {amount.Zh} 元{(ids.Count > 0 ? $"；扣分：{string.Join("、", ids)}" : "")}",
                $"score {Points.Show(Seal.Spec.Score)} → {Points.Show(Score)}, deduction {sealedAmount.En} → {amount.En} yuan{(ids.Count > 0 ? $"; deductions: {string.Join(", ", ids)}" : "")}");
        }
    }

    /// <summary>What the files of today make of a sealed period, beside its seal.</summary>
    public static SealedResult Of(Resource<Seal> seal, PeriodResult today)
    {
        var was = seal.Spec.Deductions.ToLookup(one => one.Id, one => one.Points, StringComparer.Ordinal);
        var now = today.Assessment.Deductions.ToLookup(one => one.Id, one => one.Points, StringComparer.Ordinal);
        var differ =
            from id in was.Select(one => one.Key).Union(now.Select(one => one.Key), StringComparer.Ordinal)
            where was[id].Sum() != now[id].Sum()
            select (id, was[id].Sum(), now[id].Sum());
        return new(seal, today.Assessment.Total, AmountOf(today), differ.ToList());
    }

    /// <summary>Yuan as a seal states them: null where nothing is scored or the contract names no amount.</summary>
    public static decimal? AmountOf(PeriodResult result) => AmountOf(result.Assessment, result.Settlement);

    /// <summary>The same of points and money by themselves.</summary>
    public static decimal? AmountOf(Assessment assessment, PeriodSettlement settlement) => assessment.Scorecard is null || settlement.Base is null ? null : settlement.Total;

    /// <summary>The period with the seal's figures in place of what the files make of it.</summary>
    public PeriodResult Kept(PeriodResult today) => today.With(run => run.Assessment with { State = PeriodState.Sealed } is var assessment && Differs
        ? new(AsSealed(assessment), run.Settlement with { Lines = LinesAsSealed(run.Settlement) }, run.OtherReadings, run.ReadingsInForce) { DeterminedEffects = run.DeterminedEffects }
        : run with { Assessment = assessment }) with
    { Sealed = this };

    private Assessment AsSealed(Assessment today) => today with
    {
        Indicators = today.Indicators.Select(AsSealed).ToList(),
        SealedScore = Seal.Spec.Score,
        SealedBand = Seal.Spec.Grade,
    };

    private IndicatorScore AsSealed(IndicatorScore line)
    {
        var deductions = (
            from stated in Seal.Spec.Deductions
            let term = line.Indicator.Deductions.FirstOrDefault(term => stated.Id.StartsWith(term.Id + ".", StringComparison.Ordinal))
            where term is not null
            select line.Deductions.FirstOrDefault(one => one.Id == stated.Id && one.Points == stated.Points) ??
                new Deduction(stated.Id, line.Indicator, term, stated.Points, stated.Points, AsStated, [], []) { Clauses = term.Clauses }).ToList();
        return line with { Deductions = deductions, Score = line.Indicator.Marks - deductions.Sum(one => one.Points), Undetermined = null };
    }

    private List<SettlementLine> LinesAsSealed(PeriodSettlement today) => Seal.Spec.Amounts
        .Select(stated => today.Lines.FirstOrDefault(line => line.Id == stated.Id && line.Amount == stated.Amount && line.Records.Count > 0) ?? new SettlementLine(stated.Id, AsStated, stated.Amount, []) { IsStated = true })
        .ToList();

    private static Text AsStated { get; } = new("以封存为准", "as sealed");
}
