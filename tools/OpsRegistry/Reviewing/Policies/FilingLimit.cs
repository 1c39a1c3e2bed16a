using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Reviewing.Policies;

/// <summary>How long after an event its record may come, counted to the day of the merge.</summary>
internal static class FilingLimit
{
    /// <summary>The calendar days that a contract allows: its own, or those of the registry's settings.</summary>
    public static int DaysOf(RegistryChange change, string? contract) =>
        change.Before.Registry.ContractNamed(contract)?.Terms.FiledWithinDays ?? change.Before.Registry.Settings?.FiledWithinDays ?? RegistrySettings.DaysToFile;

    /// <summary>The day of the merge in Beijing.</summary>
    public static LocalDate MergedOn(RegistryChange change) => BeijingTime.DateOf(change.MergedAt);

    /// <summary>Days from an event to the merge; negative while the event is still to come.</summary>
    public static int DaysLaterThan(RegistryChange change, LocalDate day) => Period.DaysBetween(day, MergedOn(change));
}
