using OpsRegistry.Reporting.Reviews;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Reporting.Reviews.ReviewedFact>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>The limits and duties whose outcome a change moves.</summary>
internal static class ReviewFactTable
{
    public static Table<ReviewedFact> For(IReadOnlyList<ReviewedFact> facts) => new("facts", new("时限与义务", "Limits and duties"), Columns, facts) { ReadsAsList = true };

    private static IReadOnlyList<Column> Columns { get; } =
    [
        Column.Label("contract", new("合同", "contract"), fact => Text.Same(fact.Contract)),
        Column.Label("period", new("周期", "period"), fact => Text.Same(fact.Period)),
        Column.Label("name", new("对象", "which"), fact => Text.Same(fact.Name)),
        Column.Words("title", new("要求", "what"), fact => fact.Title),
        new("outcome", new("结果", "outcome"), ValueKind.Label, fact => Value.Change.Of(fact.Before, fact.After)),
    ];
}
