using System.CommandLine;
using OpsRegistry.Reporting;
using OpsRegistry.Sources.Cache;
using OpsRegistry.Sources.Git;

namespace OpsRegistry.Cli;

/// <summary>
/// What a verb said and wrote from the same inputs the last time. Where all of its files still stand as they were written there is nothing to do;
/// where one does not, everything is made again.
/// </summary>
/// <param name="Lines">What it said on standard output.</param>
/// <param name="Files">The files it wrote: path from its folder, and digest of the bytes.</param>
internal sealed record KeptOutput(IReadOnlyList<(Tone Tone, string Words)> Lines, IReadOnlyList<(string Path, string Digest)> Files)
{
    private const int OutputsKept = 8; // of one verb: so many branches find theirs again

    /// <summary>True where every file stands in a folder with the bytes that were written.</summary>
    public bool StandsIn(string folder) => AtOnce.Over(Files, file => Digest(Path.Combine(folder, file.Path)) == file.Digest).All(stands => stands);

    /// <summary>Says again what was said.</summary>
    public void Say(TextWriter output)
    {
        foreach (var (tone, words) in Lines)
        {
            output.WriteLine(tone, words);
        }
    }

    /// <summary>The digest of a file on disk; null where it cannot be read.</summary>
    public static string? Digest(string path)
    {
        try
        {
            return WrittenFiles.Digest(File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>What a verb said and wrote from inputs; null where no earlier run had the same.</summary>
    public static KeptOutput? Find(ResultCache? cache, string verb, CacheKey? inputs) =>
        inputs is { } key && cache?.Find(verb, key) is { } bytes ? Read(bytes.Span) : null;

    /// <summary>Keeps it for the next run.</summary>
    public void Keep(ResultCache? cache, string verb, CacheKey? inputs)
    {
        if (cache is null || inputs is not { } key)
        {
            return;
        }

        var output = new CompactWriter();
        output.Number(Lines.Count);
        foreach (var (tone, words) in Lines)
        {
            output.Number((int)tone);
            output.Text(words);
        }

        output.Number(Files.Count);
        foreach (var (path, digest) in Files)
        {
            output.Text(path);
            output.Text(digest);
        }

        cache.Keep(verb, key, output.Written, OutputsKept);
        cache.Trim();
    }

    private static KeptOutput? Read(ReadOnlySpan<byte> bytes)
    {
        var input = new CompactReader(bytes);
        var lines = new List<(Tone Tone, string Words)>();
        for (var left = input.Count(); left > 0 && !input.Failed; left--)
        {
            lines.Add(((Tone)input.Number(), input.Text()));
        }

        var files = new List<(string Path, string Digest)>();
        for (var left = input.Count(); left > 0 && !input.Failed; left--)
        {
            files.Add((input.Text(), input.Text()));
        }

        return input.IsFinished ? new(lines, files) : null;
    }
}
