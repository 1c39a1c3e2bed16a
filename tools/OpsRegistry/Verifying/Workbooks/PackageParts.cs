using OpsRegistry.Loading;

namespace OpsRegistry.Verifying.Workbooks;

/// <summary>The parts that a report may have, by the relationships that lead to them: compared, or passed over for a reason. Any other is refused.</summary>
internal static class PackageParts
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";
    private const string Microsoft = "http://schemas.microsoft.com/office/2011/relationships/";
    private const string Signature = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/";

    private static readonly IReadOnlyList<(string From, string Kind, string Type, string Why)> Known =
    [
        ("", "officeDocument", Office + "spreadsheetml.sheet.main+xml", ""),
        ("", "custom-properties", Office + "custom-properties+xml", ""),
        ("", "extended-properties", Office + "extended-properties+xml", "which program saved"),
        ("", "core-properties", "application/vnd.openxmlformats-package.core-properties+xml", "who saved when"),
        ("", Signature + "origin", "application/vnd.openxmlformats-package.digital-signature-origin", "an electronic signature, which other programs prove"),
        (Signature + "origin", Signature + "signature", "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml", "an electronic signature, which other programs prove"),
        ("officeDocument", "worksheet", Office + "spreadsheetml.worksheet+xml", ""),
        ("officeDocument", "styles", Office + "spreadsheetml.styles+xml", ""),
        ("officeDocument", "sharedStrings", Office + "spreadsheetml.sharedStrings+xml", ""),
        ("officeDocument", "theme", Office + "theme+xml", "colours and faces by name, which no cell of a report uses; a cell that does is found by its look"),
        ("officeDocument", "calcChain", Office + "spreadsheetml.calcChain+xml", "in which order formulas are calculated"),
        ("worksheet", "drawing", Office + "drawing+xml", ""),
        ("worksheet", "printerSettings", Office + "spreadsheetml.printerSettings", "the printer's own settings"),
        ("drawing", "chart", Office + "drawingml.chart+xml", ""),
        ("chart", Microsoft + "chartStyle", "application/vnd.ms-office.chartstyle+xml", "looks to choose from; what is drawn stands in the chart"),
        ("chart", Microsoft + "chartColorStyle", "application/vnd.ms-office.chartcolorstyle+xml", "looks to choose from; what is drawn stands in the chart"),
    ];

    /// <summary>The kinds of parts that are passed over, with the reason.</summary>
    public static IEnumerable<(string Kind, string Reason)> PassedOver => Known.Where(part => part.Why.Length > 0).Select(part => (part.Kind, part.Why));

    /// <summary>Every part and link that a report does not have.</summary>
    public static IEnumerable<Message> Foreign(PackageLinks links)
    {
        var kinds = links.All.Where(link => !link.IsExternal).DistinctBy(link => link.Target, StringComparer.OrdinalIgnoreCase).ToDictionary(link => link.Target, link => link.Kind, StringComparer.OrdinalIgnoreCase);
        foreach (var part in links.Unreached)
        {
            yield return new($"部件 {part} 没有任何关系指向它", $"no relationship leads to the part {part}");
        }

        foreach (var link in links.All)
        {
            var from = kinds.GetValueOrDefault(link.From, link.From);
            var known = Known.FirstOrDefault(part => part.From == from && part.Kind == link.Kind);
            if (link.IsExternal)
            {
                yield return new($"{NameOf(link.From)} 链接到文件之外：{Shown(link.Target)}", $"{NameOf(link.From)} links out of the file: {Shown(link.Target)}");
            }
            else if (known.Type is null)
            {
                yield return new($"{NameOf(link.From)} 带有部件 {link.Target}（{link.Kind}）", $"{NameOf(link.From)} has the part {link.Target} ({link.Kind})");
            }
            else if (links.TypeOf(link.Target) != known.Type)
            {
                yield return new($"部件 {link.Target} 标为 {Shown(links.TypeOf(link.Target))}", $"the part {link.Target} is said to be {Shown(links.TypeOf(link.Target))}");
            }
        }

        foreach (var (part, count) in links.All.Where(link => !link.IsExternal).CountBy(link => link.Target, StringComparer.OrdinalIgnoreCase).Where(pair => pair.Value > 1))
        {
            yield return new($"{count} 个关系指向部件 {part}", $"{count} relationships lead to the part {part}");
        }
    }

    private static string NameOf(string part) => part.Length == 0 ? "[package]" : part;

    private static string Shown(string text) => text.Length > 80 ? text[..80] + "…" : text;
}
