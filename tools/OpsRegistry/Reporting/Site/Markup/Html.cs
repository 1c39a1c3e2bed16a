using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace OpsRegistry.Reporting.Site;

/// <summary>A piece of a page. Text becomes a piece by being encoded; there is no way to put markup in as text.</summary>
internal abstract class Html
{
    /// <summary>Text as it reads.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator Html?(string? text) => text is null ? null : new Words(text);

    /// <summary>Writes the piece.</summary>
    public abstract void WriteTo(StringBuilder output);

    public override string ToString()
    {
        var output = new StringBuilder();
        WriteTo(output);
        return output.ToString();
    }

    /// <summary>Text with what would end it or begin markup written as entities; what cannot be seen is written as its number.</summary>
    private protected static string Encoded(string text) => WebUtility.HtmlEncode(string.Join('\n', text.Split('\n').Select(VisibleText.Show)));

    private sealed class Words(string text) : Html
    {
        public override void WriteTo(StringBuilder output) => output.Append(Encoded(text));
    }
}

/// <summary>Pieces in a row.</summary>
internal sealed class Fragment(IEnumerable<Html?> children) : Html
{
    public override void WriteTo(StringBuilder output)
    {
        foreach (var child in children)
        {
            child?.WriteTo(output);
        }
    }
}

/// <summary>An element of HTML or SVG.</summary>
internal sealed class Element : Html
{
    private static readonly HashSet<string> Void = ["br", "hr", "img", "input", "link", "meta"];
    private readonly List<(string Name, string Value)> attributes = [];
    private readonly string name;
    private readonly List<Html?> children;

    /// <summary>Makes one.</summary>
    /// <param name="selector">Its name and classes, e.g. <c>td.number</c>.</param>
    public Element(string selector, IEnumerable<Html?> children)
    {
        var parts = selector.Split('.');
        name = parts[0];
        if (parts.Length > 1)
        {
            attributes.Add(("class", string.Join(' ', parts.Skip(1))));
        }

        this.children = children.ToList();
    }

    /// <summary>Adds an attribute; null leaves it out, empty writes its name alone.</summary>
    public Element With(string attribute, string? value)
    {
        if (value is not null)
        {
            attributes.Add((attribute, value));
        }

        return this;
    }

    /// <summary>Adds a number: at most two places, as charts need them.</summary>
    public Element With(string attribute, decimal value) => With(attribute, value.ToString("0.##", CultureInfo.InvariantCulture));

    public override void WriteTo(StringBuilder output)
    {
        output.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
        {
            output.Append(' ').Append(attribute);
            if (value.Length > 0)
            {
                output.Append("=\"").Append(Encoded(value)).Append('"');
            }
        }

        output.Append('>');
        if (Void.Contains(name))
        {
            return;
        }

        foreach (var child in children)
        {
            child?.WriteTo(output);
        }

        output.Append("</").Append(name).Append('>');
    }
}

/// <summary>Makes pieces; for <c>using static</c>.</summary>
internal static class Tags
{
    /// <summary>An element: name and classes, then what it holds.</summary>
    public static Element Tag(string selector, params IEnumerable<Html?> children) => new(selector, children);

    /// <summary>Pieces in a row.</summary>
    public static Html All(params IEnumerable<Html?> children) => new Fragment(children.ToList());

    /// <summary>Pieces with something between them.</summary>
    public static Html Joined(Html between, IEnumerable<Html> pieces) =>
        new Fragment(pieces.SelectMany((piece, index) => index == 0 ? new[] { piece } : [between, piece]).ToList());
}
