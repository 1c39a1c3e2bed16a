namespace OpsRegistry.Cli;

/// <summary>
/// The tool speaks of itself as it was called: <c>./opsreg</c> where this repository's launcher started it (which says so in <c>OPSREG_CALLED_AS</c>), and
/// <c>opsreg</c> where it is installed, so that every command in a remedy can be typed as it stands.
/// </summary>
/// <param name="output">Where the words go.</param>
/// <param name="name">What stands in the place of <c>./opsreg</c>.</param>
internal sealed class CalledAs(TextWriter output, string name) : TextWriter
{
    private const string InSources = "./opsreg";

    public override Encoding Encoding => output.Encoding;

    /// <summary>The output with the name that the environment gives.</summary>
    public static TextWriter Over(TextWriter output) =>
        Environment.GetEnvironmentVariable("OPSREG_CALLED_AS") is var name && name == InSources ? output : new CalledAs(output, string.IsNullOrEmpty(name) ? "opsreg" : name);

    public override void Write(char value) => output.Write(value);

    public override void Write(string? value) => output.Write(value?.Replace(InSources, name, StringComparison.Ordinal));

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (buffer.Contains(InSources, StringComparison.Ordinal))
        {
            Write(buffer.ToString());
        }
        else
        {
            output.Write(buffer);
        }
    }

    public override void Flush() => output.Flush();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            output.Dispose();
        }

        base.Dispose(disposing);
    }
}
