using OpsRegistry.Interpreting;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Reporting.Tables.Definitions.InForceRow>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>An unclear clause, how it is read, and the decision behind that; no decision means the default.</summary>
internal sealed record InForceRow(Interpretation Interpretation, InterpretationOption? Option, Resource<Decision>? Decision);

/// <summary>现行理解: how each unclear clause is read, and why.</summary>
internal static class InForceTable
{
    public const string Id = "inForce";

    public static Table<InForceRow> For(ContractFolder folder, PeriodResult period) => For(folder, period.ReadingsInForce);

    public static Table<InForceRow> For(ContractFolder folder, IReadOnlyDictionary<string, string> inForce) => new(Id, new("现行理解", "Readings in force"), Columns, RowsOf(folder, inForce).ToList())
    {
        WhenEmpty = new("合同没有登记须作解释的条款。", "The contract has no unclear clause."),
        Anchors = row => [Anchor.Reading(row.Interpretation.Key)],
        IsList = true,
        Details = row => new(new("各种理解", "every way to read it"), row.Interpretation.Options.Select(option => new Blocks.Block.Paragraph(OptionOf(row, option))).ToList<Blocks.Block>()),
    };

    private static IEnumerable<InForceRow> RowsOf(ContractFolder folder, IReadOnlyDictionary<string, string> inForce) =>
        from item in folder.Interpretations?.Items ?? []
        select new InForceRow(
            item,
            item.Options.FirstOrDefault(option => option.Id == inForce.GetValueOrDefault(item.Key)),
            Readings.DecisionOn(folder, item.Key));

    private static IReadOnlyList<Column> Columns { get; } =
    [
        new Column("key", new("键", "key"), ValueKind.Code, KeyOf) { Width = 17 },
        Column.Words("question", new("不明之处", "question"), row => row.Interpretation.Question) with { Width = 46 },
        Column.Words("option", new("现行理解", "read as"), row => row.Option?.Title ?? Text.Same("—")) with { Width = 26 },
        Column.Words("origin", new("来由", "why"), OriginOf) with { Width = 32, IsEssential = false },
        Column.Clauses("clauses", new("条款", "clause"), row => row.Interpretation.Clauses) with { Width = 26, IsEssential = false },
    ];

    private static Text OptionOf(InForceRow row, InterpretationOption option)
    {
        var mark = option == row.Option ? "● " : "○ ";
        var (zh, en) = option.NotComputed is { } why ? ($"（{why.Zh}）", $" ({why.En})") : ("", "");
        return new(mark + option.Title.Zh + zh, mark + option.Title.En + en);
    }

    private static Value KeyOf(InForceRow row) => row.Decision is { } decision
        ? new Value.Link(Text.Same(row.Interpretation.Key), Anchor.Record(decision.Path))
        : new Value.Code(row.Interpretation.Key);

    private static Text OriginOf(InForceRow row) => row.Decision is { Spec: var decision }
        ? new($"已决定（{Clocks.Moment.Show(decision.DecidedOn)}，{decision.DecidedBy}）：{decision.Reason}", $"decided ({Clocks.Moment.Show(decision.DecidedOn)}, {decision.DecidedBy}): {decision.Reason}")
        : new($"默认：{row.Interpretation.Reason?.Zh ?? "—"}", $"by default: {row.Interpretation.Reason?.En ?? "—"}");
}
