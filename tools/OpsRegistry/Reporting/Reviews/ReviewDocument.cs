using System.Text.Json.Serialization;
using OpsRegistry.Assessing;
using OpsRegistry.Reporting.Findings;
using OpsRegistry.Reporting.Json;
using OpsRegistry.Reporting.Waiting;
using OpsRegistry.Reviewing;

namespace OpsRegistry.Reporting.Reviews;

/// <summary>
/// A review as all its forms say it: JSON, the comment and the terminal's text are written from this, the comment by a program that has neither the
/// change nor the registry.
/// </summary>
internal sealed record ReviewDocument
{
    /// <summary>The commit that the change starts from, 40 hexadecimal digits.</summary>
    public required string Base { get; init; }

    /// <summary>The changed commit, 40 hexadecimal digits.</summary>
    public required string Head { get; init; }

    /// <summary>The account that makes the change; null where nobody vouches for one.</summary>
    public string? Actor { get; init; }

    /// <summary>The accounts that approved exactly this change, on which consents in it rest.</summary>
    public IReadOnlyList<string> ApprovedBy { get; init; } = [];

    /// <summary>What it comes to.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The moment as of which figures are previewed where that is later than the cut-off: the newest day in the change; null where they are as of the cut-off.</summary>
    public Instant? NewestDay { get; init; }

    /// <summary>The contracts touched.</summary>
    public required IReadOnlyList<string> Contracts { get; init; }

    /// <summary>The periods whose points or yuan differ.</summary>
    public required IReadOnlyList<ReviewedPeriod> Periods { get; init; }

    /// <summary>The limits and duties whose outcome differs.</summary>
    public required IReadOnlyList<ReviewedFact> Facts { get; init; }

    /// <summary>What only a person can answer.</summary>
    public required IReadOnlyList<ReviewedQuestion> Questions { get; init; }

    /// <summary>What waits for whom in the contracts touched, after the change.</summary>
    public required IReadOnlyList<SheetWaiting> Waiting { get; init; }

    /// <summary>What rules of change say.</summary>
    public required IReadOnlyList<FindingEntry> Policy { get; init; }

    /// <summary>What becomes wrong.</summary>
    public required IReadOnlyList<FindingEntry> NewFindings { get; init; }

    /// <summary>What is mended.</summary>
    public required IReadOnlyList<FindingEntry> FixedFindings { get; init; }

    /// <summary>How many findings stay.</summary>
    public required int LeftFindings { get; init; }

    /// <summary>Governance files that came with records and judged nothing.</summary>
    public required IReadOnlyList<string> NotApplied { get; init; }

    /// <summary>Days that no published calendar covers.</summary>
    public required IReadOnlyList<Text> Uncovered { get; init; }

    /// <summary>The records and other resources changed.</summary>
    public required IReadOnlyList<ReviewedResource> Resources { get; init; }

    /// <summary>Every path changed.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>True where the change concerns the registry, or something stands against it.</summary>
    public bool SaysSomething() =>
        Verdict != Verdict.Clean || Resources.Count + Periods.Count + Facts.Count + Policy.Count + NewFindings.Count + FixedFindings.Count + Questions.Count > 0 ||
        Files.Any(file => file.StartsWith("ops-registry/", StringComparison.Ordinal));
}

/// <summary>A period before and after.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Period">The period.</param>
/// <param name="Before">Its result before; null where it was not there.</param>
/// <param name="After">Its result after; null where it is gone.</param>
/// <param name="PointsMoved">Points gained (positive) or lost; null where either total is undetermined.</param>
/// <param name="YuanMoved">Yuan deducted more (positive) or less; null where either amount is undetermined.</param>
/// <param name="ChangesBand">Whether the result falls into another band.</param>
/// <param name="Points">The deductions that come, go or differ.</param>
/// <param name="Money">The lines of money that come, go or differ.</param>
internal sealed record ReviewedPeriod(
    string Contract,
    string Period,
    ReviewedResult? Before,
    ReviewedResult? After,
    Exact? PointsMoved,
    TwoPlaces? YuanMoved,
    bool ChangesBand,
    IReadOnlyList<ReviewedPoint> Points,
    IReadOnlyList<ReviewedMoney> Money);

/// <summary>A period's result; null stands for undetermined.</summary>
/// <param name="Score">The score.</param>
/// <param name="Grade">The band's id.</param>
/// <param name="GradeTitle">What people call the band.</param>
/// <param name="Scored">Whether the contract is scored at all.</param>
/// <param name="Amount">The deduction in yuan.</param>
/// <param name="State">Whether the period is over.</param>
/// <param name="IfDisputesUpheld">What it would be if every open dispute were upheld; null where none is open.</param>
internal sealed record ReviewedResult(Exact? Score, string? Grade, Text? GradeTitle, bool Scored, TwoPlaces? Amount, PeriodState State, SheetUpheld? IfDisputesUpheld = null);

