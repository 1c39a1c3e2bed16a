using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using OpsRegistry.Assessing;

namespace OpsRegistry.Tests.Scoring;

/// <summary>An arbitrary first half-year of the golden contract: two assessment periods with faults, reports, inspections and calls.</summary>
/// <param name="Faults">The faults.</param>
/// <param name="Inspected">Days of the half-year with an inspection.</param>
/// <param name="Unreachable">Days on which nobody could be reached.</param>
internal sealed record HalfYear(Fault[] Faults, int[] Inspected, int[] Unreachable)
{
    private static readonly RecordText Text = new("harbour-2026", "harbour-op-01", "scheduling");

    private static Config Repeatable => Campaign.Properties("half-years of records, scored", 40, 20260101);

    /// <summary>A fault to add.</summary>
    public Fault Added { get; init; } = new(0, 0, 1, 1, true, true, null, 0, 0);

    /// <summary>Shuffles what has no order.</summary>
    public int Seed { get; init; }

    public static LocalDate Day(int day) => new LocalDate(2026, 1, 1).PlusDays(day);

    public static void Always(Action<HalfYear> holds) => Prop.ForAll(Arbitrary.ToArbitrary(), holds).Check(Repeatable);

    /// <summary>Both periods' assessments.</summary>
    public IReadOnlyList<Assessment> Assessments() => Assess(Files());

    public static IReadOnlyList<Assessment> Assess(IEnumerable<KeyValuePair<string, string>> files)
    {
        var measurement = Quarter.Harbour.Measure(files, new LocalDate(2026, 7, 31));
        return [Quarter.Assess(measurement, "P1"), Quarter.Assess(measurement, "P2")];
    }

    /// <summary>The record files; a seed other than zero gives the numbers in another order.</summary>
    public IEnumerable<KeyValuePair<string, string>> Files(int seed = 0)
    {
        var random = new Random(seed);
        int[] Numbers(int count) => seed == 0 ? Enumerable.Range(1, count).ToArray() : Enumerable.Range(1, count).OrderBy(_ => random.Next()).ToArray();
        foreach (var (fault, number) in Faults.Zip(Numbers(Faults.Length)))
        {
            var name = $"incident-2026-{number:0000}";
            var reported = Day(fault.Day).AtMidnight().PlusMinutes(fault.Minute);
            yield return Text.File(Text.Fault(reported, fault.Response, fault.Serious, fault.Attributable, fault.Spans), name);
            if (fault.ReportedAfter is { } days)
            {
                yield return Text.File(Text.AnalysisReport(name, reported.PlusMinutes(fault.Length).Date.PlusDays(days + 1)), $"fault-report-2026-{number:0000}");
            }
        }

        foreach (var (day, number) in Inspected.Zip(Numbers(Inspected.Length)))
        {
            yield return Text.File(Text.Inspection(Day(day)), $"inspection-2026-{number:0000}");
        }

        foreach (var (day, number) in Unreachable.Zip(Numbers(Unreachable.Length)))
        {
            yield return Text.File(Text.Unreachable(Day(day)), $"attendance-2026-{number:0000}");
        }
    }

    private static Gen<Fault> AnyFault =>
        from day in Gen.Choose(0, 180)
        from minute in Gen.Choose(0, 1439)
        from length in Gen.OneOf(Gen.Choose(1, 300), Gen.Elements(119, 120, 121))
        from response in Gen.OneOf(Gen.Choose(0, 300), Gen.Elements(30, 31, 120, 121))
        from serious in Gen.Elements(true, false)
        from attributable in Gen.Elements(true, false)
        from reported in Gen.Frequency((4, Gen.Choose(0, 12).Select(days => (int?)days)), (1, Gen.Constant((int?)null)))
        from cut in Gen.Choose(0, length)
        from overlap in Gen.Choose(0, length - cut)
        select new Fault(day, minute, length, response, serious, attributable, reported, cut, overlap);

    private static Gen<T[]> UpTo<T>(int most, Gen<T> one) =>
        from count in Gen.Choose(0, most)
        from items in one.ArrayOf(count)
        select items;

    private static Gen<HalfYear> Arbitrary =>
        from faults in UpTo(6, AnyFault)
        from inspected in UpTo(8, Gen.Choose(0, 180))
        from unreachable in UpTo(9, Gen.Choose(0, 180))
        from added in AnyFault
        from seed in Gen.Choose(1, int.MaxValue)
        select new HalfYear(faults, inspected, unreachable) { Added = added with { Attributable = true }, Seed = seed };
}

/// <summary>A fault in minutes.</summary>
/// <param name="Day">Day of the half-year.</param>
/// <param name="Minute">Minute of the day when it was reported and the interruption began.</param>
/// <param name="Length">Minutes of interruption.</param>
/// <param name="Response">Minutes to the response.</param>
/// <param name="Serious">Serious impact.</param>
/// <param name="Attributable">Caused by the provider.</param>
/// <param name="ReportedAfter">Days from the day after restoration to the analysis report; null for none.</param>
/// <param name="Cut">Where the interruption can be split.</param>
/// <param name="Overlap">How far the two parts reach into each other.</param>
internal sealed record Fault(int Day, int Minute, int Length, int Response, bool Serious, bool Attributable, int? ReportedAfter, int Cut, int Overlap)
{
    /// <summary>True to write the interruption as two that touch or overlap.</summary>
    public bool Split { get; init; }

    public (int From, int To)[] Spans => Split && Cut > 0 && Cut < Length ? [(0, Cut + Overlap), (Cut, Length)] : [(0, Length)];
}
