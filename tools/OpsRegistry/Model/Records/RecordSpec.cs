using OpsRegistry.Time;

namespace OpsRegistry.Model;

/// <summary>Something that happened.</summary>
internal abstract record RecordSpec : Spec, IProven
{
    /// <summary>The services it belongs to, in contracts that bundle many; one round of inspection may cover several.</summary>
    public IReadOnlyList<Located<string>> Services { get; init; } = [];

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>The day it happened or began (Beijing time): decides its folder and its assessment period.</summary>
    public abstract LocalDate OccurredOn { get; }

    public sealed override LocalDate? KnownOn => OccurredOn;

    /// <summary>The day it began, where that can be before the day it is filed under; else the same day.</summary>
    public virtual LocalDate BeganOn => OccurredOn;

    /// <summary>The day it was over; the same day for things without duration.</summary>
    public virtual LocalDate EndedOn => OccurredOn;

    /// <summary>The people whose work it tells of: each must hold a post on the day.</summary>
    public virtual IEnumerable<Located<string>> People => [];

    internal override IEnumerable<Reference> References => Services.Select(service => new Reference("Service", service));

    /// <summary>The Beijing day of a time, whatever offset it was written in.</summary>
    protected static LocalDate DayOf(OffsetDateTime time) => BeijingTime.DateOf(time.ToInstant());
}

/// <summary>What files prove.</summary>
internal interface IProven
{
    /// <summary>Files that prove it.</summary>
    IReadOnlyList<Evidence> Evidence { get; }
}
