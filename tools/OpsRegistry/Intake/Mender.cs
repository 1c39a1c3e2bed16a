using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;
using OpsRegistry.Rules;
using OpsRegistry.Sources;
using OpsRegistry.Sources.Cache;

namespace OpsRegistry.Intake;

/// <summary>A finding that was mended.</summary>
/// <param name="Finding">It, as it stood when it was found.</param>
/// <param name="Written">What stands in place of its characters; null where the file was moved.</param>
/// <param name="MovedTo">Where the file stands now; null where characters alone were changed.</param>
internal sealed record MendedFinding(Finding Finding, string? Written, string? MovedTo);

/// <summary>What mending a registry gives.</summary>
/// <param name="Mended">What was mended, in the order in which it was.</param>
/// <param name="Files">The files as they stand then, by path; null for one that stands elsewhere.</param>
/// <param name="Findings">What is found then.</param>
internal sealed record MendedRegistry(IReadOnlyList<MendedFinding> Mended, IReadOnlyDictionary<string, byte[]?> Files, IReadOnlyList<Finding> Findings);

/// <summary>
/// Makes the changes that findings bring with them. A change stays only where its finding is gone afterwards and no error that keeps files out has
/// come; what was merged keeps its proofs and what is no error.
/// </summary>
internal sealed class Mender
{
    private const int MostRounds = 12; // what a file holds is seen only after it can be read: reading, form, references, meaning, some of them twice

    private readonly SchemaSet schemas;
    private readonly ResultCache? cache;
    private readonly Func<string, bool> isAsked;
    private readonly Func<string, bool> isMerged;
    private readonly EditedSource files;
    private readonly HashSet<(FindingIdentity, int)> refused = [];
    private readonly List<MendedFinding> mended = [];

    private Mender(IRegistrySource source, SchemaSet schemas, ResultCache? cache, Func<string, bool> isAsked, Func<string, bool> isMerged)
    {
        this.schemas = schemas;
        this.cache = cache;
        this.isAsked = isAsked;
        this.isMerged = isMerged;
        files = new(source, new Dictionary<string, byte[]?>(StringComparer.Ordinal));
    }

    /// <summary>Mends a registry.</summary>
    /// <param name="isAsked">Whether a file may be changed.</param>
    /// <param name="isMerged">Whether a file is as others have agreed to it.</param>
    public static MendedRegistry Mend(IRegistrySource source, SchemaSet schemas, ResultCache? cache, Func<string, bool> isAsked, Func<string, bool> isMerged) =>
        new Mender(source, schemas, cache, isAsked, isMerged).Mend();

    private MendedRegistry Mend()
    {
        var edited = files;
        var found = Check(edited);
        for (var round = 0; round < MostRounds; round++)
        {
            var due = found.Where(IsDue).GroupBy(finding => finding.Place.Path, StringComparer.Ordinal).ToList();
            if (due.Count == 0)
            {
                break;
            }

            (edited, found) = Try(edited, found, due.SelectMany(file => file).ToList());
        }

        return new(mended, edited.Edits, found);
    }

    // All at once where that goes well; else each by itself, and what does not go well is left to a person.
    private (EditedSource Files, IReadOnlyList<Finding> Found) Try(EditedSource before, IReadOnlyList<Finding> found, IReadOnlyList<Finding> due)
    {
        if (Applied(before, due) is { } edited && Check(edited) is var after && IsBetter(found, after, due))
        {
            mended.AddRange(due.Select(finding => Told(finding, Resolved(before, finding.Remedy!))));
            return (edited, after);
        }

        if (due.Count == 1)
        {
            refused.Add(Identity(due[0]));
            return (before, found);
        }

        // One file after the other, and within a file the cause first: the next round sees what is left of the rest.
        foreach (var half in due.Select(finding => finding.Place.Path).Distinct(StringComparer.Ordinal).Count() > 1
            ? due.GroupBy(finding => finding.Place.Path, StringComparer.Ordinal).Select(group => group.ToList())
            : [[FindingOrder.CausesFirst(due)[0]]])
        {
            (before, found) = Try(before, found, half);
        }

        return (before, found);
    }

    private static MendedFinding Told(Finding finding, List<Remedy> made) =>
        new(finding, made.OfType<Remedy.Rewrite>().FirstOrDefault()?.Written, made.OfType<Remedy.Move>().FirstOrDefault()?.To);

    private IReadOnlyList<Finding> Check(EditedSource source) => SlicedChecker.Check(source, schemas, cache).Findings;

    private bool IsDue(Finding finding) =>
        finding.Remedy is not null && isAsked(finding.Place.Path) && !refused.Contains(Identity(finding))
        && (finding.Rule.KeepsFileOut || !isMerged(finding.Place.Path));

