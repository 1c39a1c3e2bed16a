using NodaTime;
using OpsRegistry.Time;

namespace OpsRegistry.Model;

/// <summary>One service of a contract that bundles many, each with its own term, limits and counted duties.</summary>
public sealed record Service : Spec
{
    /// <summary>The part of the source it is listed in, e.g. <c>software-hardware</c>.</summary>
    public required string Section { get; init; }

    /// <summary>Its number in that part, as printed.</summary>
    public required int Number { get; init; }

    /// <summary>Its name as the source's heading prints it.</summary>
    public required string Title { get; init; }

    /// <summary>Other names that the source prints for it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Its term as printed; absent where the source prints none.</summary>
    public PrintedTerm? Term { get; init; }

    /// <summary>Licences and their terms as printed.</summary>
    public IReadOnlyList<PrintedTerm> Licences { get; init; } = [];

    /// <summary>The window in which it is attended, by the id in the service levels; absent where the source names none.</summary>
    public string? Window { get; init; }

    /// <summary>What the window promises.</summary>
    public ServiceWindowUse WindowUse { get; init; } = ServiceWindowUse.Support;

    /// <summary>Its own limits; they hold for records that name the service.</summary>
    public IReadOnlyList<TargetTerms> Targets { get; init; } = [];

    /// <summary>Its own counted duties; they are fulfilled by records that name the service.</summary>
    public IReadOnlyList<Obligation> Obligations { get; init; } = [];

    /// <summary>The clauses that state it.</summary>
    public IReadOnlyList<string> Clauses { get; init; } = [];

    /// <summary>The days it is served: its term, or its licences' span, or the whole contract where the source prints neither (K004-MISSING).</summary>
    public DateSpan ActiveDays(Term contract)
    {
        var printed = Term is not null ? [Term] : Licences;
        var whole = new DateSpan(contract.Start, contract.End);
        if (printed.Count == 0)
        {
            return whole;
        }

        var active = DateSpan.Inclusive(printed.Min(term => term.Start), printed.Max(term => term.End)).Intersect(whole);
        return active.IsEmpty ? whole : active;
    }
}

/// <summary>A term as a source prints it: both days are included.</summary>
public sealed record PrintedTerm : Bound
{
    /// <summary>First day, included.</summary>
    public required LocalDate Start { get; init; }

    /// <summary>Last day, included.</summary>
    public required LocalDate End { get; init; }

    /// <summary>What it is for, e.g. a licence's name.</summary>
    public string? What { get; init; }
}

/// <summary>What a service's window promises.</summary>
public enum ServiceWindowUse
{
    /// <summary>Somebody answers.</summary>
    Support,

    /// <summary>The system itself is up.</summary>
    SystemUptime,

    /// <summary>The system is watched.</summary>
    Monitoring,

    /// <summary>Protection is active.</summary>
    Protection,

    /// <summary>In special periods only.</summary>
    SpecialPeriod,

    /// <summary>For security incidents only.</summary>
    IncidentResponse,
}
