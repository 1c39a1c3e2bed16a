using OpsRegistry.Interpreting;
using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Assessing;

/// <summary>Points lost for one reason: what a vendor may dispute and a purchaser must prove.</summary>
/// <param name="Id">The term's id and a number, e.g. <c>A1-1.2</c>; stable while earlier records stay.</param>
/// <param name="Indicator">The line of the form.</param>
/// <param name="Term">The scorecard's term.</param>
/// <param name="PointsBeforeFloor">What the term takes, less what a ruling gave back.</param>
/// <param name="Points">What is left of it once the indicator stands at its floor.</param>
/// <param name="Why">Why, with the figures.</param>
/// <param name="Records">The facts behind it.</param>
/// <param name="Interpretations">The keys of the readings it rests on.</param>
internal sealed record Deduction(
    string Id,
    Indicator Indicator,
    DeductionTerms Term,
    decimal PointsBeforeFloor,
    decimal Points,
    LaterText Why,
    IReadOnlyList<RecordReference> Records,
    IReadOnlyList<string> Interpretations)
{
    /// <summary>Why, with the figures.</summary>
    public Text Reason => Why.Value;

    /// <summary>The duties whose missing it takes points for; several where a term takes them once for all.</summary>
    public IReadOnlyList<Occurrence> Occurrences { get; init; } = [];

    /// <summary>The target outcomes it rests on, for the proof.</summary>
    public IReadOnlyList<TargetResult> Targets { get; init; } = [];

    /// <summary>The records that the term picked, with what decided; none where a duty, a limit or a person did.</summary>
    public IReadOnlyList<MatchedFact> Matched { get; init; } = [];

    /// <summary>What makes it the same one in two runs, whatever is said of it and wherever it stands among the others.</summary>
    public DeductionKey Key => Occurrences.Count > 0 ? new DeductionKey.OfDuty(Term.Id, Occurrences[0].Key) : new DeductionKey.OfRecords(Term.Id, string.Join('\n', Records.Select(record => record.Path)));

    /// <summary>The id of the period that left it open; null where it is the period's own.</summary>
    public string? CarriedFrom { get; init; }

    /// <summary>The dispute about it; null for none.</summary>
    public DisputeState? Dispute { get; init; }

    /// <summary>The points that a ruling gave back; they are no longer among <see cref="PointsBeforeFloor"/>.</summary>
    public decimal Restored { get; init; }

    /// <summary>The clauses, the term's own first.</summary>
    public IReadOnlyList<string> Clauses { get; init; } = [];

    /// <summary>The deduction as the disputes about it leave it: less what was given back, and with a word on them.</summary>
    internal Deduction With(IReadOnlyList<DisputeState> disputes, Upheld upheld)
    {
        var about = disputes.Where(dispute => dispute.IsAbout(Id, Term.Id, Records));
        return DisputedItem.Of(about, PointsBeforeFloor, upheld, ruling => ruling.PointsRestored, points => new($"{Assessing.Points.Plain(points)} 分", Assessing.Points.Plain(points))) is not { } disputed ? this : this with
        {
            PointsBeforeFloor = PointsBeforeFloor - disputed.Restored,
            Restored = disputed.Restored,
            Why = Why.And(disputed.Words),
            Dispute = disputed.State,
        };
    }
}

/// <summary>A deduction by its term's id and by what it is for.</summary>
internal abstract record DeductionKey
{
    private DeductionKey()
    {
    }

    /// <summary>For a duty that was missed, the first one where it is for several.</summary>
    public sealed record OfDuty(string Term, OccurrenceKey Occurrence) : DeductionKey;

    /// <summary>For what some records say.</summary>
    public sealed record OfRecords(string Term, string Paths) : DeductionKey;
}

/// <summary>A fact by file, line and the bytes' identity.</summary>
/// <param name="Name">The record's name.</param>
/// <param name="Path">Path from the repository's root.</param>
/// <param name="Line">Line of the value that decides, from 1.</param>
/// <param name="Blob">The git blob id of the file's bytes.</param>
internal sealed record RecordReference(string Name, string Path, int Line, string Blob)
{
    /// <summary>Points at a field of a record, or at its name.</summary>
    public static RecordReference To(Fact fact, string? field = null) =>
        At(fact.Resource, field is null ? fact.Resource.Place : fact.PlaceOf(field));

    /// <summary>Points at a place in a file.</summary>
    public static RecordReference At(Resource resource, Place place) => new(resource.Name, resource.Path, place.Line, resource.Blob);
}

/// <summary>What a rule shape finds, before floors: points, why, and which facts.</summary>
/// <param name="Points">Points to take; never negative.</param>
/// <param name="Reason">Why, with the figures.</param>
/// <param name="Records">The facts behind it.</param>
internal sealed record TakenPoints(decimal Points, LaterText Reason, IReadOnlyList<RecordReference> Records)
{
    /// <summary>The id of the period that left it open; null where it is the period's own.</summary>
    public string? CarriedFrom { get; init; }

    /// <summary>The duties whose missing it is for.</summary>
    public IReadOnlyList<Occurrence> Occurrences { get; init; } = [];

    /// <summary>The target outcomes behind it.</summary>
    public IReadOnlyList<TargetResult> Targets { get; init; } = [];

    /// <summary>The records that were picked, with what decided.</summary>
    public IReadOnlyList<MatchedFact> Matched { get; init; } = [];
}
