namespace OpsRegistry.Loading;

/// <summary>The lines that git leaves in a file where two changes meet. Both sides stand there, and none is the record.</summary>
internal static class ConflictMarkers
{
    private const string Ours = "<<<<<<<";
    private const string Theirs = ">>>>>>>";

    /// <summary>The one finding about all conflicts of a file; null for none.</summary>
    public static Finding? Find(SourceLines source)
    {
        if (!source.Text.Contains(Ours, StringComparison.Ordinal) && !source.Text.Contains(Theirs, StringComparison.Ordinal))
        {
            return null;
        }

        var conflicts = new List<(int First, int Last)>();
        int? begun = null;
        for (var line = 1; line <= source.Lines.Count; line++)
        {
            if (IsMarker(source.Lines[line - 1], Ours))
            {
                begun ??= line;
            }
            else if (IsMarker(source.Lines[line - 1], Theirs))
            {
                conflicts.Add((begun ?? line, line));
                begun = null;
            }
        }

        if (begun is { } open)
        {
            conflicts.Add((open, open));
        }

        if (conflicts.Count == 0)
        {
            return null;
        }

        var lines = string.Join(", ", conflicts.Select(conflict => conflict.First == conflict.Last ? $"{conflict.First}" : $"{conflict.First}–{conflict.Last}"));
        var isOne = conflicts is [var only] && only.First == only.Last;
        return new(
            ReadingRules.UnresolvedConflict,
            source.At(conflicts[0].First, 1, int.MaxValue),
            new($"没有解决的 git 合并冲突，第 {lines} 行", $"unresolved merge conflict of git, line{(isOne ? "" : "s")} {lines}"),
            new($"留下要的一方，删去 {Ours}、=======、{Theirs} 三行", $"keep the side that is right and delete the lines {Ours}, ======= and {Theirs}"));
    }

    private static bool IsMarker(string line, string sign) =>
        line.AsSpan().TrimStart(' ') is var text && text.StartsWith(sign, StringComparison.Ordinal) && (text.Length == sign.Length || text[sign.Length] == ' ');
}
