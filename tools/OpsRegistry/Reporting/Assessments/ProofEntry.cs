using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Reporting.Clocks;
using OpsRegistry.Reporting.Json;

namespace OpsRegistry.Reporting.Assessments;

/// <summary>A period's result as one tree: yuan, score, indicators, deductions, and below each the records with their lines, and the duties, limits and levels behind it. What is undetermined is null.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Period">The period.</param>
/// <param name="AsOf">The cut-off: what happened later is not known.</param>
/// <param name="Commit">The commit that it was computed from; null where the work tree had changes.</param>
/// <param name="State">How firm it is.</param>
/// <param name="Money">The yuan.</param>
/// <param name="Score">The points that the yuan rest on.</param>
internal sealed record ProofEntry(string Contract, PeriodEntry Period, Instant AsOf, string? Commit, PeriodState State, MoneyProof Money, ScoreProof Score);

/// <summary>The yuan of a period.</summary>
/// <param name="Base">The amount that shares are taken of.</param>
/// <param name="Total">The lines together.</param>
/// <param name="Lines">What is deducted.</param>
internal sealed record MoneyProof(TwoPlaces? Base, TwoPlaces? Total, IReadOnlyList<MoneyLineProof> Lines);

/// <summary>Yuan deducted for one reason.</summary>
/// <param name="Id">The line's id.</param>
/// <param name="Reason">Why.</param>
/// <param name="Amount">How much.</param>
/// <param name="Share">The share of the base; null where it is none.</param>
/// <param name="Clauses">The clauses.</param>
/// <param name="Records">The records it rests on; none where it rests on the score alone.</param>
/// <param name="Restored">The yuan that a ruling gave back.</param>
/// <param name="Dispute">The dispute about it; null where there is none.</param>
internal sealed record MoneyLineProof(
    string Id, Text Reason, TwoPlaces? Amount, Exact? Share, IReadOnlyList<string> Clauses, IReadOnlyList<RecordProof> Records, TwoPlaces Restored, DisputeEntry? Dispute);

/// <summary>The points of a period.</summary>
/// <param name="Total">The score.</param>
/// <param name="Sum">The indicators together, before the total's floor.</param>
/// <param name="Band">The band that it falls into; null for none.</param>
/// <param name="Veto">The veto that decides instead; null for none.</param>
/// <param name="Indicators">The lines of the scorecard.</param>
internal sealed record ScoreProof(TwoPlaces? Total, TwoPlaces? Sum, BandProof? Band, VetoProof? Veto, IReadOnlyList<IndicatorProof> Indicators);

/// <summary>A band of scores.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What people call it.</param>
/// <param name="From">The least score in it; null for no limit.</param>
/// <param name="Below">The score that is above it; null for no limit.</param>
/// <param name="Share">The share of the base that it costs; null where the parties must agree on it.</param>
internal sealed record BandProof(string Id, Text Title, Exact? From, Exact? Below, Exact? Share);

/// <summary>A veto.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Clauses">The clauses.</param>
internal sealed record VetoProof(Text Title, IReadOnlyList<string> Clauses);

/// <summary>A line of the scorecard.</summary>
/// <param name="Id">The indicator's id.</param>
/// <param name="Group">The group it belongs to.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Clauses">The clauses.</param>
/// <param name="Marks">The points it can give.</param>
/// <param name="Floor">The fewest points it gives; null where it has no floor.</param>
/// <param name="Score">The points it gives.</param>
/// <param name="Awaits">The terms that somebody must judge before there is a score.</param>
/// <param name="Deductions">What was deducted.</param>
internal sealed record IndicatorProof(
    string Id, string Group, Text Title, IReadOnlyList<string> Clauses, Exact Marks, Exact? Floor, Exact? Score, IReadOnlyList<AwaitedProof> Awaits, IReadOnlyList<DeductionProofEntry> Deductions);

/// <summary>A term whose points are not known yet.</summary>
/// <param name="Term">The term's id.</param>
/// <param name="Rule">What it takes points for.</param>
/// <param name="Reason">Why they are not known.</param>
/// <param name="Least">The fewest points that can be given; null where nobody gives them.</param>
/// <param name="Most">The most.</param>
internal sealed record AwaitedProof(string Term, Text Rule, Text Reason, Exact? Least, Exact? Most);

