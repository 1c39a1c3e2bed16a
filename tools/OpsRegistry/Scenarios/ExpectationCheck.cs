using OpsRegistry.Assessing;
using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;

namespace OpsRegistry.Scenarios;

/// <summary>Holds what a case expects against what was computed of it.</summary>
internal static class ExpectationCheck
{
    /// <summary>The words by which a case calls a total that is not known.</summary>
    public const string Score = "score", Yuan = "yuan";

    private const string Undetermined = "undetermined", Nothing = "—";

    /// <summary>Every difference, in the order of the case's keys.</summary>
    /// <param name="names">What the case calls its records, and the names of their files: others are supposed, and their limits are not looked at.</param>
    public static IEnumerable<Difference> Differences(ScenarioCase given, PeriodResult result, IReadOnlyDictionary<string, string> names)
    {
        var (expect, assessment) = (given.Expect, result.Assessment);
        return Number(expect.Score, result.Assessment.Total, expect.PlaceOf(nameof(expect.Score)), new("总分", "score"))
            .Concat(Word(expect.Band, assessment.Band?.Id, expect.PlaceOf(nameof(expect.Band)), new("档次", "band")))
            .Concat(Indicators(expect, assessment))
            .Concat(Listed(expect, nameof(expect.Deductions), expect.Deductions, new("扣分", "deduction"), assessment.Deductions.GroupBy(one => one.Term.Id).Select(group => (group.Key, (decimal?)group.Sum(one => one.PointsBeforeFloor)))))
            .Concat(Outcomes(expect, result, names))
            .Concat(Listed(expect, nameof(expect.Lines), expect.Lines, new("扣款", "line of money"), result.Settlement.Lines.GroupBy(line => line.Term).Select(group => (group.Key, group.Any(line => line.Amount is null) ? null : (decimal?)group.Sum(line => line.Amount)))))
            .Concat(Number(expect.Yuan, result.Settlement.Total, expect.PlaceOf(nameof(expect.Yuan)), new("扣款合计", "yuan")))
            .Concat(Word(expect.Vetoed, assessment.Veto?.Id, expect.PlaceOf(nameof(expect.Vetoed)), new("一票否决", "veto")))
            .Concat(Unknown(expect, result))
            .Concat(Open(expect, result, names));
    }

    private static IEnumerable<Difference> Number(decimal? expected, decimal? computed, Place place, Text what) =>
        expected is { } wanted && wanted != computed ? [new(place, what, Points.Plain(wanted), Shown(computed))] : [];

    private static IEnumerable<Difference> Word(string? expected, string? computed, Place place, Text what) =>
        expected is not null && expected != computed ? [new(place, what, expected, computed ?? Nothing)] : [];

    private static IEnumerable<Difference> Indicators(Expectation expect, Assessment assessment) =>
        from pair in expect.Points
        let line = assessment.Indicators.FirstOrDefault(line => line.Indicator.Id == pair.Key)
        where line?.Score != pair.Value
        select new Difference(PlaceIn(expect, nameof(expect.Points), pair.Key), new($"{pair.Key} 得分", $"score of {pair.Key}"), Points.Plain(pair.Value), Shown(line?.Score));

    /// <summary>A list that is complete: what it does not name takes nothing.</summary>
    private static IEnumerable<Difference> Listed(Expectation expect, string property, IReadOnlyDictionary<string, decimal> expected, Text what, IEnumerable<(string Id, decimal? Taken)> computed)
    {
        if (expect.Node[Bound.KeyOf(property)] is null)
        {
            return [];
        }

        var taken = computed.Where(one => one.Taken != 0m).ToDictionary(one => one.Id, one => one.Taken, StringComparer.Ordinal);
        return
            from id in expected.Keys.Union(taken.Keys)
            let wanted = expected.GetValueOrDefault(id)
            let found = taken.TryGetValue(id, out var amount) ? amount : 0m
            where wanted != found
            select new Difference(PlaceIn(expect, property, id), new($"{what.Zh} {id}", $"{what.En} {id}"), Points.Plain(wanted), Shown(found));
    }

    private static IEnumerable<Difference> Outcomes(Expectation expect, PeriodResult result, IReadOnlyDictionary<string, string> names)
    {
        foreach (var (key, expected) in expect.Outcomes)
        {
            var results = ResultsOf(key, result, names).ToList();
            var computed = results.Count == 0 ? Nothing : string.Join(' ', results.Select(one => YamlWord.Write(one.State)).Distinct(StringComparer.Ordinal));
            if (computed != YamlWord.Write(expected))
            {
                yield return new(PlaceIn(expect, nameof(expect.Outcomes), key), new($"时限 {key}", $"limit {key}"), YamlWord.Write(expected), computed);
            }
        }
    }

    /// <summary>The outcomes that a key means: a target's on every record of the case, or on the one that it names.</summary>
    public static IEnumerable<TargetResult> ResultsOf(string key, PeriodResult result, IReadOnlyDictionary<string, string> names)
    {
        var (record, target) = key.Split('/') is [var name, var id] ? (name, id) : (null, key);
        return result.Assessment.Measurement.Targets.Where(one => one.Target.Id == target && (record is null ? names.Values.Contains(one.Resource.Name, StringComparer.Ordinal) : one.Resource.Name == names.GetValueOrDefault(record)));
    }

    private static IEnumerable<Difference> Unknown(Expectation expect, PeriodResult result) =>
        from index in Enumerable.Range(0, expect.Undetermined.Count)
        let id = expect.Undetermined[index]
        let known = id switch
        {
            Score => result.Assessment.Total,
            Yuan => result.Settlement.Total,
            _ => result.Assessment.Indicators.FirstOrDefault(line => line.Indicator.Id == id)?.Score,
        }
        where known is not null
        select new Difference(expect.PlaceOf(nameof(expect.Undetermined), index), Text.Same(id), Undetermined, Shown(known));

    private static IEnumerable<Difference> Open(Expectation expect, PeriodResult result, IReadOnlyDictionary<string, string> names)
    {
        if (expect.Node[Bound.KeyOf(nameof(expect.Open))] is null)
        {
            return [];
        }

        var expected = expect.Open.Order(StringComparer.Ordinal).ToList();
        var computed = result.OpenPoints.Where(IsQuestion).Select(point => names.FirstOrDefault(name => name.Value == point.Subject.Name).Key ?? point.Subject.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return expected.SequenceEqual(computed, StringComparer.Ordinal) ? [] : [new(expect.PlaceOf(nameof(expect.Open)), new("待决事项", "open questions"), Joined(expected), Joined(computed))];
    }

    /// <summary>True for what people decide; what time alone decides is none.</summary>
    private static bool IsQuestion(OpenPoint point) => point.Kind switch
    {
        OpenPointKind.Dispute or OpenPointKind.ReadingUndecided or OpenPointKind.DeterminationWanted or OpenPointKind.JudgementWanted => true,
        OpenPointKind.LimitPending or OpenPointKind.ReportAwaited or OpenPointKind.EvaluationDays => false,
    };

    private static Place PlaceIn(Expectation expect, string property, string key) =>
        (expect.Node[Bound.KeyOf(property)] as MappingNode)?.Entries.Where(entry => entry.Key == key).Select(entry => (Place?)entry.KeyPlace).FirstOrDefault() ?? expect.PlaceOf(property);

    private static string Joined(IReadOnlyList<string> words) => words.Count == 0 ? Nothing : string.Join(", ", words);

    private static string Shown(decimal? number) => number is { } known ? Points.Plain(known) : Undetermined;
}
