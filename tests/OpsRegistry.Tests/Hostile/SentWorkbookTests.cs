using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using OpsRegistry.Intake;
using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Forms;
using OpsRegistry.Reporting.Workbooks;
using OpsRegistry.Sources;
using OpsRegistry.Tests.Reporting;
using OpsRegistry.Tests.StraightLine;
using OpsRegistry.Tests.Verifying;
using OpsRegistry.Verifying.Workbooks;
using OpsRegistry.Verifying;
using WorkbookPackage = OpsRegistry.Verifying.Workbooks.WorkbookPackage;
using Xunit;

namespace OpsRegistry.Tests.Hostile;

/// <summary>Whatever workbook somebody sends as a form or as a report, it is read or refused, in the time and memory of docs/limits.md.</summary>
public sealed class SentWorkbookTests
{
    // docs/limits.md; what a processor does in the time differs, what is allocated does not.
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(60);
    private const long MostAllocated = 4L * 1024 * 1024 * 1024;

    private static readonly Lazy<(MadeWorkbook Made, byte[] Form, IntakeContext Desk)> Lazily = new(() =>
    {
        var registry = GoldenContracts.Loaded.Registry;
        var result = GoldenContracts.ResultOf(registry, "example-2025");
        var desk = new IntakeContext(InMemory.SourceOf(InMemory.Files("tests/golden/registry")), InMemory.Schemas, []);
        using var form = new MemoryStream();
        FormWorkbook.Write(form, registry.ContractNamed("example-2025")!, [.. desk.Forms.Where(one => one.Kind.KebabName is "incident" or "inspection")], []);
        return (AssessmentWorkbook.Make(result, result.Periods[0], GoldenContracts.Origin, AssessmentVolume.DataBook), form.ToArray(), desk);
    });

    private static byte[] Form => Lazily.Value.Form;

    /// <summary>Files that would take all memory or never end, each with how it is read.</summary>
    public static TheoryData<string> Bombs => [.. Made.Keys];

