using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;
using WaitingKey = (string Contract, string? Period, OpsRegistry.Settling.WaitingKind Kind, string Subject);

namespace OpsRegistry.Settling;

/// <summary>What waits for whom in some contracts: everything that keeps a result from being final, and what is not sealed, paid or filed.</summary>
/// <param name="CutOffs">Up to when each contract is told.</param>
/// <param name="Items">What can still be done, then what nobody can mend any more (<see cref="DueOrder"/>); by day, what has none last; on one day the dearest first.</param>
internal sealed record WaitingList(CutOffs CutOffs, IReadOnlyList<WaitingItem> Items)
{
    /// <summary>The list of some contracts, each as of its own result's cut-off.</summary>
    /// <param name="latest">The latest of these.</param>
    /// <param name="contracts">Each with every period of its term and what was measured for it.</param>
    public static WaitingList Of(Instant latest, IReadOnlyList<(ContractResult Result, IReadOnlyList<(Measurement Measurement, AssessmentPeriod Period)> Measured)> contracts) => new(
        CutOffs.Of(latest, contracts.Select(contract => (contract.Result.Folder.Name, contract.Result.AsOf))), contracts
        .SelectMany(contract => ItemsOf(contract.Result, contract.Measured))
        .OrderBy(item => DueOrder.RankOf(item.Standing))
        .ThenBy(item => item.Day ?? LocalDate.MaxIsoValue)
        .ThenByDescending(item => item.MostYuan)
        .ThenByDescending(item => item.MostPoints)
        .ThenBy(item => item.Contract, StringComparer.Ordinal)
        .ThenBy(item => item.Kind)
        .ThenBy(item => item.Period, StringComparer.Ordinal)
        .ThenBy(item => item.Subject, StringComparer.Ordinal)
        .ToList());

    /// <summary>What makes the items of one contract's list the same in two runs: what hangs on them is not worked out for it.</summary>
    /// <param name="measured">What was measured for every period of its term.</param>
    public static IEnumerable<WaitingKey> KeysOf(ContractResult result, IReadOnlyList<(Measurement Measurement, AssessmentPeriod Period)> measured) =>
    [
        .. result.Periods.SelectMany(period => period.OpenPoints.Select(point => KeyOf(period, point))),
        .. Others(result).Select(item => item.Key),
        .. Overdue(result, measured).Select(KeyOf),
    ];

    /// <summary>What waits for one party, or for both together; everything for null.</summary>
    public WaitingList For(Owner? owner) => this with { Items = Items.Where(item => owner is null || item.For == owner || item.For == Owner.Both).ToList() };

    /// <summary>Whether an item's last day is over at the cut-off.</summary>
    public bool IsOverdue(WaitingItem item) => item.Day < BeijingTime.DateEndingAt(CutOffs.Of(item.Contract));

    private static IEnumerable<WaitingItem> ItemsOf(ContractResult result, IReadOnlyList<(Measurement Measurement, AssessmentPeriod Period)> measured) =>
    [
        .. result.Periods.SelectMany(period => period.OpenPoints.Select(point => Of(period, point))),
        .. Others(result),
        .. Overdue(result, measured).Select(Of),
    ];

    private static IEnumerable<WaitingItem> Others(ContractResult result) =>
        [.. Seals(result), .. Disputes(result), .. result.Settlement.Tranches.Select(tranche => Of(result, tranche)).OfType<WaitingItem>()];

    private static IReadOnlyList<DueItem> Overdue(ContractResult result, IReadOnlyList<(Measurement Measurement, AssessmentPeriod Period)> measured) =>
        DueOccurrence.Fold(DueList.Build(measured, result, result.AsOf, BeijingTime.DateEndingAt(result.AsOf)).Items.Where(item => item.Overdue && item is not DuePayment));

    private static WaitingKey KeyOf(PeriodResult period, OpenPoint point) => (period.Assessment.Measurement.Folder.Name, period.Period.Id, KindOf(point.Kind), SubjectOf(point.Subject));

    private static WaitingKey KeyOf(DueItem item) => (
        item.Contract,
        item.Assessment.Period.Id,
        item is DueEvaluation ? WaitingKind.Evaluation : WaitingKind.Missing,
        item is DueOccurrence { Occurrence: var occurrence } ? Named(occurrence) : $"{item.Id}@{item.Name}");

    private static WaitingItem Of(PeriodResult period, OpenPoint point) => new(
        period.Assessment.Measurement.Folder,
        KeyOf(period, point),
        point.Owner,
        point.What,
        point.Due)
    {
        Moves = period.Assessment.Scorecard is null ? null : point.Moves,
        At = PlaceOf(point.Subject),
    };

    private static WaitingKind KindOf(OpenPointKind kind) => kind switch
    {
        OpenPointKind.LimitPending or OpenPointKind.ReportAwaited => WaitingKind.Pending,
        OpenPointKind.Dispute => WaitingKind.Ruling,
        OpenPointKind.ReadingUndecided => WaitingKind.Reading,
        OpenPointKind.DeterminationWanted => WaitingKind.Determination,
        OpenPointKind.JudgementWanted => WaitingKind.Judgement,
        OpenPointKind.EvaluationDays => WaitingKind.Evaluation,
    };

