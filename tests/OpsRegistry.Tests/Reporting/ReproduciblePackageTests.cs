using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using OpsRegistry.Reporting.Workbooks;
using Xunit;

namespace OpsRegistry.Tests.Reporting;

public sealed class ReproduciblePackageTests
{
    [Fact]
    public void The_same_content_gives_the_same_bytes_at_any_time_and_in_any_culture()
    {
        var first = Hash(DemoWorkbook.Build());
        // Zip times count in two seconds.
        Thread.Sleep(2_100);
        Assert.Equal(first, InCulture(CommaDecimals(), () => Hash(DemoWorkbook.Build())));
    }

    [Fact]
    public void Other_content_gives_other_bytes() =>
        Assert.NotEqual(Hash(DemoWorkbook.Build()), Hash(DemoWorkbook.Build("另一份评分表")));

    [Fact]
    public void Every_entry_is_dated_1980_and_stands_in_order()
    {
        using var archive = new ZipArchive(new MemoryStream(DemoWorkbook.Build()));
        Assert.All(archive.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
        Assert.Equal(
            [
                "[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels",
                "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml",
                "xl/styles.xml", "xl/workbook.xml", "docProps/app.xml", "docProps/core.xml", "docProps/custom.xml",
            ],
            archive.Entries.Select(entry => entry.FullName));
    }

    [Fact]
    public void The_directory_does_not_say_which_system_packed_it()
    {
        var file = DemoWorkbook.Build();
        var record = file.AsSpan().IndexOf("PK\u0001\u0002"u8);
        Assert.Equal(0, file[record + 5]);
    }

    [Fact]
    public void Properties_tell_the_instant_of_the_figures_and_no_user_or_machine()
    {
        var core = Part(DemoWorkbook.Build(), "docProps/core.xml");
        Assert.Contains("<dcterms:created xsi:type=\"dcterms:W3CDTF\">2026-03-03T00:00:00Z</dcterms:created>", core, StringComparison.Ordinal);
        Assert.Contains("<dcterms:modified xsi:type=\"dcterms:W3CDTF\">2026-03-03T00:00:00Z</dcterms:modified>", core, StringComparison.Ordinal);
        Assert.Contains("<dc:creator>ops-registry</dc:creator><cp:lastModifiedBy>ops-registry</cp:lastModifiedBy>", core, StringComparison.Ordinal);
    }

    private static string Hash(byte[] file) => Convert.ToHexString(SHA256.HashData(file));

    private static string Part(byte[] file, string path)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        using var reader = new StreamReader(archive.GetEntry(path)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static CultureInfo CommaDecimals()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = "−";
        culture.DateTimeFormat.DateSeparator = ".";
        culture.DateTimeFormat.TimeSeparator = ".";
        return culture;
    }

    private static T InCulture<T>(CultureInfo culture, Func<T> work)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            return work();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
