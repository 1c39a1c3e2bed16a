using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Exports;

/// <summary>What the line computes of a contract, as tables: each row of a period names the period.</summary>
internal static class ResultExports
{
    private static readonly Text PeriodTitle = new("考核期", "assessment period"), StateTitle = new("状态", "state"), ReasonTitle = new("事由", "reason");
    private static readonly Text TitleTitle = new("名称", "title"), ClausesTitle = new("条款", "clauses"), RecordsTitle = new("记录（文件:行）", "records (file:line)");

    /// <summary>The tables, from the whole to its parts.</summary>
    public static IReadOnlyList<ExportTable> All => [Contracts, Periods, Facts, Targets, Occurrences, Deductions, Settlements, Tranches];

    /// <summary>A contract's part of each table.</summary>
    public static IEnumerable<ExportPart> PartsOf(ContractResult result)
    {
        var name = result.Folder.Name;
        var periods = result.Periods;
        yield return Contracts.Part(name, [result]);
        yield return Periods.Part(name, periods);
        yield return Facts.Part(name, periods.SelectMany(period => period.Assessment.Measurement.FactsIn(period.Period), (period, fact) => (period, fact)));
        yield return Targets.Part(name, periods.SelectMany(period => period.Assessment.Measurement.TargetsIn(period.Period), (period, target) => (period, target)));
        yield return Occurrences.Part(name, periods.SelectMany(period => period.Assessment.Measurement.OccurrencesIn(period.Period), (period, duty) => (period, duty)));
        yield return Deductions.Part(name, periods.SelectMany(period => period.Assessment.Deductions, (period, deduction) => (period, deduction)));
        yield return Settlements.Part(name, [
            .. periods.SelectMany(period => period.Settlement.Lines, (period, line) => (Period: (string?)period.Period.Id, line)),
            .. result.Settlement.After.Select(line => (Period: (string?)null, line)),
        ]);
        yield return Tranches.Part(name, result.Settlement.Tranches);
    }

    private static ExportTable<ContractResult> Contracts { get; } = Table<ContractResult>("contracts", new("合同", "contracts"), column =>
    [
        .. column.Both("title", TitleTitle, one => one.Folder.Terms.Title),
        column.Text("purchaser", new("采购人", "purchaser"), one => one.Folder.Terms.Purchaser),
        column.Text("vendor", new("供应商", "vendor"), one => one.Folder.Terms.Vendor),
        column.Day("first_day", new("首日", "first day of the term"), one => one.Folder.Terms.Term.Start),
        column.Day("last_day", new("末日", "last day of the term"), one => one.Folder.Terms.Term.End.PlusDays(-1)),
        column.Moment("as_of", new("数据截止", "cut-off of its figures"), one => one.AsOf),
        column.Truth("is_scored", new("是否计分", "whether it is scored"), one => one.Folder.IsScored),
        column.Yuan("amount", new("合同总额", "contract total"), one => one.Settlement.Total),
        column.Yuan("deducted", new("扣款", "deducted, after the cap"), one => one.Settlement.AfterCap),
        column.Yuan("deducted_if_upheld", new("异议成立时的扣款", "deducted if all disputes are upheld"), one => one.Settlement.Deducted.Upheld),
        column.Yuan("open", new("未付", "payable and not yet paid"), one => one.Settlement.Open),
    ]);

    private static ExportTable<PeriodResult> Periods { get; } = Table<PeriodResult>("periods", new("考核期", "assessment periods"), column =>
    [
        column.Text("period", PeriodTitle, one => one.Period.Id),
        column.Day("first_day", new("首日", "first day"), one => one.Period.Days.Start),
        column.Day("last_day", new("末日", "last day"), one => one.Period.Days.End.PlusDays(-1)),
        .. column.Word("state", StateTitle, one => YamlWord.Write(one.State), one => one.State.Title()),
        column.Number("score", new("得分", "score"), one => one.Assessment.Total),
        column.Number("score_if_upheld", new("异议成立时的得分", "score if all disputes are upheld"), one => one.Score.Upheld),
        .. column.Word("band", new("档次", "band"), one => one.Assessment.Band?.Id, one => one.Assessment.Band?.Title),
        column.Yuan("deducted", new("扣款", "deducted"), one => one.Settlement.Total),
        column.Yuan("deducted_if_upheld", new("异议成立时的扣款", "deducted if all disputes are upheld"), one => one.Deducted.Upheld),
        column.Moment("closed_at", new("定稿时间", "closed at"), one => one.ClosedAt),
        column.Truth("is_sealed", new("是否封存", "whether it is sealed"), one => one.Sealed is not null),
    ]);

