namespace OpsRegistry.Loading;

/// <summary>The lines of a text by places in it, in characters from 0.</summary>
/// <param name="Text">The text.</param>
internal readonly record struct TextLines(string Text)
{
    /// <summary>How many characters stand before a place on its line.</summary>
    public int Column(int index) => index - LineStartOf(index);

    /// <summary>Where the line of a place begins.</summary>
    public int LineStartOf(int index) => index == 0 ? 0 : Text.LastIndexOf('\n', index - 1) + 1;

    /// <summary>The end of the line on which a place stands, before its line end.</summary>
    public int LineEnd(int index)
    {
        var end = Text.IndexOf('\n', index);
        return end < 0 ? Text.Length : end > 0 && Text[end - 1] == '\r' ? end - 1 : end;
    }

    /// <summary>True where nothing but blanks stands before a place on its line.</summary>
    public bool IsFirst(int index) => Text.AsSpan(LineStartOf(index), index - LineStartOf(index)).Trim().Length == 0;

    /// <summary>Where a line begins, counted from 1.</summary>
    public int LineStart(int line)
    {
        var at = 0;
        for (var number = 1; number < line && at >= 0; number++)
        {
            at = Text.IndexOf('\n', at) + 1;
        }

        return at;
    }

    /// <summary>True where no line ends between two places.</summary>
    public bool IsOneLine(int from, int to) => to <= from || !Text.AsSpan(from, to - from).Contains('\n');
}
