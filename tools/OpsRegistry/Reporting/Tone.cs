namespace OpsRegistry.Reporting;

/// <summary>What words mean to a reader, so that a terminal can show it; plain output has the words alone, which must be enough.</summary>
internal enum Tone
{
    /// <summary>Nothing more than the words.</summary>
    Plain,

    /// <summary>What the lines below are about.</summary>
    Heading,

    /// <summary>A part of it.</summary>
    Strong,

    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Missed, lost, overdue.</summary>
    Bad,

    /// <summary>To be looked at or decided.</summary>
    Warning,

    /// <summary>For completeness.</summary>
    Faint,
}

/// <summary>An output that can show more than text: a terminal. Every other output gets the plain text.</summary>
internal interface IStyledOutput
{
    /// <summary>Writes words in a tone, without a line end.</summary>
    void Write(Tone tone, string words);

    /// <summary>Writes a table.</summary>
    /// <param name="indent">Columns before it.</param>
    void Write(TextTable table, int indent);
}

/// <summary>Writes in a tone where the output can show one.</summary>
internal static class StyledOutput
{
    /// <summary>Writes words.</summary>
    public static void Write(this TextWriter output, Tone tone, string words)
    {
        if (output is IStyledOutput styled)
        {
            styled.Write(tone, words);
        }
        else
        {
            output.Write(words);
        }
    }

    /// <summary>Writes a line.</summary>
    public static void WriteLine(this TextWriter output, Tone tone, string words)
    {
        output.Write(tone, words);
        output.WriteLine();
    }
}
