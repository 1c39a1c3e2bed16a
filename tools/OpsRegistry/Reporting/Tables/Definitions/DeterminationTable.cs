using OpsRegistry.Loading;
using OpsRegistry.Settling;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Settling.DeterminationEffect>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>认定: what was claimed, what the purchaser determined, and what the claim would come to.</summary>
internal static class DeterminationTable
{
    public const string Id = "determinations";

    public static Table<DeterminationEffect> For(PeriodResult period) => new(Id, new("认定", "Determinations"), Columns, period.Determinations)
    {
        WhenEmpty = new("本期没有认定。", "Nothing is determined."),
        IsList = true,
    };

    /// <summary>Those on one record.</summary>
    public static Table<DeterminationEffect> For(PeriodResult period, string path) => For(period) with { Rows = period.Determinations.Where(one => one.Record.Path == path).ToList() };

    private static IReadOnlyList<Column> Columns { get; } =
    [
        new Column("record", new("记录", "record"), ValueKind.Record, row => new Value.Record(row.Record.Name, row.Record.Path, row.Record.Place.Line)) { Width = 22 },
        Column.Code("field", new("字段", "field"), row => row.Determination.Spec.Field) with { Width = 14 },
        Column.Words("claimed", new("申报", "claimed"), row => Quoted.Plain(row.Claimed)) with { Width = 12 },
        Column.Words("determined", new("认定为", "determined as"), row => Quoted.Plain(row.Determination.Spec.Value)) with { Width = 12 },
        Column.Day("on", new("认定日", "on"), row => row.Determination.Spec.DeterminedOn) with { Width = 11 },
        Column.Code("by", new("认定人", "by"), row => row.Determination.Spec.DeterminedBy) with { Width = 15 },
        Column.Words("reason", new("理由", "reason"), row => Text.Same(row.Determination.Spec.Reason)) with { Width = 36, IsEssential = false },
        Column.State("state", new("状态", "state"), row => new Value.State(row.State.Title(), row.State == DeterminationState.InForce ? Tone.Good : Tone.Faint)) with { Width = 12 },
        Column.Points("claimScore", new("按申报的得分", "score if the claim held"), row => row.Total) with { Width = 12, IsEssential = false },
        Column.Yuan("claimAmount", new("按申报的扣款（元）", "yuan if the claim held"), row => row.Amount) with { Width = 14, IsEssential = false },
    ];
}
