using OpsRegistry.Intake;

namespace OpsRegistry.Reporting.Forms;

/// <summary>What becomes of a filled-in workbook.</summary>
/// <param name="Contract">The contract whose form it is; null where it is none.</param>
/// <param name="Accepted">True where every row is filed, false where none is.</param>
/// <param name="Written">True where the files were written, false where they were only tried.</param>
/// <param name="Rows">The rows that say anything.</param>
/// <param name="Complaints">What stands in the way.</param>
/// <param name="Remarks">What is worth a look and stands in nobody's way.</param>
internal sealed record ImportDocument(string? Contract, bool Accepted, bool Written, IReadOnlyList<ImportedRow> Rows, IReadOnlyList<ImportedProblem> Complaints, IReadOnlyList<ImportedProblem> Remarks)
{
    /// <summary>The document of a result.</summary>
    public static ImportDocument Of(ImportResult result, bool isWritten) => new(
        result.Book.Contract.Length == 0 ? null : result.Book.Contract,
        !result.IsRefused,
        isWritten && !result.IsRefused,
        result.Rows.Select(row => new ImportedRow(
            row.Row.Sheet,
            row.Row.Row,
            row.Row.Answered.Form.Kind.Name,
            row.Outcome switch
            {
                FormOutcome.Accepted => "new",
                FormOutcome.AlreadyFiled => "filed",
                FormOutcome.Changed { Amendment: null } => "updated",
                FormOutcome.Changed => "amended",
                FormOutcome.Refused => "refused",
                _ => throw new System.Diagnostics.UnreachableException(),
            },
            row.Outcome.RecordName,
            row.Outcome is FormOutcome.AlreadyFiled known ? [known.Path] : row.Outcome.Files.Select(file => file.Path).ToList())).ToList(),
        result.Complaints.Select(ImportedProblem.Of).ToList(),
        result.Remarks.Select(ImportedProblem.Of).ToList());
}

/// <summary>A row.</summary>
/// <param name="Sheet">Its sheet.</param>
/// <param name="Row">Its number, from 1.</param>
/// <param name="Kind">The kind of record.</param>
/// <param name="Outcome">new, filed (a record says the same already), updated, amended (an amendment is drafted) or refused.</param>
/// <param name="Record">The record's name; null where it was refused.</param>
/// <param name="Paths">The record's file, and that of an amendment.</param>
internal sealed record ImportedRow(string Sheet, int Row, string Kind, string Outcome, string? Record, IReadOnlyList<string> Paths);

/// <summary>Something said of a cell.</summary>
/// <param name="Sheet">The sheet; empty for the whole file.</param>
/// <param name="Cell">The cell; empty for the whole sheet.</param>
/// <param name="Label">The question; null where no single one is meant.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Help">What to do about it.</param>
internal sealed record ImportedProblem(string Sheet, string Cell, string? Label, Text Message, Text Help)
{
    /// <summary>The problem as it is written.</summary>
    public static ImportedProblem Of(CellProblem problem) => new(problem.Sheet, problem.Cell, problem.Problem.Label, problem.Problem.Message, problem.Problem.Help);
}
