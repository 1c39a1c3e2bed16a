using System.Text.Json.Serialization;
using OpsRegistry.Assessing;
using OpsRegistry.Reporting.Json;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Assessments;

/// <summary>A period's result, with everything that it rests on. What is undetermined is null.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Period">The period.</param>
/// <param name="AsOf">The cut-off: what happened later is not known.</param>
/// <param name="Commit">The commit that it was computed from; null where the work tree had changes.</param>
/// <param name="State">How far the result has come.</param>
/// <param name="ClosedAt">From when on the result stands; null while something is open.</param>
/// <param name="Score">The score.</param>
/// <param name="Grade">The grade.</param>
/// <param name="Band">The band's id.</param>
/// <param name="IfDisputesUpheld">What it would be if every open dispute were upheld; null where there is none.</param>
/// <param name="Seal">Its seal, whose figures these are; null where it is not sealed.</param>
/// <param name="OpenPoints">What could still move the result.</param>
/// <param name="Indicators">The lines of the scorecard.</param>
/// <param name="Sla">The limits, counted.</param>
/// <param name="Settlement">The money.</param>
/// <param name="Sensitivity">What the other readings of unclear clauses would give.</param>
/// <param name="LeftOut">How many files of the contract could not be read and are not in the figures; absent where none.</param>
internal sealed record AssessmentEntry(
    string Contract,
    PeriodEntry Period,
    Instant AsOf,
    string? Commit,
    PeriodState State,
    Instant? ClosedAt,
    SealEntry? Seal,
    TwoPlaces? Score,
    string? Grade,
    string? Band,
    DisputedEntry? IfDisputesUpheld,
    IReadOnlyList<OpenPointEntry> OpenPoints,
    IReadOnlyList<IndicatorEntry> Indicators,
    IReadOnlyList<TargetCounts> Sla,
    SettlementEntry Settlement,
    IReadOnlyList<SensitivityEntry> Sensitivity,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? LeftOut);

/// <summary>An assessment period.</summary>
/// <param name="Id">Its id, e.g. <c>P1</c>.</param>
/// <param name="Start">The first day.</param>
/// <param name="End">The day after the last.</param>
internal sealed record PeriodEntry(string Id, LocalDate Start, LocalDate End);

/// <summary>A result if every open dispute were upheld.</summary>
/// <param name="Score">The score.</param>
/// <param name="ScoreInDispute">What the score would rise by.</param>
/// <param name="Amount">The deduction in yuan.</param>
/// <param name="AmountConfirmed">What of the deduction no dispute moves.</param>
/// <param name="AmountInDispute">The rest of it.</param>
/// <param name="Band">The band's id.</param>
/// <param name="Open">The disputes.</param>
/// <param name="Each">What it would be if one of them alone were upheld.</param>
internal sealed record DisputedEntry(
    TwoPlaces? Score, TwoPlaces? ScoreInDispute, TwoPlaces? Amount, TwoPlaces? AmountConfirmed, TwoPlaces? AmountInDispute, string? Band, IReadOnlyList<string> Open, IReadOnlyList<DisputeAloneEntry> Each);

/// <summary>A result if one open dispute were upheld and the others rejected.</summary>
/// <param name="Dispute">The dispute.</param>
/// <param name="Score">The score.</param>
/// <param name="Amount">The deduction in yuan.</param>
internal sealed record DisputeAloneEntry(string Dispute, TwoPlaces? Score, TwoPlaces? Amount);

/// <summary>The seal of a period.</summary>
/// <param name="Path">Its file.</param>
/// <param name="AsOf">Its cut-off.</param>
/// <param name="Digest">Its digest.</param>
/// <param name="Today">What the files of today would make of the period, in words; null where that is the same.</param>
internal sealed record SealEntry(string Path, Instant AsOf, string Digest, string? Today);

/// <summary>One thing that could still move the result. Changes are null while undetermined.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="What">What it is.</param>
/// <param name="Owner">Whose turn it is.</param>
/// <param name="Due">The last day for it; null where none is set.</param>
/// <param name="Name">The record, span, key, dispute, indicator or period that it is about.</param>
/// <param name="Path">Its file; null where it is no one file.</param>
/// <param name="LeastPoints">The change of the score at its worst.</param>
/// <param name="MostPoints">The change of the score at its best.</param>
/// <param name="LeastYuan">The change of the deduction at its least.</param>
/// <param name="MostYuan">The change of the deduction at its most.</param>
internal sealed record OpenPointEntry(
    OpenPointKind Kind, string What, Owner Owner, LocalDate? Due, string Name, string? Path, Exact? LeastPoints, Exact? MostPoints, TwoPlaces? LeastYuan, TwoPlaces? MostYuan)
{
    public static OpenPointEntry Of(OpenPoint point, Language language) => new(
        point.Kind, point.What.In(language), point.Owner, point.Due, point.Subject.Name, point.Subject.Path, point.Moves.LeastPoints, point.Moves.MostPoints, point.Moves.LeastYuan, point.Moves.MostYuan);
}