    private static bool IsBetter(IReadOnlyList<Finding> before, IReadOnlyList<Finding> after, IReadOnlyList<Finding> due)
    {
        var moved = due.Select(finding => finding.Remedy).OfType<Remedy.Move>().DistinctBy(move => move.From).ToDictionary(move => move.From, move => move.To, StringComparer.Ordinal);
        var left = after.Select(Identity).ToHashSet();
        var isGone = due.All(finding => !left.Contains(Identity(finding)) && !(moved.TryGetValue(finding.Place.Path, out var to) && left.Contains((finding.Identity with { Path = to }, finding.Place.Line))));
        var known = before.Where(finding => finding.Rule.KeepsFileOut).Select(finding => finding.Place.Path).ToHashSet(StringComparer.Ordinal);
        var isBroken = after.Any(finding => finding.Rule.KeepsFileOut && !known.Contains(finding.Place.Path));
        return isGone && !isBroken;
    }

    // With its line: a reader that stops at the first fault finds the same fault further down once that one is mended.
    private static (FindingIdentity Finding, int Line) Identity(Finding finding) => (finding.Identity, finding.Place.Line);

    private static EditedSource? Applied(EditedSource files, IReadOnlyList<Finding> due)
    {
        var edits = new Dictionary<string, byte[]?>(files.Edits, StringComparer.Ordinal);
        foreach (var file in due.GroupBy(finding => finding.Place.Path, StringComparer.Ordinal))
        {
            var remedies = file.SelectMany(finding => Resolved(files, finding.Remedy!)).ToList();
            if (remedies.Count == 0)
            {
                return null;
            }

            var rewrites = remedies.OfType<Remedy.Rewrite>().Distinct().ToList();
            var move = remedies.OfType<Remedy.Move>().FirstOrDefault();
            if (files.Entries.FirstOrDefault(entry => entry.Path == file.Key) is not { } entry || files.Read(entry) is not { } bytes || Rewritten(bytes, rewrites) is not { } written)
            {
                return null;
            }

            if (move is not null && (files.Entries.Any(other => other.Path == move.To) || edits.ContainsKey(move.To)))
            {
                return null;
            }

            edits[move?.To ?? file.Key] = written;
            if (move is not null)
            {
                edits[file.Key] = null;
            }
        }

        return new(files.Basis, edits);
    }

    // A number that others go by is not changed: where another file speaks of the record, a person has to decide. Nothing to do is a remedy that fails.
    private static List<Remedy> Resolved(EditedSource files, Remedy remedy)
    {
        if (remedy is not Remedy.Renumber { Name: var place, Year: var year })
        {
            return [remedy];
        }

        var kind = Kinds.All.FirstOrDefault(kind => kind.IsNamedAfterKind && kind.MatchPath(place.Path) is not null && Path.GetFileName(place.Path).StartsWith(kind.KebabName + "-", StringComparison.Ordinal));
        var path = kind?.MatchPath(place.Path);
        var old = Path.GetFileNameWithoutExtension(place.Path);
        var isSpokenOf = files.Entries.Any(entry => entry.Path != place.Path && ContractFolders.NameIn(entry.Path) == ContractFolders.NameIn(place.Path) && entry.Path.EndsWith(".yaml", StringComparison.Ordinal)
            && Path.GetFileNameWithoutExtension(entry.Path) != old && files.Read(entry)?.AsSpan().IndexOf(Encoding.UTF8.GetBytes(old)) >= 0);
        return kind is null || path is null || isSpokenOf || NextName.After(kind, path.Contract!, year, files.Entries.Select(entry => entry.Path)) is not { } name
            ? []
            : [new Remedy.Rewrite(place, name), new Remedy.Move(place.Path, place.Path.Replace(old + ".yaml", name + ".yaml", StringComparison.Ordinal))];
    }

    /// <summary>The bytes with some characters in place of others; null where they are no text, or the changes are in each other's way.</summary>
    private static byte[]? Rewritten(byte[] bytes, IReadOnlyList<Remedy.Rewrite> rewrites)
    {
        if (rewrites.Count == 0)
        {
            return bytes;
        }

        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }

        var starts = new List<int> { 0 };
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            starts.Add(at + 1);
        }

        var end = text.Length + 1;
        foreach (var rewrite in rewrites.OrderByDescending(rewrite => (rewrite.Place.Line, rewrite.Place.Column)))
        {
            if (rewrite.Place.Line > starts.Count)
            {
                return null;
            }

            var start = starts[rewrite.Place.Line - 1] + rewrite.Place.Column - 1;
            if (start + rewrite.Place.Length > Math.Min(end, text.Length))
            {
                return null;
            }

            text = string.Concat(text.AsSpan(0, start), rewrite.Written, text.AsSpan(start + rewrite.Place.Length));
            end = start;
        }

        return Encoding.UTF8.GetBytes(text);
    }
}
