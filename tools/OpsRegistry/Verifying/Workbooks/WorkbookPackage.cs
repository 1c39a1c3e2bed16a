using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using OpsRegistry.Loading;
using OpsRegistry.Sources;

namespace OpsRegistry.Verifying.Workbooks;

/// <summary>
/// The parts of a workbook from anywhere, unpacked under limits: what a sender declares of sizes is not believed, and XML may define nothing.
/// </summary>
internal sealed class WorkbookPackage
{
    /// <summary>The largest file that is opened, in bytes.</summary>
    public const int LargestFile = 64 * 1024 * 1024;

    /// <summary>The most parts that a file may have.</summary>
    public const int MostParts = 2000;

    /// <summary>The most levels of elements in a part.</summary>
    public const int DeepestElement = 64; // a chart's letters are twenty deep

    /// <summary>The most elements, attributes and texts.</summary>
    public const int MostNodes = 12_000_000; // of all parts together, counted as often as one is read

    private const long LargestPart = 96L * 1024 * 1024;
    private const long LargestWhole = 256L * 1024 * 1024;

    private readonly Dictionary<string, byte[]> parts;
    private int nodes;

    private WorkbookPackage(Dictionary<string, byte[]> parts)
    {
        this.parts = parts;
    }

    /// <summary>The names of the parts, in order.</summary>
    public IEnumerable<string> Names => parts.Keys.Order(StringComparer.Ordinal);

    /// <summary>Unpacks a file.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="largestWhole">The most that its parts may unpack to together, in bytes.</param>
    /// <exception cref="NotAWorkbookException">It is no zip, is too large, or holds two parts of one name.</exception>
    public static WorkbookPackage Open(byte[] file, long largestWhole = LargestWhole)
    {
        try
        {
            if (SentZip.HasMoreThan(MostParts, file))
            {
                throw new NotAWorkbookException(new($"压缩包里的部件超过 {MostParts} 个", $"the package has more than {MostParts} parts"));
            }

            using var archive = SentZip.Open(file, MostParts);
            return new(Unpacked(archive, largestWhole));
        }
        catch (Exception wrong) when (wrong is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            throw new NotAWorkbookException(new("不是 xlsx 文件，或已损坏", "not an xlsx file, or a damaged one"));
        }
    }

    /// <summary>The package with the names of the format's usual edition, where it was saved in the strict one: the same content under other names.</summary>
    public WorkbookPackage WithoutStrictNames() => new(parts.ToDictionary(
        part => part.Key,
        part => part.Value.AsSpan().IndexOf("http://purl.oclc.org/ooxml/"u8) < 0 ? part.Value : StrictNames.Aggregate(part.Value, (bytes, name) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace(name.Strict, name.Usual, StringComparison.Ordinal))),
        StringComparer.OrdinalIgnoreCase));

    private static readonly (string Strict, string Usual)[] StrictNames =
    [
        ("http://purl.oclc.org/ooxml/spreadsheetml/main", "http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
        ("http://purl.oclc.org/ooxml/officeDocument/relationships", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
        ("http://purl.oclc.org/ooxml/drawingml/", "http://schemas.openxmlformats.org/drawingml/2006/"),
    ];

    /// <summary>The bytes of a part; null where there is none.</summary>
    public byte[]? Bytes(string name) => parts.GetValueOrDefault(name);

    /// <summary>A part read as XML; null where there is none.</summary>
    /// <exception cref="NotAWorkbookException">It is no XML, defines entities, or is deeper or longer than any workbook's.</exception>
    public XElement? Xml(string? name)
    {
        if (name is null || !parts.TryGetValue(name, out var bytes))
        {
            return null;
        }

        try
        {
            Measure(name, bytes);
            using var reader = XmlReader.Create(new MemoryStream(bytes), Settings);
            return XElement.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            throw new NotAWorkbookException(new($"部件 {name} 不是可读的 XML", $"part {name} is not readable XML"));
        }
    }

    private static XmlReaderSettings Settings { get; } = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LargestPart };

    /// <summary>Goes once through a part before it is kept: a few bytes of a zip become millions of elements, one in the other, and one part may be named a thousand times.</summary>
    private void Measure(string name, byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes), Settings);
        while (reader.Read())
        {
            nodes += 1 + reader.AttributeCount;
            if (reader.Depth > DeepestElement || nodes > MostNodes)
            {
                throw new NotAWorkbookException(new($"部件 {name} 的层次太深或内容太多", $"part {name} is too deep or too long"));
            }
        }
    }

    private static Dictionary<string, byte[]> Unpacked(ZipArchive archive, long left)
    {
        var unpacked = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in archive.Entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            using var content = entry.Open();
            var bytes = ReadUpTo(content, Math.Min(left, LargestPart)) ?? throw new NotAWorkbookException(new(
                $"部件 {entry.FullName} 解开后太大", $"part {entry.FullName} is too large when unpacked"));
            left -= bytes.Length;
            if (!unpacked.TryAdd(entry.FullName.TrimStart('/'), bytes))
            {
                throw new NotAWorkbookException(new($"压缩包里有两个 {entry.FullName}", $"the package has {entry.FullName} twice"));
            }
        }

        return unpacked;
    }

    private static byte[]? ReadUpTo(Stream content, long limit)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            if (bytes.Length + read > limit)
            {
                return null;
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}

/// <summary>A file is not a workbook that can be read.</summary>
internal sealed class NotAWorkbookException(Message words) : Exception(words.En)
{
    /// <summary>Why, in both languages.</summary>
    public Message Words { get; } = words;
}
