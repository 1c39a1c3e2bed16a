using OpsRegistry.Sources.Cache;

namespace OpsRegistry.Time;

/// <summary>Which dates are worked. Immutable; knows where its knowledge ends and guesses nothing beyond.</summary>
internal sealed class WorkCalendar
{
    private readonly Dictionary<LocalDate, DayStatus> days;
    private readonly Lazy<CacheKey> identity;

    // Of each date from the first covered one, and one more: how many before it are covered, worked, and of a provisional calendar.
    private readonly Lazy<(int Covered, int Worked, int Provisional)[]> before;

    private WorkCalendar(Dictionary<LocalDate, DayStatus> days, IReadOnlyList<string> versions)
    {
        this.days = days;
        Versions = versions;
        identity = new(Identify);
        before = new(AddUp);
        CoveredFrom = days.Count == 0 ? null : days.Keys.Min();
        CoveredTo = days.Count == 0 ? null : days.Keys.Max();
    }

    /// <summary>A calendar that covers no date; enough for clocks that run every day.</summary>
    public static WorkCalendar None { get; } = new([], []);

    /// <summary>The first covered date; null when none is.</summary>
    public LocalDate? CoveredFrom { get; }

    /// <summary>The last covered date, included; null when none is.</summary>
    public LocalDate? CoveredTo { get; }

    /// <summary>The names of the layers in use, in the order in which they were laid.</summary>
    public IReadOnlyList<string> Versions { get; }

    /// <summary>
    /// The national calendar of several files. Where two speak for one date the later in the list replaces the earlier,
    /// but a provisional file never replaces a published one.
    /// </summary>
    /// <param name="acceptProvisional">Use provisional files too, and mark what they touch; otherwise they are left out.</param>
    public static WorkCalendar From(IEnumerable<CalendarLayer> layers, bool acceptProvisional = false)
    {
        var used = layers.Where(layer => acceptProvisional || !layer.Provisional).ToList();
        var known = new Dictionary<LocalDate, DayStatus>();
        foreach (var layer in used.OrderByDescending(layer => layer.Provisional))
        {
            var listed = ByDate(layer);
            for (var date = layer.CoveredFrom; date <= layer.CoveredTo; date = date.PlusDays(1))
            {
                known[date] = National(date, layer, listed.GetValueOrDefault(date));
            }
        }

        return new(known, used.ConvertAll(layer => layer.Name));
    }

    /// <summary>The same calendar under a purchaser's own closures and openings, which widen no coverage and edit no notice.</summary>
    /// <remarks>A closure on a day that is off anyway changes nothing: the notice stays the reason.</remarks>
    public WorkCalendar WithLocal(CalendarLayer local)
    {
        var changed = new Dictionary<LocalDate, DayStatus>(days);
        foreach (var day in ByDate(local).Values)
        {
            var isCovered = day.Date >= local.CoveredFrom && day.Date <= local.CoveredTo;
            if (isCovered && days.TryGetValue(day.Date, out var national) && national.IsWorking != (day.Kind == DayKind.Work))
            {
                changed[day.Date] = national with
                {
                    Reason = day.Kind == DayKind.Off ? DayReason.LocalClosure : DayReason.LocalOpening,
                    Name = day.Name,
                    Notice = local.Notice,
                    Provisional = national.Provisional || local.Provisional,
                };
            }
        }

        return new(changed, [.. Versions, local.Name]);
    }

    /// <summary>The same for calendars that say the same of every date.</summary>
    public CacheKey Identity => identity.Value;

    /// <summary>What is known of a date; null when it is not covered.</summary>
    public DayStatus? Find(LocalDate date) => days.GetValueOrDefault(date);

