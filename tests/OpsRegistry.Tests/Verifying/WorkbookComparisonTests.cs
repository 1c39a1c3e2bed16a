using System.Text;
using System.Xml.Linq;
using OpsRegistry.Loading;
using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Workbooks;
using OpsRegistry.Tests.Reporting;
using OpsRegistry.Verifying.Workbooks;
using OpsRegistry.Verifying;
using Xunit;

namespace OpsRegistry.Tests.Verifying;

/// <summary>Whatever is edited is found or stands on the list of what shows nothing, in our own file and in the one that LibreOffice makes of it.</summary>
public sealed class WorkbookComparisonTests(WorkbookComparisonTests.Honest honest) : IClassFixture<WorkbookComparisonTests.Honest>
{

    public static TheoryData<string> Attacks => [.. WorkbookAttacks.All.Keys];

    [Fact]
    public void The_same_bytes_are_the_same() => Assert.All(honest.Volumes, volume => Assert.Empty(volume.Compare(volume.Made.Bytes).Findings));

    [Fact]
    public void Saved_again_by_LibreOffice_it_shows_the_same() => Assert.All(honest.Volumes, volume => Passes(volume, volume.Saved));

    [Fact]
    public void Saved_again_by_Excel_it_shows_the_same() => Assert.All(honest.Volumes, volume => Passes(volume, SavedByExcel.Of(volume.Made.Bytes)));

    [Theory, MemberData(nameof(Attacks))]
    public void What_is_edited_is_found(string attack) => Judge(attack, volume => volume.Made.Bytes);

    [Theory, MemberData(nameof(Attacks))]
    public void What_is_edited_is_found_where_LibreOffice_saved(string attack) => Judge(attack, volume => volume.Saved);

    [Fact]
    public void Whatever_attribute_of_ours_changes_is_found_or_passed_over_for_a_reason() => NoneOf(honest.Volumes.SelectMany(volume => Unnoticed(volume, volume.Made.Bytes)));

    [Fact]
    public void Whatever_attribute_of_LibreOffices_changes_is_found_or_passed_over_for_a_reason() => NoneOf(honest.Volumes.SelectMany(volume => Unnoticed(volume, volume.Saved)));

    [Fact]
    public void An_element_that_nobody_knows_is_named_wherever_it_stands()
    {
        foreach (var volume in honest.Volumes)
        {
            foreach (var part in PartsOf(volume, new(volume.Made.Bytes)).Keys)
            {
                var elements = new WorkbookEdit(volume.Made.Bytes).Read(part).DescendantsAndSelf().Select(Path).Distinct(StringComparer.Ordinal).Where(path => !IsPassedOver(path)).Take(20).ToList();
                foreach (var path in elements)
                {
                    var edit = new WorkbookEdit(volume.Made.Bytes).Xml(part, root => root.DescendantsAndSelf().First(element => Path(element) == path).Add(new XElement(root.Name.Namespace + "unheardOf", new XAttribute("val", 1))));
                    Assert.True(IsNoticed(volume, edit), $"{part} {path}");
                }
            }
        }
    }

    /// <summary>Where a cell says no address, it stands right of the one before it; where a row says no number, below the one before it.</summary>
    [Fact]
    public void Cells_without_addresses_stand_one_after_the_other()
    {
        foreach (var volume in honest.Volumes)
        {
            var edit = new WorkbookEdit(volume.Made.Bytes);
            foreach (var name in volume.Sheets)
            {
                edit.Sheet(name, sheet =>
                {
                    var (taken, last) = (0, (Row: 0, Column: 0));
                    foreach (var row in sheet.Descendants(WorkbookEdit.Main + "row"))
                    {
                        var number = (int)row.Attribute("r")!;
                        row.SetAttributeValue("r", number == last.Row + 1 ? null : number);
                        last = (number, 0);
                        foreach (var cell in row.Elements(WorkbookEdit.Main + "c"))
                        {
                            var place = FormulaText.Place((string)cell.Attribute("r")!);
                            taken += place.Column == last.Column + 1 ? 1 : 0;
                            cell.SetAttributeValue("r", place.Column == last.Column + 1 ? null : (string)cell.Attribute("r")!);
                            last.Column = place.Column;
                        }
                    }

                    Assert.True(taken > 10, name);
                });
            }

            Assert.Equal([], volume.Compare(edit.ToBytes()).Findings.Where(finding => finding.Rule.Severity == Severity.Error).Select(finding => finding.Message.En));
        }
    }

