namespace OpsRegistry.Loading;

/// <summary>A file's text cut into lines, and the way from an index or a parser's mark to a place that never leaves its line.</summary>
internal sealed class SourceLines
{
    private readonly string path;
    private readonly List<int> starts = [0];

    public SourceLines(string path, string text)
    {
        this.path = path;
        Text = text;
        for (var index = text.IndexOf('\n', StringComparison.Ordinal); index >= 0; index = text.IndexOf('\n', index + 1))
        {
            starts.Add(index + 1);
        }

        Lines = CutLines();
    }

    /// <summary>The whole text, line ends as they are in the file.</summary>
    public string Text { get; }

    /// <summary>The lines without their ends; the nothing after a final line end is not a line.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>The place of characters given by their index in the text.</summary>
    public Place At(int index, int length)
    {
        var found = starts.BinarySearch(index);
        var line = found >= 0 ? found : ~found - 1;
        return At(line + 1, index - starts[line] + 1, length);
    }

    /// <summary>The place of characters given by line and column (both from 1), kept inside the file and inside the line.</summary>
    public Place At(int line, int column, int length)
    {
        if (Lines.Count == 0)
        {
            return Place.StartOf(path);
        }

        if (line > Lines.Count)
        {
            line = Lines.Count;
            column = int.MaxValue;
        }

        var width = Math.Max(1, Lines[line - 1].Length);
        var first = Math.Clamp(column, 1, width);
        return new Place(path, line, first, Math.Clamp(length, 1, width - first + 1));
    }

    private List<string> CutLines()
    {
        var lines = new List<string>(starts.Count);
        for (var number = 0; number < starts.Count; number++)
        {
            var end = number + 1 < starts.Count ? starts[number + 1] - 1 : Text.Length;
            var isFinalNothing = number + 1 == starts.Count && starts[number] == Text.Length;
            if (isFinalNothing)
            {
                break;
            }

            var endsWithReturn = end < Text.Length && end > starts[number] && Text[end - 1] == '\r';
            lines.Add(Text[starts[number]..(endsWithReturn ? end - 1 : end)]);
        }

        return lines;
    }
}
