namespace OpsRegistry.Time;

/// <summary>One listed date of a calendar file.</summary>
/// <param name="Kind">Off or worked.</param>
/// <param name="Name">The holiday it belongs to, e.g. 国庆节.</param>
/// <param name="Statutory">The day is a statutory holiday itself, not a day moved or a weekend.</param>
internal sealed record CalendarDay(LocalDate Date, DayKind Kind, string Name, bool Statutory = false);

/// <summary>What a listed date is; both override the weekday.</summary>
internal enum DayKind
{
    /// <summary>Not worked.</summary>
    Off,

    /// <summary>Worked in exchange for a day off (调休上班).</summary>
    Work,
}

/// <summary>What one calendar file says, as plain data.</summary>
/// <param name="Name">The file's name, printed as the calendar's version.</param>
/// <param name="Notice">The number of the notice that sets the days; null when there is none.</param>
/// <param name="CoveredFrom">The first date the file speaks for.</param>
/// <param name="CoveredTo">The last date the file speaks for, included.</param>
/// <param name="Days">The dates that differ from their weekday; of two entries for one date the later counts.</param>
/// <param name="Provisional">The notice is not published: every figure that uses the file is marked.</param>
internal sealed record CalendarLayer(
    string Name,
    string? Notice,
    LocalDate CoveredFrom,
    LocalDate CoveredTo,
    IEnumerable<CalendarDay> Days,
    bool Provisional = false);
