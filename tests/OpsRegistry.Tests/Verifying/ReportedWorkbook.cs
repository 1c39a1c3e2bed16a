using System.IO.Compression;
using System.Text;
using Xunit;

namespace OpsRegistry.Tests.Verifying;

/// <summary>A committed registry and the workbook of its first period.</summary>
public sealed class ReportedWorkbook : IDisposable
{
    private readonly GitFixture fixture = GitFixture.Example().CheckOut();
    private readonly string folder = Directory.CreateTempSubdirectory("opsreg-workbook-").FullName;

    public ReportedWorkbook()
    {
        var made = fixture.Run("report", "example-2026", "--period", "P1", "--output", folder);
        Workbook = File.ReadAllBytes(Path.Combine(folder, "example-2026", "P1", "assessment.xlsx"));
        DataBook = File.ReadAllBytes(Path.Combine(folder, "example-2026", "P1", "data-book.xlsx"));
        Assert.Equal("", made.Error);
    }

    internal byte[] Workbook { get; }

    internal byte[] DataBook { get; }

    internal string Commit => fixture.Head;

    public void Dispose()
    {
        fixture.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    internal Outcome Verify(byte[] workbook) => VerifyIn(fixture, workbook);

    /// <summary>Proves a file against another checkout.</summary>
    internal Outcome VerifyIn(GitFixture other, byte[] workbook)
    {
        var file = Path.Combine(folder, Guid.NewGuid().ToString("N") + ".xlsx");
        File.WriteAllBytes(file, workbook);
        return other.Run("verify", file, "--lang", "en");
    }

    /// <summary>Reports the first period of another checkout with some arguments, and proves the file against its main branch.</summary>
    internal Outcome Verify(GitFixture other, params string[] arguments)
    {
        var below = Path.Combine(folder, Guid.NewGuid().ToString("N"));
        other.CheckOut();
        Assert.Equal("", other.Run(["report", "example-2026", "--period", "P1", "--output", below, .. arguments]).Error);
        return other.Run("verify", Path.Combine(below, "example-2026", "P1", "assessment.xlsx"), "--lang", "en");
    }

    /// <summary>The workbook with a part's text changed: the one of a name, or the first below a folder whose sheet has a name.</summary>
    internal byte[] Edited(string part, string? sheet, Func<string, string> edit)
    {
        var parts = Parts();
        var name = sheet is null ? part : PartOf(parts, sheet);
        parts[name] = Encoding.UTF8.GetBytes(edit(Encoding.UTF8.GetString(parts[name])));
        return Zip(parts.Select(pair => (pair.Key, pair.Value)).ToArray());
    }

    /// <summary>The workbook with a text replaced wherever it stands.</summary>
    internal byte[] Everywhere(string old, string replacement) =>
        Zip(Parts().Select(pair => (pair.Key, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(pair.Value).Replace(old, replacement, StringComparison.Ordinal)))).ToArray());

    internal byte[] With(string name, byte[] bytes) => Zip([.. Parts().Select(pair => (pair.Key, pair.Value)), (name, bytes)]);

    /// <summary>A zip of some parts.</summary>
    internal static byte[] Zip(params (string Name, byte[] Bytes)[] parts)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return file.ToArray();
    }

    private static string PartOf(Dictionary<string, byte[]> parts, string sheet)
    {
        var book = System.Xml.Linq.XElement.Parse(Encoding.UTF8.GetString(parts["xl/workbook.xml"]).TrimStart('\ufeff'));
        var id = book.Descendants().First(element => element.Name.LocalName == "sheet" && (string?)element.Attribute("name") == sheet)
            .Attributes().First(attribute => attribute.Name.LocalName == "id" && attribute.Name.NamespaceName.Length > 0).Value;
        var links = System.Xml.Linq.XElement.Parse(Encoding.UTF8.GetString(parts["xl/_rels/workbook.xml.rels"]).TrimStart('\ufeff'));
        var target = links.Elements().First(link => (string?)link.Attribute("Id") == id).Attribute("Target")!.Value;
        return target.StartsWith('/') ? target[1..] : "xl/" + target;
    }

    private Dictionary<string, byte[]> Parts()
    {
        var parts = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        using var archive = new ZipArchive(new MemoryStream(Workbook), ZipArchiveMode.Read);
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            parts[entry.FullName] = bytes.ToArray();
        }

        return parts;
    }
}
