using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using OpsRegistry.Time;
using Interval = NodaTime.Interval;

namespace OpsRegistry.Tests.Time;

/// <summary>
/// An arbitrary window, calendar and pair of times, as plain minutes counted from <see cref="Origin"/>, so that
/// <see cref="Oracle"/> can count without any of the code under test.
/// </summary>
/// <param name="Works">Which of the covered days are worked.</param>
/// <param name="Kind">The days of the window.</param>
/// <param name="Hours">The window's hours in minutes of the day, in order, apart.</param>
/// <param name="Start">Minute of the start.</param>
/// <param name="Gap">Minutes from the start to the end.</param>
/// <param name="Further">Minutes from the end to a later one.</param>
/// <param name="Pauses">Paused minutes, from and to.</param>
internal sealed record Situation(
    bool[] Works, WindowDays Kind, (int From, int To)[] Hours, int Start, int Gap, int Further, (int From, int To)[] Pauses)
{
    private const int Day = 1440;

    private static Config Repeatable => Campaign.Properties("windows, calendars and times, counted minute by minute", 150, 20251203);

    /// <summary>A Monday; the calendar covers as many days from here as there are in <see cref="Works"/>.</summary>
    public static LocalDate Origin { get; } = new(2026, 3, 2);

    public int End => Start + Gap;

    public int Later => End + Further;

    public ServiceWindow Window => ServiceWindow.Create("arbitrary", Kind, Hours.Select(hours => new OpenHours(Moment(hours.From), Moment(hours.To))))!;

    public WorkCalendar Calendar => WorkCalendar.From(
        [new("arbitrary", "notice", Origin, Origin.PlusDays(Works.Length - 1), Works.Select((works, day) => new CalendarDay(Origin.PlusDays(day), works ? DayKind.Work : DayKind.Off, "day")))]);

    public IntervalSet PauseSet => IntervalSet.Union(Pauses.Select(pause => new Interval(At(pause.From), At(pause.To))));

    public static Instant At(int minute) => Instant.FromUtc(2026, 3, 1, 16, 0).Plus(Duration.FromMinutes(minute));

    public static int Minute(Instant instant) => checked((int)(instant - At(0)).TotalMinutes);

    public static void Always(Action<Situation> holds) => Prop.ForAll(Arbitrary.ToArbitrary(), holds).Check(Repeatable);

    public override string ToString() =>
        $"{Kind} [{string.Join(' ', Hours)}] days {string.Concat(Works.Select(works => works ? 'W' : '-'))} "
        + $"start {Start} end {End} later {Later} pauses [{string.Join(' ', Pauses)}]";

    private static LocalTime Moment(int minute) => LocalTime.FromMinutesSinceMidnight(minute % Day);

    private static Gen<(int From, int To)[]> Segments =>
        from count in Gen.Choose(1, 3)
        from cuts in Gen.Shuffle(Enumerable.Range(0, 97))
        let ends = cuts.Take(2 * count).Order().Select(quarter => quarter * 15).ToArray()
        select Enumerable.Range(0, count).Select(index => (ends[2 * index], ends[(2 * index) + 1])).ToArray();

    private static Gen<int> Edge(int days) =>
        from day in Gen.Choose(0, days)
        from minute in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, Day - 1), Gen.Choose(0, 95).Select(quarter => quarter * 15))
        select (day * Day) + minute;

    private static Gen<(int From, int To)[]> PauseList =>
        from count in Gen.Choose(0, 3)
        from ends in Gen.ArrayOf(Gen.Zip(Edge(25), Edge(6)), count)
        select ends.Select(pair => (pair.Item1, pair.Item1 + pair.Item2)).ToArray();

    private static Gen<Situation> Arbitrary =>
        from works in Gen.ArrayOf(Gen.Elements(true, true, false), 40)
        from kind in Gen.Elements(WindowDays.WorkingDays, WindowDays.WorkingDays, WindowDays.EveryDay, WindowDays.MondayToFriday)
        from hours in Gen.Frequency((6, Segments), (1, Gen.Constant(new[] { (0, Day) })))
        from start in Edge(12)
        from gap in Edge(12)
        from further in Edge(8)
        from pauses in PauseList
        select new Situation(works, kind, hours, start, gap, further, pauses);
}