/// <summary>A line of the scorecard.</summary>
/// <param name="Id">The indicator's id.</param>
/// <param name="Group">The group it belongs to.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Marks">The points it can give.</param>
/// <param name="Floor">The fewest points it gives; null where it has no floor.</param>
/// <param name="Score">The points it gives.</param>
/// <param name="Deductions">What was deducted.</param>
internal sealed record IndicatorEntry(string Id, string Group, string Title, Exact Marks, Exact? Floor, Exact? Score, IReadOnlyList<DeductionEntry> Deductions);

/// <summary>Points deducted.</summary>
/// <param name="Id">The deduction's id.</param>
/// <param name="Points">The points that count.</param>
/// <param name="PointsBeforeFloor">The points that the clause takes.</param>
/// <param name="Clause">The clauses.</param>
/// <param name="Reason">Why.</param>
/// <param name="CarriedFrom">The period that left it open; null for the period's own.</param>
/// <param name="Records">The records it rests on.</param>
/// <param name="Interpretations">The readings of unclear clauses it rests on.</param>
/// <param name="Dispute">The dispute about it; null where there is none.</param>
internal sealed record DeductionEntry(
    string Id, Exact Points, Exact PointsBeforeFloor, string Clause, string Reason, string? CarriedFrom, IReadOnlyList<RecordEntry> Records, IReadOnlyList<string> Interpretations, DisputeEntry? Dispute);

/// <summary>A place in a record's file.</summary>
/// <param name="Path">The file, from the repository's root.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Blob">The id that git gives the file's bytes.</param>
internal sealed record RecordEntry(string Path, int Line, string Blob);

/// <summary>A dispute about a deduction of points or money.</summary>
/// <param name="Name">The dispute.</param>
/// <param name="Path">Its file.</param>
/// <param name="DisputedOn">The day it was raised.</param>
/// <param name="Outcome"><c>open</c>, or what the ruling says.</param>
/// <param name="Ruling">The ruling's file; null while it is open.</param>
/// <param name="PointsRestored">The points that the ruling gives back; null where it is about money.</param>
/// <param name="AmountRestored">The yuan that the ruling gives back; null where it is about points.</param>
internal sealed record DisputeEntry(string Name, string Path, LocalDate DisputedOn, string Outcome, string? Ruling, Exact? PointsRestored, TwoPlaces? AmountRestored);

/// <summary>A limit, counted.</summary>
/// <param name="Id">The limit's id.</param>
/// <param name="Met">How often it was kept.</param>
/// <param name="Missed">How often it was not.</param>
/// <param name="Pending">How often that is still open.</param>
/// <param name="NotMeasurable">How often times are not recorded.</param>
/// <param name="Provisional">Whether a calendar without published notice was used.</param>
internal sealed record TargetCounts(string Id, int Met, int Missed, int Pending, int NotMeasurable, bool Provisional);

/// <summary>The money of a period.</summary>
/// <param name="Base">The amount that shares are taken of.</param>
/// <param name="Deductions">What is deducted.</param>
/// <param name="Total">The deductions together.</param>
internal sealed record SettlementEntry(TwoPlaces? Base, IReadOnlyList<SettlementLineEntry> Deductions, TwoPlaces? Total);

/// <summary>Money deducted.</summary>
/// <param name="Id">The line's id, under which it is explained and disputed.</param>
/// <param name="Reason">Why.</param>
/// <param name="Amount">How much, less what a ruling gave back.</param>
/// <param name="Clause">The clauses.</param>
/// <param name="Records">The records it rests on.</param>
/// <param name="Dispute">The dispute about it; null where there is none.</param>
internal sealed record SettlementLineEntry(string Id, string Reason, TwoPlaces? Amount, string Clause, IReadOnlyList<RecordEntry> Records, DisputeEntry? Dispute);

/// <summary>What another reading of an unclear clause would give.</summary>
/// <param name="Key">The clause's key.</param>
/// <param name="Option">The reading.</param>
/// <param name="Title">The reading in words.</param>
/// <param name="Score">The score under it.</param>
/// <param name="Amount">The deduction in yuan under it.</param>
/// <param name="ChangesBand">Whether it changes the band.</param>
/// <param name="NeedsDecision">Whether the reading must be decided for that.</param>
internal sealed record SensitivityEntry(string Key, string Option, string Title, TwoPlaces? Score, TwoPlaces? Amount, bool ChangesBand, bool NeedsDecision);
