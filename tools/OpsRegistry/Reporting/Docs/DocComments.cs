using System.Xml;
using System.Xml.Linq;

namespace OpsRegistry.Reporting.Docs;

/// <summary>The summaries of an XML documentation file as Markdown.</summary>
internal static class DocComments
{
    /// <summary>Last part of each rule's name to its summary.</summary>
    public static IReadOnlyDictionary<string, string> Read(string documentation)
    {
        var comments = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in MembersOf(documentation).Where(IsRule))
        {
            var name = member.Attribute("name")!.Value;
            comments[name[(name.LastIndexOf('.') + 1)..]] = Words(member.Element("summary"));
        }

        return comments;
    }

    /// <summary>Full name of each type, property and record parameter to what is said of it.</summary>
    public static IReadOnlyDictionary<string, string> Members(string documentation)
    {
        var comments = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in MembersOf(documentation))
        {
            var name = member.Attribute("name")!.Value[2..];
            if (member.Element("summary") is { } summary)
            {
                comments[name] = Words(summary);
            }

            foreach (var parameter in member.Elements("param"))
            {
                comments[$"{name}.{parameter.Attribute("name")!.Value}"] = Words(parameter);
            }
        }

        return comments;
    }

    private static IEnumerable<XElement> MembersOf(string documentation)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var reader = XmlReader.Create(new StringReader(documentation), settings);
        return XDocument.Load(reader).Descendants("member").ToList();
    }

    private static bool IsRule(XElement member) =>
        member.Attribute("name")?.Value is { } name &&
        (name.StartsWith("T:OpsRegistry.Rules.", StringComparison.Ordinal) ||
         name.StartsWith("T:OpsRegistry.Reviewing.Policies.", StringComparison.Ordinal) ||
         name.StartsWith("T:OpsRegistry.Verifying.History.Faults.", StringComparison.Ordinal) ||
         (name.StartsWith("F:OpsRegistry.", StringComparison.Ordinal) && name.Contains("Rules.", StringComparison.Ordinal)));

    private static string Words(XElement? summary)
    {
        var text = new StringBuilder();
        foreach (var node in summary?.Nodes() ?? [])
        {
            text.Append(node switch
            {
                XElement { Name.LocalName: "see" } link => $"`{link.Attribute("cref")?.Value.Split('.')[^1]}`",
                XElement element => $"`{element.Value}`",
                XText words => words.Value,
                _ => "",
            });
        }

        return string.Join('\n', text.ToString().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
    }
}
