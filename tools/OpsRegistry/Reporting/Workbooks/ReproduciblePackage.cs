using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml;

namespace OpsRegistry.Reporting.Workbooks;

/// <summary>
/// A package whose every byte follows from its content, so that anyone who builds a report again can compare its SHA-256 with the one
/// that was signed. Parts go straight to the file.
/// </summary>
/// <remarks>
/// Entries are stored and not deflated: what deflate writes differs between zlib versions and between processors.
/// </remarks>
internal sealed class ReproduciblePackage : IDisposable
{
    private static readonly DateTimeOffset ZipEpoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Stream file;
    private readonly ZipArchive archive;

    /// <summary>Begins a package.</summary>
    /// <param name="file">A stream at its beginning that can seek and be read.</param>
    public ReproduciblePackage(Stream file)
    {
        this.file = file;
        archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true, Encoding.ASCII);
    }

    /// <summary>Writes what each part is. It comes first: file(1) and some viewers know a workbook by its first entry.</summary>
    public void ContentTypes(IReadOnlyList<(string Path, string Type)> parts) => Part("[Content_Types].xml", part =>
    {
        using var writer = Begin(part, "Types", "http://schemas.openxmlformats.org/package/2006/content-types");
        Empty(writer, "Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
        Empty(writer, "Default", ("Extension", "xml"), ("ContentType", "application/xml"));
        foreach (var (path, type) in parts)
        {
            Empty(writer, "Override", ("PartName", "/" + path), ("ContentType", type));
        }
    });

    /// <summary>Writes to which parts a part refers.</summary>
    /// <param name="owner">The part; empty for the package itself.</param>
    public void Relationships(string owner, IReadOnlyList<(string Id, string Type, string Target)> relationships)
    {
        var slash = owner.LastIndexOf('/') + 1;
        Part($"{owner[..slash]}_rels/{owner[slash..]}.rels", part =>
        {
            using var writer = Begin(part, "Relationships", "http://schemas.openxmlformats.org/package/2006/relationships");
            foreach (var (id, type, target) in relationships)
            {
                Empty(writer, "Relationship", ("Id", id), ("Type", type), ("Target", target));
            }
        });
    }

    /// <summary>True where elements stand without a prefix: viewers built on ExcelJS know them by their bare names only.</summary>
    public bool HasPlainNames { get; init; }

    /// <summary>Writes one part.</summary>
    public void Part(string path, Action<Stream> write)
    {
        if (HasPlainNames)
        {
            write = Plainly(write);
        }

        var entry = archive.CreateEntry(path, CompressionLevel.NoCompression);
        entry.LastWriteTime = ZipEpoch;
        entry.ExternalAttributes = 0;
        using var stream = new BufferedStream(entry.Open(), 1 << 16);
        write(stream);
    }

    // In a text or an attribute a bracket is written as an entity, so these are elements.
    private static Action<Stream> Plainly(Action<Stream> write) => part =>
    {
        using var whole = new MemoryStream();
        write(whole);
        part.Write(Encoding.UTF8.GetBytes(new StringBuilder(Encoding.UTF8.GetString(whole.GetBuffer(), 0, (int)whole.Length))
            .Replace("<x:", "<").Replace("</x:", "</").Replace(" xmlns:x=\"", " xmlns=\"").ToString()));
    };

    /// <summary>Finishes the package.</summary>
    public void Dispose()
    {
        archive.Dispose();
        ClearPlatform();
    }

    private static XmlWriter Begin(Stream part, string root, string name)
    {
        var writer = XmlWriter.Create(part, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
        writer.WriteStartDocument(standalone: true);
        writer.WriteStartElement(root, name);
        return writer;
    }

    private static void Empty(XmlWriter writer, string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        writer.WriteStartElement(element);
        foreach (var (name, value) in attributes)
        {
            writer.WriteAttributeString(name, value);
        }

        writer.WriteEndElement();
    }

    /// <summary>Clears "made by" in the directory, where .NET writes the operating system it runs on.</summary>
    private void ClearPlatform()
    {
        Span<byte> end = stackalloc byte[22];
        file.Position = file.Length - end.Length;
        file.ReadExactly(end);
        var directory = new byte[BinaryPrimitives.ReadUInt32LittleEndian(end[12..])];
        file.Position = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        var start = file.Position;
        file.ReadExactly(directory);
        for (var at = 0; at < directory.Length;)
        {
            var record = directory.AsSpan(at);
            record[5] = 0;
            at += 46 + BinaryPrimitives.ReadUInt16LittleEndian(record[28..])
                + BinaryPrimitives.ReadUInt16LittleEndian(record[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(record[32..]);
        }

        file.Position = start;
        file.Write(directory);
        file.Position = file.Length;
    }
}
