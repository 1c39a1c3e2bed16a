namespace OpsRegistry.Time;

/// <summary>Windows known by their usual names. The names are conventions; the hours stand here so that nobody guesses them.</summary>
internal static class StandardWindows
{
    /// <summary>Every moment.</summary>
    public static ServiceWindow Always { get; } = Standard("7x24", WindowDays.EveryDay, "00:00-24:00");

    /// <summary>
    /// In the order in which help prints them. 5x9 is printed in contracts 000 and 002 as 08:30–17:30; the sources print
    /// no hours for the other names, so a contract should write its own.
    /// </summary>
    public static IReadOnlyList<ServiceWindow> All { get; } =
    [
        Always,
        Standard("7x12", WindowDays.EveryDay, "08:00-20:00"),
        Standard("7x8", WindowDays.EveryDay, "09:00-17:00"),
        Standard("5x9", WindowDays.WorkingDays, "08:30-17:30"),
        Standard("5x8", WindowDays.WorkingDays, "09:00-17:00"),
    ];

    /// <summary>
    /// A window by its name, or by its own days and hours: <c>workingDays@08:30-12:00,13:30-18:00</c>, <c>everyDay@…</c>,
    /// <c>mondayToFriday@…</c>. Null when the text is neither.
    /// </summary>
    public static ServiceWindow? Parse(string text)
    {
        if (All.FirstOrDefault(window => window.Id == text) is { } standard)
        {
            return standard;
        }

        var parts = text.Split('@');
        WindowDays? days = parts[0] switch
        {
            "workingDays" => WindowDays.WorkingDays,
            "everyDay" => WindowDays.EveryDay,
            "mondayToFriday" => WindowDays.MondayToFriday,
            _ => null,
        };
        if (parts.Length != 2 || days is null)
        {
            return null;
        }

        var hours = new List<OpenHours>();
        foreach (var segment in parts[1].Split(','))
        {
            if (OpenHours.Parse(segment) is not { } open)
            {
                return null;
            }

            hours.Add(open);
        }

        return ServiceWindow.Create(text, days.Value, hours);
    }

    private static ServiceWindow Standard(string id, WindowDays days, string hours) =>
        ServiceWindow.Create(id, days, [OpenHours.Parse(hours)!.Value])!;
}
