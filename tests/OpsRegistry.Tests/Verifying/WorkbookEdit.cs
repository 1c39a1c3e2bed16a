using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace OpsRegistry.Tests.Verifying;

/// <summary>A workbook being edited part by part, whichever program wrote it.</summary>
internal sealed class WorkbookEdit
{
    public static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public static readonly XNamespace Ids = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public static readonly XNamespace Links = "http://schemas.openxmlformats.org/package/2006/relationships";
    public static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    public static readonly XNamespace Drawn = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
    public static readonly XNamespace Charts = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    public static readonly XNamespace Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    private const string Book = "xl/workbook.xml";

    public WorkbookEdit(byte[] workbook)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook), ZipArchiveMode.Read);
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            Parts[entry.FullName] = bytes.ToArray();
        }
    }

    public Dictionary<string, byte[]> Parts { get; } = new(StringComparer.Ordinal);

    public bool HasSharedTexts => Parts.ContainsKey("xl/sharedStrings.xml");

    public XElement Read(string part) => XElement.Load(new MemoryStream(Parts[part]), LoadOptions.PreserveWhitespace);

    public WorkbookEdit Xml(string part, Action<XElement> edit)
    {
        var root = Read(part);
        edit(root);
        Parts[part] = Encoding.UTF8.GetBytes(root.ToString(SaveOptions.DisableFormatting));
        return this;
    }

    public WorkbookEdit Workbook(Action<XElement> edit) => Xml(Book, edit);

    public WorkbookEdit Styles(Action<XElement> edit) => Xml("xl/styles.xml", edit);

    public WorkbookEdit Sheet(string name, Action<XElement> edit) => Xml(PartOf(name), edit);

    public WorkbookEdit Chart(Action<XElement> edit) => Xml("xl/charts/chart1.xml", edit);

    public WorkbookEdit Drawing(Action<XElement> edit) => Xml(DrawingPart, edit);

    public string DrawingPart => Parts.Keys.First(part => part.StartsWith("xl/drawings/drawing", StringComparison.Ordinal) && Read(part).HasElements);

    /// <summary>The part of a sheet, as the workbook's own relationships say.</summary>
    public string PartOf(string sheet)
    {
        var id = Read(Book).Descendants(Main + "sheet").First(one => (string?)one.Attribute("name") == sheet).Attribute(Ids + "id")!.Value;
        return "xl/" + Read("xl/_rels/workbook.xml.rels").Elements().First(link => (string?)link.Attribute("Id") == id).Attribute("Target")!.Value;
    }

    /// <summary>A part that another one names, or a link out of the file.</summary>
    public WorkbookEdit Link(string from, string kind, string target, string content = "<a/>", bool isExternal = false, string? type = null)
    {
        var slash = from.LastIndexOf('/') + 1;
        var list = $"{from[..slash]}_rels/{from[slash..]}.rels";
        Parts.TryAdd(list, Encoding.UTF8.GetBytes(new XElement(Links + "Relationships").ToString()));
        if (!isExternal)
        {
            Parts[target] = Encoding.UTF8.GetBytes(content);
        }

        if (type is not null)
        {
            Xml("[Content_Types].xml", types => types.Add(new XElement(Types + "Override", new XAttribute("PartName", "/" + target), new XAttribute("ContentType", type))));
        }

        return Xml(list, links => links.Add(new XElement(Links + "Relationship", new XAttribute("Id", "rIdX"),
            new XAttribute("Type", kind.Contains("://", StringComparison.Ordinal) ? kind : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + kind),
            new XAttribute("Target", isExternal ? target : "/" + target), isExternal ? new XAttribute("TargetMode", "External") : null)));
    }

    /// <summary>Writes text or number into a cell, keeping its look.</summary>
    public WorkbookEdit Fill(string sheet, string address, string words) => Sheet(sheet, root =>
    {
        var cell = Cell(root, address);
        cell.RemoveNodes();
        var isNumber = decimal.TryParse(words, System.Globalization.CultureInfo.InvariantCulture, out _);
        cell.SetAttributeValue("t", isNumber ? null : "inlineStr");
        cell.Add(isNumber ? new XElement(Main + "v", words) : new XElement(Main + "is", new XElement(Main + "t", words)));
    });

    public static XElement Cell(XElement sheet, string address) => sheet.Descendants(Main + "c").First(cell => (string?)cell.Attribute("r") == address);

    public byte[] ToBytes()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in Parts)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return file.ToArray();
    }
}
