using NodaTime;

namespace OpsRegistry.Model;

/// <summary>Settings of the registry as a whole.</summary>
public sealed record RegistrySettings : Spec
{
    /// <summary>What the registry calls itself.</summary>
    public required Text Title { get; init; }

    /// <summary>The language of human output where none is asked for.</summary>
    public required Language Language { get; init; }

    /// <summary>
    /// Records are complete up to the end of this day. Figures are computed as of it where no <c>--as-of</c> is given,
    /// so that the same files give the same bytes on any day.
    /// </summary>
    public required LocalDate RecordsUntil { get; init; }

    /// <summary>What <see cref="FiledWithinDays"/> is where nothing is said.</summary>
    public const int DaysToFile = 15;

    /// <summary>Calendar days after an event within which its record is expected, counted to the day of the merge; a contract may say otherwise.</summary>
    public int FiledWithinDays { get; init; } = DaysToFile;
}
