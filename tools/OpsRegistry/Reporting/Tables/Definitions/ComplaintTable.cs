using OpsRegistry.Intake;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Intake.CellProblem>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>What is said of the answers in a form, in its own words: in which cell and of which question, what is wrong, and what to do about it.</summary>
internal static class ComplaintTable
{
    private const string Message = "message";

    public static Table<CellProblem> For(IReadOnlyList<CellProblem> said) => new("complaints", new("问题", "Problems"), Columns, said) { ReadsAsList = true };

    /// <summary>The same of a form without cells.</summary>
    public static Table<CellProblem> For(IReadOnlyList<FormProblem> said) => For(said.Select(problem => new CellProblem("", "", problem)).ToList());

    private static IReadOnlyList<Column> Columns { get; } =
    [
        Column.Code("place", new("位置", "place"), one => one.At),
        Column.State("question", new("项目", "question"), one => new(Text.Same(one.Problem.Label ?? ""), Tone.Plain)),
        Column.Words(Message, new("问题", "message"), one => one.Problem.Message),
        Column.Words("help", new("怎样改", "help"), one => one.Problem.Help) with { Under = Message },
    ];
}
