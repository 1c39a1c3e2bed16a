using OpsRegistry.Reporting.Tables;

namespace OpsRegistry.Reporting.Markdown;

/// <summary>What Markdown is like in a report, which lies three folders deep beside the files it names; another place says what is different there.</summary>
internal class MarkdownDialect
{
    /// <summary>How many levels below a page's own title the blocks' headings begin.</summary>
    public virtual int HeadingsBelow => 0;

    /// <summary>How many rows of a list are written; the others are counted.</summary>
    public virtual int MostRows => int.MaxValue;

    /// <summary>How many rows of a table with columns are written.</summary>
    public virtual int MostTableRows => int.MaxValue;

    /// <summary>How many of several values in one cell are written.</summary>
    public virtual int MostParts => int.MaxValue;

    /// <summary>Text from records, harmless.</summary>
    public virtual string Escape(string text) => MarkdownText.Escape(text);

    /// <summary>A difference of points or yuan.</summary>
    public virtual string Figure(string figure) => Escape(figure);

    /// <summary>A file's line, with the way there.</summary>
    public virtual string Link(Value.Record record) => string.Create(CultureInfo.InvariantCulture, $"[{Escape($"{record.Name}:{record.Line}")}](../../../{record.Path}#L{record.Line})");

    /// <summary>The address of what something leads to; null where it has none here.</summary>
    public virtual string? AddressOf(Anchor to) => to.WebAddress;

    /// <summary>Small print.</summary>
    public virtual string Small(string words) => words;

    /// <summary>What stands before a heading to say what it means; empty for nothing.</summary>
    public virtual string Sign(Tone tone) => "";
}
