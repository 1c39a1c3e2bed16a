using OpsRegistry.Verifying.Workbooks;

namespace OpsRegistry.Intake;

/// <summary>A record as it was filled in: a row of a workbook, or several where it is told part by part.</summary>
/// <param name="Answered">The form and its answers.</param>
/// <param name="Sheet">The sheet's name.</param>
/// <param name="Row">The first row, from 1.</param>
/// <param name="Cells">The cell of each question in that row, by label: <c>C4</c>.</param>
internal sealed record FilledRow(AnsweredForm Answered, string Sheet, int Row, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>All its rows.</summary>
    public IReadOnlyList<int> Rows { get; init; } = [Row];

    /// <summary>The cell of which something is said; the first filled one where no single one is meant.</summary>
    public string CellOf(FormProblem problem) => problem.Label is not { } label || !Cells.TryGetValue(label, out var cell) ? First
        : problem.Row is { } row ? FormulaText.Address((row, FormulaText.Place(cell).Column))
        : cell;

    private string First => Cells.FirstOrDefault(cell => Answered.Answers.ContainsKey(cell.Key)).Value ?? $"A{Row}";
}

/// <summary>Something said of a cell, of a sheet, or of the whole file.</summary>
/// <param name="Sheet">The sheet's name; empty for the file.</param>
/// <param name="Cell">The cell; empty for the sheet.</param>
internal sealed record CellProblem(string Sheet, string Cell, FormProblem Problem)
{
    /// <summary>Where it is; empty for the file.</summary>
    public string At => Cell.Length == 0 ? Sheet : $"{Sheet}!{Cell}";
}

/// <summary>What was read of a workbook.</summary>
/// <param name="Contract">The contract whose form it is; empty where it is none.</param>
/// <param name="Rows">The rows that say anything.</param>
/// <param name="Complaints">What could not be understood: with one of these nothing is filed.</param>
/// <param name="Remarks">What was read and not taken in, such as pictures.</param>
internal sealed record FilledBook(string Contract, IReadOnlyList<FilledRow> Rows, IReadOnlyList<CellProblem> Complaints, IReadOnlyList<CellProblem> Remarks)
{
    /// <summary>True for a text of lines and columns, which cannot bear marks and comments.</summary>
    public bool IsText { get; init; }
}
