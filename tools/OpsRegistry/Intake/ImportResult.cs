using OpsRegistry.Loading;

namespace OpsRegistry.Intake;

/// <summary>What becomes of a whole workbook: every row is filed, or none is.</summary>
/// <param name="Book">What was read.</param>
/// <param name="Rows">What becomes of each of its rows.</param>
internal sealed record ImportResult(FilledBook Book, IReadOnlyList<(FilledRow Row, FormOutcome Outcome)> Rows)
{
    /// <summary>Takes in a workbook.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="contract">The contract, for a workbook that does not say it.</param>
    /// <param name="submitter">The forge account that sent it; null where rights are not asked for.</param>
    public static ImportResult Read(IntakeContext desk, byte[] file, string? contract, string? submitter)
    {
        FormProblem? failed = null;
        return StageGuard.Run(
            () =>
            {
                var book = FilledWorkbook.Read(file, desk, contract);
                return new ImportResult(book, book.Rows.Zip(FormReader.ReceiveAll(desk, book.Rows.Select(row => row.Answered).ToList(), submitter)).ToList());
            },
            failure => failed = FormProblem.OfTool(failure)) ?? new(new("", [], [new("", "", failed!)], []), []);
    }

    /// <summary>Everything that stands in the way, by place.</summary>
    public IReadOnlyList<CellProblem> Complaints =>
    [
        .. Book.Complaints,
        .. from row in Rows
           where row.Outcome is FormOutcome.Refused
           from said in row.Outcome.Said
           select new CellProblem(row.Row.Sheet, row.Row.CellOf(said), said),
        .. Book.Complaints.Count == 0 && Rows.Count == 0
            ? [new CellProblem("", "", new(null, new("没有填写任何一行", "no row is filled in"), new("一行一条，填在各表的标题下面", "one record a row, below the heads of a sheet")))]
            : Array.Empty<CellProblem>(),
    ];

    /// <summary>What is worth a look and stands in nobody's way, by place.</summary>
    public IReadOnlyList<CellProblem> Remarks =>
    [
        .. Book.Remarks,
        .. from row in Rows
           where row.Outcome is not FormOutcome.Refused
           from said in row.Outcome.Said
           select new CellProblem(row.Row.Sheet, row.Row.CellOf(said), said),
    ];

    /// <summary>True for a workbook into which marks and comments can be written: it was read, whatever is wrong with it.</summary>
    public bool CanBearComments => Book.Contract.Length > 0 && !Book.IsText;

    /// <summary>True where nothing may be filed.</summary>
    public bool IsRefused => Complaints.Count > 0;

    /// <summary>The files to write: those of every row, or none.</summary>
    public IReadOnlyList<ReceivedRecord> Files => IsRefused ? [] : Rows.SelectMany(row => row.Outcome.Files).ToList();
}
