using System.Globalization;
using OpsRegistry.Assessing.Shapes;
using OpsRegistry.Interpreting;
using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Assessing;

/// <summary>The Assess stage: a period's facts become points by the contract's own scorecard.</summary>
public static class Assessor
{
    /// <summary>Why nothing is known of a score while <see cref="ContractFolder.IsIncomplete"/>.</summary>
    public static Text Unread { get; } = new("评分所依据的文件无法读取", "a file that the score rests on could not be read");

    /// <summary>Assesses a period.</summary>
    public static Assessment Assess(Measurement measurement, AssessmentPeriod period)
    {
        var keys = new AffectedKeys(measurement.Folder.Interpretations);
        var indicators =
            from @group in measurement.Folder.Scorecard?.Groups ?? []
            from indicator in @group.Indicators
            select Score(measurement, period, @group, indicator, keys);
        return new(measurement, period, indicators.ToList());
    }

    private static IndicatorScore Score(Measurement measurement, AssessmentPeriod period, IndicatorGroup group, Indicator indicator, AffectedKeys keys)
    {
        var deductions = new List<Deduction>();
        Text? undetermined = measurement.Folder.IsIncomplete ? Unread : null;
        var left = indicator.Marks - indicator.Floor;
        foreach (var term in indicator.Deductions)
        {
            var interpretations = keys.Of(PartsOf(measurement, group, indicator, term));
            var number = 0;
            foreach (var draft in DraftsOf(new(measurement, period, indicator, term)))
            {
                if (draft.Undetermined)
                {
                    undetermined = draft.Reason;
                    continue;
                }

                var points = left is { } rest ? Math.Min(draft.Points, rest) : draft.Points;
                left -= points;
                number++;
                deductions.Add(new(
                    string.Create(CultureInfo.InvariantCulture, $"{term.Id}.{number}"), term, draft.Points, points, draft.Reason, draft.Records, interpretations)
                {
                    Targets = draft.Targets,
                    Clauses = term.Clauses.Count > 0 ? term.Clauses : indicator.Clauses,
                });
            }
        }

        var score = undetermined is null ? indicator.Marks - deductions.Sum(deduction => deduction.Points) : (decimal?)null;
        return new(group, indicator, score, deductions) { Undetermined = undetermined };
    }

    private static IEnumerable<Draft> DraftsOf(ShapeContext context) => context.Term.Shapes switch
    {
        [MissingOccurrences shape, ..] => MissingOccurrencesShape.Draft(shape, context),
        [MatchingRecords shape, ..] => MatchingRecordsShape.Draft(shape, context),
        [EveryNth shape, ..] => EveryNthShape.Draft(shape, context),
        [DaysLate shape, ..] => DaysLateShape.Draft(shape, context),
        [NoneInWiderPeriod shape, ..] => NoneInWiderPeriodShape.Draft(shape, context),
        [MeasuredBand shape, ..] => MeasuredBandShape.Draft(shape, context),
        [Judged shape, ..] => JudgedShape.Draft(shape, context),
        _ => [],
    };

    /// <summary>The parts of the governance files that a term rests on, as paths of ids.</summary>
    private static IEnumerable<string> PartsOf(Measurement measurement, IndicatorGroup group, Indicator indicator, DeductionTerms term)
    {
        yield return $"scorecard/groups/{group.Id}/indicators/{indicator.Id}/deductions/{term.Id}";
        yield return $"scorecard/groups/{group.Id}/indicators/{indicator.Id}/floor";
        foreach (var shape in term.Shapes)
        {
            var (obligation, targets, severity) = shape switch
            {
                MissingOccurrences missing => (missing.Obligation, [], false),
                NoneInWiderPeriod none => (none.Obligation, [], false),
                DaysLate late => (null, [late.Target], false),
                MeasuredBand band => (null, [band.Target], false),
                MatchingRecords matching => (null, TargetsIn(matching.Records), matching.PointsBy?.Field == MeasuredFields.Severity || matching.Records.Where.ContainsKey(MeasuredFields.Severity)),
                EveryNth every => (null, TargetsIn(every.Records), false),
                _ => ((string?)null, (IReadOnlyList<string>)[], false),
            };
            if (obligation is not null)
            {
                yield return $"obligations/items/{obligation}";
            }

            if (severity)
            {
                yield return "service-levels/severities";
            }

            foreach (var target in targets)
            {
                yield return $"service-levels/targets/{target}";
                if (measurement.Folder.ServiceLevels?.Targets.FirstOrDefault(item => item.Id == target)?.Window is { } window)
                {
                    yield return $"service-levels/windows/{window}";
                }
            }
        }
    }

    private static IReadOnlyList<string> TargetsIn(RecordMatch match) =>
        match.Where.TryGetValue(MeasuredFields.MissedTargets, out var targets) ? targets.Values : [];
}
