using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace OpsRegistry.Mutants;

/// <summary>A file with all changes in it, each behind its switch.</summary>
/// <param name="Text">What is compiled.</param>
/// <param name="Changes">Where in it the new words of each change stand.</param>
internal sealed record WrittenSource(string Text, IReadOnlyList<(TextSpan Span, int Number)> Changes)
{
    /// <summary>Writes the changes into a file.</summary>
    public static WrittenSource Of(string source, IReadOnlyList<Mutant> mutants)
    {
        // Outer places first at the start, last at the end: so they hold the inner ones.
        var inserted = mutants
            .SelectMany(mutant => new[]
            {
                (At: mutant.Span.Start, IsEnd: false, Length: -mutant.Span.Length, mutant.Number, Text: Opening(mutant)),
                (At: mutant.Span.End, IsEnd: true, mutant.Span.Length, -mutant.Number, Text: Closing(mutant)),
            })
            .OrderBy(part => part.At).ThenBy(part => !part.IsEnd).ThenBy(part => part.Length).ThenBy(part => part.Item4);
        var (written, changes, from) = (new StringBuilder(), new List<(TextSpan, int)>(), 0);
        foreach (var (at, isEnd, _, number, text) in inserted)
        {
            written.Append(source, from, at - from);
            if (!isEnd)
            {
                changes.Add((new(written.Length, text.Length), number));
            }

            written.Append(text);
            from = at;
        }

        return new(written.Append(source, from, source.Length - from).ToString(), changes);
    }

    /// <summary>The change in whose new words a place stands.</summary>
    /// <param name="line">From 0.</param>
    /// <param name="column">From 0.</param>
    public int? ChangeAt(int line, int column)
    {
        var place = SourceText.From(Text).Lines[line].Start + column;
        return Changes.Where(change => change.Span.Contains(place)).Select(change => (int?)change.Number).FirstOrDefault();
    }

    private static string Opening(Mutant mutant) => mutant.Changed is { } changed
        ? $"(global::OpsRegistry.MutantSwitch.Is({mutant.Number}) ? ({changed}) : ("
        : $"if (!global::OpsRegistry.MutantSwitch.Is({mutant.Number})) {{ ";

    private static string Closing(Mutant mutant) => mutant.Changed is null ? " }" : "))";
}
