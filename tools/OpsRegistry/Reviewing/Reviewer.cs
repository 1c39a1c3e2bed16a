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
    private static readonly IReadOnlyList<Rule> Rules = RuleCatalog.All.Where(rule => rule is not UndecidedReading).ToList();

    /// <summary>Reviews a change.</summary>
    /// <exception cref="ArgumentException">Neither the request nor the base's settings name a cut-off.</exception>
    public static Review Review(ReviewRequest request)
    {
        var contracts = request.Contracts();
        var notApplied = request.GovernanceBesideFacts();
        var taken = request.Files.Select(file => file.Path).Except(notApplied, StringComparer.Ordinal);
        var basis = request.Base.Only(contracts);
        var before = RegistryLoader.Load(basis, request.Schemas, request.Trees);
        var after = RegistryLoader.Load(new LaidOverSource(basis, request.Head.Only(contracts), taken), request.Schemas, request.Trees);
        var change = new RegistryChange(before, after, request.Files) { Actor = request.Actor, MergedAt = request.MergedAt };
        var found = Checker.Check(after, Rules);
        var results = contracts.Order(StringComparer.Ordinal).Select(contract => Compare(contract, change, request)).ToList();
        var periods = results.SelectMany(result => result.Periods).ToList();
        var changed = request.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return new(
            change,
            FindingDifference.Between(Checker.Check(before, Rules), found),
            PolicyCatalog.Check(change),
            periods,
            ReviewQuestions.Of(changed, found, periods).ToList())
        {
            NotApplied = notApplied,
            Contracts = contracts.Order(StringComparer.Ordinal).ToList(),
            Facts = results.SelectMany(result => result.Facts).ToList(),
            Waiting = results.SelectMany(result => result.Waiting).ToList(),
            Uncovered = results.SelectMany(result => result.Uncovered).Distinct().ToList(),
        };
    }

    private static ContractComparison Compare(string contract, RegistryChange change, ReviewRequest request)
    {
        var before = ResultOf(change.Before.Registry, contract, request);
        var after = ResultOf(change.After.Registry, contract, request);
        if (before is null && after is null)
        {
            return new([], [], [], []);
        }

        var changed = change.Resources.Where(resource => resource.Either.Metadata.Contract is not { } owner || owner == contract).ToList();
        var causes = new CauseFinder(changed, before, after, one => ResultOf(Without(change.After.Registry, one), contract, request));
        return new(
            PeriodComparison.Between(before, after, causes).ToList(),
            FactChange.Between(before, after),
            WaitingBetween(before, after, contract, change),
            (after?.UncoveredDates ?? []).Concat(after?.UncoveredDays ?? []).ToList());
    }

    private static ContractResult? ResultOf(Registry registry, string contract, ReviewRequest request) =>
        registry.ContractNamed(contract) is { } folder
            ? ContractRunner.Run(folder, Calendars.For(registry, folder.Terms.Purchaser, request.AcceptProvisional), CutOffOf(registry, request))
            : null;

    private static IReadOnlyList<(WaitingItem Item, bool IsNew)> WaitingBetween(ContractResult? before, ContractResult? after, string contract, RegistryChange change)
    {
        var known = WaitingIn(before, change.Before.Registry, contract).Select(item => item.Key).ToHashSet();
        return WaitingIn(after, change.After.Registry, contract).Select(item => (item, !known.Contains(item.Key))).ToList();
    }

    private static IReadOnlyList<WaitingItem> WaitingIn(ContractResult? result, Registry registry, string contract) => result is null ? [] :
        WaitingList.Of(result.Measurement.AsOf, [(result, ContractRunner.Measure(registry.ContractNamed(contract)!, result.Measurement.Calendar, result.Measurement.AsOf))]).Items;

    private static Instant CutOffOf(Registry registry, ReviewRequest request) =>
        request.AsOf ?? (registry.Settings is not null
            ? registry.CutOff
            : throw new ArgumentException("the registry has no readable settings and the request names no cut-off", nameof(request)));

    private static Registry Without(Registry after, ResourceChange change) => new(
        after.Resources.Where(resource => resource.Path != change.Path)
            .Concat(change.Before is { } before ? [before] : [])
            .OrderBy(resource => resource.Path, StringComparer.Ordinal)
            .ToList(),
        after.EvidenceFiles,
        after.Unread);

    private sealed record ContractComparison(IReadOnlyList<PeriodChange> Periods, IReadOnlyList<FactChange> Facts, IReadOnlyList<(WaitingItem Item, bool IsNew)> Waiting, IReadOnlyList<ClockProblem.NotCovered> Uncovered);
}
