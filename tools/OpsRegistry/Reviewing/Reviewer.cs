using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Rules;
using OpsRegistry.Rules.Scoring;
using OpsRegistry.Settling;
using OpsRegistry.Sources;
using OpsRegistry.Time;

namespace OpsRegistry.Reviewing;

/// <summary>The Review stage: the straight line at base and at head, compared. Only the contracts that a change touches are loaded.</summary>
internal static class Reviewer
{
    /// <summary>The rules whose findings are compared. Readings to be decided are asked as questions, with their figures, and only where a change moves them.</summary>
    private static readonly IReadOnlyList<Rule> Rules = RuleCatalog.All.Where(rule => rule.Reach != Reach.File && rule is not UndecidedReading).ToList();

    private static readonly IReadOnlyList<Rule> OfFiles = RuleCatalog.All.Where(rule => rule.Reach == Reach.File).ToList();

    /// <summary>Reviews a change.</summary>
    public static Review Review(ReviewRequest request)
    {
        var contracts = request.Contracts();
        var notApplied = request.GovernanceBesideFacts();
        var taken = request.Files.Select(file => file.Path).Except(notApplied, StringComparer.Ordinal);
        var basis = request.Base.Only(contracts);
        var before = RegistryLoader.Load(basis, request.Schemas, request.Trees);
        var after = RegistryLoader.Load(new LaidOverSource(basis, request.Head.Only(contracts), taken), request.Schemas, request.Trees, before);
        var change = new RegistryChange(before, after, request.Files) { Actor = request.Actor, ApprovedBy = request.ApprovedBy, CameIn = request.CameIn, MergedAt = request.MergedAt };
        var inFiles = request.Judged.In(after, OfFiles);
        var found = FindingOrder.Sorted(after.Findings.Concat(request.Judged.In(after, Rules)).Concat(inFiles));
        var failures = new List<Finding>();
        var results = contracts.Order(StringComparer.Ordinal)
            .Select(contract => StageGuard.Run($"ops-registry/contracts/{contract}/contract.yaml", () => Compare(contract, change, request), failures.Add)).OfType<ContractComparison>().ToList();
        var periods = results.SelectMany(result => result.Periods).ToList();
        var facts = results.SelectMany(result => result.Facts).ToList();
        var judged = FindingOrder.Sorted(before.Findings.Concat(request.Judged.In(before, Rules)).Concat(JudgedFiles.In(before.Registry, after.Registry, inFiles)));
        var findings = FindingDifference.Between(judged, found);
        return new(
            change,
            findings,
            FindingOrder.Sorted(PolicyCatalog.Check(change).Concat(failures)),
            periods,
            [.. results.SelectMany(result => result.Claims), .. periods.SelectMany(ReviewQuestions.Ask), .. Favours.Ask(change, periods, facts, findings)])
        {
            NotApplied = notApplied,
            Contracts = contracts.Order(StringComparer.Ordinal).ToList(),
            NewestDay = request.AsOf is null && NewestIn(change, request, _ => true) is { } newest && after.Registry.Contracts.Any(folder => contracts.Contains(folder.Name) && newest > WrittenCutOff(after.Registry, folder, change)) ? newest : null,
            Facts = facts,
            Waiting = results.SelectMany(result => result.Waiting).ToList(),
            Uncovered = results.SelectMany(result => result.Uncovered).Distinct().ToList(),
        };
    }

    private static ContractComparison Compare(string contract, RegistryChange change, ReviewRequest request)
    {
        var readings = request.Readings.For(contract); // one for both sides: most periods are the same on either
        var shared = new SharedRuns();
        var (beforeRun, afterRun) = (RunOf(change.Before.Registry, request, change, readings, shared), RunOf(change.After.Registry, request, change, readings, shared));
        var before = ResultOf(change.Before.Registry, contract, beforeRun);
        var after = ResultOf(change.After.Registry, contract, afterRun);
        if (before is null && after is null)
        {
            return new([], [], [], [], []);
        }

        var changed = change.Resources.Where(resource => resource.Either.Metadata.Contract is not { } owner || owner == contract).ToList();
        var causes = new CauseFinder(changed, before, after, one => ResultOf(Without(change.After.Registry, one), contract, afterRun));
        return new(
            PeriodComparison.Between(before, after, causes).ToList(),
            FactChange.Between(before, after),
            WaitingBetween(before, after, contract, change),
            after is null ? [] : ClaimQuestions.Of(change, contract, new(change.After.Registry.ContractNamed(contract)!, after)).ToList(),
            (after?.UncoveredDates ?? []).Concat(after?.UncoveredDays ?? []).ToList());
    }