/// <summary>A result if every open dispute were upheld; null stands for undetermined.</summary>
/// <param name="Score">The score.</param>
/// <param name="Amount">The deduction in yuan.</param>
internal sealed record SheetUpheld(Exact? Score, TwoPlaces? Amount);

/// <summary>A deduction that comes, goes or differs.</summary>
/// <param name="Indicator">The line of the scorecard.</param>
/// <param name="Deduction">The deduction's id.</param>
/// <param name="Moved">Points gained (positive) or lost.</param>
/// <param name="Before">The points before; null where it is new.</param>
/// <param name="After">The points after; null where it is gone.</param>
/// <param name="Clauses">Its clauses.</param>
/// <param name="Reason">Why.</param>
/// <param name="Causes">The changed files behind it.</param>
internal sealed record ReviewedPoint(
    string Indicator, string Deduction, Exact Moved, Exact? Before, Exact? After, IReadOnlyList<string> Clauses, Text Reason, IReadOnlyList<ReviewedCause> Causes);

/// <summary>A line of money that comes, goes or differs.</summary>
/// <param name="Line">The line's id.</param>
/// <param name="Moved">Yuan deducted more (positive) or less; null where either amount is undetermined.</param>
/// <param name="Reason">Why.</param>
/// <param name="Causes">The changed files behind it.</param>
internal sealed record ReviewedMoney(string Line, TwoPlaces? Moved, Text Reason, IReadOnlyList<ReviewedCause> Causes);

/// <summary>A changed file behind a difference.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Fields">The fields that differ.</param>
internal sealed record ReviewedCause(string Path, int Line, IReadOnlyList<string> Fields);

/// <summary>A limit or duty whose outcome differs.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Period">The period.</param>
/// <param name="Name">Which one: the record measured, or the span in which a duty fell due.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Clauses">Its clauses.</param>
/// <param name="Before">The outcome before; null where there was none.</param>
/// <param name="After">The outcome after; null where there is none.</param>
internal sealed record ReviewedFact(string Contract, string Period, string Name, Text Title, IReadOnlyList<string> Clauses, Text? Before, Text? After);

/// <summary>Something that only a person can answer.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Words">The question, with its figures.</param>
/// <param name="Path">The file where the answer would stand, or that it is about; null where there is no one place.</param>
/// <param name="Line">The line, from 1; absent where there is no one place.</param>
/// <param name="Claim">The claim asked about, with its price; absent for another question.</param>
internal sealed record ReviewedQuestion(
    QuestionKind Kind,
    Text Words,
    string? Path,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Line = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SheetClaim? Claim = null);

/// <summary>A claim that takes the lenient value.</summary>
/// <param name="Record">The record that claims it.</param>
/// <param name="Fields">The fields: one, or several where only other values of all of them would cost something.</param>
/// <param name="Periods">The periods that would lose.</param>
/// <param name="Points">Points that the other value would take.</param>
/// <param name="Yuan">Yuan that the other value would take; null where undetermined.</param>
internal sealed record SheetClaim(string Record, IReadOnlyList<SheetOtherValue> Fields, IReadOnlyList<string> Periods, Exact Points, TwoPlaces? Yuan);

/// <summary>A field with the value claimed and another.</summary>
/// <param name="Field">The field's key.</param>
/// <param name="Claimed">The value claimed; null where nothing is said.</param>
/// <param name="Other">The other value; null for none.</param>
internal sealed record SheetOtherValue(string Field, string? Claimed, string? Other);

/// <summary>Something that waits for somebody after the change.</summary>
/// <param name="IsNew">Whether it did not before.</param>
/// <param name="Item">What it is.</param>
internal sealed record SheetWaiting(bool IsNew, WaitingEntry Item);

/// <summary>A changed resource.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">The line that names it, from 1.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Name">Its name.</param>
/// <param name="Contract">Its contract; null for what all contracts share.</param>
/// <param name="Change">What happens to the file.</param>
/// <param name="Fields">The fields that differ.</param>
internal sealed record ReviewedResource(string Path, int Line, string Kind, string Name, string? Contract, ChangeKind Change, IReadOnlyList<ReviewedField> Fields);

/// <summary>A field that differs.</summary>
/// <param name="Field">Its path from the file's root.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Before">The value before; null where the field is new.</param>
/// <param name="After">The value after; null where the field is gone.</param>
internal sealed record ReviewedField(string Field, int Line, string? Before, string? After);