    /// <summary>How many dates of a span are worked; null where one of them is not covered.</summary>
    /// <param name="span">The dates, none or many: they are not looked at one by one.</param>
    public (int Worked, bool Provisional)? Tally(DateSpan span)
    {
        if (span.IsEmpty || CoveredFrom is not { } first || span.Start < first || span.End.PlusDays(-1) > CoveredTo)
        {
            return span.IsEmpty ? (0, false) : null;
        }

        var (from, to) = (before.Value[Period.DaysBetween(first, span.Start)], before.Value[Period.DaysBetween(first, span.End)]);
        return to.Covered - from.Covered < span.Days ? null : (to.Worked - from.Worked, to.Provisional > from.Provisional);
    }

    /// <summary>What is known of a date, and on whose word.</summary>
    public Parsed<DayStatus> Day(LocalDate date) =>
        Find(date) is { } status ? Parsed.Known(status, status.Provisional) : Parsed.Failed<DayStatus>(Missing(date));

    /// <summary>Whether a date is worked.</summary>
    public Parsed<bool> IsWorkingDay(LocalDate date) => Day(date).Select(status => status.IsWorking);

    /// <summary>The worked dates of a span, in order.</summary>
    public Parsed<IReadOnlyList<LocalDate>> WorkingDays(DateSpan span)
    {
        var worked = new List<LocalDate>();
        var provisional = false;
        for (var date = span.Start; date < span.End; date = date.PlusDays(1))
        {
            if (Find(date) is not { } status)
            {
                return Parsed.Failed<IReadOnlyList<LocalDate>>(Missing(date));
            }

            provisional |= status.Provisional;
            if (status.IsWorking)
            {
                worked.Add(date);
            }
        }

        return Parsed.Known<IReadOnlyList<LocalDate>>(worked, provisional);
    }

    private (int Covered, int Worked, int Provisional)[] AddUp()
    {
        var sums = new (int Covered, int Worked, int Provisional)[Period.DaysBetween(CoveredFrom!.Value, CoveredTo!.Value) + 2];
        for (var number = 1; number < sums.Length; number++)
        {
            var (covered, worked, provisional) = sums[number - 1];
            var status = Find(CoveredFrom!.Value.PlusDays(number - 1));
            sums[number] = (covered + (status is null ? 0 : 1), worked + (status is { IsWorking: true } ? 1 : 0), provisional + (status is { Provisional: true } ? 1 : 0));
        }

        return sums;
    }

    private CacheKey Identify()
    {
        using var digest = new KeyDigest();
        Versions.Aggregate(digest, (all, version) => all.Add(version)).Add("days");
        foreach (var status in days.Values.OrderBy(status => status.Date))
        {
            var flags = (status.Statutory ? 1 : 0) + (status.Provisional ? 2 : 0) + (status.IsLegalRestDay ? 4 : 0);
            digest.Add(string.Create(CultureInfo.InvariantCulture, $"{status.Date.Year}-{status.Date.DayOfYear} {(int)status.Reason} {flags}")).Add(status.Name ?? "").Add(status.Notice ?? "");
        }

        return digest.Finish();
    }

    /// <summary>The problem of needing a date that is not covered.</summary>
    internal ClockProblem Missing(LocalDate date) => new ClockProblem.NotCovered(date, CoveredFrom, CoveredTo);

    private static Dictionary<LocalDate, CalendarDay> ByDate(CalendarLayer layer)
    {
        var listed = new Dictionary<LocalDate, CalendarDay>();
        foreach (var day in layer.Days)
        {
            listed[day.Date] = day;
        }

        return listed;
    }

    private static DayStatus National(LocalDate date, CalendarLayer layer, CalendarDay? listed)
    {
        if (listed is null)
        {
            return DayStatus.ByWeekday(date) with { Provisional = layer.Provisional };
        }

        return new(date, listed.Kind == DayKind.Off ? DayReason.Holiday : DayReason.MakeUpDay)
        {
            Name = listed.Name,
            Notice = layer.Notice,
            Statutory = listed.Statutory,
            Provisional = layer.Provisional,
            IsLegalRestDay = listed.Kind == DayKind.Off,
        };
    }
}
