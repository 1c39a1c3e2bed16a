using Microsoft.CodeAnalysis.Text;

namespace OpsRegistry.Mutants;

/// <summary>One small change of the code, as a slip of somebody who writes it.</summary>
/// <param name="Number">What the switch calls it.</param>
/// <param name="Folder">The folder of the library.</param>
/// <param name="File">The file, from the root of the tree.</param>
/// <param name="Line">The line on which it stands, from 1.</param>
/// <param name="Span">What of the file is changed.</param>
/// <param name="Member">The member that it stands in: dropped as a whole where the compiler complains and no place on the line is to blame.</param>
/// <param name="Original">What stands there.</param>
/// <param name="Changed">What stands there instead; null where a statement is left out.</param>
internal sealed record Mutant(int Number, string Folder, string File, int Line, TextSpan Span, TextSpan Member, string Original, string? Changed)
{
    /// <summary>In a line of a report.</summary>
    public override string ToString() => $"{File}:{Line}  {Short(Original)}  →  {(Changed is null ? "(left out)" : Short(Changed))}";

    private static string Short(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 90 ? line : line[..89] + "…";
    }
}
