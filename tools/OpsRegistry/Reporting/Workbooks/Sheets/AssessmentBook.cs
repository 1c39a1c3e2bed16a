using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>What the sheets of one workbook share: the result that they show, and the cells that they link to.</summary>
internal sealed class AssessmentBook(WorkbookDraft draft, ContractResult result, PeriodResult period, ReportOrigin origin)
{
    private readonly Dictionary<Page, SheetDraft> sheets = [];
    private readonly ILookup<string, string> deductionsByPath = period.Assessment.Deductions
        .SelectMany(deduction => deduction.Records.Select(record => (record.Path, deduction.Id)))
        .ToLookup(pair => pair.Path, pair => pair.Id, StringComparer.Ordinal);

    public ContractResult Result => result;

    public PeriodResult Period => period;

    public AssessmentPeriod Days => period.Period;

    public Assessment Assessment => period.Assessment;

    public Measurement Measurement => period.Assessment.Measurement;

    public ContractFolder Folder => period.Assessment.Measurement.Folder;

    public ReportOrigin Origin => origin;

    /// <summary>The records' rows in the ledgers, by path.</summary>
    public Dictionary<string, CellDraft> Rows { get; } = new(StringComparer.Ordinal);

    /// <summary>The rows of missing occurrences, in order, by obligation.</summary>
    public Dictionary<OccurrenceKey, CellDraft> MissingRows { get; } = [];

    /// <summary>The time proofs, by target and record.</summary>
    public Dictionary<TargetResult, CellDraft> Proofs { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>The table of deductions, for the form's formulas; null where nothing is scored.</summary>
    public DeductionTable? Deductions { get; set; }

    /// <summary>The limits with their attainment's cell; no figure where nothing was measured.</summary>
    public List<(string Title, CellDraft Cell, decimal? Share)> Attainments { get; } = [];

    /// <summary>The incidents' table, for counting; null where there are none.</summary>
    public TableArea? Incidents { get; set; }

    /// <summary>The table of bands; null where there are none.</summary>
    public TableArea? Bands { get; set; }

    /// <summary>What git says of the contract's files in the period; null where there is no git to ask.</summary>
    public IReadOnlyList<HistoryLine>? History { get; } = origin.History?
        .Where(line => line.Change.Path.StartsWith($"ops-registry/contracts/{result.Folder.Name}/", StringComparison.Ordinal)
            && period.Period.Days.Contains(BeijingTime.DateOf(line.Commit.CommittedAt)))
        .ToList();

    /// <summary>The deductions that rest on a file, e.g. <c>A1-1.2、C1-1.1</c>.</summary>
    public string DeductionsOn(string path) => string.Join("、", deductionsByPath[path].Distinct(StringComparer.Ordinal));

    public SheetDraft Add(Page page) => sheets[page] = draft.AddSheet(page.Name);

    public SheetDraft this[Page page] => sheets[page];

    public bool Has(Page page) => sheets.ContainsKey(page);

    /// <summary>Writes a sheet's title, the line under it and what is printed on each page; gives the first free row.</summary>
    /// <param name="page">The sheet.</param>
    /// <param name="columns">How many columns the title spans.</param>
    /// <param name="landscape">True for the long side across.</param>
    /// <param name="title">The title; absent: the sheet's name.</param>
    public int Head(Page page, int columns, bool landscape, string? title = null)
    {
        var sheet = this[page];
        sheet.Across(1, 1, columns, title ?? page.Name, Look.Title);
        sheet.AtLeast(1, 30);
        sheet.Across(2, 1, columns, $"{Folder.Terms.Title.Zh}　{Words.Of(Days)}　{Words.DaysOf(Days)}　{Words.StateOf(this)}", Look.Subtitle);
        sheet.PrintOnA4(landscape, PageHeader).PrintBelow(PageFooter);
        return 4;
    }

    /// <summary>Writes why a sheet or table is empty, in one line.</summary>
    public static int Empty(SheetDraft sheet, int row, int columns, string why)
    {
        sheet.Across(row, 1, columns, why, Look.Note);
        return row + 1;
    }

    /// <summary>What stands at the bottom right of every printed page: paper alone can be traced to its commit.</summary>
    public string PageFooter => $"{(Origin.IsCommitted ? $"提交 {Origin.Commit[..12]}" : "未提交")} · {Origin.ToolVersion}";

    /// <summary>What stands at the top of every printed page.</summary>
    public string PageHeader => $"{Folder.Terms.Title.Zh}　{Words.Of(Days)}　{Words.StateOf(this)}";
}
