using OpsRegistry.Model;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Model.UnmeasuredSentences>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>The sentences of a service's section that nothing measures, with what is missing.</summary>
internal static class UnmeasuredTable
{
    public static Table<UnmeasuredSentences> For(Service service) => new("unmeasured", new("不计量的语句", "Sentences not measured"), Columns, service.NotMeasured);

    private static IReadOnlyList<Column> Columns { get; } =
    [
        Column.Clauses("clause", new("条款", "clause"), sentence => [sentence.Clause]) with { Width = 24 },
        Column.Words("reason", new("缺什么、为何", "what is missing, and why"), sentence => Text.Same(sentence.Reason)) with { Width = 60 },
    ];
}
