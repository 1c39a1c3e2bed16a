using System.Text;
using System.Xml.Linq;
using OpsRegistry.Tests.Verifying;

namespace OpsRegistry.Tests.Hostile;

/// <summary>Workbooks that chance changes: parts renamed, cut and swapped; elements and attributes with other values, gone, twice or elsewhere.</summary>
internal static class MutatedWorkbook
{
    private static readonly string[] Values =
    [
        "", "0", "-1", "1", "2147483647", "-2147483648", "4294967296", "1e308", "-1e308", "NaN", "INF", "0.0000000001", "A0", "A1", "XFD1048576", "ZZZZ99999999", "A1:XFD1048576", "B9:A1", "true",
        "#REF!", "=1", "2958466", "-693594", "\u0001x", "\ud83d\ude00", "rId1", "../../x", "/xl/workbook.xml", "yyyy-mm-dd\u0000", new string('9', 400), new string('(', 3000),
    ];

    /// <summary>A workbook in which one to three things are otherwise, and what.</summary>
    public static (byte[] File, string Change) Of(byte[] workbook, Random random)
    {
        var edit = new WorkbookEdit(workbook);
        var changes = new List<string>();
        for (var left = random.Next(1, 4); left > 0; left--)
        {
            var parts = edit.Parts.Keys.Order(StringComparer.Ordinal).ToList();
            var part = parts[random.Next(parts.Count)];
            changes.Add(random.Next(12) switch
            {
                0 => Renamed(edit, part, parts[random.Next(parts.Count)] + "x"),
                1 => Cut(edit, part, random),
                2 => Swapped(edit, part, parts[random.Next(parts.Count)]),
                _ => Edited(edit, part, random),
            });
        }

        return (edit.ToBytes(), string.Join("; ", changes));
    }

    private static string Renamed(WorkbookEdit edit, string part, string name)
    {
        edit.Parts.Remove(part, out var bytes);
        edit.Parts[name] = bytes!;
        return $"{part} is {name}";
    }

    private static string Cut(WorkbookEdit edit, string part, Random random)
    {
        edit.Parts[part] = edit.Parts[part][..random.Next(edit.Parts[part].Length + 1)];
        return $"{part} is cut";
    }

    private static string Swapped(WorkbookEdit edit, string one, string other)
    {
        (edit.Parts[one], edit.Parts[other]) = (edit.Parts[other], edit.Parts[one]);
        return $"{one} is {other}";
    }

    private static string Edited(WorkbookEdit edit, string part, Random random)
    {
        XElement root;
        try
        {
            root = edit.Read(part);
        }
        catch (System.Xml.XmlException)
        {
            return $"{part} is no XML";
        }

        var elements = root.DescendantsAndSelf().ToList();
        var element = elements[random.Next(elements.Count)];
        var value = Values[random.Next(Values.Length)];
        var attributes = element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).ToList();
        var what = $"{part} {element.Name.LocalName}";
        switch (random.Next(7))
        {
            case 0 when attributes.Count > 0:
                var attribute = attributes[random.Next(attributes.Count)];
                attribute.Value = Written(value);
                what += $"@{attribute.Name.LocalName}={value}";
                break;
            case 1 when attributes.Count > 0:
                attributes[random.Next(attributes.Count)].Remove();
                what += " lost an attribute";
                break;
            case 2:
                element.Value = Written(value);
                what += $"={value}";
                break;
            case 3 when element.Parent is not null:
                element.Remove();
                what += " is gone";
                break;
            case 4 when element.Parent is not null:
                element.AddAfterSelf(element);
                what += " stands twice";
                break;
            case 5 when element.Parent is not null:
                elements[random.Next(elements.Count)].Add(element);
                what += " stands elsewhere";
                break;
            default:
                element.Name = element.Name.Namespace + elements[random.Next(elements.Count)].Name.LocalName;
                what += " has another name";
                break;
        }

        try
        {
            edit.Parts[part] = Encoding.UTF8.GetBytes(root.ToString(SaveOptions.DisableFormatting));
        }
        catch (ArgumentException)
        {
            return what + ", which no XML can say"; // such as xml:space with a word of chance
        }

        return what;
    }

    private static string Written(string value) => string.Concat(value.Where(letter => letter >= ' '));
}
