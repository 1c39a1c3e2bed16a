using System.IO.Compression;
using System.Xml.Linq;

namespace OpsRegistry.Reporting.Workbooks;

/// <summary>
/// Turns a package that a library saved into one whose every byte follows from its content: fixed times, order, part names, relationship
/// ids and properties. Packages that we write part by part need none of it (<see cref="ReproduciblePackage"/>).
/// </summary>
internal static class NormalisedPackage
{
    private const string CoreProperties = "docProps/core.xml";

    private static readonly XNamespace Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Ids = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>The same document with every byte decided.</summary>
    public static byte[] Normalise(byte[] saved, WorkbookProperties properties)
    {
        var parts = Read(saved);
        RenameCoreProperties(parts, properties);
        foreach (var path in parts.Keys.Where(path => path.EndsWith(".rels", StringComparison.Ordinal)).ToList())
        {
            RenumberRelationships(parts, path);
        }

        OrderContentTypes(parts);
        using var file = new MemoryStream();
        using (var package = new ReproduciblePackage(file))
        {
            // The content types come first: file(1) and some viewers know a document by its first entry.
            foreach (var (path, bytes) in parts.OrderBy(part => part.Key != "[Content_Types].xml"))
            {
                package.Part(path, part => part.Write(bytes));
            }
        }

        return file.ToArray();
    }

    private static SortedDictionary<string, byte[]> Read(byte[] saved)
    {
        var parts = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        using var archive = new ZipArchive(new MemoryStream(saved), ZipArchiveMode.Read);
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
        using (var core = new MemoryStream())
        {
            PropertyParts.Core(core, properties);
            parts[CoreProperties] = core.ToArray();
        }

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
        document.Declaration = new XDeclaration("1.0", "utf-8", "yes");
        using var edited = new MemoryStream();
        using (var writer = new StreamWriter(edited, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
        {
            document.Save(writer, SaveOptions.DisableFormatting);
        }

        parts[path] = edited.ToArray();
    }
}
