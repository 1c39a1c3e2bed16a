using OpsRegistry.Loading;

namespace OpsRegistry.Verifying.Workbooks;

/// <summary>Compares a workbook with what the registry makes of the commit that it names, cell by cell.</summary>
internal static class WorkbookComparison
{
    private const double Tolerance = 1e-9;
    private const int ShownText = 80;
    private static readonly string[] Foreign = ["vbaProject", "externalLink", "connections", "queryTable", "embeddings/", "activeX", "customXml", "macrosheets", "dialogsheets", "ctrlProps", "webextension", "webPublish"];

    /// <summary>Everything that differs; empty for the very same bytes.</summary>
    /// <param name="path">What the file is called, for findings.</param>
    /// <param name="expected">The bytes that the registry makes.</param>
    /// <param name="found">The file's bytes.</param>
    /// <exception cref="NotAWorkbookException">The file is no workbook.</exception>
    public static IReadOnlyList<Finding> Of(string path, byte[] expected, byte[] found)
    {
        if (expected.AsSpan().SequenceEqual(found))
        {
            return [];
        }

        var (wanted, package) = (WorkbookContent.Of(WorkbookPackage.Open(expected)), WorkbookPackage.Open(found));
        var content = WorkbookContent.Of(package);
        var findings = new List<Finding>();
        ForeignParts(path, wanted, content, findings);
        Names(path, wanted, content, findings);
        Sheets(path, wanted, content, findings);
        if (findings.Count == 0)
        {
            findings.Add(SavedOrTouched(path, wanted, content, WorkbookPackage.Open(expected), package));
        }

        return FindingOrder.Sorted(findings);
    }

    private static Finding SavedOrTouched(string path, WorkbookContent wanted, WorkbookContent content, WorkbookPackage expected, WorkbookPackage found)
    {
        if (content.Application != wanted.Application)
        {
            return new(WorkbookRules.SavedAgain, Place.StartOf(path),
                new($"由“{content.Application}”重新保存：值、公式、名称、数字格式全部相同；颜色、列宽、版面没有比较", $"saved again by '{content.Application}': every value, formula, name and number format is the same; colours, widths and page settings were not compared"),
                new("要逐字节核验，请用生成时的原文件", "to prove it byte by byte, use the file as it was written"));
        }

        var parts = expected.Names.Union(found.Names).Where(name => !(expected.Bytes(name) ?? []).AsSpan().SequenceEqual(found.Bytes(name) ?? [])).Order(StringComparer.Ordinal).ToList();
        return new(WorkbookRules.BytesDiffer, Place.StartOf(path),
            parts.Count > 0
                ? new($"值和公式相同，但这些部件的字节不同：{string.Join("、", parts)}", $"values and formulas are the same, but these parts have other bytes: {string.Join(", ", parts)}")
                : new("各部件相同，压缩包的字节不同", "the parts are the same, the package has other bytes"),
            new("重新生成工作簿，不要用改过的", "make the workbook again and do not use this one"));
    }

    private static void ForeignParts(string path, WorkbookContent wanted, WorkbookContent content, List<Finding> findings) => findings.AddRange(
        from part in content.Parts.Except(wanted.Parts)
        where Foreign.Any(word => part.Contains(word, StringComparison.OrdinalIgnoreCase))
        select new Finding(WorkbookRules.ForeignPart, Place.StartOf(path), new($"有不该有的部件 {part}", $"holds the part {part}, which no report has"), new("不要打开它的宏和链接；重新生成工作簿", "do not allow its macros and links; make the workbook again")));

    private static void Names(string path, WorkbookContent wanted, WorkbookContent content, List<Finding> findings) => findings.AddRange(
        from name in wanted.Names.Keys.Union(content.Names.Keys)
        let expected = wanted.Names.GetValueOrDefault(name)
        let actual = content.Names.GetValueOrDefault(name)
        where expected != actual
        select new Finding(WorkbookRules.NamesDiffer, Place.StartOf(path), Differ(new($"名称 {name}", $"name '{name}'"), expected, actual), Restore));

