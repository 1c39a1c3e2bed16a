using OpsRegistry.Assessing.Shapes;
using OpsRegistry.Interpreting;
using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Assessing;

/// <summary>The Assess stage: a period's facts become points by the contract's own scorecard.</summary>
internal static class Assessor
{
    /// <summary>Assesses a period.</summary>
    /// <param name="upheld">Which open disputes count as upheld.</param>
    /// <param name="closed">When earlier periods were closed, by id: what they left open may count in this one.</param>
    /// <param name="before">The period as it was assessed, with the same closings and disputes, under other terms: lines that rest on nothing that came out otherwise are taken from there.</param>
    public static Assessment Assess(Measurement measurement, AssessmentPeriod period, IReadOnlyDictionary<string, Instant>? closed = null, Upheld upheld = default, Assessment? before = null)
    {
        var book = PeriodBook.Of(measurement, period, closed, before?.Book);
        var known = before is null ? null : new AssessedBefore(before, measurement, book);
        var keys = AffectedKeys.Of(measurement.Folder.Interpretations);
        var disputes = before?.Disputes ?? DisputeState.Of(measurement.Folder)
            .Where(dispute => dispute.Dispute.Spec.Period == period.Id && !(dispute is { IsOpen: true, Dispute.Spec.Determination: not null } && upheld.Counts(dispute.Dispute.Name))) // then the claim is measured
            .ToList();
        var indicators =
            from @group in measurement.Folder.Scorecard?.Groups ?? []
            from indicator in @group.Indicators
            select known?.Find(@group, indicator) ?? Score(new(measurement, period, @group, indicator, keys, book), disputes, upheld);
        return new(measurement, period, new LaterList<IndicatorScore>(indicators.ToList)) { Disputes = disputes, Book = book };
    }

    private static IndicatorScore Score(Line line, IReadOnlyList<DisputeState> disputes, Upheld upheld)
    {
        var indicator = line.Indicator;
        var deductions = new List<Deduction>();
        var awaited = new List<Awaited>();
        var left = indicator.Marks - indicator.Floor;
        foreach (var term in indicator.Deductions)
        {
            IReadOnlyList<string>? interpretations = null; // most terms take nothing
            var number = 0;
            var shape = term.Shape is { } given ? Shape.Of(given) : null;
            var result = shape?.Assess(new(line.Measurement, line.Period, indicator, term, line.Book)) ?? ShapeResult.Nothing;
            if (result.Undetermined is { } reason)
            {
                awaited.Add(new(term, reason, shape?.Range));
            }

            foreach (var draft in result.Drafts)
            {
                number++;
                interpretations ??= line.Keys.Of(term, line.Measurement.Folder.ServiceLevels, () => PartsOf(line.Measurement, line.Group, indicator, term));
                var deduction = Undisputed(term, number, Determined(draft, line.Measurement), interpretations, indicator).With(disputes, upheld);
                var points = left is { } rest ? Math.Min(deduction.PointsBeforeFloor, rest) : deduction.PointsBeforeFloor;
                left -= points;
                deductions.Add(points == deduction.Points ? deduction : deduction with { Points = points });
            }
        }

        UndeterminedReason? undetermined = awaited.Count > 0 ? awaited[^1].Reason : line.Measurement.Folder.IsIncomplete ? UndeterminedReason.FileUnread : null;
        var score = undetermined is null ? indicator.Marks - deductions.Sum(deduction => deduction.Points) : (decimal?)null;
        return new(line.Group, indicator, score, deductions) { Undetermined = undetermined, Awaited = awaited };
    }

    /// <summary>With a word on what of its records was determined otherwise than claimed.</summary>
    private static TakenPoints Determined(TakenPoints draft, Measurement measurement) => measurement.Determined.Count == 0 ? draft : draft with
    {
        Reason = draft.Reason.And(DeterminedWords.Of(draft.Records.Select(record => measurement.Determined.GetValueOrDefault(record.Path)).OfType<Resource>())),
    };

    private static Deduction Undisputed(DeductionTerms term, int number, TakenPoints draft, IReadOnlyList<string> interpretations, Indicator indicator) => new(
        $"{term.Id}.{number.ToString(CultureInfo.InvariantCulture)}", indicator, term, draft.Points, draft.Points, Carried(draft), draft.Records, interpretations)
    {
        CarriedFrom = draft.CarriedFrom,
        Occurrences = draft.Occurrences,
        Targets = draft.Targets,
        Matched = draft.Matched,
        Clauses = term.Clauses.Count > 0 ? term.Clauses : indicator.Clauses,
    };

    private static LaterText Carried(TakenPoints draft) =>
        draft.CarriedFrom is { } period ? draft.Reason.And(new($"〔结转自 {period}〕", $" [carried from {period}]")) : draft.Reason;

    /// <summary>The parts of the governance files that a term rests on, as paths of ids.</summary>
    private static IEnumerable<string> PartsOf(Measurement measurement, IndicatorGroup group, Indicator indicator, DeductionTerms term) =>
    [
        $"scorecard/groups/{group.Id}/indicators/{indicator.Id}/deductions/{term.Id}",
        $"scorecard/groups/{group.Id}/indicators/{indicator.Id}/floor",
        .. term.Shapes.SelectMany(shape => Shape.Of(shape).RestsOn.Parts(measurement.Folder.ServiceLevels)),
    ];

    /// <summary>A line of the form and what it is assessed from.</summary>
    private sealed record Line(Measurement Measurement, AssessmentPeriod Period, IndicatorGroup Group, Indicator Indicator, AffectedKeys Keys, PeriodBook Book);
}