/// <summary>Points deducted, with all they rest on; the same members for every shape of rule.</summary>
/// <param name="Id">The deduction's id.</param>
/// <param name="Term">The term's id.</param>
/// <param name="Rule">What the term takes points for.</param>
/// <param name="Points">The points that count.</param>
/// <param name="PointsBeforeFloor">The points that the term takes.</param>
/// <param name="Restored">The points that a ruling gave back.</param>
/// <param name="Clauses">The clauses.</param>
/// <param name="Reason">Why.</param>
/// <param name="Records">The records it rests on.</param>
/// <param name="Duties">The duties that were missed.</param>
/// <param name="Clocks">The limits that were measured.</param>
/// <param name="Dispute">The dispute about it; null where there is none.</param>
/// <param name="Readings">The readings of unclear clauses it rests on, with what the others would give.</param>
internal sealed record DeductionProofEntry(
    string Id,
    string Term,
    Text Rule,
    Exact Points,
    Exact PointsBeforeFloor,
    Exact Restored,
    IReadOnlyList<string> Clauses,
    Text Reason,
    IReadOnlyList<RecordProof> Records,
    IReadOnlyList<DutyProof> Duties,
    IReadOnlyList<ClockProof> Clocks,
    DisputeEntry? Dispute,
    IReadOnlyList<ReadingProof> Readings);

/// <summary>A record, and why it counts.</summary>
/// <param name="Name">The record.</param>
/// <param name="Path">The file, from the repository's root.</param>
/// <param name="Line">The line that decides, from 1.</param>
/// <param name="Blob">The id that git gives the file's bytes.</param>
/// <param name="Fields">The fields that decided; none where a limit or a person did.</param>
/// <param name="Determined">The fields in which the purchaser's determination stands in place of what was claimed.</param>
/// <param name="Level">How an incident was graded; null for other records, and where the contract grades none.</param>
internal sealed record RecordProof(string Name, string Path, int Line, string Blob, IReadOnlyList<FieldProof> Fields, IReadOnlyList<DeterminedProof> Determined, LevelProof? Level);

/// <summary>A field that the purchaser determined.</summary>
/// <param name="Field">The field.</param>
/// <param name="Words">What was claimed, what was determined, by whom and when.</param>
/// <param name="Reason">Why.</param>
/// <param name="Path">The determination's file, from the repository's root.</param>
/// <param name="Line">The line of its name, from 1.</param>
internal sealed record DeterminedProof(string Field, Text Words, string Reason, string Path, int Line);

/// <summary>A field that decided.</summary>
/// <param name="Field">The field.</param>
/// <param name="Wanted">The values of which it had to hold one; none where the points go by it.</param>
/// <param name="Found">What it holds, as recorded or as measured.</param>
/// <param name="Line">The line of the record that says so, from 1; the line of its name where measuring does.</param>
internal sealed record FieldProof(string Field, IReadOnlyList<string> Wanted, IReadOnlyList<string> Found, int Line);

/// <summary>An incident's level.</summary>
/// <param name="Id">The level.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Clauses">The clauses that state it.</param>
/// <param name="Claimed">The level that the record names; null for none. The computed one holds.</param>
/// <param name="Interruption">When business was interrupted.</param>
/// <param name="Degradation">When it was degraded; with the interruptions where the contract adds them up.</param>
/// <param name="SeriousImpact">What was found of the impact.</param>
/// <param name="Edge">Whether a threshold must be exceeded or only reached.</param>
/// <param name="Tests">The levels, worst first, with their conditions.</param>
internal sealed record LevelProof(
    string Id,
    Text Title,
    IReadOnlyList<string> Clauses,
    string? Claimed,
    StretchesProof Interruption,
    StretchesProof Degradation,
    string SeriousImpact,
    string Edge,
    IReadOnlyList<LevelTestProof> Tests);

/// <summary>Stretches of time without overlaps.</summary>
/// <param name="Seconds">Their length together.</param>
/// <param name="Spans">The stretches.</param>
internal sealed record StretchesProof(Exact Seconds, IReadOnlyList<SpanProof> Spans);

/// <summary>A stretch of time.</summary>
/// <param name="From">Its first moment.</param>
/// <param name="To">Its end, not included.</param>
internal sealed record SpanProof(Instant From, Instant To);

