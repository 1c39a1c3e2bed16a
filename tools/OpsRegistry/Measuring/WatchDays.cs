using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Measuring;

/// <summary>A watch that the contract asks for against the duty rosters, by day.</summary>
/// <param name="Days">The days on which it is asked for, in order.</param>
internal sealed record WatchDays(WatchRequirement Watch, IReadOnlyList<WatchDay> Days)
{
    /// <summary>Days in a row of one occasion on which the watch was kept, or failed in one way.</summary>
    public IReadOnlyList<WatchStretch> Stretches => Days.Aggregate(new List<WatchStretch>(), (stretches, day) =>
    {
        if (stretches is [.., var last] && last.Days.End == day.Day && last.Occasion.IsNamed(day.Occasion.Zh) && last.State == day.State && last.Found == day.Found)
        {
            stretches[^1] = last with { Days = new(last.Days.Start, day.Day.PlusDays(1)) };
        }
        else
        {
            stretches.Add(new(day.Occasion, day.Order, new(day.Day, day.Day.PlusDays(1)), day.State, day.Found));
        }

        return stretches;
    });

    /// <summary>How many days the watch was kept on.</summary>
    public int Staffed => Days.Count(day => day.State == WatchState.Staffed);

    /// <summary>Every watch of a contract, in its order.</summary>
    /// <param name="calendar">Says which days are off; of a day that it does not cover nothing is said.</param>
    /// <param name="within">The days looked at.</param>
    public static IReadOnlyList<WatchDays> Count(ContractFolder folder, WorkCalendar calendar, DateSpan within)
    {
        var days = within.Intersect(new(folder.Terms.Term.Start, folder.Terms.Term.End));
        var shifts = folder.Of<DutyRoster>().SelectMany(roster => roster.Spec.Shifts).OrderBy(shift => shift.From.ToInstant()).ToList();
        var orders = folder.Of<SpecialPeriod>().OrderBy(order => order.Spec.From).ThenBy(order => order.Path, StringComparer.Ordinal).ToList();
        return folder.Terms.Watches.Select(watch => new WatchDays(watch, Enumerable.Range(0, days.Days)
            .Select(count => days.Start.PlusDays(count))
            .Select(day => OccasionOn(day, watch, calendar, orders) is { } occasion ? Judge(day, occasion, watch, shifts) : null)
            .OfType<WatchDay>()
            .ToList())).ToList();
    }

    /// <summary>Why a watch is asked for on a day; null where it is not.</summary>
    private static Occasion? OccasionOn(LocalDate day, WatchRequirement watch, WorkCalendar calendar, IReadOnlyList<Resource<SpecialPeriod>> orders)
    {
        if (watch.On.Contains(WatchOn.SpecialPeriods) && orders.Where(order => order.Spec.From <= day && day <= order.Spec.Through).Select(order => order.Untyped).FirstOrDefault() is { } order)
        {
            return new(((SpecialPeriod)order.Spec).Title, order);
        }

        return calendar.Find(day) is { } status && watch.On.FirstOrDefault(on => IsOn(on, status), WatchOn.SpecialPeriods) is var kind && kind != WatchOn.SpecialPeriods
            ? new(status.Name is { } name ? Text.Same(name) : kind.Title(), null)
            : null;
    }

    private static bool IsOn(WatchOn on, DayStatus status) => on switch
    {
        WatchOn.Holidays => status.Reason == DayReason.Holiday,
        WatchOn.StatutoryHolidays => status.Statutory,
        WatchOn.WorkingDays => status.IsWorking,
        WatchOn.EveryDay => true,
        WatchOn.SpecialPeriods => false,
    };

    private static WatchDay Judge(LocalDate day, Occasion occasion, WatchRequirement watch, IReadOnlyList<DutyShift> shifts)
    {
        var asked = HoursOn(day, watch);
        var touching = shifts.Where(shift => shift.From.ToInstant() < asked.End && asked.Start < shift.To.ToInstant() && !(watch.OnSite && shift.Remote)).ToList();
        var (planned, signed) = (FewestOf(touching, asked, watch, mustSign: false), FewestOf(touching, asked, watch, mustSign: true));
        var state = planned >= watch.Headcount
            ? watch.SignIn && signed < watch.Headcount ? WatchState.NotSignedIn : WatchState.Staffed
            : touching.Count > 0 ? WatchState.TooFew : WatchState.Unstaffed;
        return new(day, occasion.Title, occasion.Order, state, watch.SignIn ? signed : planned);
    }

    /// <summary>The hours asked for: the whole day where the watch names none; over midnight where they end before they begin.</summary>
    private static Interval HoursOn(LocalDate day, WatchRequirement watch)
    {
        var start = OpenHours.Parse($"{watch.From ?? "00:00"}-24:00")?.On(day).Start ?? BeijingTime.StartOf(day);
        var end = OpenHours.Parse($"00:00-{watch.To ?? "24:00"}")?.On(day).End ?? BeijingTime.EndOf(day);
        return new(start, end > start ? end : end + Duration.FromDays(1));
    }

    /// <summary>How many people were on duty at the least through the hours; where no hours are asked for, on the day.</summary>
    private static int FewestOf(IReadOnlyList<DutyShift> shifts, Interval asked, WatchRequirement watch, bool mustSign)
    {
        if (watch.From is null && watch.To is null)
        {
            return PeopleOf(shifts, mustSign);
        }

        var edges = shifts.SelectMany(shift => new[] { shift.From.ToInstant(), shift.To.ToInstant() }).Where(asked.Contains).Append(asked.Start).Distinct();
        return edges.Min(moment => PeopleOf(shifts.Where(shift => shift.From.ToInstant() <= moment && moment < shift.To.ToInstant()), mustSign));
    }

    private static int PeopleOf(IEnumerable<DutyShift> shifts, bool mustSign) => shifts
        .SelectMany(shift => shift.OnDuty)
        .Where(duty => !mustSign || duty.SignedInAt is not null)
        .Select(duty => duty.Person).Distinct(StringComparer.Ordinal).Count();

    private sealed record Occasion(Text Title, Resource? Order);
}

/// <summary>A day on which a watch is asked for.</summary>
/// <param name="Occasion">Why.</param>
/// <param name="Order">The order that asks for it; null for days of the calendar.</param>
/// <param name="Found">How many people there were at the least; only those who signed in where that is asked for.</param>
internal sealed record WatchDay(LocalDate Day, Text Occasion, Resource? Order, WatchState State, int Found);

/// <summary>Days in a row on which a watch fared alike.</summary>
internal sealed record WatchStretch(Text Occasion, Resource? Order, DateSpan Days, WatchState State, int Found);

/// <summary>How a watch fared on a day.</summary>
internal enum WatchState
{
    /// <summary>As many people as asked for, through all hours asked for.</summary>
    [Title("有人值守", "staffed")]
    Staffed,

    /// <summary>Enough people on the roster, and some did not sign in.</summary>
    [Title("未签到", "not signed in")]
    NotSignedIn,

    /// <summary>Somebody, and fewer than asked for or not through all hours.</summary>
    [Title("人数或时段不足", "short of people or hours")]
    TooFew,

    /// <summary>Nobody on any roster.</summary>
    [Title("无人值守", "nobody")]
    Unstaffed,
}
