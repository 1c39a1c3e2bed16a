using OpsRegistry.Loading;

namespace OpsRegistry.Verifying.Workbooks;

/// <summary>What can be wrong with a workbook that claims to be a report of the registry.</summary>
internal static class WorkbookRules
{
    /// <summary>
    /// A cell holds another value than the one computed from the commit that the workbook names: somebody typed over it.
    /// </summary>
    public static readonly RuleInfo ValueEdited = new("OPS761", nameof(ValueEdited), new("单元格的值被改动", "cell value edited"), Severity.Error);

    /// <summary>
    /// A cell has another formula, lost its formula or got one. Its value may look right today and change with the next calculation.
    /// </summary>
    public static readonly RuleInfo FormulaEdited = new("OPS762", nameof(FormulaEdited), new("单元格的公式被改动", "cell formula edited"), Severity.Error);

    /// <summary>
    /// A cell is shown in another number format: the same value reads as another figure.
    /// </summary>
    public static readonly RuleInfo FormatEdited = new("OPS763", nameof(FormatEdited), new("单元格的数字格式被改动", "number format edited"), Severity.Error);

    /// <summary>
    /// A row, a column or a sheet is hidden, or shown where it was hidden: a reader sees another report.
    /// </summary>
    public static readonly RuleInfo ShownOtherwise = new("OPS764", nameof(ShownOtherwise), new("隐藏或显示了行、列或工作表", "row, column or sheet hidden or shown"), Severity.Error);

    /// <summary>
    /// A sheet was added, taken away, renamed or moved.
    /// </summary>
    public static readonly RuleInfo SheetsDiffer = new("OPS765", nameof(SheetsDiffer), new("工作表被增删、改名或移动", "sheet added, removed, renamed or moved"), Severity.Error);

    /// <summary>
    /// A defined name means something else, is new or is gone. Formulas read names, so a name can change a figure without a cell being touched.
    /// </summary>
    public static readonly RuleInfo NamesDiffer = new("OPS766", nameof(NamesDiffer), new("定义的名称被改动", "defined name edited"), Severity.Error);

    /// <summary>
    /// The package holds what no report has: macros, links to other workbooks, data connections, embedded or active objects.
    /// </summary>
    public static readonly RuleInfo ForeignPart = new("OPS767", nameof(ForeignPart), new("夹带了宏、外部链接或其他内容", "macro, external link or other foreign part"), Severity.Error);

    /// <summary>
    /// Every value and formula is as computed, but the bytes are not: something that was not read for meaning differs, and the workbook does not
    /// say that another program saved it.
    /// </summary>
    public static readonly RuleInfo BytesDiffer = new("OPS768", nameof(BytesDiffer), new("字节不同", "bytes differ"), Severity.Error);

    /// <summary>
    /// Another program opened and saved the workbook. Values, formulas, names and number formats were compared and are the same; colours, widths and
    /// page settings were not.
    /// </summary>
    public static readonly RuleInfo SavedAgain = new("OPS769", nameof(SavedAgain), new("被其他程序重新保存", "saved again by another program"), Severity.Note);

    /// <summary>
    /// The file is not a workbook that this product wrote: no zip, damaged, too large, or another product's.
    /// </summary>
    public static readonly RuleInfo NotOurWorkbook = new("OPS770", nameof(NotOurWorkbook), new("不是本工具生成的工作簿", "not a workbook of this product"), Severity.Error);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } =
        [ValueEdited, FormulaEdited, FormatEdited, ShownOtherwise, SheetsDiffer, NamesDiffer, ForeignPart, BytesDiffer, SavedAgain, NotOurWorkbook];
}