    /// <summary>Excel writes a formula once where the cells below have the same, moved.</summary>
    [Fact]
    public void A_formula_that_cells_share_is_the_formula_of_each()
    {
        var edit = new WorkbookEdit(honest.Data.Made.Bytes);
        var (sheet, first, second) = Shared(edit);
        edit.Sheet(sheet, root => Share(root, first, second));
        Assert.Equal([], Errors(edit));
        var moved = new WorkbookEdit(edit.ToBytes()).Sheet(sheet, root => WorkbookEdit.Cell(root, first).Element(WorkbookEdit.Main + "f")!.Value += "+1");
        Assert.Equal(2, Errors(moved).Count(words => words.Contains(first, StringComparison.Ordinal) || words.Contains(second, StringComparison.Ordinal)));
        Assert.NotEmpty(Errors(new WorkbookEdit(edit.ToBytes()).Sheet(sheet, root => WorkbookEdit.Cell(root, second).Element(WorkbookEdit.Main + "f")!.SetAttributeValue("si", 8))));

        List<string> Errors(WorkbookEdit edited) => honest.Data.Compare(edited.ToBytes()).Findings.Where(finding => finding.Rule.Severity == Severity.Error).Select(finding => finding.Message.En).ToList();
    }

    /// <summary>Two cells, one below the other, with one formula, moved.</summary>
    private static (string Sheet, string First, string Second) Shared(WorkbookEdit edit) => (
        from name in edit.Read("xl/workbook.xml").Descendants(WorkbookEdit.Main + "sheet").Select(sheet => (string)sheet.Attribute("name")!)
        let cells = edit.Read(edit.PartOf(name)).Descendants(WorkbookEdit.Main + "c").Where(cell => cell.Element(WorkbookEdit.Main + "f") is not null).ToDictionary(cell => (string)cell.Attribute("r")!, cell => cell.Element(WorkbookEdit.Main + "f")!.Value, StringComparer.Ordinal)
        from cell in cells
        let place = FormulaText.Place(cell.Key)
        let below = FormulaText.Address((place.Row + 1, place.Column))
        where cells.TryGetValue(below, out var formula) && FormulaText.Moved(cell.Value, cell.Key, below) == formula
        select (name, cell.Key, below)).First();

    private static void Share(XElement sheet, string first, string second)
    {
        var (one, other) = (WorkbookEdit.Cell(sheet, first).Element(WorkbookEdit.Main + "f")!, WorkbookEdit.Cell(sheet, second).Element(WorkbookEdit.Main + "f")!);
        one.Add(new XAttribute("t", "shared"), new XAttribute("ref", $"{first}:{second}"), new XAttribute("si", 7));
        other.ReplaceWith(new XElement(WorkbookEdit.Main + "f", new XAttribute("t", "shared"), new XAttribute("si", 7)));
    }

