using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using NodaTime.Text;

namespace OpsRegistry.Reporting.Workbooks;

/// <summary>
/// Turns a saved workbook into one whose every byte follows from its content, so that anyone who builds a report again
/// can compare its SHA-256 with the one that was signed.
/// </summary>
/// <remarks>
/// Entries are stored and not deflated: what deflate writes differs between zlib versions and between processors.
/// </remarks>
public static class ReproduciblePackage
{
    private const string CoreProperties = "docProps/core.xml";

    private static readonly XNamespace Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Ids = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly DateTimeOffset ZipEpoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The same workbook with fixed times, order, part names, relationship ids and properties.</summary>
    public static byte[] Normalise(byte[] workbook, WorkbookProperties properties)
    {
        var parts = Read(workbook);
        RenameCoreProperties(parts, properties);
        foreach (var path in parts.Keys.Where(path => path.EndsWith(".rels", StringComparison.Ordinal)).ToList())
        {
            RenumberRelationships(parts, path);
        }

        OrderContentTypes(parts);
        return Zip(parts);
    }

    private static SortedDictionary<string, byte[]> Read(byte[] workbook)
    {
        var parts = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        using var archive = new ZipArchive(new MemoryStream(workbook), ZipArchiveMode.Read);
        foreach (var entry in archive.Entries)
        {
            using var stream = entry.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            parts.Add(entry.FullName, copy.ToArray());
        }

        return parts;
    }

    /// <summary>The properties' part has a random name, the machine's user and the time of day; ours replaces it.</summary>
    private static void RenameCoreProperties(SortedDictionary<string, byte[]> parts, WorkbookProperties properties)
    {
        var old = parts.Keys.Single(path => path.EndsWith(".psmdcp", StringComparison.Ordinal) || path == CoreProperties);
        parts.Remove(old);
        parts[CoreProperties] = Bytes(Core(properties));
        Edit(parts, "_rels/.rels", document => document.Root!.Elements(Relationships + "Relationship")
            .Where(relationship => relationship.Attribute("Target")!.Value.TrimStart('/') == old)
            .ToList().ForEach(relationship => relationship.SetAttributeValue("Target", CoreProperties)));
        Edit(parts, "[Content_Types].xml", document =>
        {
            var types = document.Root!;
            types.Elements().Where(type => type.Attribute("Extension")?.Value == "psmdcp"
                || type.Attribute("PartName")?.Value.TrimStart('/') == old).Remove();
            types.Add(new XElement(ContentTypes + "Override", new XAttribute("PartName", "/" + CoreProperties),
                new XAttribute("ContentType", "application/vnd.openxmlformats-package.core-properties+xml")));
        });
    }

    private static XDocument Core(WorkbookProperties properties)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace elements = "http://purl.org/dc/elements/1.1/";
        XNamespace terms = "http://purl.org/dc/terms/";
        XNamespace instance = "http://www.w3.org/2001/XMLSchema-instance";
        var time = InstantPattern.General.Format(properties.AsOf);
        return new XDocument(new XElement(core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", core), new XAttribute(XNamespace.Xmlns + "dc", elements),
            new XAttribute(XNamespace.Xmlns + "dcterms", terms), new XAttribute(XNamespace.Xmlns + "xsi", instance),
            new XElement(elements + "title", ExcelText.ForCell(properties.Title)),
            new XElement(elements + "creator", ExcelText.ForCell(properties.Creator)),
            new XElement(core + "lastModifiedBy", ExcelText.ForCell(properties.Creator)),
            new XElement(terms + "created", new XAttribute(instance + "type", "dcterms:W3CDTF"), time),
            new XElement(terms + "modified", new XAttribute(instance + "type", "dcterms:W3CDTF"), time)));
    }

    /// <summary>Relationships get the ids rId1, rId2 … in the order of their targets, and the part that uses them follows.</summary>
    private static void RenumberRelationships(SortedDictionary<string, byte[]> parts, string path)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        Edit(parts, path, document =>
        {
            var ordered = document.Root!.Elements()
                .OrderBy(relationship => relationship.Attribute("Target")!.Value, StringComparer.Ordinal)
                .ThenBy(relationship => relationship.Attribute("Type")!.Value, StringComparer.Ordinal).ToList();
            foreach (var relationship in ordered)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"rId{ids.Count + 1}");
                ids.Add(relationship.Attribute("Id")!.Value, id);
                relationship.SetAttributeValue("Id", id);
            }

            document.Root.ReplaceNodes(ordered);
        });

        var owner = path.Replace("_rels/", "", StringComparison.Ordinal)[..^".rels".Length];
        if (parts.ContainsKey(owner))
        {
            Edit(parts, owner, document => document.Descendants().Attributes()
                .Where(attribute => attribute.Name.Namespace == Ids && ids.ContainsKey(attribute.Value))
                .ToList().ForEach(attribute => attribute.Value = ids[attribute.Value]));
        }
    }

    private static void OrderContentTypes(SortedDictionary<string, byte[]> parts) =>
        Edit(parts, "[Content_Types].xml", document => document.Root!.ReplaceNodes(document.Root.Elements()
            .OrderBy(type => type.Name.LocalName, StringComparer.Ordinal)
            .ThenBy(type => (type.Attribute("Extension") ?? type.Attribute("PartName"))!.Value, StringComparer.Ordinal).ToList()));

    private static void Edit(SortedDictionary<string, byte[]> parts, string path, Action<XDocument> change)
    {
        using var stream = new MemoryStream(parts[path]);
        var document = XDocument.Load(stream, LoadOptions.PreserveWhitespace);
        change(document);
        parts[path] = Bytes(document);
    }

    private static byte[] Bytes(XDocument document)
    {
        document.Declaration = new XDeclaration("1.0", "utf-8", "yes");
        using var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
        {
            document.Save(writer, SaveOptions.DisableFormatting);
        }

        return stream.ToArray();
    }

    private static byte[] Zip(SortedDictionary<string, byte[]> parts)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            // The content types come first: file(1) and some viewers know a workbook by its first entry.
            foreach (var (path, bytes) in parts.OrderBy(part => part.Key != "[Content_Types].xml"))
            {
                var entry = archive.CreateEntry(path, CompressionLevel.NoCompression);
                entry.LastWriteTime = ZipEpoch;
                entry.ExternalAttributes = 0;
                using var stream = entry.Open();
                stream.Write(bytes);
            }
        }

        return WithoutPlatform(file.ToArray());
    }

    /// <summary>Clears "made by" in the directory, where .NET writes the operating system it runs on.</summary>
    private static byte[] WithoutPlatform(byte[] zip)
    {
        var end = zip.AsSpan(zip.Length - 22);
        var at = (int)BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        for (var count = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]); count > 0; count--)
        {
            var record = zip.AsSpan(at);
            record[5] = 0;
            at += 46 + BinaryPrimitives.ReadUInt16LittleEndian(record[28..])
                + BinaryPrimitives.ReadUInt16LittleEndian(record[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(record[32..]);
        }

        return zip;
    }
}
