using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Json;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Staffing;

/// <summary>Contracts' posts for machines.</summary>
internal static class StaffingJson
{
    /// <summary>Writes the posts of contracts as one array.</summary>
    public static void Write(TextWriter output, IReadOnlyList<(ContractFolder Folder, IReadOnlyList<StaffingDays> Staffing, IReadOnlyList<WatchDays> Watches)> contracts) =>
        JsonOutput.Write<IReadOnlyList<ContractStaffing>>(output, contracts.Select(contract => new ContractStaffing(contract.Folder.Name, contract.Staffing.Select(PostOf).ToList(), contract.Watches.Select(WatchEntryOf).ToList())).ToList());

    private static WatchEntry WatchEntryOf(WatchDays watch) => new(
        watch.Watch.Id,
        watch.Watch.Title,
        watch.Watch.Headcount,
        watch.Watch.Clauses,
        watch.Days.Count,
        watch.Staffed,
        watch.Stretches.Select(stretch => new WatchStretchEntry(stretch.Occasion, stretch.Order?.Name, stretch.Days.Start, Last(stretch.Days), stretch.State, stretch.Found)).ToList());

    private static PostEntry PostOf(StaffingDays staffing) => new(
        staffing.Requirement.Id,
        staffing.Requirement.Post,
        staffing.Requirement.Title,
        staffing.Requirement.Headcount,
        staffing.Requirement.Clauses,
        staffing.Holdings.Select(HolderOf).ToList(),
        staffing.TooFew.Select(GapOf).ToList(),
        staffing.TooFewQualified.Select(GapOf).ToList(),
        staffing.TooFewCame.Select(GapOf).ToList(),
        staffing.Unrecorded);

    private static HolderEntry HolderOf(PostHolding holding) => new(
        holding.Assignment.Spec.Person,
        holding.Assignment.Name,
        holding.Days.Start,
        Last(holding.Days),
        holding.Faults.Select(fault => new LackEntry(fault.Lacks, fault.Days.Start, Last(fault.Days))).ToList());

    private static GapEntry GapOf(StaffingGap gap) => new(gap.Days.Start, Last(gap.Days), gap.Found);

    private static LocalDate Last(DateSpan days) => days.End.PlusDays(-1);
}

/// <summary>A contract's posts.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Requirements">What it asks for.</param>
/// <param name="Watches">The watches that it asks for.</param>
internal sealed record ContractStaffing(string Contract, IReadOnlyList<PostEntry> Requirements, IReadOnlyList<WatchEntry> Watches);

/// <summary>A watch that a contract asks for.</summary>
/// <param name="Id">The watch's id.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Headcount">How many at the least.</param>
/// <param name="Clauses">The clauses that ask for it.</param>
/// <param name="Asked">On how many days it was asked for.</param>
/// <param name="Staffed">On how many of them it was kept.</param>
/// <param name="Stretches">Days in a row that fared alike.</param>
internal sealed record WatchEntry(string Id, Text Title, int Headcount, IReadOnlyList<string> Clauses, int Asked, int Staffed, IReadOnlyList<WatchStretchEntry> Stretches);

/// <summary>Days in a row on which a watch fared alike.</summary>
/// <param name="Occasion">Why it was asked for.</param>
/// <param name="Order">The order that asked for it; null for days of the calendar.</param>
/// <param name="From">The first day.</param>
/// <param name="Through">The last day.</param>
/// <param name="State">How it fared.</param>
/// <param name="Found">How many were there at the least.</param>
internal sealed record WatchStretchEntry(Text Occasion, string? Order, LocalDate From, LocalDate Through, WatchState State, int Found);

/// <summary>A post that a contract asks for.</summary>
/// <param name="Id">The requirement's id.</param>
/// <param name="Post">The post, as assignments name it.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Headcount">How many at the least.</param>
/// <param name="Clauses">The clauses that ask for it.</param>
/// <param name="Holders">Who holds it, by first day.</param>
/// <param name="TooFew">Days on which fewer people were there than asked for.</param>
/// <param name="TooFewQualified">Days on which fewer people were there who are all that is asked of them.</param>
/// <param name="TooFewCame">Days on which fewer came than asked for, by the presence sheets.</param>
/// <param name="Unrecorded">Working days without a record of presence, where it should be recorded.</param>
internal sealed record PostEntry(
    string Id, string Post, Text Title, int Headcount, IReadOnlyList<string> Clauses, IReadOnlyList<HolderEntry> Holders, IReadOnlyList<GapEntry> TooFew, IReadOnlyList<GapEntry> TooFewQualified,
    IReadOnlyList<GapEntry> TooFewCame, IReadOnlyList<LocalDate> Unrecorded);

/// <summary>Who holds a post.</summary>
/// <param name="Person">The person, by role code.</param>
/// <param name="Assignment">The record that assigns them.</param>
/// <param name="From">The first day.</param>
/// <param name="Through">The last day.</param>
/// <param name="Lacks">What they lack of what is asked, and when.</param>
internal sealed record HolderEntry(string Person, string Assignment, LocalDate From, LocalDate Through, IReadOnlyList<LackEntry> Lacks);

/// <summary>Something that a holder lacks.</summary>
/// <param name="What">What.</param>
/// <param name="From">The first day.</param>
/// <param name="Through">The last day.</param>
internal sealed record LackEntry(PostLack What, LocalDate From, LocalDate Through);

/// <summary>Days in a row on which somebody was lacking.</summary>
/// <param name="From">The first day.</param>
/// <param name="Through">The last day.</param>
/// <param name="Found">How many were there.</param>
internal sealed record GapEntry(LocalDate From, LocalDate Through, int Found);
