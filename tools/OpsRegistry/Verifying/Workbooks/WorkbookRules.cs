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
    /// The package holds what no report has: macros, links out of the file, pictures, comments, embedded objects, or a part that no relationship leads to
    /// and that one program may open and another may not.
    /// </summary>
    public static readonly RuleInfo ForeignPart = new("OPS767", nameof(ForeignPart), new("夹带了宏、外部链接或其他内容", "macro, external link or other foreign part"), Severity.Error);

    /// <summary>
    /// A part holds something of which it is not known how it is shown. It is neither proved nor refuted: look at it yourself, or ask for the file as it
    /// was written. A file of which nothing worse is found exits 3.
    /// </summary>
    public static readonly RuleInfo NotCompared = new("OPS768", nameof(NotCompared), new("有不能比较的内容", "something cannot be compared"), Severity.Error);

    /// <summary>
    /// Another program opened and saved the workbook, or packed it anew. All that is shown and printed was compared with what the registry makes, and is the same.
    /// </summary>
    public static readonly RuleInfo SavedAgain = new("OPS769", nameof(SavedAgain), new("被其他程序重新保存", "saved again by another program"), Severity.Note);

    /// <summary>
    /// The file is not a workbook that this product wrote: no zip, damaged, too large, or another product's.
    /// </summary>
    public static readonly RuleInfo NotOurWorkbook = new("OPS770", nameof(NotOurWorkbook), new("不是本工具生成的工作簿", "not a workbook of this product"), Severity.Error);

    /// <summary>
    /// A cell looks otherwise (colour, size or kind of letters, ground, lines, place), cells are merged otherwise, a row or column has another size, or a
    /// condition or link was added, changed or taken away: the same figures can be overlooked or read as others.
    /// </summary>
    public static readonly RuleInfo LookEdited = new("OPS771", nameof(LookEdited), new("外观被改动", "look edited"), Severity.Error);

    /// <summary>
    /// The sheet goes to paper otherwise: its size, margins, header or footer, or which pages it has.
    /// </summary>
    public static readonly RuleInfo PrintedOtherwise = new("OPS772", nameof(PrintedOtherwise), new("打印设置被改动", "printed otherwise"), Severity.Error);

    /// <summary>
    /// A chart was moved, covered, or draws other figures; or something else is drawn over the cells.
    /// </summary>
    public static readonly RuleInfo DrawingEdited = new("OPS773", nameof(DrawingEdited), new("图表或图形被改动", "chart or drawing edited"), Severity.Error);

    /// <summary>
    /// The commit that the workbook names is in the repository but not in the history of the branch that was asked: nobody merged it, so its figures are those
    /// of whoever wrote it.
    /// </summary>
    public static readonly RuleInfo CommitNotMerged = new("OPS774", nameof(CommitNotMerged), new("所写的提交不在分支的历史中", "commit is not on the branch"), Severity.Error);

    /// <summary>
    /// The figures stop before the period's end, and before what the commit itself knows: somebody chose the day, and later facts are left out.
    /// </summary>
    public static readonly RuleInfo CutOffChosen = new("OPS775", nameof(CutOffChosen), new("截止时刻被提前", "cut-off moved forward"), Severity.Error);

    /// <summary>
    /// The figures stop before the period's end, as far as the commit knows it. They are those of that day and no result of the period.
    /// </summary>
    public static readonly RuleInfo CutOffBeforeEnd = new("OPS776", nameof(CutOffBeforeEnd), new("截止时刻早于考核期结束", "cut-off before the period's end"), Severity.Warning);

    /// <summary>
    /// Somebody wrote into a cell that is the reader's to fill: a name, a day, an opinion, a number to try.
    /// </summary>
    public static readonly RuleInfo FilledIn = new("OPS777", nameof(FilledIn), new("已填写", "filled in"), Severity.Note);

    /// <summary>
    /// The file's own properties, from which programs read what it is a report of, are not those of the report.
    /// </summary>
    public static readonly RuleInfo OriginEdited = new("OPS778", nameof(OriginEdited), new("文件属性被改动", "the file's properties edited"), Severity.Error);

    /// <summary>
    /// Another version of the tool wrote the workbook. What differs is listed all the same; a value is never explained by a version, ask that version.
    /// </summary>
    public static readonly RuleInfo OtherVersion = new("OPS779", nameof(OtherVersion), new("由其他版本生成", "written by another version"), Severity.Note);

    /// <summary>
    /// Files of the contract could not be read at the commit that the workbook names, so its figures leave them out: they are those of no result, final or not.
    /// </summary>
    public static readonly RuleInfo FilesLeftOut = new("OPS780", nameof(FilesLeftOut), new("有文件没有计入", "files left out of the figures"), Severity.Error);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } =
    [
        ValueEdited, FormulaEdited, FormatEdited, ShownOtherwise, SheetsDiffer, NamesDiffer, ForeignPart, NotCompared, SavedAgain, NotOurWorkbook,
        LookEdited, PrintedOtherwise, DrawingEdited, CommitNotMerged, CutOffChosen, CutOffBeforeEnd, FilledIn, OriginEdited, OtherVersion,
        FilesLeftOut,
    ];
}
