using System.Xml.Linq;
using OpsRegistry.Loading;

namespace OpsRegistry.Verifying.Workbooks;

/// <summary>
/// What a part may hold: what is compared, and what is passed over for which reason. Whatever a part holds beyond this is named and never passed over,
/// so that a way to show something else must be one that this product writes itself, or stand here with its reason.
/// </summary>
/// <remarks>
/// A line names an element or an attribute by its path and says with a sign what is done about it:
/// <c>=</c> it is compared, what is absent having the value after the sign;
/// <c>:</c> it is compared where it stands, and may be absent;
/// <c>?</c> that it stands there is compared;
/// <c>#</c> what tells elements of the name apart, which otherwise is their order;
/// <c>~</c> it is passed over with all that it holds, for the reason after the sign.
/// </remarks>
internal sealed class PartGrammar
{
    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.Ordinal)
    {
        [""] = "",
        ["http://schemas.openxmlformats.org/spreadsheetml/2006/main"] = "",
        ["http://schemas.openxmlformats.org/officeDocument/2006/relationships"] = "r:",
        ["http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"] = "xdr:",
        ["http://schemas.openxmlformats.org/drawingml/2006/main"] = "a:",
        ["http://schemas.openxmlformats.org/drawingml/2006/chart"] = "c:",
        ["http://schemas.openxmlformats.org/markup-compatibility/2006"] = "mc:",
        ["http://schemas.microsoft.com/office/drawing/2007/8/2/chart"] = "c14:",
        ["http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"] = "x14ac:",
        ["http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"] = "x15ac:",
        ["http://schemas.microsoft.com/office/spreadsheetml/2014/revision"] = "xr:",
        ["http://schemas.microsoft.com/office/spreadsheetml/2015/revision2"] = "xr2:",
        ["http://schemas.microsoft.com/office/spreadsheetml/2016/revision3"] = "xr3:",
        ["http://www.w3.org/XML/1998/namespace"] = "xml:",
    };

    private readonly Dictionary<string, Line> lines = new(StringComparer.Ordinal);
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <summary>Reads the tables.</summary>
    /// <param name="tables">The lines, with the rule that is broken where what they name differs.</param>
    public PartGrammar(params ReadOnlySpan<(RuleInfo Rule, string Lines)> tables)
    {
        foreach (var (rule, table) in tables)
        {
            foreach (var words in table.Split('\n').Select(line => line.Trim().Split(' ', 3)).Where(words => words.Length > 1))
            {
                lines.Add(words[0], new(words[1][0], words.Length > 2 ? words[2] : "", rule));
                Know(words[0]);
            }
        }
    }

    /// <summary>What is passed over, with the reason.</summary>
    public IEnumerable<(string Path, string Reason)> PassedOver => lines.Where(line => line.Value.Sign == '~').Select(line => (line.Key, line.Value.Rest));

    /// <summary>Elements whose value is worked out by the reader of the part and not read as it stands, e.g. colours.</summary>
    public IReadOnlyDictionary<string, Func<XElement, string>> Read { get; init; } = new Dictionary<string, Func<XElement, string>>(StringComparer.Ordinal);

    /// <summary>The elements and attributes that may stand inside of them; with the reason where one is passed over.</summary>
    public IReadOnlyDictionary<string, string> Inside { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Takes a part apart.</summary>
    /// <param name="root">The part, or an element of it.</param>
    /// <param name="facts">Gets what is compared, and what nobody knows.</param>
    /// <param name="skip">Elements that the reader of the part reads itself.</param>
    public void Apply(XElement root, ShownFacts facts, params ReadOnlySpan<string> skip) => Visit(root, "", "", facts, new(skip.ToArray(), StringComparer.Ordinal));

    /// <summary>An element in one line: what of it is compared and is not as it is by default.</summary>
    public string Words(XElement? element, Action<string> unknown)
    {
        var facts = new ShownFacts();
        if (element is not null)
        {
            Apply(element, facts);
        }

        facts.Unknown.ForEach(unknown);
        return string.Join(' ', facts.Values.Select(fact => $"{fact.Key}={fact.Value.Value}"));
    }

    /// <summary>A name with the prefix by which the tables know its namespace.</summary>
    public static string NameOf(XName name) => (Prefixes.TryGetValue(name.NamespaceName, out var prefix) ? prefix : $"{{{name.NamespaceName}}}") + name.LocalName;

    /// <summary>A value in the one form in which values are compared: truths as digits, numbers to six digits, colours in capitals.</summary>
    public static string Normal(string value) => value switch
    {
        "true" => "1",
        "false" => "0",
        _ when value.Contains('.', StringComparison.Ordinal) && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number.ToString("G6", CultureInfo.InvariantCulture),
        { Length: 6 or 8 } when value.All(char.IsAsciiHexDigit) => value.ToUpperInvariant(),
        _ => value,
    };

    private static IEnumerable<string> NamesOf(XElement element) => element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration)
        .Select(attribute => $"{NameOf(element.Name)}@{NameOf(attribute.Name)}").Prepend(NameOf(element.Name));

    private void Know(string path)
    {
        for (var at = path.Length; at > 0; at = path.LastIndexOfAny(['/', '@'], at - 1))
        {
            known.Add(path[..at]);
        }
    }

    private void Visit(XElement element, string path, string key, ShownFacts facts, HashSet<string> skip)
    {
        foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
        {
            var at = $"{path}@{NameOf(attribute.Name)}";
            Take(lines.GetValueOrDefault(at), at, $"{key}@{NameOf(attribute.Name)}", attribute.Value, facts);
        }

        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var child in element.Elements())
        {
            var name = child.Name.LocalName == "ext" && (string?)child.Attribute("uri") is { } uri ? $"ext{uri}" : NameOf(child.Name);
            if (path.Length == 0 && skip.Contains(name))
            {
                continue;
            }

            var step = path.Length == 0 ? name : $"{path}/{name}";
            var number = counts[name] = counts.GetValueOrDefault(name) + 1;
            Child(child, step, (key.Length == 0 ? name : $"{key}/{name}") + Apart(child, step, number), facts, skip);
        }
    }

    private void Child(XElement child, string step, string key, ShownFacts facts, HashSet<string> skip)
    {
        var line = lines.GetValueOrDefault(step);
        if (line?.Sign == '~')
        {
            return;
        }

        if (!known.Contains(step))
        {
            facts.Unknown.Add(key);
        }
        else if (Read.TryGetValue(NameOf(child.Name), out var read))
        {
            Take(line, step, key, read(child), facts);
            facts.Unknown.AddRange(child.Descendants().SelectMany(NamesOf).Where(name => !Inside.ContainsKey(name)).Select(name => $"{key}//{name}"));
        }
        else
        {
            if (line?.Sign is '=' or ':' or '?' || (!child.HasElements && !string.IsNullOrWhiteSpace(child.Value)))
            {
                Take(line, step, key, line?.Sign == '?' ? "1" : child.Value, facts);
            }

            Visit(child, step, key, facts, skip);
        }
    }

    /// <summary>What tells an element from others of its name.</summary>
    private string Apart(XElement child, string step, int number) =>
        lines.GetValueOrDefault($"{step}#") is { } line ? $"[{string.Join(' ', line.Rest.Split(' ').Select(attribute => (string?)child.Attribute(attribute) ?? ""))}]"
        : number > 1 ? $"[{number}]"
        : "";

    private static void Take(Line? line, string path, string key, string value, ShownFacts facts)
    {
        if (line is null || line.Sign == '#')
        {
            facts.Unknown.Add(key);
        }
        else if (line.Sign != '~' && Normal(value) is var normal && (line.Sign != '=' || normal != line.Rest))
        {
            facts.Add(key, new(normal, line.Sign == '=' ? line.Rest : "", line.Rule) { MayBeAbsent = line.Sign == ':' });
        }
    }

    private sealed record Line(char Sign, string Rest, RuleInfo Rule);
}

/// <summary>What is compared of a part, and what of it nobody knows.</summary>
internal sealed class ShownFacts
{
    /// <summary>The values by path; what is as it is by default is left out.</summary>
    public SortedDictionary<string, ShownFact> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>The paths of what stands in no table.</summary>
    public List<string> Unknown { get; } = [];

    /// <summary>Adds a value; a second one of the same name is something that nobody knows.</summary>
    public void Add(string path, ShownFact fact)
    {
        if (!Values.TryAdd(path, fact))
        {
            Unknown.Add($"{path} ×2");
        }
    }
}

/// <summary>A value that is compared.</summary>
/// <param name="Value">The value in its one form.</param>
/// <param name="Usual">The value of what does not stand there.</param>
/// <param name="Rule">What is wrong where it differs.</param>
internal sealed record ShownFact(string Value, string Usual, RuleInfo Rule)
{
    /// <summary>True where it need not stand there.</summary>
    public bool MayBeAbsent { get; init; }
}
