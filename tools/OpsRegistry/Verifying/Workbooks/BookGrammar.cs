using System.Xml.Linq;

namespace OpsRegistry.Verifying.Workbooks;

/// <summary>What the parts of a workbook may hold (<see cref="PartGrammar"/>): the whole list of what is compared, and of what is passed over with its reason.</summary>
internal static class BookGrammar
{
    private const string Extensions = """

        extLst/ext{7626C862-2A13-11E5-B345-FEFF819CDC9F} ~ LibreOffice notes in which notation it wrote formulas
        extLst/ext{140A7094-0E35-4892-8432-C4D2E57EDEB5} ~ Excel notes the version of its charts
        extLst/ext{B58B0392-4F1F-4190-BB64-5DF3571DCE5F} ~ Excel notes with which functions it calculates
        extLst/ext{64002731-A6B0-56B0-2670-7721B7C09600} ~ Excel on a Mac notes how the window stood
        extLst/ext{EB79DEF2-80B8-43E5-95BD-54CBDDF9020C} ~ looks of slicers, of which there are none
        extLst/ext{9260A510-F301-46A8-8635-F512D64BE5F5} ~ looks of timelines, of which there are none
        """;

    private static readonly string[] MacroKinds = ["function", "vbProcedure", "xlm"];

    private const string Saved = """

        @mc:Ignorable ~ what a reader may pass over; it is looked at all the same
        @xr:uid ~ a number that Excel gives
        @xr2:uid ~ a number that Excel gives
        @xr3:uid ~ a number that Excel gives
        """;

    /// <summary>The workbook's own part, but for its list of sheets.</summary>
    public static PartGrammar Book { get; } = new(
        (WorkbookRules.ShownOtherwise, """
        @conformance = transitional
        workbookPr@date1904 = 0
        workbookPr@showObjects = all
        workbookPr@hidePivotFieldList ~ a pane beside the sheets
        workbookPr@backupFile ~ how the program saves
        workbookPr@codeName ~ a name for macros, of which there are none
        workbookPr@defaultThemeVersion ~ colours are compared as they come out of the theme
        workbookPr@filterPrivacy ~ what the program leaves out when it saves
        workbookPr@updateLinks ~ links to other files are refused
        bookViews/workbookView@visibility = visible
        bookViews/workbookView@showSheetTabs = 1
        bookViews/workbookView@minimized ~ how the window stood
        bookViews/workbookView@showHorizontalScroll ~ how the window stood
        bookViews/workbookView@showVerticalScroll ~ how the window stood
        bookViews/workbookView@xWindow ~ how the window stood
        bookViews/workbookView@yWindow ~ how the window stood
        bookViews/workbookView@windowWidth ~ how the window stood
        bookViews/workbookView@windowHeight ~ how the window stood
        bookViews/workbookView@tabRatio ~ how the window stood
        bookViews/workbookView@firstSheet ~ how far the tabs were scrolled
        bookViews/workbookView@activeTab ~ which sheet the last reader had open
        bookViews/workbookView@autoFilterDateGrouping ~ how filters list days
        bookViews/workbookView@xr2:uid ~ a number that Excel gives
        workbookProtection ~ it keeps from slips and shows nothing
        fileVersion ~ which program saved
        fileSharing ~ it asks whether to open for reading only
        fileRecoveryPr ~ how the program saves
        xr:revisionPtr ~ Excel counts its savings
        mc:AlternateContent/mc:Choice@Requires ~ it says for which programs the rest is
        mc:AlternateContent/mc:Choice/x15ac:absPath ~ the folder in which it was saved
        calcPr@calcMode = auto
        calcPr@fullPrecision = 1
        calcPr@iterate = 0
        calcPr@refMode ~ how addresses are written on the screen
        calcPr@calcId ~ which program calculated
        calcPr@fullCalcOnLoad ~ values are compared, and formulas find them again
        calcPr@calcOnSave ~ values are compared, and formulas find them again
        calcPr@calcCompleted ~ values are compared, and formulas find them again
        calcPr@forceFullCalc ~ values are compared, and formulas find them again
        calcPr@iterateCount ~ nothing is calculated in rounds
        calcPr@iterateDelta ~ nothing is calculated in rounds
        calcPr@concurrentCalc ~ how the program calculates
        calcPr@concurrentManualCount ~ how the program calculates
        """ + Saved + Extensions),
        (WorkbookRules.NamesDiffer, """
        definedNames/definedName# # name localSheetId
        definedNames/definedName =
        """))
    {
        Read = new Dictionary<string, Func<XElement, string>>(StringComparer.Ordinal) { ["definedName"] = MeaningOf },
    };

