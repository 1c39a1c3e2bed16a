using OpsRegistry.Model;
using Promise = (OpsRegistry.Text Kind, OpsRegistry.Text Title, bool Assumed, System.Collections.Generic.IReadOnlyList<string> Clauses);
using Column = OpsRegistry.Reporting.Tables.Column<(OpsRegistry.Text Kind, OpsRegistry.Text Title, bool Assumed, System.Collections.Generic.IReadOnlyList<string> Clauses)>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>What the vendor promised when it bid, and what lets the purchaser leave.</summary>
internal static class PromiseTable
{
    public static Table<Promise> For(ContractFolder folder) => new("promises", new("投标承诺与退出条件", "Bid commitments and exit triggers"), Columns,
    [
        .. folder.Terms.Commitments.Select(one => new Promise(new("承诺", "commitment"), one.Title, one.Assumed, one.Clauses)),
        .. folder.Terms.ExitTriggers.Select(one => new Promise(new("退出条件", "exit trigger"), one.Title, false, one.Clauses)),
    ]);

    private static IReadOnlyList<Column> Columns { get; } =
    [
        Column.Words("title", new("内容", "what"), row => row.Title) with { Width = 46 },
        Column.Label("kind", new("类别", "kind"), row => row.Kind),
        Column.Label("assumed", new("性质", "nature"), row => row.Assumed ? new("演示", "illustrative") : Text.Same("")) with { Under = "kind" },
        Column.Clauses("clauses", new("条款", "clause"), row => row.Clauses),
    ];
}
