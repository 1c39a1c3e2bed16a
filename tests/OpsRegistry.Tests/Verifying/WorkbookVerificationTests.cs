using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace OpsRegistry.Tests.Verifying;

/// <summary>A workbook that somebody touched is told from one that nobody did, cell by cell.</summary>
public sealed class WorkbookVerificationTests(ReportedWorkbook reported) : IClassFixture<ReportedWorkbook>
{
    private const string ScoreSheet = "评分表";

    [Fact]
    public void An_untouched_workbook_passes()
    {
        var outcome = reported.Verify(reported.Workbook);
        Assert.Equal((0, ""), (outcome.Exit, outcome.Error));
        Assert.Contains("byte for byte what the registry makes of its commit", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_data_book_is_proved_like_what_is_signed()
    {
        var outcome = reported.Verify(reported.DataBook);
        Assert.Equal((0, ""), (outcome.Exit, outcome.Error));
        Assert.Contains("byte for byte what the registry makes of its commit", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("example-2026 P1 data book; commit", outcome.Output, StringComparison.Ordinal);
        var edited = new WorkbookEdit(reported.DataBook);
        Finds("OPS761", edited.Fill("核验", "A4", "提交号：" + new string('0', 40)).ToBytes());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Without_its_properties_it_is_known_by_the_words_that_people_read(bool isData)
    {
        var edit = new WorkbookEdit(isData ? reported.DataBook : reported.Workbook).Xml("docProps/custom.xml", root => root.RemoveNodes());
        Assert.Contains($"example-2026 P1 {(isData ? "data book" : "signing set")}; commit {reported.Commit[..12]}", reported.Verify(edit.ToBytes()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_edited_number_is_named_with_sheet_and_cell()
    {
        var outcome = reported.Verify(reported.Edited("xl/worksheets/", ScoreSheet, sheet => WithValue(sheet, "18", "19")));
        Assert.Equal(1, outcome.Exit);
        Assert.Matches(@"error\[OPS761\]: '[^']+'![A-Z]+[0-9]+: expected '18', found '19'", outcome.Output);
        Assert.Single(outcome.Lines, line => line.StartsWith("error", StringComparison.Ordinal));
    }

    [Fact]
    public void A_value_in_a_formulas_place_is_named() =>
        Finds("OPS762", reported.Edited("xl/worksheets/", ScoreSheet, sheet => Replace(sheet, "<x:f>", "</x:f>", "") ?? Replace(sheet, "<f>", "</f>", "")!));

    [Fact]
    public void A_hidden_row_is_named() =>
        Finds("OPS764", reported.Edited("xl/worksheets/", ScoreSheet, sheet => Once(sheet, "row r=\"5\"", "row hidden=\"1\" r=\"5\"")));

    [Fact]
    public void A_hidden_sheet_is_named() =>
        Finds("OPS764", reported.Edited("xl/workbook.xml", null, book => Once(book, $"name=\"{ScoreSheet}\"", $"name=\"{ScoreSheet}\" state=\"hidden\"")));

    [Fact]
    public void A_renamed_sheet_is_named() =>
        Finds("OPS765", reported.Edited("xl/workbook.xml", null, book => Once(book, $"name=\"{ScoreSheet}\"", "name=\"评分表二\"")));

    [Fact]
    public void A_defined_name_that_means_another_cell_is_named() =>
        Finds("OPS766", reported.Edited("xl/workbook.xml", null, book => Once(book, "name=\"Score\"", "name=\"Skore\"")));

    [Fact]
    public void Another_number_format_is_named() =>
        Finds("OPS763", reported.Edited("xl/styles.xml", null, styles => styles.Replace("formatCode=\"0.00\"", "formatCode=\"0\"", StringComparison.Ordinal).Replace("numFmtId=\"2\"", "numFmtId=\"1\"", StringComparison.Ordinal)));

    [Fact]
    public void A_macro_is_named() => Finds("OPS767", reported.With("xl/vbaProject.bin", [1, 2, 3]));

    [Fact]
    public void A_link_to_another_workbook_is_named() => Finds("OPS767", reported.With("xl/externalLinks/externalLink1.xml", Encoding.UTF8.GetBytes("<a/>")));

    [Fact]
    public void A_part_that_nothing_leads_to_is_told_too() => Finds("OPS767", reported.With("docProps/remark.txt", [65]));

    [Fact]
    public void What_cannot_be_compared_is_named_and_is_no_pass()
    {
        var outcome = reported.Verify(reported.Edited("xl/worksheets/", ScoreSheet, sheet => sheet.Replace("</sheetData>", "</sheetData><tableParts/>", StringComparison.Ordinal)));
        Assert.Equal(3, outcome.Exit);
        Assert.Contains("error[OPS768]: '评分表' tableParts: it is not known how that is shown", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_signed_one_says_so_and_of_which_commit_and_day_it_is()
    {
        var edit = new WorkbookEdit(reported.Workbook);
        var name = edit.Read("xl/workbook.xml").Descendants(WorkbookEdit.Main + "definedName").First(one => (string?)one.Attribute("name") == "Sign_Vendor_Name").Value.Split('!');
        var outcome = reported.Verify(edit.Fill(name[0].Trim('\''), name[1].Replace("$", "", StringComparison.Ordinal), "张工").ToBytes());
        Assert.Equal((0, ""), (outcome.Exit, outcome.Error));
        Assert.Contains("note[OPS777]: '封面'!", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("signed; every figure identical", outcome.Output, StringComparison.Ordinal);
        Assert.Contains($"example-2026 P1 signing set; commit {reported.Commit[..12]} (2026-04-01); data up to 2026-03-31 24:00", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_commit_that_was_never_merged_proves_nothing()
    {
        using var fixture = GitFixture.Example();
        fixture.StartBranch("vendor").Replace("ops-registry/registry.yaml", "Example registry", "Another registry").Commit("Never merged");
        var outcome = reported.Verify(fixture, "--at", "vendor");
        Assert.Equal((1, ""), (outcome.Exit, outcome.Error));
        Assert.Matches("error\\[OPS774\\]: commit [0-9a-f]{12} \\(2026-04-01\\) is not in the history of [0-9a-f]{12}", outcome.Output);
    }

    [Fact]
    public void A_cut_off_that_somebody_chose_before_the_periods_end_is_an_error()
    {
        using var fixture = GitFixture.Example();
        var outcome = reported.Verify(fixture, "--as-of", "2026-02-15");
        Assert.Equal((1, ""), (outcome.Exit, outcome.Error));
        Assert.Contains("error[OPS775]: the figures stop at 2026-02-15 24:00 and the period ends at 2026-03-31 24:00; the commit knows more", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_off_before_the_periods_end_is_said()
    {
        using var fixture = GitFixture.Example();
        fixture.Replace("ops-registry/registry.yaml", "2026-03-31", "2026-03-20").Commit("Complete up to the twentieth");
        var outcome = reported.Verify(fixture);
        Assert.Equal((0, ""), (outcome.Exit, outcome.Error));
        Assert.Contains("warning[OPS776]: the figures stop at 2026-03-20 24:00 and the period ends at 2026-03-31 24:00", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_differ_are_listed_whatever_version_is_claimed()
    {
        var edit = new WorkbookEdit(reported.Edited("xl/worksheets/", ScoreSheet, sheet => WithValue(sheet, "18", "19")))
            .Xml("docProps/custom.xml", root => root.Elements().First(property => (string?)property.Attribute("name") == "opsreg.toolVersion").Elements().First().Value = "0.0.9");
        var outcome = reported.Verify(edit.ToBytes());
        Assert.Equal((1, ""), (outcome.Exit, outcome.Error));
        Assert.Matches(@"error\[OPS761\]: '[^']+'![A-Z]+[0-9]+: expected '18', found '19'", outcome.Output);
        Assert.Contains("note[OPS779]", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<cols>", "<cols><col min=\"-2147483648\" max=\"16384\" hidden=\"1\"/>")]
    [InlineData("<cols>", "<cols><col min=\"1\" max=\"2147483647\" width=\"9\"/>")]
    [InlineData("<cols>", "<cols><col min=\"9\" max=\"1\" width=\"9\"/>")]
    [InlineData("<row r=\"1\"", "<row r=\"2147483647\"/><row r=\"1\"")]
    [InlineData("<row r=\"1\"", "<row r=\"-5\"/><row r=\"1\"")]
    [InlineData("<c r=\"A1\"", "<c r=\"ZZZZ1\"><v>1</v></c><c r=\"A1\"")]
    public void Numbers_beyond_any_sheet_are_refused(string old, string replacement) => Finds("OPS770", reported.Edited("xl/worksheets/", ScoreSheet, sheet => Once(sheet, old, replacement)));

    [Fact]
    public void A_part_deeper_than_any_is_refused_before_it_is_kept() => Finds("OPS770", reported.Edited("xl/worksheets/", ScoreSheet, sheet =>
        Once(sheet, "<sheetData>", "<sheetData>" + string.Concat(Enumerable.Repeat("<a>", 200_000)))));

    [Fact]
    public void Saved_again_by_LibreOffice_passes_and_says_so()
    {
        var outcome = reported.Verify(Reporting.LibreOffice.SavedAgain(reported.Workbook));
        Assert.Contains("note[OPS769]", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(0, outcome.Exit);
    }

    [Fact]
    public void No_zip_is_no_workbook() => Finds("OPS770", Encoding.UTF8.GetBytes("PK\u0003\u0004 not really"));

    [Fact]
    public void An_empty_file_is_no_workbook() => Finds("OPS770", []);

    [Fact]
    public void A_zip_of_something_else_is_no_workbook() => Finds("OPS770", ReportedWorkbook.Zip(("hello.txt", Encoding.UTF8.GetBytes("hello"))));

    [Fact]
    public void Another_products_workbook_is_told() => Finds("OPS770", ReportedWorkbook.Zip(
        ("xl/workbook.xml", Encoding.UTF8.GetBytes("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheets/></workbook>"))));

    [Fact]
    public void Entities_are_refused() => Finds("OPS770", reported.Edited("xl/workbook.xml", null, _ => "<!DOCTYPE a [<!ENTITY b \"b\"><!ENTITY c \"&b;&b;&b;\">]><workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">&c;</workbook>"));

    [Fact]
    public void A_zip_bomb_is_refused_before_it_is_unpacked_whole() => Finds("OPS770", ReportedWorkbook.Zip(("xl/workbook.xml", new byte[128 * 1024 * 1024])));

    [Fact]
    public void A_report_of_uncommitted_files_cannot_be_proved()
    {
        var outcome = reported.Verify(reported.Everywhere(reported.Commit, new string('0', 40)));
        Assert.Equal(3, outcome.Exit);
        Assert.StartsWith("opsreg: cannot verify:", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_of_a_commit_with_a_file_that_cannot_be_read_prove_nothing()
    {
        using var fixture = GitFixture.Example();
        fixture.Write("ops-registry/contracts/example-2026/records/2026/02/incident-2026-0099.yaml", "apiVersion： ops-registry/v1\n").Commit("A record that cannot be read");
        var outcome = reported.VerifyIn(fixture.CheckOut(), reported.Everywhere(reported.Commit, fixture.Head));
        Assert.Equal(1, outcome.Exit);
        Assert.Matches("error\\[OPS780\\]: 1 file of commit [0-9a-f]{12} cannot be read, and the figures are without what it would say: ops-registry/contracts/example-2026/records/2026/02/incident-2026-0099.yaml", outcome.Output);
    }

    private void Finds(string id, byte[] workbook)
    {
        var outcome = reported.Verify(workbook);
        Assert.Contains($"error[{id}]", outcome.Output, StringComparison.Ordinal);
        Assert.Equal((1, ""), (outcome.Exit, outcome.Error));
    }

    private static string WithValue(string sheet, string from, string to)
    {
        var cell = new Regex($"(<(x:)?c r=\"[A-Z]+[0-9]+\"( s=\"[0-9]+\")?( t=\"n\")?>(<(x:)?f>[^<]*</(x:)?f>)?<(x:)?v>){from}(?=<)");
        return cell.IsMatch(sheet) ? cell.Replace(sheet, found => found.Groups[1].Value + to, 1) : throw new InvalidOperationException($"no number is {from}");
    }

    private static string First(string text, string old, string replacement)
    {
        var at = text.IndexOf(old, StringComparison.Ordinal);
        return at >= 0 ? text[..at] + replacement + text[(at + old.Length)..] : throw new InvalidOperationException($"'{old}' does not stand there");
    }

    private static string Once(string text, string old, string replacement) => First(text, old, replacement);

    /// <summary>Takes the first part between two marks, marks included, away; null where there is none.</summary>
    private static string? Replace(string text, string begin, string end, string replacement)
    {
        var from = text.IndexOf(begin, StringComparison.Ordinal);
        var to = from < 0 ? -1 : text.IndexOf(end, from, StringComparison.Ordinal);
        return to < 0 ? null : text[..from] + replacement + text[(to + end.Length)..];
    }
}
