using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using OpsRegistry.Tests.Reporting;
using Xunit;

namespace OpsRegistry.Tests.Cli;

public sealed class ImportCommandTests : FilledForm
{
    [Theory]
    [InlineData("changning-2026", "2026-11-18", "incident-2026-")]
    [InlineData("fujian-2023", "2024-03-05", "incident-2024-")]
    [InlineData("pengjiang-2025", "2026-06-02", "incident-2026-")]
    [InlineData("pingdingshan-2025", "2026-11-18", "incident-2026-")]
    [InlineData("zhangjiagang-2024", "2025-06-20", "incident-2025-")]
    public void An_incident_filled_in_with_excel_becomes_a_record_that_every_rule_accepts(string contract, string day, string name)
    {
        using var registry = TemporaryRegistry.RealContract(contract);
        Fill(registry, contract, sheet => Incident(sheet, 4, day));
        var outcome = registry.Run("import", Form, "--write", "--lang", "en");
        Assert.Equal((0, true), (outcome.Exit, outcome.Output.Contains($"ops-registry/contracts/{contract}/records/{day[..4]}/{day[5..7]}/{name}", StringComparison.Ordinal)));
        var record = File.ReadAllText(Path.Combine(registry.Root, outcome.Output.Trim()));
        Assert.Contains($"  reportedAt: {day}T09:10:00+08:00\n", record, StringComparison.Ordinal);
        Assert.Contains("  provenance: entered\n", record, StringComparison.Ordinal);
        Assert.DoesNotContain("error", registry.Run("check", "--lang", "en").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_are_numbered_one_after_the_other_and_what_excel_turned_into_dates_is_read()
    {
        using var registry = TemporaryRegistry.RealContract("pingdingshan-2025");
        Fill(registry, "pingdingshan-2025", sheet =>
        {
            Incident(sheet, 4, "2026-11-18");
            Incident(sheet, 6, "2026-11-19");
            sheet.Write(6, "报告时间", new DateTime(2026, 11, 19, 9, 10, 0));
        });
        var outcome = registry.Run("import", Form);
        Assert.Equal((0, ""), (outcome.Exit, outcome.Error));
        var names = outcome.Output.Trim().Split('\n').Select(Path.GetFileNameWithoutExtension).ToList();
        Assert.Equal(2, names.Count);
        Assert.Equal(int.Parse(names[0]![^4..], CultureInfo.InvariantCulture) + 1, int.Parse(names[1]![^4..], CultureInfo.InvariantCulture));
    }

    [Fact]
    public void One_wrong_cell_is_named_and_no_row_is_filed()
    {
        using var registry = TemporaryRegistry.RealContract("pingdingshan-2025");
        var at = "";
        var before = Directory.GetFiles(registry.Root, "*.yaml", SearchOption.AllDirectories).Length;
        Fill(registry, "pingdingshan-2025", sheet =>
        {
            Incident(sheet, 4, "2026-11-18");
            Incident(sheet, 5, "2026-11-19");
            sheet.Write(5, "报告时间", "昨天上午");
            at = sheet.AddressOf(5, "报告时间");
        });
        var outcome = registry.Run("import", Form, "--write");
        Assert.Equal((1, ""), (outcome.Exit, outcome.Output));
        Assert.Contains($"事件!{at} 报告时间: “昨天上午”不是时间", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("2 行中有 1 行不合格，没有登记任何一行", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFiles(registry.Root, "*.yaml", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public void A_form_that_nobody_filled_in_files_nothing()
    {
        using var registry = TemporaryRegistry.RealContract("pingdingshan-2025");
        Fill(registry, "pingdingshan-2025", _ => { });
        Assert.Equal(1, registry.Run("import", Form).Exit);
    }

    [Fact]
    public void A_form_that_LibreOffice_saved_again_comes_back_as_the_same_record()
    {
        using var registry = TemporaryRegistry.RealContract("pingdingshan-2025");
        Fill(registry, "pingdingshan-2025", sheet =>
        {
            Incident(sheet, 4, "2026-11-18");
            sheet.Write(4, "恢复时间", new DateTime(2026, 11, 18, 9, 40, 0));
            sheet.Write(4, "运维单位原因", CellValues.Boolean, "0");
        });
        var path = Written(registry);
        var record = File.ReadAllText(path);
        Assert.Contains("  restoredAt: 2026-11-18T09:40:00+08:00\n", record, StringComparison.Ordinal);
        File.Delete(path);
        File.WriteAllBytes(Form, LibreOffice.SavedAgain(File.ReadAllBytes(Form)));
        Assert.Equal((path, record), (Written(registry), File.ReadAllText(path)));
    }

    [Fact]
    public void A_formula_counts_as_what_it_last_showed_and_one_that_failed_is_refused()
    {
        var at = "";
        using var registry = TemporaryRegistry.RealContract("pingdingshan-2025");
        Fill(registry, "pingdingshan-2025", sheet =>
        {
            Incident(sheet, 4, "2026-11-18");
            sheet.Write(4, "事件概述", CellValues.String, "登录缓慢", "A1&\"缓慢\"");
        });
        Assert.Contains("登录缓慢", File.ReadAllText(Written(registry)), StringComparison.Ordinal);
        Fill(registry, "pingdingshan-2025", sheet =>
        {
            Incident(sheet, 4, "2026-11-18");
            sheet.Write(4, "事件概述", CellValues.Error, "#REF!", "#REF!&\"缓慢\"");
            at = sheet.AddressOf(4, "事件概述");
        });
        Refused(registry, $"事件!{at} 事件概述: shows #REF!");
    }

    [Theory]
    [InlineData("事件", "A204", "事件!B204 事件类别: not answered")]
    [InlineData("事件", "ZZ5", "事件!ZZ5 stand outside the form's rows and columns and would be lost")]
    [InlineData("突发事件", "A5", "sheet '突发事件' has 5 filled rows and is none of the form's")]
    public void What_stands_outside_the_form_is_refused_and_not_lost(string name, string address, string told)
    {
        using var registry = TemporaryRegistry.RealContract("pingdingshan-2025");
        Fill(registry, "pingdingshan-2025", sheet =>
        {
            Incident(sheet, 4, "2026-11-18");
            sheet.WriteAt(address, "还有一件");
            sheet.Rename("事件", name);
        });
        Refused(registry, told);
    }

    [Fact]
    public void A_sheet_of_ones_own_that_is_like_no_form_is_told_of_and_not_lost()
    {
        using var registry = TemporaryRegistry.RealContract("pingdingshan-2025");
        Fill(registry, "pingdingshan-2025", sheet =>
        {
            Incident(sheet, 4, "2026-11-18");
            sheet.AddSheet("备注", "周五前补照片");
        });
        Refused(registry, "sheet '备注' has 1 filled rows and is none of the form's");
    }

    [Fact]
    public void A_row_far_below_is_filed_like_any_other()
    {
        using var registry = TemporaryRegistry.RealContract("pingdingshan-2025");
        Fill(registry, "pingdingshan-2025", sheet =>
        {
            foreach (var (address, text) in new[] { ("事件概述", "登录缓慢"), ("报告时间", "2026-11-18 09:10"), ("事件类别", "fault"), ("报告渠道", "电话"), ("受影响系统", "attendance"), ("原因类别", "defect"), ("运维单位原因", "否") })
            {
                sheet.WriteAt(sheet.AddressOf(204, address), text);
            }
        });
        Assert.Contains("incident-2026-", registry.Run("import", Form).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_form_a_second_time_is_filed_already_and_writes_nothing()
    {
        using var registry = TemporaryRegistry.RealContract("pingdingshan-2025");
        Fill(registry, "pingdingshan-2025", sheet => Incident(sheet, 4, "2026-11-18"));
        var path = Written(registry);
        var before = Snapshot(registry);
        var again = registry.Run("import", Form, "--write");
        Assert.Equal((0, ""), (again.Exit, again.Output));
        Assert.Contains($"已登记为 {Path.GetFileNameWithoutExtension(path)}", again.Error, StringComparison.Ordinal);
        Assert.Equal(before, Snapshot(registry));
        using (var sheet = new FormSheetEditor(Form, "事件"))
        {
            Incident(sheet, 5, "2026-11-17");
            Incident(sheet, 6, "2026-11-17");
        }

        Refused(registry, "it is the same as a row above in this file");
        Assert.Equal(before, Snapshot(registry));
    }

    /// <summary>Five mistakes and a photo, the answer in the person's own file, corrected where it is coloured, saved by LibreOffice in between, and filed with the photo.</summary>
    [Fact]
    public void A_form_with_mistakes_goes_back_marked_and_comes_back_mended()
    {
        var answer = Path.Combine(Folder, "answer.xlsx");
        using var registry = TemporaryRegistry.RealContract("pingdingshan-2025");
        Fill(registry, "pingdingshan-2025", sheet =>
        {
            Incident(sheet, 4, "2026-11-18");
            Incident(sheet, 5, "2026-11-19");
            sheet.Write(4, "报告时间", "2026-11-18 09:10-09:20");
            sheet.Write(4, "受影响系统", "考勤系统,不知道的系统");
            sheet.Write(4, "运维单位原因", "也许");
            sheet.Write(5, "恢复时间", "2026-11-19");
            sheet.Write(5, "处理人", "张三");
            sheet.Write(5, "证据", "照片：机房 11月19日.jpg");
        });
        var photos = Directory.CreateDirectory(Path.Combine(Folder, "photos")).FullName;
        byte[] photo = [0xFF, 0xD8, 0xFF, 0xE0, 0x0D, 0x0A, 0x0A];
        File.WriteAllBytes(Path.Combine(photos, "机房 11月19日.jpg"), photo);
        var original = File.ReadAllBytes(Form);
        var before = Snapshot(registry);
        Assert.Equal(1, registry.Run("import", Form, "--evidence", photos, "--write", "--annotate", answer).Exit);
        Assert.Equal(original, File.ReadAllBytes(Form));
        Assert.Equal(before, Snapshot(registry));
        var marks = FormMarks.Read(answer);
        Assert.Equal(4, marks.Comments.Count(one => one.Key.StartsWith("事件!", StringComparison.Ordinal) && marks.Coloured.Contains(one.Key)));
        Assert.Contains(marks.Comments.Values, text => text.Contains("像一段时间，这里只写一个时刻", StringComparison.Ordinal));
        Assert.Contains("整份没有登记任何一行", marks.Summary, StringComparison.Ordinal);
        Assert.Empty(marks.Faults);
        Assert.Empty(marks.ChangedParts(original).Except(["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/worksheets/sheet3.xml", "[Content_Types].xml"]));

        File.WriteAllBytes(Form, LibreOffice.SavedAgain(File.ReadAllBytes(answer)));
        using (var sheet = new FormSheetEditor(Form, "事件"))
        {
            sheet.Write(4, "报告时间", "2026-11-18 09:10");
            sheet.Write(4, "受影响系统", "考勤系统");
            sheet.Write(4, "运维单位原因", "否");
            sheet.Write(5, "恢复时间", "2026-11-19 09:40");
            sheet.Write(5, "处理人", "pds-pm-01");
        }

        var filed = registry.Run("import", Form, "--evidence", photos, "--write", "--annotate", answer);
        Assert.Equal((0, 2), (filed.Exit, filed.Output.Trim().Split('\n').Length));
        var clean = FormMarks.Read(answer);
        Assert.Empty(clean.Comments);
        Assert.Empty(clean.Coloured);
        Assert.Contains(Path.GetFileNameWithoutExtension(filed.Output.Trim().Split('\n')[0]), clean.Texts["事件"]);
        Assert.Contains("登记了 2 行", clean.Summary, StringComparison.Ordinal);
        var proof = Assert.Single(Directory.GetFiles(registry.Root, "机房-11月19日.jpg", SearchOption.AllDirectories));
        Assert.Equal(photo, File.ReadAllBytes(proof));
        Assert.Contains("role: photo", File.ReadAllText(Path.Combine(registry.Root, filed.Output.Trim().Split('\n')[1])), StringComparison.Ordinal);
        var again = registry.Run("import", answer, "--evidence", photos, "--write");
        Assert.Equal((0, ""), (again.Exit, again.Output));
        Assert.DoesNotContain("error", registry.Run("check", "--lang", "en").Output, StringComparison.Ordinal);
    }

}