    private static string SubjectOf(OpenSubject subject) => subject switch
    {
        OpenSubject.OfRecord record => record.Record.Path,
        OpenSubject.OfDuty duty => Named(duty.Occurrence),
        OpenSubject.OfReading reading => reading.Interpretation.Key,
        OpenSubject.OfDispute dispute => dispute.Dispute.Dispute.Path,
        OpenSubject.OfIndicator line => line.Indicator.Id,
        OpenSubject.OfPeriod period => period.Period.Id,
        _ => throw new System.Diagnostics.UnreachableException($"{subject}"),
    };

    private static RecordReference? PlaceOf(OpenSubject subject) => subject switch
    {
        OpenSubject.OfRecord record => RecordReference.At(record.Record, record.Record.Place),
        OpenSubject.OfDispute { Dispute.Dispute: var dispute } => RecordReference.At(dispute.Untyped, dispute.Place),
        OpenSubject.OfDuty { Occurrence.CalledBy: { } call } => RecordReference.To(call),
        OpenSubject.OfDuty or OpenSubject.OfReading or OpenSubject.OfIndicator or OpenSubject.OfPeriod => null,
        _ => throw new System.Diagnostics.UnreachableException($"{subject}"),
    };

    /// <summary>The results that no seal keeps yet: one item, since they are sealed one after the other.</summary>
    private static IEnumerable<WaitingItem> Seals(ContractResult result)
    {
        var kept = SealedPeriods.Collect(result.Folder).Seals.Select(seal => seal.Spec.Period).ToHashSet(StringComparer.Ordinal);
        var final = result.Periods.Where(period => period is { ClosedAt: not null, Sealed: null } && !kept.Contains(period.Period.Id))
            .Select(period => period.Period.Id).ToList();
        if (final.Count > 0)
        {
            yield return new(
                result.Folder,
                final[0],
                WaitingKind.Seal,
                final[0],
                Owner.Purchaser,
                new($"已定稿、尚未封存：{string.Join("、", final)}", $"final and not sealed: {string.Join(", ", final)}"),
                null);
        }
    }

    /// <summary>The disputes about payments, which belong to no period.</summary>
    private static IEnumerable<WaitingItem> Disputes(ContractResult result) =>
        from dispute in result.Settlement.Tranches.SelectMany(tranche => tranche.Disputes).DistinctBy(state => state.Dispute.Path)
        where dispute.IsOpen
        let file = dispute.Dispute
        select new WaitingItem(
            result.Folder,
            null,
            WaitingKind.Ruling,
            file.Path,
            Owner.Purchaser,
            new($"{RecordNames.Show(file.Name).Zh}（{file.Spec.Deduction}）尚未裁定", $"{RecordNames.Show(file.Name).En} on {file.Spec.Deduction} is not ruled on"),
            null)
        { At = RecordReference.At(file.Untyped, file.Place) };

    /// <summary>A payment that has become due and is not made, or lacks nothing but the invoice.</summary>
    private static WaitingItem? Of(ContractResult result, TrancheState tranche)
    {
        WaitingItem? waiting = tranche.Waiting switch
        {
            [] => new(result.Folder, null, WaitingKind.Payment, tranche.Terms.Id, Owner.Purchaser, tranche.Terms.Title, tranche.Due),
            [PaymentTrigger.Invoiced] => new(result.Folder, null, WaitingKind.Invoice, tranche.Terms.Id, Owner.Vendor, tranche.Terms.Title, null),
            _ => null,
        };
        return waiting is null || (tranche.Open is { } open ? open == 0m : tranche.Payments.Count > 0) ? null : waiting with { Payable = tranche.Open };
    }

    /// <summary>What was not done in time: what it took is in the result already, and filing it keeps it from taking more.</summary>
    private static WaitingItem Of(DueItem item) => new(
        item.Assessment.Measurement.Folder,
        KeyOf(item),
        item.Owner,
        WhatOf(item, RecordNames.Show(item.Name)),
        item.LastDay)
    {
        Moves = item.Stake is { } stake ? new(-stake.Points, 0m, 0m, stake.Yuan) : null,
        At = item is DueTarget { Result.Resource: var record } ? RecordReference.At(record, record.Place) : null,
        Standing = item.Standing,
    };

    private static Text WhatOf(DueItem item, Text name) => item is DueOccurrence
        ? new($"{item.Title.Zh} {name.Zh}（{item.Standing.Title().Zh}）", $"{item.Title.En} {name.En} ({item.Standing.Title().En})")
        : new($"{item.Title.Zh} {name.Zh}", $"{item.Title.En} {name.En}");

    private static string Named(Occurrence occurrence) => $"{occurrence.Service}/{occurrence.Obligation.Id}/{occurrence.Days}/{occurrence.Name}";
}