    /// <summary>A sheet's part, but for its rows, its columns and its drawing.</summary>
    public static PartGrammar Sheet { get; } = new(
        (WorkbookRules.ShownOtherwise, """
        sheetViews/sheetView@showFormulas = 0
        sheetViews/sheetView@showZeros = 1
        sheetViews/sheetView@rightToLeft = 0
        sheetViews/sheetView@windowProtection = 0
        sheetViews/sheetView@topLeftCell ~ how far the last reader had scrolled; above rows that stay in sight it is compared
        sheetViews/sheetView@showGridLines ~ grey lines on the screen that are not printed
        sheetViews/sheetView@showRowColHeaders ~ letters and numbers beside the sheet
        sheetViews/sheetView@showOutlineSymbols ~ signs beside the sheet
        sheetViews/sheetView@showRuler ~ a ruler beside the sheet
        sheetViews/sheetView@showWhiteSpace ~ how pages are drawn on the screen
        sheetViews/sheetView@defaultGridColor ~ grey lines on the screen that are not printed
        sheetViews/sheetView@colorId ~ grey lines on the screen that are not printed
        sheetViews/sheetView@tabSelected ~ which sheet the last reader had open
        sheetViews/sheetView@view ~ whether pages were shown on the screen
        sheetViews/sheetView@zoomScale ~ how large the last reader had it
        sheetViews/sheetView@zoomScaleNormal ~ how large the last reader had it
        sheetViews/sheetView@zoomScaleSheetLayoutView ~ how large the last reader had it
        sheetViews/sheetView@zoomScalePageLayoutView ~ how large the last reader had it
        sheetViews/sheetView@zoomToFit ~ how large the last reader had it
        sheetViews/sheetView@workbookViewId ~ which window
        sheetViews/sheetView@xr2:uid ~ a number that Excel gives
        sheetViews/sheetView/pane@xSplit :
        sheetViews/sheetView/pane@ySplit :
        sheetViews/sheetView/pane@state :
        sheetViews/sheetView/pane@topLeftCell ~ how far the last reader had scrolled
        sheetViews/sheetView/pane@activePane ~ where the last reader stood
        sheetViews/sheetView/selection ~ where the last reader stood
        autoFilter@ref =
        autoFilter@xr:uid ~ a number that Excel gives
        sheetFormatPr ~ heights and widths are compared row by row and column by column
        dimension ~ how far the cells reach, which programs find themselves
        sheetProtection ~ it keeps from slips and shows nothing
        phoneticPr ~ how readings above signs look, of which there are none
        ignoredErrors ~ green corners on the screen
        sheetPr@filterMode = 0
        sheetPr@codeName ~ a name for macros, of which there are none
        sheetPr@enableFormatConditionsCalculation = 1
        sheetPr/outlinePr ~ where signs stand beside the sheet
        """ + Saved + Extensions),
        (WorkbookRules.LookEdited, """
        mergeCells@count ~ they are counted
        mergeCells/mergeCell# # ref
        mergeCells/mergeCell@ref =
        conditionalFormatting# # sqref
        conditionalFormatting@sqref =
        conditionalFormatting/cfRule@type =
        conditionalFormatting/cfRule@dxfId =
        conditionalFormatting/cfRule@stopIfTrue = 0
        conditionalFormatting/cfRule@priority ~ all rules give one look
        conditionalFormatting/cfRule@aboveAverage ~ it says nothing of a rule by formula, and the kind of rule is compared
        conditionalFormatting/cfRule@equalAverage ~ it says nothing of a rule by formula, and the kind of rule is compared
        conditionalFormatting/cfRule@bottom ~ it says nothing of a rule by formula, and the kind of rule is compared
        conditionalFormatting/cfRule@percent ~ it says nothing of a rule by formula, and the kind of rule is compared
        conditionalFormatting/cfRule@rank ~ it says nothing of a rule by formula, and the kind of rule is compared
        conditionalFormatting/cfRule@text ~ it says nothing of a rule by formula, and the kind of rule is compared
        conditionalFormatting/cfRule/formula =
        hyperlinks/hyperlink# # ref
        hyperlinks/hyperlink@ref =
        hyperlinks/hyperlink@location =
        hyperlinks/hyperlink@tooltip =
        hyperlinks/hyperlink@display ~ the cell's own words are shown
        hyperlinks/hyperlink@xr:uid ~ a number that Excel gives
        """),
        (WorkbookRules.PrintedOtherwise, """
        sheetPr/pageSetUpPr@fitToPage = 0
        sheetPr/pageSetUpPr@autoPageBreaks ~ lines on the screen
        printOptions@headings = 0
        printOptions@gridLines = 0
        printOptions@gridLinesSet ~ it says nothing without gridLines
        printOptions@horizontalCentered = 0
        printOptions@verticalCentered = 0
        pageMargins@left =
        pageMargins@right =
        pageMargins@top =
        pageMargins@bottom =
        pageMargins@header =
        pageMargins@footer =
        pageSetup@paperSize = 1
        pageSetup@orientation = default
        pageSetup@scale ~ the sheet is fitted to its pages, whatever the scale
        pageSetup@fitToWidth = 1
        pageSetup@fitToHeight = 1
        pageSetup@firstPageNumber = 1
        pageSetup@useFirstPageNumber = 0
        pageSetup@pageOrder = downThenOver
        pageSetup@blackAndWhite = 0
        pageSetup@draft = 0
        pageSetup@cellComments ~ there are no comments
        pageSetup@errors = displayed
        pageSetup@horizontalDpi ~ the printer's own
        pageSetup@verticalDpi ~ the printer's own
        pageSetup@copies ~ the printer's own
        pageSetup@usePrinterDefaults ~ the printer's own
        pageSetup@r:id ~ the printer's own
        headerFooter@differentFirst = 0
        headerFooter@differentOddEven = 0
        headerFooter@scaleWithDoc ~ how large the small print is
        headerFooter@alignWithMargins ~ where the small print begins
        headerFooter/oddHeader =
        headerFooter/oddFooter =
        headerFooter/evenHeader ~ it says nothing without differentOddEven
        headerFooter/evenFooter ~ it says nothing without differentOddEven
        headerFooter/firstHeader ~ it says nothing without differentFirst
        headerFooter/firstFooter ~ it says nothing without differentFirst
        """));

    /// <summary>What a name means: its cells or formula, and whether it is hidden from people or calls a macro.</summary>
    private static string MeaningOf(XElement name)
    {
        var isMacro = MacroKinds.Any(kind => IsTrue(name.Attribute(kind)));
        return FormulaText.Normal(name.Value) + (IsTrue(name.Attribute("hidden")) ? " hidden" : "") + (isMacro ? " macro" : "");
    }

    private static bool IsTrue(XAttribute? attribute) => attribute?.Value is "1" or "true";
}