    private static ContractResult? ResultOf(Registry registry, string contract, Func<ContractFolder, ContractResult> run) =>
        registry.ContractNamed(contract) is { } folder ? run(folder) : null;

    private static IReadOnlyList<(WaitingItem Item, bool IsNew)> WaitingBetween(ContractResult? before, ContractResult? after, string contract, RegistryChange change)
    {
        var known = before is null ? [] : WaitingList.KeysOf(before, MeasuredFor(before, change.Before.Registry, contract)).ToHashSet();
        return after is null ? [] : WaitingList.Of(after.Measurement.AsOf, [(after, MeasuredFor(after, change.After.Registry, contract))]).Items.Select(item => (item, !known.Contains(item.Key))).ToList();
    }

    private static IReadOnlyList<(Measurement Measurement, AssessmentPeriod Period)> MeasuredFor(ContractResult result, Registry registry, string contract) =>
        ContractRunner.Measure(registry.ContractNamed(contract)!, result.Measurement.Calendar, result.Measurement.AsOf, result.Measurement.Settled);

    /// <summary>How a side of the change is run.</summary>
    private static Func<ContractFolder, ContractResult> RunOf(Registry registry, ReviewRequest request, RegistryChange change, KnownReadings readings, SharedRuns shared)
    {
        WorkCalendar? calendar = null;
        return folder => ContractRunner.Run(
            folder,
            calendar ??= shared.CalendarLike(Calendars.For(registry, folder.Terms.Purchaser, request.AcceptProvisional)),
            CutOffOf(registry, folder, change, request),
            request.AsOf is null ? DecidedIn(change) : null,
            readings,
            shared);
    }

    /// <summary>
    /// The cut-off of one side, and never earlier than the newest record in the change: what is dated today is seen today. For a decision of today no clock runs
    /// on, or its effect could not be told from that of the days between.
    /// </summary>
    private static Instant CutOffOf(Registry registry, ContractFolder folder, RegistryChange change, ReviewRequest request) => request.AsOf ?? (
        NewestIn(change, request, spec => spec is RecordSpec) is { } newest ? Instant.Max(newest, WrittenCutOff(registry, folder, change)) : WrittenCutOff(registry, folder, change));

    /// <summary>
    /// The cut-off that the files give, those of the base where a change breaks its settings; where they give none, both sides are read at the later one's time.
    /// </summary>
    private static Instant WrittenCutOff(Registry registry, ContractFolder folder, RegistryChange change) =>
        registry.Settings is null && registry != change.Before.Registry && change.Before.Registry.Settings is not null ? WrittenCutOff(change.Before.Registry, folder, change)
        : folder.Terms.RecordsUntil is null && registry.Settings?.RecordsUntil is null && change.Before.Registry.ReadAt is { } before && change.After.Registry.ReadAt is { } after
            ? Instant.Max(before, after)
            : registry.CutOffOf(folder);

    /// <summary>The end of the last day on which something in a change was decided, whenever it is merged.</summary>
    private static Instant? DecidedIn(RegistryChange change) => change.Resources.Max(resource => resource.After?.Spec.KnownOn) is { } day ? BeijingTime.EndOf(day) : null;

    /// <summary>The end of the newest day in a change, not later than the day of its merge; null where nothing in it is of a day.</summary>
    private static Instant? NewestIn(RegistryChange change, ReviewRequest request, Func<Spec, bool> counts) => change.Resources
        .Select(resource => resource.After?.Spec is { } spec && counts(spec) ? spec.KnownOn : null).OfType<LocalDate>()
        .Select(day => BeijingTime.EndOf(LocalDate.Min(day, BeijingTime.DateOf(request.MergedAt))))
        .Cast<Instant?>().Max();

    private static Registry Without(Registry after, ResourceChange change) => new(
        after.Resources.Where(resource => resource.Path != change.Path)
            .Concat(change.Before is { } before ? [before] : [])
            .OrderBy(resource => resource.Path, StringComparer.Ordinal)
            .ToList(),
        after.EvidenceFiles,
        after.Unread)
    { ReadAt = after.ReadAt };

    private sealed record ContractComparison(IReadOnlyList<PeriodChange> Periods, IReadOnlyList<FactChange> Facts, IReadOnlyList<(WaitingItem Item, bool IsNew)> Waiting, IReadOnlyList<ReviewQuestion> Claims, IReadOnlyList<ClockProblem.NotCovered> Uncovered);
}