    [Theory, MemberData(nameof(Bombs))]
    public void What_would_take_all_memory_or_never_end_is_refused_in_time(string bomb)
    {
        var file = Made[bomb]();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        Assert.True(IsRefused(() => WorkbookContent.Read(WorkbookPackage.Open(file))) | FilledWorkbook.Read(file, Lazily.Value.Desk) is { Complaints.Count: > 0 }, bomb);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, MostTime);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostAllocated);
    }

    [Fact]
    public void A_zip_of_proofs_with_a_directory_of_a_hundred_thousand_is_refused_before_it_is_read()
    {
        var file = Path.Combine(Path.GetTempPath(), $"opsreg-{Guid.NewGuid():N}.zip");
        try
        {
            File.WriteAllBytes(file, Entries(100_000));
            var (files, refusal) = HandedFiles.Read(file, 1024, unpacks: true);
            Assert.Empty(files);
            Assert.Equal("the zip has more than 10000 entries", refusal?.En);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_form_in_which_anything_was_changed_is_read_or_refused(int seed)
    {
        var random = new Random(Campaign.Seed(seed));
        for (var left = Campaign.Inputs("forms, mutated", 40); left > 0; left--)
        {
            var (file, change) = MutatedWorkbook.Of(Form, random);
            Holds(change, () =>
            {
                var book = FilledWorkbook.Read(file, Lazily.Value.Desk, "example-2025");
                AnnotatedForm.Write(file, new(book, []), isWritten: false);
            });
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void A_report_in_which_anything_was_changed_is_compared_or_refused(int seed)
    {
        var random = new Random(Campaign.Seed(seed));
        for (var left = Campaign.Inputs("reports, mutated", 12); left > 0; left--)
        {
            var (file, change) = MutatedWorkbook.Of(Lazily.Value.Made.Bytes, random);
            Holds(change, () =>
            {
                WorkbookClaim.Read(WorkbookContent.Read(WorkbookPackage.Open(file)));
                WorkbookComparison.Compare("x.xlsx", Lazily.Value.Made, file);
            });
        }
    }

    private static Dictionary<string, Func<byte[]>> Made { get; } = new(StringComparer.Ordinal)
    {
        ["a directory of a hundred thousand parts"] = () => Entries(100_000),
        ["a part of ninety-seven million blanks"] = () => With("xl/worksheets/sheet1.xml", stream =>
        {
            for (var megabyte = 0; megabyte < 97; megabyte++)
            {
                stream.Write(Blanks);
            }
        }),
        ["elements one in the other"] = () => Sheet(string.Concat(Enumerable.Repeat("<x>", 500_000))),
        ["a sheet named a thousand times"] = () => new WorkbookEdit(Form)
            .Sheet("事件", sheet => sheet.Element(WorkbookEdit.Main + "sheetData")!.Add(Enumerable.Range(100, 20_000).Select(row => Row(row, Cell($"A{row}")))))
            .Workbook(book => book.Descendants(WorkbookEdit.Main + "sheets").First().Add(Enumerable.Repeat(0, 1000).Select(_ =>
                new XElement(book.Descendants(WorkbookEdit.Main + "sheet").First(sheet => (string?)sheet.Attribute("name") == "事件"))))).ToBytes(),
        ["more filled cells than a form has"] = () => new WorkbookEdit(Form).Sheet("事件", sheet =>
            sheet.Element(WorkbookEdit.Main + "sheetData")!.Add(Enumerable.Range(100, 3000).Select(row => Row(row, Enumerable.Range(1, 70).Select(column => Cell(FormulaText.Address((row, column)))))))).ToBytes(),
        ["merged blocks, each a column long"] = () => new WorkbookEdit(Form).Sheet("事件", sheet =>
            sheet.Element(WorkbookEdit.Main + "sheetData")!.AddAfterSelf(new XElement(WorkbookEdit.Main + "mergeCells", Enumerable.Range(0, 50_000).Select(_ =>
                new XElement(WorkbookEdit.Main + "mergeCell", new XAttribute("ref", "A4:A2003")))))).ToBytes(),
        ["a cell in the last column of all"] = () => new WorkbookEdit(Form).Sheet("事件", sheet => sheet.Element(WorkbookEdit.Main + "sheetData")!.Add(Row(1_048_576, Cell("XFD1048576")))).ToBytes(),
        ["a cell beyond the last column"] = () => new WorkbookEdit(Form).Sheet("事件", sheet => sheet.Element(WorkbookEdit.Main + "sheetData")!.Add(Row(900, Cell("ZZZZZZ900")))).ToBytes(),
        ["columns that lie over each other"] = () => new WorkbookEdit(Form).Sheet("事件", sheet => sheet.Element(WorkbookEdit.Main + "cols")!.Add(Enumerable.Range(0, 100_000).Select(_ =>
            new XElement(WorkbookEdit.Main + "col", new XAttribute("min", 1), new XAttribute("max", 16384), new XAttribute("width", 9))))).ToBytes(),
        ["ten thousand charts"] = () => new WorkbookEdit(Lazily.Value.Made.Bytes) is var edit ? edit.Drawing(drawing => drawing.Add(Enumerable.Range(0, 10_000).Select(_ => drawing.Elements().First()).ToList())).ToBytes() : [],
        ["entities of entities"] = () => Sheet("<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]><x>&c;</x>"),
        ["an entity from a file"] = () => Sheet("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><x>&a;</x>"),
    };

    private static readonly byte[] Blanks = Enumerable.Repeat((byte)' ', 1024 * 1024).ToArray();

    private static XElement Row(int row, params object[] content) => new(WorkbookEdit.Main + "row", new XAttribute("r", row), content);

    private static XElement Cell(string address) => new(WorkbookEdit.Main + "c", new XAttribute("r", address), new XElement(WorkbookEdit.Main + "v", 1));

    /// <summary>The form with another text as the part of its first sheet with questions.</summary>
    private static byte[] Sheet(string xml)
    {
        var edit = new WorkbookEdit(Form);
        edit.Parts[edit.PartOf("事件")] = Encoding.UTF8.GetBytes(xml);
        return edit.ToBytes();
    }

    private static byte[] With(string part, Action<Stream> write)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        using (var content = archive.CreateEntry(part, CompressionLevel.Fastest).Open())
        {
            write(content);
        }

        return file.ToArray();
    }

    private static byte[] Entries(int count)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var number = 0; number < count; number++)
            {
                archive.CreateEntry(number.ToString(CultureInfo.InvariantCulture), CompressionLevel.NoCompression);
            }
        }

        return file.ToArray();
    }

    private static void Holds(string change, Action read)
    {
        try
        {
            IsRefused(read);
        }
        catch (Exception thrown)
        {
            Assert.Fail($"{change}\n{thrown}");
        }
    }

    private static bool IsRefused(Action read)
    {
        try
        {
            read();
            return false;
        }
        catch (NotAWorkbookException)
        {
            return true;
        }
    }
}