    [Fact]
    public void An_emptied_cell_is_named()
    {
        var cells = new WorkbookEdit(honest.Signed.Made.Bytes).Read(new WorkbookEdit(honest.Signed.Made.Bytes).PartOf("扣分明细")).Descendants(WorkbookEdit.Main + "c").Where(cell => cell.Element(WorkbookEdit.Main + "f") is null && cell.HasElements).Take(20).Select(cell => (string)cell.Attribute("r")!).ToList();
        Assert.Equal(20, cells.Count);
        Assert.All(cells, address =>
        {
            var edit = new WorkbookEdit(honest.Signed.Made.Bytes).Sheet("扣分明细", sheet =>
            {
                var cell = WorkbookEdit.Cell(sheet, address);
                cell.RemoveNodes();
                cell.SetAttributeValue("t", null);
            });
            Assert.Contains(honest.Compare(edit.ToBytes()).Findings, finding => finding.Rule == WorkbookRules.ValueEdited && finding.Message.En.Contains($"'{address}'", StringComparison.Ordinal) | finding.Message.En.Contains($"!{address}:", StringComparison.Ordinal));
        });
    }

    /// <summary>The first of the fonts, fills and borders is one like the others.</summary>
    [Fact]
    public void The_first_font_is_compared_too()
    {
        var edit = new WorkbookEdit(honest.Signed.Made.Bytes).Styles(styles =>
        {
            var font = styles.Element(WorkbookEdit.Main + "fonts")!.Elements().First();
            font.Element(WorkbookEdit.Main + "sz")!.SetAttributeValue("val", 31);
        });
        Assert.Contains(honest.Compare(edit.ToBytes()).Findings, finding => finding.Rule.Severity == Severity.Error);
    }

    /// <summary>The look of a whole row is seen where no cell stands.</summary>
    [Fact]
    public void A_row_that_looks_like_something_is_named()
    {
        var looks = new WorkbookEdit(honest.Signed.Made.Bytes).Read("xl/styles.xml").Element(WorkbookEdit.Main + "cellXfs")!.Elements().Count();
        var seen = Enumerable.Range(0, looks).Where(look =>
        {
            var edit = new WorkbookEdit(honest.Signed.Made.Bytes).Sheet("扣分明细", sheet => sheet.Descendants(WorkbookEdit.Main + "row").First().Add(new XAttribute("s", look), new XAttribute("customFormat", 1)));
            return honest.Compare(edit.ToBytes()).Findings.Any(finding => finding.Rule.Severity == Severity.Error && finding.Message.En.Contains("row@s", StringComparison.Ordinal));
        }).ToList();
        Assert.InRange(seen.Count, 1, looks - 1);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_part_may_be_as_deep_as_one_is_read_and_no_deeper(int beyond, bool isRead)
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", OpsRegistry.Verifying.Workbooks.WorkbookPackage.DeepestElement + beyond)) + string.Concat(Enumerable.Repeat("</a>", OpsRegistry.Verifying.Workbooks.WorkbookPackage.DeepestElement + beyond));
        var edit = new WorkbookEdit(honest.Signed.Made.Bytes).Xml("xl/styles.xml", root => root.Add(XElement.Parse(deep)));
        var compared = Record.Exception(() => honest.Compare(edit.ToBytes()));
        Assert.Equal(isRead, compared is not NotAWorkbookException);
    }

    [Fact]
    public void Every_reason_for_passing_over_is_given() =>
        Assert.All(Reasons(), line => Assert.True(line.Reason.Length > 10, line.Path));

    private static void NoneOf(IEnumerable<string> paths)
    {
        var all = string.Join('\n', paths);
        Assert.True(all.Length == 0, all);
    }

    private static IEnumerable<(string Path, string Reason)> Reasons() =>
        BookGrammar.Book.PassedOver.Concat(BookGrammar.Sheet.PassedOver).Concat(DrawingGrammar.Anchor.PassedOver).Concat(DrawingGrammar.Chart.PassedOver)
            .Concat(SheetReader.PassedOver.Select(pair => (pair.Key, pair.Value))).Concat(PackageParts.PassedOver).Concat(DrawingGrammar.Chart.Inside.Where(pair => pair.Value.Length > 0).Select(pair => (pair.Key, pair.Value)));