    private static ExportTable<(PeriodResult Period, Fact Fact)> Facts { get; } = Table<(PeriodResult Period, Fact Fact)>("facts", new("计量结果", "facts: records as measured"), column =>
    [
        column.Text("period", PeriodTitle, one => one.Period.Period.Id),
        column.Text("kind", new("种类", "kind of record"), one => one.Fact.Resource.Kind.KebabName),
        column.Text("name", new("记录", "record"), one => one.Fact.Resource.Name),
        column.Text("path", new("文件", "file"), one => one.Fact.Resource.Path),
        column.Day("counts_on", new("计入日", "day it counts on"), one => one.Fact.CountsOn),
        column.Day("began_on", new("开始日", "day it began"), one => one.Fact.BeganOn),
        column.Day("ended_on", new("结束日", "day it was over"), one => one.Fact.Record.EndedOn),
        column.Text("severity", new("级别", "level"), one => Single(one.Fact, MeasuredFields.Severity)),
        column.List("missed_targets", new("未达标时限", "limits missed"), one => one.Fact.Values(MeasuredFields.MissedTargets)),
        column.Text("due_state", new("最后期限", "whether its last day was kept"), one => Single(one.Fact, MeasuredFields.DueState)),
        column.Truth("handled", new("是否处理完毕", "whether it was dealt with"), one => Single(one.Fact, MeasuredFields.Handled) is { } word ? word == "true" : null),
        column.Text("goal", new("满意度目标", "whether the goal was reached"), one => Single(one.Fact, MeasuredFields.Goal)),
        column.List("services", new("服务项", "services"), one => one.Fact.Record.Services.Select(service => service.Value)),
        column.Truth("is_determined", new("采购人另有认定", "whether the purchaser determined on it"), one => one.Fact.Resource.Determined.Count > 0),
        column.Text("carried_from", new("结转自", "period that left it open"), one => one.Fact.CarriedFrom),
    ]);

    private static ExportTable<(PeriodResult Period, TargetResult Target)> Targets { get; } = Table<(PeriodResult Period, TargetResult Target)>("targets", new("时限结果", "targets: outcomes of limits"), column =>
    [
        column.Text("period", PeriodTitle, one => one.Period.Period.Id),
        column.Text("record", new("记录", "record"), one => one.Target.Resource.Name),
        column.Text("kind", new("种类", "kind of record"), one => one.Target.Resource.Kind.KebabName),
        column.Text("path", new("文件", "file"), one => one.Target.Resource.Path),
        .. column.Word("target", new("时限", "limit"), one => one.Target.Target.Id, one => one.Target.Target.Title),
        .. column.Word("state", StateTitle, one => YamlWord.Write(one.Target.State), one => one.Target.State.Title()),
        .. column.Both("reason", ReasonTitle, one => one.Target.Reason),
        column.Moment("started_at", new("起算", "clock started"), one => one.Target.Start),
        column.Moment("due_at", new("到期", "latest moment in time"), one => one.Target.Due),
        column.Moment("ended_at", new("停止", "clock stopped"), one => one.Target.End),
        column.Text("elapsed", new("历时", "elapsed, as limits are written"), one => one.Target.Elapsed?.Counted.ToString()),
        column.Whole("elapsed_minutes", new("历时（分钟）", "elapsed, in minutes of its window"), one => one.Target.Elapsed?.Counted is { Unit: AmountUnit.Time } spent ? (long)spent.Time.TotalMinutes : null),
        column.Whole("days_late", new("迟延天数", "days late"), one => one.Target.DaysLate),
        column.Truth("is_provisional", new("日历未公布", "counted on an unpublished calendar"), one => one.Target.Provisional),
        column.List("clauses", ClausesTitle, one => one.Target.Target.Clauses),
    ]);

    private static ExportTable<(PeriodResult Period, Occurrence Duty)> Occurrences { get; } = Table<(PeriodResult Period, Occurrence Duty)>("occurrences", new("义务履行", "occurrences of duties"), column =>
    [
        column.Text("period", PeriodTitle, one => one.Period.Period.Id),
        column.Text("service", new("服务项", "service"), one => one.Duty.Service),
        .. column.Word("obligation", new("义务", "duty"), one => one.Duty.Obligation.Id, one => one.Duty.Obligation.Title),
        column.Text("span", new("所属时段", "span"), one => one.Duty.Name),
        column.Day("first_day", new("首日", "first day of the span"), one => one.Duty.Days.Start),
        column.Day("last_day", new("末日", "last day of the span"), one => one.Duty.Days.End.PlusDays(-1)),
        column.Day("due_on", new("最后期限", "last day in time"), one => one.Duty.Due.Last),
        .. column.Word("state", StateTitle, one => YamlWord.Write(one.Duty.State), one => one.Duty.State.Title()),
        column.Text("fulfilled_by", new("履行记录", "record that fulfilled it"), one => one.Duty.FulfilledBy?.Resource.Name),
        column.Day("done_on", new("履行日", "day it was done"), one => one.Duty.FulfilledBy?.Record.OccurredOn),
        column.Whole("days_late", new("迟延天数", "days late"), one => one.Duty.DaysLate),
        column.Text("called_by", new("触发记录", "record that called for it"), one => one.Duty.CalledBy?.Resource.Name),
        column.Text("carried_from", new("结转自", "period that left it open"), one => one.Duty.CarriedFrom),
    ]);

