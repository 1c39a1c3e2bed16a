using OpsRegistry.Model;

namespace OpsRegistry.Interpreting;

/// <summary>Whether every line of a source document is accounted for.</summary>
/// <param name="File">The coverage file.</param>
/// <param name="Entries">Its entries, each with the paths that lead nowhere.</param>
/// <param name="Gaps">Lines that no entry holds, as first and last line.</param>
/// <param name="Overlaps">Entries that begin before the one before them ends.</param>
internal sealed record CoverageMap(
    Resource<Coverage> File,
    IReadOnlyList<(CoverageEntry Entry, IReadOnlyList<string> LeadingNowhere)> Entries,
    IReadOnlyList<(int From, int To)> Gaps,
    IReadOnlyList<CoverageEntry> Overlaps)
{
    /// <summary>Entries that say neither what models them nor why nothing does.</summary>
    public IEnumerable<CoverageEntry> Unexplained => File.Spec.Entries.Where(entry => entry.ModelledBy.Count == 0 && string.IsNullOrWhiteSpace(entry.OutOfScope));

    /// <summary>Lines in entries that are modelled.</summary>
    public int ModelledLines => File.Spec.Entries.Where(entry => entry.ModelledBy.Count > 0).Sum(LinesOf);

    /// <summary>Lines in entries that are out of scope with a reason.</summary>
    public int OutOfScopeLines => File.Spec.Entries.Where(entry => entry.ModelledBy.Count == 0 && !string.IsNullOrWhiteSpace(entry.OutOfScope)).Sum(LinesOf);

    /// <summary>True where nothing is left to explain.</summary>
    public bool IsComplete => Gaps.Count == 0 && Overlaps.Count == 0 && !Unexplained.Any() && Entries.All(entry => entry.LeadingNowhere.Count == 0);

    /// <summary>The coverage of a contract's source; null where the contract has no coverage file.</summary>
    public static CoverageMap? Build(ContractFolder folder)
    {
        if (!folder.Of<Coverage>().Any())
        {
            return null;
        }

        var file = folder.Of<Coverage>().First();
        var gaps = new List<(int, int)>();
        var overlaps = new List<CoverageEntry>();
        var next = 1;
        foreach (var entry in file.Spec.Entries)
        {
            if (entry.From > next)
            {
                gaps.Add((next, entry.From - 1));
            }
            else if (entry.From < next || entry.To < entry.From)
            {
                overlaps.Add(entry);
            }

            next = Math.Max(next, entry.To + 1);
        }

        if (next <= file.Spec.Lines)
        {
            gaps.Add((next, file.Spec.Lines));
        }

        var entries = file.Spec.Entries
            .Select(entry => (entry, (IReadOnlyList<string>)entry.ModelledBy.Where(path => GovernancePath.Find(folder, path) is null).ToList()))
            .ToList();
        return new(file, entries, gaps, overlaps);
    }

    private static int LinesOf(CoverageEntry entry) => entry.To - entry.From + 1;
}