    // Compared by what is seen of it, which the change of a number alone need not be.
    private static readonly string[] BySight =
    [
        "col@style", "row@customFormat", // the look of cells in which nothing stands
        "a:ln@w", "a:ln/a:solidFill/a:srgbClr@val", // lines not thicker than a point and a half
        "strCache/c:pt@idx", "c:tx/c:strRef/c:strCache/c:ptCount@val", // the one name of a series
        "a:defRPr@spc", "a:rPr@spc", // letters less than a point apart
    ];

    private static bool IsPassedOver(string whole) => whole.Replace("xdr:twoCellAnchor/", "", StringComparison.Ordinal).Replace("xdr:twoCellAnchor@", "@", StringComparison.Ordinal) is var path
        && (BySight.Any(seen => path.EndsWith(seen, StringComparison.Ordinal)) || DrawingGrammar.Chart.Inside.Any(line => line.Value.Length > 0 && path.EndsWith("/" + line.Key, StringComparison.Ordinal)) || IsListed(path));

    private static bool IsListed(string path) => Reasons().Any(line => path == line.Path || path.StartsWith(line.Path + "/", StringComparison.Ordinal) || path.StartsWith(line.Path + "@", StringComparison.Ordinal));

    private void Judge(string attack, Func<Volume, byte[]> workbook)
    {
        var (rule, change) = WorkbookAttacks.All[attack];
        // What is edited stands in one of the two.
        var (volume, edit) = (honest.Signed, new WorkbookEdit(workbook(honest.Signed)));
        try
        {
            change(edit);
        }
        catch (Exception missing) when (missing is InvalidOperationException or KeyNotFoundException)
        {
            (volume, edit) = (honest.Data, new WorkbookEdit(workbook(honest.Data)));
            change(edit);
        }

        var findings = volume.Compare(edit.ToBytes()).Findings.Where(finding => finding.Rule.Severity == Severity.Error).ToList();
        if (rule is null)
        {
            Assert.Empty(findings.Select(finding => finding.Message.En));
        }
        else
        {
            Assert.Contains(findings, finding => finding.Rule == rule);
        }
    }

    private static void Passes(Volume volume, byte[] workbook)
    {
        var compared = volume.Compare(workbook);
        Assert.Equal([WorkbookRules.SavedAgain], compared.Findings.Select(finding => finding.Rule).Distinct());
        Assert.False(compared.IsSigned);
    }

    /// <summary>Changes each kind of attribute and each text once, where it first stands (a third of them outside the campaign); gives those that nobody noticed and no list has.</summary>
    private static IEnumerable<string> Unnoticed(Volume volume, byte[] workbook)
    {
        foreach (var (part, all) in PartsOf(volume, new(workbook)))
        {
            foreach (var path in all.Where((_, index) => Campaign.IsLong || index % 3 == 0))
            {
                var edit = new WorkbookEdit(workbook).Xml(part, root => Change(root, path));
                if (!IsPassedOver(path) && !IsNoticed(volume, edit))
                {
                    yield return $"{part} {path}";
                }
            }
        }
    }

    private static bool IsNoticed(Volume volume, WorkbookEdit edit)
    {
        try
        {
            return volume.Compare(edit.ToBytes()).Findings.Any(finding => finding.Rule.Severity == Severity.Error);
        }
        catch (NotAWorkbookException)
        {
            return true;
        }
    }

