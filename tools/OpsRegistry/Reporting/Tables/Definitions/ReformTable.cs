using OpsRegistry.Loading;
using OpsRegistry.Reviewing;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Reviewing.PeriodChange>;
using MoveColumn = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Reviewing.ReformMove>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>Every period as it is and as it would be.</summary>
internal static class ReformTable
{
    public static Table<PeriodChange> For(Reform reform) => new("reform", new("各期的变化", "What each period would come to"), Columns, reform.Periods)
    {
        Mark = period => !period.IsNothing,
        WhenEmpty = new("还没有开始的周期。", "No period has begun."),
    };

    private static IReadOnlyList<Column> Columns { get; } =
    [
        Column.Code("period", new("周期", "period"), period => period.Period.Id) with { Width = 6 },
        Column.Points("scoreBefore", new("得分：现行", "score as written"), period => period.Before?.Assessment.Total),
        Column.Points("scoreAfter", new("得分：草案", "score with the draft"), period => period.After?.Assessment.Total),
        Column.Points("pointsMoved", new("得分变化", "points moved"), period => period.PointsMoved),
        Column.Label("bandBefore", new("档次：现行", "band as written"), period => period.Before?.Assessment.Band?.Title ?? Text.Same("—")) with { Width = 20 },
        Column.Label("bandAfter", new("档次：草案", "band with the draft"), period => period.After?.Assessment.Band?.Title ?? Text.Same("—")) with { Width = 20 },
        Column.Yuan("yuanBefore", new("扣款：现行", "yuan as written"), period => period.Before?.Settlement.Total),
        Column.Yuan("yuanAfter", new("扣款：草案", "yuan with the draft"), period => period.After?.Settlement.Total),
        Column.Yuan("yuanMoved", new("扣款变化", "yuan moved"), period => period.YuanMoved),
    ];
}

/// <summary>What moves, and by which changed field.</summary>
internal static class ReformMoveTable
{
    public static Table<ReformMove> For(Reform reform) => new("moves", new("变动与缘由", "What moves, and why"), Columns, reform.Moves)
    {
        WhenEmpty = new("得分和扣款都不变。", "Neither points nor yuan move."),
    };

    private static IReadOnlyList<MoveColumn> Columns { get; } =
    [
        MoveColumn.Code("period", new("周期", "period"), move => move.Period) with { Width = 6 },
        MoveColumn.Code("indicator", new("指标", "indicator"), move => move.Indicator) with { Width = 8 },
        MoveColumn.Code("id", new("编号", "id"), move => move.Id) with { Width = 16 },
        MoveColumn.Words("reason", new("事由", "reason"), move => move.Reason) with { Width = 40 },
        MoveColumn.Points("pointsBefore", new("扣分：现行", "points as written"), move => move.PointsBefore),
        MoveColumn.Points("pointsAfter", new("扣分：草案", "points with the draft"), move => move.PointsAfter),
        MoveColumn.Yuan("yuanBefore", new("扣款：现行", "yuan as written"), move => move.YuanBefore),
        MoveColumn.Yuan("yuanAfter", new("扣款：草案", "yuan with the draft"), move => move.YuanAfter),
        MoveColumn.Words("why", new("缘由", "why"), move => Text.Same(string.Join('；', move.Why.Select(Shown)))) with { Width = 60 },
    ];

    /// <summary>A changed field with both values.</summary>
    public static string Shown(FieldChange field) => $"{field.Field} {Shown(field.Before)} → {Shown(field.After)}";

    private static string Shown(Node? node) => node switch
    {
        null => "—",
        ScalarNode scalar => Shortened.Shorten(scalar.Text),
        MappingNode => "{…}",
        SequenceNode => "[…]",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
