using System.Xml.Linq;
using OpsRegistry.Loading;
using OpsRegistry.Verifying.Workbooks;
using OpsRegistry.Verifying;
using Xunit;

namespace OpsRegistry.Tests.Verifying;

/// <summary>Whatever is edited is found or stands on the list of what shows nothing, in our own file and in the one that LibreOffice makes of it.</summary>
public sealed class WorkbookComparisonTests(HonestWorkbooks honest) : IClassFixture<HonestWorkbooks>
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
    public void Whatever_attribute_of_ours_changes_is_found_or_passed_over_for_a_reason() => NoneOf(honest.Volumes.SelectMany(volume => AttributeSweep.Unnoticed(volume, volume.Made.Bytes)));

    [Fact]
    public void Whatever_attribute_of_LibreOffices_changes_is_found_or_passed_over_for_a_reason() => NoneOf(honest.Volumes.SelectMany(volume => AttributeSweep.Unnoticed(volume, volume.Saved)));

    [Fact]
    public void An_element_that_nobody_knows_is_named_wherever_it_stands()
    {
        foreach (var volume in honest.Volumes)
        {
            foreach (var part in AttributeSweep.PartsOf(volume, new(volume.Made.Bytes)).Keys)
            {
                var elements = new WorkbookEdit(volume.Made.Bytes).Read(part).DescendantsAndSelf().Select(AttributeSweep.Path).Distinct(StringComparer.Ordinal).Where(path => !AttributeSweep.IsPassedOver(path)).Take(20).ToList();
                foreach (var path in elements)
                {
                    var edit = new WorkbookEdit(volume.Made.Bytes).Xml(part, root => root.DescendantsAndSelf().First(element => AttributeSweep.Path(element) == path).Add(new XElement(root.Name.Namespace + "unheardOf", new XAttribute("val", 1))));
                    Assert.True(AttributeSweep.IsNoticed(volume, edit), $"{part} {path}");
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
        Assert.All(AttributeSweep.Reasons(), line => Assert.True(line.Reason.Length > 10, line.Path));

    private static void NoneOf(IEnumerable<string> paths)
    {
        var all = string.Join('\n', paths);
        Assert.True(all.Length == 0, all);
    }

    private void Judge(string attack, Func<HonestVolume, byte[]> workbook)
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

    private static void Passes(HonestVolume volume, byte[] workbook)
    {
        var compared = volume.Compare(workbook);
        Assert.Equal([WorkbookRules.SavedAgain], compared.Findings.Select(finding => finding.Rule).Distinct());
        Assert.False(compared.IsSigned);
    }
}
