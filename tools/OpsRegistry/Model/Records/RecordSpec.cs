using NodaTime;
using OpsRegistry.Time;

namespace OpsRegistry.Model;

/// <summary>Something that happened.</summary>
public abstract record RecordSpec : Spec, IProven
{
    /// <summary>The services it belongs to, in contracts that bundle many; one round of inspection may cover several.</summary>
    [Protected]
    public IReadOnlyList<Located<string>> Services { get; init; } = [];

    /// <summary>The day it happened or began (Beijing time): decides its folder and its assessment period.</summary>
    public abstract LocalDate OccurredOn { get; }

    /// <summary>The day it was over; the same day for things without duration.</summary>
    public virtual LocalDate EndedOn => OccurredOn;

    /// <summary>The people it names.</summary>
    public virtual IEnumerable<Located<string>> People => [];

    /// <summary>The Beijing day of a time, whatever offset it was written in.</summary>
    protected static LocalDate DayOf(OffsetDateTime time) => BeijingTime.DateOf(time.ToInstant());

    /// <summary>Files that prove it.</summary>
    [Protected(Grows = true)]
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];
}

/// <summary>What files prove.</summary>
public interface IProven
{
    /// <summary>Files that prove it.</summary>
    IReadOnlyList<Evidence> Evidence { get; }
}

/// <summary>A file that proves something, named by its content.</summary>
public sealed record Evidence : Bound
{
    /// <summary>What the file is to the record: <c>report</c>, <c>attendanceSheet</c>, <c>photo</c> ….</summary>
    public required string Role { get; init; }

    /// <summary>Path below the contract's <c>evidence/</c>.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the file's bytes, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }
}

/// <summary>A half-open stretch of time.</summary>
public sealed record TimeSpanRecord : Bound
{
    /// <summary>Start, included.</summary>
    public required OffsetDateTime From { get; init; }

    /// <summary>End, not included; absent while it lasts.</summary>
    public OffsetDateTime? To { get; init; }
}