    /// <summary>The kinds of attributes and texts of the parts that are shown.</summary>
    private static Dictionary<string, List<string>> PartsOf(Volume volume, WorkbookEdit edit) =>
        new[] { "xl/workbook.xml" }.Concat(volume.HasCharts ? ["xl/charts/chart1.xml", edit.DrawingPart] : []).Concat(volume.Sheets.Select(edit.PartOf)).ToDictionary(part => part, part =>
            edit.Read(part).DescendantsAndSelf().SelectMany(element => element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).Select(attribute => $"{Path(element)}@{PartGrammar.NameOf(attribute.Name)}")
                .Concat(!element.HasElements && !string.IsNullOrWhiteSpace(element.Value) ? [Path(element)] : []))
                .Distinct(StringComparer.Ordinal).Where(path => path != "sheets/sheet@sheetId" && !path.EndsWith("@xml:space", StringComparison.Ordinal)).ToList(), StringComparer.Ordinal); // a number by which nothing is found

    private static void Change(XElement root, string path)
    {
        var at = path.LastIndexOf('@');
        var element = root.DescendantsAndSelf().First(one => at < 0 ? Path(one) == path && !string.IsNullOrWhiteSpace(one.Value) : Path(one) == path[..at] && Attribute(one, path[(at + 1)..]) is not null);
        if (at < 0)
        {
            element.Value = Other(element.Value);
        }
        else
        {
            Attribute(element, path[(at + 1)..])!.Value = Other(Attribute(element, path[(at + 1)..])!.Value);
        }
    }

    private static XAttribute? Attribute(XElement element, string name) => element.Attributes().FirstOrDefault(attribute => PartGrammar.NameOf(attribute.Name) == name);

    private static string Other(string value) => value switch
    {
        "0" => "1",
        "1" => "0",
        "true" => "false",
        "false" => "true",
        _ when int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var number) => ((number * 3) + 7).ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ when double.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var number) => ((number * 3) + 7).ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => value + "Z",
    };

    /// <summary>The path of an element as the lists write it; rows, columns and cells by their own names.</summary>
    private static string Path(XElement element)
    {
        var steps = element.AncestorsAndSelf().Reverse().Skip(1).Select(one => one.Name.LocalName == "ext" && one.Attribute("uri") is { } uri ? $"ext{uri.Value}" : PartGrammar.NameOf(one.Name)).ToList();
        return steps is ["sheetData" or "cols", ..] && steps.Count > 1 && element.Name.LocalName is "row" or "col" or "c" or "f" ? element.Name.LocalName : string.Join('/', steps);
    }

    /// <summary>Both workbooks of a period with everything in it, and what LibreOffice makes of them.</summary>
    public sealed class Honest
    {
        public Honest()
        {
            var result = GoldenContracts.ResultOf(GoldenContracts.Loaded.Registry, "example-2025");
            Made = AssessmentWorkbook.Make(result, result.Periods[0], GoldenContracts.Origin, AssessmentVolume.SigningSet);
            Tried = AssessmentWorkbook.Make(result, result.Periods[0], GoldenContracts.Origin, AssessmentVolume.SigningSet, 3);
            var data = AssessmentWorkbook.Make(result, result.Periods[0], GoldenContracts.Origin, AssessmentVolume.DataBook);
            Signed = new(Made, ["封面", "扣分明细"]);
            Data = new(data, ["履约"]) { HasCharts = true };
        }

        internal MadeWorkbook Made { get; }

        /// <summary>The same with three points tried.</summary>
        internal MadeWorkbook Tried { get; }

        internal Volume Signed { get; }

        internal Volume Data { get; }

        internal Volume[] Volumes => [Signed, Data];

        internal ComparedWorkbook Compare(byte[] workbook) => Signed.Compare(workbook);
    }

    /// <summary>One of the two.</summary>
    /// <param name="Made">As the product makes it.</param>
    /// <param name="Sheets">The sheets of which every attribute is tried.</param>
    internal sealed record Volume(MadeWorkbook Made, string[] Sheets)
    {
        private readonly Lazy<byte[]> saved = new(() => LibreOffice.SavedAgain(Made.Bytes));

        /// <summary>As LibreOffice saves it, where somebody asks.</summary>
        public byte[] Saved => saved.Value;

        public bool HasCharts { get; init; }

        public ComparedWorkbook Compare(byte[] workbook) => WorkbookComparison.Compare("a.xlsx", Made, workbook);
    }
}
