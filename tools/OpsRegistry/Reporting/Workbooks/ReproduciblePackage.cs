using System.Buffers.Binary;
using System.Xml;

namespace OpsRegistry.Reporting.Workbooks;

/// <summary>
/// A package whose every byte follows from its content, so that anyone who builds a report again can compare its SHA-256 with the one
/// that was signed. Parts go straight to the file.
/// </summary>
/// <remarks>
/// The zip and its deflate (<see cref="FixedDeflate"/>) are our own: what the runtime's write differs between systems, between zlib versions and between processors.
/// </remarks>
internal sealed class ReproduciblePackage : IDisposable
{
    private const int LocalHeader = 30, DirectoryHeader = 46, DirectoryEnd = 22;
    private const ushort Version = 20, Deflated = 8, FirstDay = 0x21; // 1980-01-01

    private readonly Stream file;
    private readonly List<Entry> entries = [];

    /// <summary>Begins a package.</summary>
    /// <param name="file">A stream at its beginning that can seek.</param>
    public ReproduciblePackage(Stream file) => this.file = file;

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

    /// <summary>Writes one part; its elements stand without a prefix, because viewers built on ExcelJS know them by their bare names only.</summary>
    public void Part(string path, Action<Stream> write) => PlainPart(path, part => part.Write(Encoding.UTF8.GetBytes(Plainly(write))));

    /// <summary>Writes one part whose elements have no prefix already, as it comes.</summary>
    public void PlainPart(string path, Action<Stream> write)
    {
        var (start, name) = (file.Position, Encoding.ASCII.GetBytes(path));
        file.Position += LocalHeader + name.Length;
        using var part = new PackedPart(file);
        using (var buffered = new BufferedStream(part, 1 << 13))
        {
            write(buffered);
        }

        part.Finish();
        var entry = new Entry(name, (uint)start, part.Crc, (uint)(file.Position - start - LocalHeader - name.Length), (uint)part.Size);
        entries.Add(entry);
        var end = file.Position;
        file.Position = start;
        WriteHeader(entry, LocalHeader, 0x04034b50);
        file.Position = end;
    }

    /// <summary>What somebody writes, without the prefix of the sheet's own elements. In a text or an attribute a bracket is written as an entity, so these are elements.</summary>
    public static string Plainly(Action<Stream> write)
    {
        using var whole = new MemoryStream();
        write(whole);
        return new StringBuilder(Encoding.UTF8.GetString(whole.GetBuffer(), 0, (int)whole.Length))
            .Replace("<x:", "<").Replace("</x:", "</").Replace(" xmlns:x=\"", " xmlns=\"").ToString();
    }

    /// <summary>Finishes the package.</summary>
    public void Dispose()
    {
        var start = file.Position;
        foreach (var entry in entries)
        {
            WriteHeader(entry, DirectoryHeader, 0x02014b50);
        }

        Span<byte> end = stackalloc byte[DirectoryEnd];
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054b50);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], (ushort)entries.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], (ushort)entries.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end[12..], (uint)(file.Position - start));
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], (uint)start);
        file.Write(end);
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

    /// <summary>Writes what stands before an entry's bytes, or the same with its place for the directory, which says of no system that it packed it.</summary>
    private void WriteHeader(Entry entry, int length, uint signature)
    {
        var isLocal = length == LocalHeader;
        var header = new byte[length];
        BinaryPrimitives.WriteUInt32LittleEndian(header, signature);
        var fields = header.AsSpan(isLocal ? 4 : 6);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(4), Version);
        BinaryPrimitives.WriteUInt16LittleEndian(fields, Version);
        BinaryPrimitives.WriteUInt16LittleEndian(fields[4..], Deflated);
        BinaryPrimitives.WriteUInt16LittleEndian(fields[8..], FirstDay);
        BinaryPrimitives.WriteUInt32LittleEndian(fields[10..], entry.Crc);
        BinaryPrimitives.WriteUInt32LittleEndian(fields[14..], entry.Packed);
        BinaryPrimitives.WriteUInt32LittleEndian(fields[18..], entry.Size);
        BinaryPrimitives.WriteUInt16LittleEndian(fields[22..], (ushort)entry.Name.Length);
        if (!isLocal)
        {
            header[5] = 0;
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(42), entry.Start);
        }

        file.Write(header);
        file.Write(entry.Name);
    }

    private sealed record Entry(byte[] Name, uint Start, uint Crc, uint Packed, uint Size);

    /// <summary>Takes a part's bytes, counts them and deflates them.</summary>
    private sealed class PackedPart(Stream file) : Stream
    {
        private readonly FixedDeflate deflate = new(file);
        private Crc32 crc;

        public uint Crc => crc.Value;

        public long Size { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => Size;

        public override long Position
        {
            get => Size;
            set => throw new NotSupportedException();
        }

        public void Finish() => deflate.Finish();

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            crc.Add(buffer);
            Size += buffer.Length;
            deflate.Write(buffer);
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
