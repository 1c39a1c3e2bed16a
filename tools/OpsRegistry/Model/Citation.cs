using System.Text.RegularExpressions;

namespace OpsRegistry.Model;

/// <summary>The lines of a source document that a clause is cited by: <c>090 8.2 L80-L83</c>.</summary>
/// <param name="Source">The document's three digits.</param>
/// <param name="First">The first line, from 1.</param>
/// <param name="Last">The last line, included.</param>
internal readonly partial record struct Citation(string Source, int First, int Last)
{
    /// <summary>Reads a citation; null where it is none.</summary>
    public static Citation? Read(string clause)
    {
        if (Pattern().Match(clause) is not { Success: true, Groups: var parts })
        {
            return null;
        }

        var first = int.Parse(parts["first"].ValueSpan, CultureInfo.InvariantCulture);
        return new(parts["source"].Value, first, parts["last"].Success ? int.Parse(parts["last"].ValueSpan, CultureInfo.InvariantCulture) : first);
    }

    /// <summary>A clause by its paragraph, as it stands on a form that is signed: without the number that the registry gave the document, and without its lines.</summary>
    public static string Paragraph(string clause) => Pattern().Match(clause) is { Success: true, Groups: var parts } && parts["paragraph"].Success ? parts["paragraph"].Value.Trim() : clause;

    /// <summary>The lines as people cite them.</summary>
    public static string Show(int first, int last) => first == last
        ? string.Create(CultureInfo.InvariantCulture, $"L{first}")
        : string.Create(CultureInfo.InvariantCulture, $"L{first}-L{last}");

    [GeneratedRegex("^(?<source>[0-9]{3}) (?<paragraph>.* )?L(?<first>[0-9]{1,6})(-L(?<last>[0-9]{1,6}))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