    private static ExportTable<(PeriodResult Period, Deduction Deduction)> Deductions { get; } = Table<(PeriodResult Period, Deduction Deduction)>("deductions", new("扣分", "deductions of points"), column =>
    [
        column.Text("period", PeriodTitle, one => one.Period.Period.Id),
        column.Text("id", new("编号", "id"), one => one.Deduction.Id),
        .. column.Word("indicator", new("指标", "indicator"), one => one.Deduction.Indicator.Id, one => one.Deduction.Indicator.Title),
        .. column.Word("term", new("扣分规则", "rule of the scorecard"), one => one.Deduction.Term.Id, one => one.Deduction.Term.Title),
        column.Number("points", new("计入分", "points, once the indicator stands at its floor"), one => one.Deduction.Points),
        column.Number("points_before_floor", new("应扣分", "points before the floor"), one => one.Deduction.PointsBeforeFloor),
        column.Number("points_restored", new("裁定退还", "points that a ruling gave back"), one => one.Deduction.Restored),
        .. column.Both("reason", ReasonTitle, one => one.Deduction.Reason),
        column.Text("dispute", new("异议", "dispute about it"), one => one.Deduction.Dispute?.Dispute.Name),
        column.Text("carried_from", new("结转自", "period that left it open"), one => one.Deduction.CarriedFrom),
        column.List("clauses", ClausesTitle, one => one.Deduction.Clauses),
        column.List("records", RecordsTitle, one => Lines(one.Deduction.Records)),
        column.List("readings", new("口径", "readings it rests on"), one => one.Deduction.Interpretations),
    ]);

    private static ExportTable<(string? Period, SettlementLine Line)> Settlements { get; } = Table<(string? Period, SettlementLine Line)>("settlements", new("扣款", "settlements: deductions of money"), column =>
    [
        column.Text("period", new("考核期；没有则是期满之后", "assessment period; none for what came after the last"), one => one.Period),
        column.Text("id", new("编号", "id"), one => one.Line.Id),
        column.Text("term", new("条目", "term that takes it"), one => one.Line.Term),
        column.Yuan("amount", new("金额", "amount; none while undetermined"), one => one.Line.Amount),
        column.Yuan("restored", new("裁定退还", "yuan that a ruling gave back"), one => one.Line.Restored),
        column.Number("share", new("比例", "share of the base"), one => one.Line.Share),
        .. column.Both("reason", ReasonTitle, one => one.Line.Reason),
        column.Text("dispute", new("异议", "dispute about it"), one => one.Line.Dispute?.Dispute.Name),
        column.Text("closed_period", new("所调整的考核期", "closed period that it adjusts"), one => one.Line.ClosedPeriod),
        column.List("clauses", ClausesTitle, one => one.Line.Clauses),
        column.List("records", RecordsTitle, one => Lines(one.Line.Records)),
    ]);

    private static ExportTable<TrancheState> Tranches { get; } = Table<TrancheState>("tranches", new("款项", "tranches of payment"), column =>
    [
        .. column.Word("tranche", new("款项", "tranche"), one => one.Terms.Id, one => one.Terms.Title),
        column.Yuan("amount", new("金额", "share of the contract total"), one => one.Amount),
        column.Yuan("deducted", new("扣款", "deducted from it"), one => one.Deducted),
        column.Yuan("payable", new("应付", "payable"), one => one.Payable),
        column.Yuan("paid", new("已付", "paid"), one => one.Paid),
        column.Yuan("open", new("未付", "payable and not yet paid"), one => one.Open),
        column.Day("due_on", new("付款期限", "last day to pay"), one => one.Due),
        column.Day("paid_on", new("付款日", "day of the last payment"), one => one.PaidOn),
        column.Whole("days_late", new("逾期天数", "days late"), one => one.DaysLate),
        column.Yuan("interest", new("逾期利息", "interest on late payment"), one => one.Interest),
        column.List("waiting_for", new("尚缺条件", "conditions that have not happened"), one => one.Waiting.Select(trigger => YamlWord.Write(trigger))),
        column.List("clauses", ClausesTitle, one => one.Terms.Clauses),
    ]);

    private static ExportTable<TRow> Table<TRow>(string name, Text title, Func<ExportColumns<TRow>, IReadOnlyList<ExportColumn<TRow>>> columns) => new(name, title, name, columns(new()));

    private static string? Single(Fact fact, string field) => fact.Values(field) is [var word, ..] ? word : null;

    private static IEnumerable<string> Lines(IReadOnlyList<RecordReference> records) => records.Select(record => string.Create(CultureInfo.InvariantCulture, $"{record.Path}:{record.Line}"));
}
