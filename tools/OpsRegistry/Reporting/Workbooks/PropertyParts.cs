using System.Xml.Linq;
using NodaTime.Text;

namespace OpsRegistry.Reporting.Workbooks;

/// <summary>The parts that hold a file's properties.</summary>
internal static class PropertyParts
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/";

    /// <summary>What wrote the file.</summary>
    public static void Application(Stream part, WorkbookProperties properties)
    {
        XNamespace extended = Office + "extended-properties";
        Save(part, new(extended + "Properties", new XElement(extended + "Application", ExcelText.ForCell(properties.Creator))));
    }

    /// <summary>Title, who answers for the file, and the instant of its figures.</summary>
    public static void Core(Stream part, WorkbookProperties properties)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace elements = "http://purl.org/dc/elements/1.1/";
        XNamespace terms = "http://purl.org/dc/terms/";
        XNamespace instance = "http://www.w3.org/2001/XMLSchema-instance";
        var time = InstantPattern.General.Format(properties.AsOf);
        Save(part, new XElement(core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", core), new XAttribute(XNamespace.Xmlns + "dc", elements),
            new XAttribute(XNamespace.Xmlns + "dcterms", terms), new XAttribute(XNamespace.Xmlns + "xsi", instance),
            new XElement(elements + "title", ExcelText.ForCell(properties.Title)),
            new XElement(elements + "creator", ExcelText.ForCell(properties.Creator)),
            new XElement(core + "lastModifiedBy", ExcelText.ForCell(properties.Creator)),
            new XElement(terms + "created", new XAttribute(instance + "type", "dcterms:W3CDTF"), time),
            new XElement(terms + "modified", new XAttribute(instance + "type", "dcterms:W3CDTF"), time)));
    }

    /// <summary>Properties of our own, as texts.</summary>
    public static void Custom(Stream part, WorkbookProperties properties)
    {
        XNamespace custom = Office + "custom-properties";
        XNamespace types = Office + "docPropsVTypes";
        Save(part, new XElement(custom + "Properties", new XAttribute(XNamespace.Xmlns + "vt", types),
            properties.Custom.Select((property, index) => new XElement(custom + "property",
                new XAttribute("fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"), new XAttribute("pid", index + 2), new XAttribute("name", property.Name),
                new XElement(types + "lpwstr", ExcelText.ForCell(property.Value))))));
    }

    private static void Save(Stream part, XElement root)
    {
        using var writer = new StreamWriter(part, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        new XDocument(new XDeclaration("1.0", "utf-8", "yes"), root).Save(writer, SaveOptions.DisableFormatting);
    }
}
