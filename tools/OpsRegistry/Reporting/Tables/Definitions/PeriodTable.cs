using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Reporting.Assessments;
using OpsRegistry.Reporting.Site;
using OpsRegistry.Settling;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Settling.PeriodResult>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>The periods of a contract that have begun, and how each came out.</summary>
internal static class PeriodTable
{
    private const string Score = "score";

    public static Table<PeriodResult> For(SiteContract contract) => new("standing", new("考核期", "Assessment periods"), ColumnsOf(contract), contract.Result.Periods)
    {
        WhenEmpty = new("还没有考核期开始。", "No period has begun."),
    };

    /// <summary>How firm a period's figures are.</summary>
    public static Value.State StateOf(PeriodResult period) => new(StateWords.Named(period), Tone.Plain);

    /// <summary>Stands where a reading must be decided before the period is settled.</summary>
    public static Value DecisionOf(PeriodResult? period) => period?.NeedsDecision.Any() == true ? new Value.State(ReadingTable.NeedsDecision, Tone.Warning) : Value.None;

    private static IReadOnlyList<Column> ColumnsOf(SiteContract contract)
    {
        var incidents = contract.Incidents.ToLookup(incident => incident.Period?.Period.Id);
        Column[] scored =
        [
            Column.Yuan("deducted", new("扣款（元）", "deducted (yuan)"), period => period.Settlement.Total),
            Column.Words("range", new("争议", "disputed"), period => RangeWords.UnderYuan(period.Deducted)) with { Under = "deducted" },
            Column.Count("deductions", new("扣分条数", "deductions"), period => period.Assessment.Deductions.Count()),
        ];
        return
        [
            new Column("period", new("考核期", "period"), ValueKind.Label, period => new Value.Link(Text.Same(period.Period.Id), Anchor.Period(contract.Name, period.Period.Id))),
            Column.Days("days", new("日期", "days"), period => period.Period.Days),
            Column.State("state", new("状态", "state"), StateOf),
            new Column("decision", new("须先决定", "to be decided"), ValueKind.State, DecisionOf) { Under = "state" },
            new Column(Score, new("得分", "score"), ValueKind.Points, ContractTable.ScoreOf),
            Column.Words("band", new("档次", "band"), ContractTable.BandOf) with { Under = Score },
            .. contract.IsScored ? scored : [],
            Column.Count("missing", new("缺少义务", "missing"), period => period.Assessment.Measurement.OccurrencesIn(period.Period).Count(one => one.State == OccurrenceState.Missing)) with { Tone = Tone.Bad },
            Column.Count("missed", new("未达标", "missed"), period => period.Assessment.Measurement.TargetsIn(period.Period).Count(one => one.State == TargetState.Missed)) with { Tone = Tone.Bad },
            Column.Count("incidents", new("事件", "incidents"), period => incidents[period.Period.Id].Count()),
        ];
    }
}