/// <summary>A level's conditions.</summary>
/// <param name="Id">The level.</param>
/// <param name="Clauses">The clauses that state it.</param>
/// <param name="InterruptionSeconds">The threshold of interruption; null for none.</param>
/// <param name="Interruption">Whether it is passed; null for no threshold.</param>
/// <param name="DegradationSeconds">The threshold of degradation; null for none.</param>
/// <param name="Degradation">Whether it is passed; null for no threshold.</param>
/// <param name="NeedsSeriousImpact">Whether the impact must be serious.</param>
/// <param name="ImpactSuffices">Whether the impact is enough.</param>
/// <param name="Holds">Whether its conditions hold.</param>
internal sealed record LevelTestProof(
    string Id, IReadOnlyList<string> Clauses, Exact? InterruptionSeconds, bool? Interruption, Exact? DegradationSeconds, bool? Degradation, bool NeedsSeriousImpact, bool ImpactSuffices, bool Holds);

/// <summary>A duty that was missed.</summary>
/// <param name="Obligation">The duty's id.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Service">The service it belongs to; null for the contract's own.</param>
/// <param name="Name">Which one: the span or the order.</param>
/// <param name="FirstDay">The first day to do it.</param>
/// <param name="LastDay">The last.</param>
/// <param name="State">What became of it.</param>
/// <param name="Clauses">The clauses that state it.</param>
internal sealed record DutyProof(string Obligation, Text Title, string? Service, string Name, LocalDate FirstDay, LocalDate LastDay, OccurrenceState State, IReadOnlyList<string> Clauses);

/// <summary>A limit measured on a record, piece by piece.</summary>
/// <param name="Target">The limit's id.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Clauses">The clauses that state it.</param>
/// <param name="Record">The record.</param>
/// <param name="Path">Its file, from the repository's root.</param>
/// <param name="StoppedBy">The file of the record that stopped the clock, where it is another one.</param>
/// <param name="Start">When the clock starts.</param>
/// <param name="Due">Its last moment.</param>
/// <param name="End">When it was stopped; null while it runs.</param>
/// <param name="Segments">How it was counted.</param>
/// <param name="Elapsed">How much it counted.</param>
/// <param name="DaysLate">Calendar days late, a day begun counting as one.</param>
/// <param name="State">The outcome.</param>
/// <param name="Reason">Why it is so.</param>
/// <param name="Provisional">Whether a calendar without published notice was used.</param>
internal sealed record ClockProof(
    string Target,
    Text Title,
    string Limit,
    IReadOnlyList<string> Clauses,
    string Record,
    string Path,
    string? StoppedBy,
    Instant? Start,
    Instant? Due,
    Instant? End,
    IReadOnlyList<SegmentEntry> Segments,
    string? Elapsed,
    int DaysLate,
    TargetState State,
    Text Reason,
    bool Provisional);

/// <summary>A reading of an unclear clause.</summary>
/// <param name="Key">The clause's key.</param>
/// <param name="Option">The reading in force.</param>
/// <param name="Title">The reading in words.</param>
/// <param name="Others">What the other readings would give.</param>
internal sealed record ReadingProof(string Key, string Option, Text Title, IReadOnlyList<OtherReadingProof> Others);

/// <summary>Another reading.</summary>
/// <param name="Option">The reading.</param>
/// <param name="Title">The reading in words.</param>
/// <param name="Score">The score under it.</param>
/// <param name="Amount">The deduction in yuan under it.</param>
/// <param name="NeedsDecision">Whether the reading must be decided before the period can be settled.</param>
internal sealed record OtherReadingProof(string Option, Text Title, TwoPlaces? Score, TwoPlaces? Amount, bool NeedsDecision);

/// <summary>A record with everything that was measured of it and what it costs.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Period">The period that it counts in.</param>
/// <param name="Record">The record.</param>
/// <param name="Clocks">The limits that hold for it.</param>
/// <param name="Deductions">The points that rest on it.</param>
internal sealed record RecordProofEntry(string Contract, PeriodEntry Period, RecordProof Record, IReadOnlyList<ClockProof> Clocks, IReadOnlyList<RecordCost> Deductions);

/// <summary>Points that rest on a record.</summary>
/// <param name="Id">The deduction's id.</param>
/// <param name="Points">The points that count.</param>
internal sealed record RecordCost(string Id, Exact Points);