    private static void Sheets(string path, WorkbookContent wanted, WorkbookContent content, List<Finding> findings)
    {
        var (expected, actual) = (wanted.Sheets.Select(sheet => sheet.Name).ToList(), content.Sheets.Select(sheet => sheet.Name).ToList());
        if (!expected.SequenceEqual(actual))
        {
            findings.Add(new(WorkbookRules.SheetsDiffer, Place.StartOf(path), Differ(new("工作表", "sheets"), string.Join("、", expected), string.Join("、", actual)), Restore));
        }

        foreach (var sheet in wanted.Sheets)
        {
            if (content.Sheets.FirstOrDefault(other => other.Name == sheet.Name) is { } other)
            {
                Shown(path, sheet, other, findings);
                Cells(path, sheet, other, findings);
            }
        }
    }

    private static void Shown(string path, SheetContent wanted, SheetContent found, List<Finding> findings)
    {
        var rows = Differing(wanted.Grid.HiddenRows, found.Grid.HiddenRows);
        var columns = Differing(wanted.Grid.HiddenColumns, found.Grid.HiddenColumns);
        if (wanted.State != found.State)
        {
            findings.Add(new(WorkbookRules.ShownOtherwise, Place.StartOf(path), Differ(new($"工作表“{wanted.Name}”", $"sheet '{wanted.Name}'"), wanted.State, found.State), Restore));
        }

        if (rows.Count > 0 || columns.Count > 0)
        {
            findings.Add(new(WorkbookRules.ShownOtherwise, Place.StartOf(path),
                new($"工作表“{wanted.Name}”的行 {string.Join("、", rows)} 列 {string.Join("、", columns)} 被隐藏或显示", $"sheet '{wanted.Name}': rows {string.Join(", ", rows)} columns {string.Join(", ", columns)} are hidden or shown otherwise"), Restore));
        }
    }

    private static List<int> Differing(IReadOnlySet<int> one, IReadOnlySet<int> other) => one.Except(other).Concat(other.Except(one)).Order().ToList();

    private static void Cells(string path, SheetContent wanted, SheetContent found, List<Finding> findings)
    {
        foreach (var address in wanted.Grid.Cells.Keys.Union(found.Grid.Cells.Keys))
        {
            var (expected, actual) = (wanted.Grid.Cells.GetValueOrDefault(address), found.Grid.Cells.GetValueOrDefault(address));
            var where = Text.Same($"'{wanted.Name}'!{address}");
            var (row, column) = FormulaText.Place(address);
            var place = new Place(path, row, column, 1);
            if (expected?.Formula != actual?.Formula)
            {
                findings.Add(new(WorkbookRules.FormulaEdited, place, Differ(where, expected?.Formula is { } old ? "=" + old : expected?.Value, actual?.Formula is { } now ? "=" + now : actual?.Value), Restore));
            }

            if (!SameValue(expected, actual))
            {
                findings.Add(new(WorkbookRules.ValueEdited, place, Differ(where, expected?.Value, actual?.Value), Restore));
            }
            else if (expected?.Type == 'n' && wanted.Grid.Formats[address] is var format && found.Grid.Formats[address] is var other && format != other)
            {
                findings.Add(new(WorkbookRules.FormatEdited, place, Differ(where, format, other), Restore));
            }
        }
    }

    private static bool SameValue(CellContent? one, CellContent? other) =>
        (one?.Type ?? 's') == (other?.Type ?? 's') &&
        (one?.Value == other?.Value || (one?.Value ?? "").Length + (other?.Value ?? "").Length == 0 || (one?.Type == 'n' && Near(one.Value, other!.Value)));

    private static bool Near(string one, string other) =>
        double.TryParse(one, NumberStyles.Float, CultureInfo.InvariantCulture, out var left) && double.TryParse(other, NumberStyles.Float, CultureInfo.InvariantCulture, out var right) &&
        Math.Abs(left - right) <= Tolerance * Math.Max(1, Math.Abs(left));

    private static Text Restore { get; } = new("重新生成工作簿，不要用改过的", "make the workbook again and do not use this one");

    private static Text Differ(Text where, string? expected, string? found) => new(
        $"{where.Zh}：应为{Quoted(expected, "（空）")}，实为{Quoted(found, "（空）")}", $"{where.En}: expected {Quoted(expected, "nothing")}, found {Quoted(found, "nothing")}");

    private static string Quoted(string? text, string empty) =>
        string.IsNullOrEmpty(text) ? empty : $"'{(text.Length > ShownText ? text[..ShownText] + "…" : text)}'";
}
