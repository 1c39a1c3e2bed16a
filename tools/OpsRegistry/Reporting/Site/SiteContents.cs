using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Coverages;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Site;

/// <summary>Everything that the site shows, computed beforehand: its pages lay out and compute nothing.</summary>
/// <param name="Title">The registry's title.</param>
/// <param name="CutOffs">Up to when each contract is told.</param>
/// <param name="Contracts">The contracts, by name.</param>
/// <param name="Origin">The commit and tool behind the figures.</param>
internal sealed record SiteContents(Text Title, CutOffs CutOffs, IReadOnlyList<SiteContract> Contracts, ReportOrigin Origin)
{
    /// <summary>The repository on the web; null where sources are named by path alone.</summary>
    public RepositoryLinks? Repository { get; init; }

    /// <summary>Where reports that readers take away say they come from, history included.</summary>
    public required Lazy<ReportOrigin> ReportOrigin { get; init; }

    /// <summary>Reads a file of the registry as it stands in what is shown, by its path from the root; null where it cannot be read.</summary>
    public Func<string, byte[]?> Read { get; init; } = _ => null;

    /// <summary>The size of such a file in bytes; -1 where it cannot be read.</summary>
    public Func<string, long> SizeOf { get; init; } = _ => -1;

    /// <summary>True where somebody reads it on a computer on which people also file and decide: pages lead to the desk then.</summary>
    public bool HasDesk { get; init; }

    /// <summary>What is due and overdue in all contracts.</summary>
    public required DueList Due { get; init; }

    /// <summary>What waits for whom in all contracts.</summary>
    public WaitingList Waiting { get; } = WaitingList.Of(CutOffs.Latest, Contracts.Select(contract => (contract.Result, contract.Measured)).ToList());

    /// <summary>The incidents of all contracts, the latest first.</summary>
    public IReadOnlyList<SiteIncident> Incidents { get; } = Contracts.SelectMany(contract => contract.Incidents)
        .OrderByDescending(incident => incident.Incident.ReportedAt.ToInstant())
        .ThenBy(incident => incident.Resource.Path, StringComparer.Ordinal)
        .ToList();

    /// <summary>The contracts' deductions together, in yuan, of those whose sum is known.</summary>
    public decimal Deducted { get; } = Contracts.Sum(contract => contract.Result.Settlement.AfterCap ?? 0m);

    /// <summary>The same with what is in dispute of it.</summary>
    public Contested DeductedRange { get; } = new(
        Contracts.Sum(contract => contract.Result.Settlement.Deducted.Found ?? 0m), Contracts.Sum(contract => contract.Result.Settlement.Deducted.Upheld ?? contract.Result.Settlement.Deducted.Found ?? 0m));

    /// <summary>The contracts whose deductions are undetermined.</summary>
    public int Undetermined { get; } = Contracts.Count(contract => contract.IsScored && contract.Result.Settlement.AfterCap is null);
}

/// <summary>One contract with what was computed of it.</summary>
/// <param name="Result">Points and money.</param>
/// <param name="Measured">Every period, also those to come, with what was measured for it.</param>
/// <param name="Due">What is due and overdue.</param>
/// <param name="Staffing">The posts by day, up to the cut-off.</param>
internal sealed record SiteContract(
    ContractResult Result,
    IReadOnlyList<(Measurement Measurement, AssessmentPeriod Period)> Measured,
    DueList Due,
    IReadOnlyList<StaffingDays> Staffing)
{
    /// <summary>The watches by day, up to the cut-off.</summary>
    public IReadOnlyList<WatchDays> Watches { get; init; } = [];

    /// <summary>The contract folder's README, as Markdown; null where there is none.</summary>
    public string? Notes { get; init; }

    /// <summary>The files under its <c>evidence/</c>, by path.</summary>
    public IReadOnlyList<EvidenceFile> Evidence { get; init; } = [];

    /// <summary>Its source document with what became of the clauses; null where there is no coverage file.</summary>
    public DocumentCoverage? Document { get; init; }

    /// <summary>The contract's name.</summary>
    public string Name => Result.Folder.Name;

    /// <summary>True for a contract with a scorecard.</summary>
    public bool IsScored => Result.Folder.IsScored;

    /// <summary>The latest period that has begun; null before the term.</summary>
    public PeriodResult? Latest => Result.Periods.LastOrDefault();

    /// <summary>The duties of every day of the term.</summary>
    public IReadOnlyList<DutyDay> Duties { get; } = DutyDay.Collect(Measured);

    /// <summary>The incidents, the latest first.</summary>
    public IReadOnlyList<SiteIncident> Incidents { get; } = SiteIncident.Collect(Result);

    /// <summary>The files by kind, the latest first.</summary>
    public ILookup<Kind, Resource> Files { get; } = Result.Folder.Resources.OrderByDescending(RecordFacts.DayOf).ThenBy(file => file.Path, StringComparer.Ordinal).ToLookup(file => file.Kind);
}
