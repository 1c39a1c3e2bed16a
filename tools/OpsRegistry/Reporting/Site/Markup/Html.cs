using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace OpsRegistry.Reporting.Site;

/// <summary>A piece of a page. Text becomes a piece by being encoded; there is no way to put markup in as text.</summary>
internal abstract class Html
{
    private static readonly SearchValues<char> OfMarkup = SearchValues.Create("<>&\"'");

    /// <summary>Text as it reads.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator Html?(string? text) => text is null ? null : new Words(text);

    /// <summary>Writes the piece.</summary>
    public abstract void WriteTo(StringBuilder output);

    /// <summary>The piece as a page by itself: the bytes of its file.</summary>
    public byte[] ToDocument()
    {
        var output = new StringBuilder("<!DOCTYPE html>\n");
        WriteTo(output);
        output.Append('\n');

        // Chunk by chunk, without all words of a page in one string.
        var room = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(output.Length));
        try
        {
            var (encoder, written) = (Encoding.UTF8.GetEncoder(), 0);
            foreach (var chunk in output.GetChunks())
            {
                written += encoder.GetBytes(chunk.Span, room.AsSpan(written), flush: false);
            }

            return room[..written];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    public override string ToString()
    {
        var output = new StringBuilder();
        WriteTo(output);
        return output.ToString();
    }

    /// <summary>Writes text with what would end it or begin markup written as entities; what cannot be seen is written as its number.</summary>
    private protected static void WriteText(StringBuilder output, string text)
    {
        if (VisibleText.IsPlain(text) && !text.AsSpan().ContainsAny(OfMarkup))
        {
            output.Append(text);
        }
        else
        {
            output.Append(WebUtility.HtmlEncode(string.Join('\n', text.Split('\n').Select(VisibleText.Show))));
        }
    }

    private sealed class Words(string text) : Html
    {
        public override void WriteTo(StringBuilder output) => WriteText(output, text);
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

/// <summary>A piece of which somebody is told, when it is written, how many letters it came to.</summary>
internal sealed class Counted(Html piece, Action<int> told) : Html
{
    public override void WriteTo(StringBuilder output)
    {
        var before = output.Length;
        piece.WriteTo(output);
        told(output.Length - before);
    }
}

/// <summary>An element of HTML or SVG.</summary>
internal sealed class Element : Html
{
    private static readonly HashSet<string> Void = ["br", "hr", "img", "input", "link", "meta"];
    private readonly string name;
    private readonly Html?[] children;
    private List<(string Name, string Value)>? attributes;

    /// <summary>Makes one.</summary>
    /// <param name="selector">Its name and classes, e.g. <c>td.number</c>.</param>
    public Element(string selector, IEnumerable<Html?> children)
    {
        var dot = selector.IndexOf('.', StringComparison.Ordinal);
        name = dot < 0 ? selector : selector[..dot];
        if (dot >= 0)
        {
            With("class", selector[(dot + 1)..].Replace('.', ' '));
        }

        this.children = [.. children];
    }

    /// <summary>Adds an attribute; null leaves it out, empty writes its name alone.</summary>
    public Element With(string attribute, string? value)
    {
        if (value is not null)
        {
            (attributes ??= []).Add((attribute, value));
        }

        return this;
    }

    /// <summary>Adds a number: at most two places, as charts need them.</summary>
    public Element With(string attribute, decimal value) => With(attribute, value.ToString("0.##", CultureInfo.InvariantCulture));

    public override void WriteTo(StringBuilder output)
    {
        output.Append('<').Append(name);
        foreach (var (attribute, value) in attributes ?? [])
        {
            output.Append(' ').Append(attribute);
            if (value.Length > 0)
            {
                output.Append("=\"");
                WriteText(output, value);
                output.Append('"');
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
