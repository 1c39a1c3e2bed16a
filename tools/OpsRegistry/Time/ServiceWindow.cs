namespace OpsRegistry.Time;

/// <summary>The days on which a service window opens.</summary>
internal enum WindowDays
{
    /// <summary>Working days of the calendar: make-up Saturdays open it, holidays close it.</summary>
    [Title("工作日", "working days")]
    WorkingDays,

    /// <summary>Every day of the year; needs no calendar.</summary>
    [Title("每天", "every day")]
    EveryDay,

    /// <summary>Monday to Friday to the letter, holidays included; needs no calendar.</summary>
    [Title("周一至周五", "Monday to Friday")]
    MondayToFriday,
}

/// <summary>When a service is attended. Made by <see cref="Create"/> or found by <see cref="StandardWindows"/>, so it always has open hours.</summary>
internal sealed record ServiceWindow
{
    private ServiceWindow(string id, WindowDays days, IReadOnlyList<OpenHours> hours)
    {
        Id = id;
        Days = days;
        Hours = hours;
        HoursPerDay = hours.Aggregate(Duration.Zero, (sum, segment) => sum + segment.Length);
    }

    /// <summary>The name it is printed under, e.g. <c>5x9</c>.</summary>
    public string Id { get; }

    /// <summary>The days on which it opens.</summary>
    public WindowDays Days { get; }

    /// <summary>Its hours on each such day: in order, apart from each other, at least one.</summary>
    public IReadOnlyList<OpenHours> Hours { get; }

    /// <summary>Open time of one open day.</summary>
    public Duration HoursPerDay { get; }

    /// <summary>Open at every moment: the wall clock.</summary>
    public bool IsContinuous => Days == WindowDays.EveryDay && HoursPerDay == Duration.FromDays(1);

    /// <summary>
    /// A window, or null when the hours are none, do not end after they start, or overlap. Hours that touch are joined;
    /// a night is written as two segments (22:00-24:00 and 00:00-06:00).
    /// </summary>
    public static ServiceWindow? Create(string id, WindowDays days, IEnumerable<OpenHours> hours)
    {
        var joined = new List<OpenHours>();
        foreach (var segment in hours.OrderBy(segment => segment.From))
        {
            if (segment.Length <= Duration.Zero)
            {
                return null;
            }

            var before = joined.Count == 0 ? 0 : joined[^1].NanosecondOfEnd;
            if (segment.From.NanosecondOfDay < before)
            {
                return null;
            }

            if (joined.Count > 0 && segment.From.NanosecondOfDay == before)
            {
                joined[^1] = new(joined[^1].From, segment.To);
            }
            else
            {
                joined.Add(segment);
            }
        }

        return joined.Count == 0 ? null : new(id, days, joined);
    }

    /// <summary>
    /// Whether the window is open at an instant: how a contract that fixes the class at report time picks the target.
    /// Asks the calendar only within the hours of a day.
    /// </summary>
    public Parsed<bool> IsOpen(Instant instant, WorkCalendar calendar) =>
        Intervals(instant, instant.PlusNanoseconds(1), calendar).Select(open => !open.IsEmpty);

    /// <summary>The open time between two instants, <paramref name="to"/> not included.</summary>
    public Parsed<IntervalSet> Intervals(Instant from, Instant to, WorkCalendar calendar)
    {
        var open = new List<Interval>();
        var provisional = false;
        foreach (var (day, problem) in WindowWalk.Days(this, from, to, calendar))
        {
            if (problem is not null)
            {
                return Parsed.Failed<IntervalSet>(problem);
            }

            provisional |= day.Provisional;
            open.AddRange(day.Open);
        }

        return Parsed.Known(IntervalSet.Union(open), provisional);
    }

    /// <summary>The window in words, e.g. 工作日 08:30-17:30.</summary>
    public Text Describe()
    {
        var hours = string.Join(", ", Hours);
        var days = Days.Title();
        return new($"{days.Zh} {hours}", $"{days.En} {hours}");
    }

    public bool Equals(ServiceWindow? other) =>
        other is not null && Id == other.Id && Days == other.Days && Hours.SequenceEqual(other.Hours);

    public override int GetHashCode() => HashCode.Combine(Id, Days, HoursPerDay);
}
