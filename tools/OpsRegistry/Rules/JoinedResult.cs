using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Sources;
using OpsRegistry.Sources.Cache;

namespace OpsRegistry.Rules;

/// <summary>What a check of a whole registry found, as a cache keeps it: the results of its contracts by their keys, since each stands there by itself, and the rest.</summary>
/// <param name="Slices">The contracts' folders, each with the key of its result.</param>
/// <param name="Beside">What was found beside those, in the one order.</param>
/// <param name="Files">How many files were read into their types.</param>
/// <param name="Language">The language that the registry asks for; null where it has no settings.</param>
internal sealed record JoinedResult(IReadOnlyList<(string Folder, CacheKey Key)> Slices, IReadOnlyList<Finding> Beside, int Files, Language? Language)
{
    /// <summary>Everything that was found, in the one order.</summary>
    /// <param name="slices">What was found in contracts that stand by themselves.</param>
    /// <param name="beside">What was found beside those, in the one order.</param>
    public static IReadOnlyList<Finding> Findings(IEnumerable<(string Folder, IReadOnlyList<Finding> Findings)> slices, IReadOnlyList<Finding> beside) =>
        FindingOrder.Joined([.. slices.OrderBy(slice => slice.Folder + "/", StringComparer.Ordinal).Select(slice => slice.Findings)], beside);

    /// <summary>Everything that was found, in the one order; null where the result of a contract is no longer there.</summary>
    /// <param name="find">Finds the result of a folder by its key; called by several threads at once.</param>
    public IReadOnlyList<Finding>? Findings(Func<string, CacheKey, SliceResult?> find)
    {
        var found = AtOnce.Over(Slices, slice => find(slice.Folder, slice.Key));
        return found.Any(slice => slice is null) ? null : Findings(found.Select((slice, place) => (Slices[place].Folder, slice!.Findings)), Beside);
    }

    /// <summary>Writes the result.</summary>
    public void Write(CompactWriter output)
    {
        output.Number(Language is { } language ? (int)language + 1 : 0);
        output.Number(Files);
        output.Number(Slices.Count);
        foreach (var (folder, key) in Slices)
        {
            output.Text(folder);
            output.Key(key);
        }

        FindingCodec.Write(output, Beside);
    }

    /// <summary>Reads a result back; null when the bytes are not a whole result.</summary>
    public static JoinedResult? Read(ReadOnlySpan<byte> bytes)
    {
        var input = new CompactReader(bytes);
        var (language, files) = (input.Number(), input.Number());
        var slices = new List<(string Folder, CacheKey Key)>();
        for (var left = input.Count(); left > 0 && !input.Failed; left--)
        {
            slices.Add((input.Text(), input.Key()));
        }

        var beside = FindingCodec.Read(ref input, SliceResult.Rules);
        return input.IsFinished ? new(slices, beside, files, language == 0 ? null : (Language)(language - 1)) : null;
    }
}
