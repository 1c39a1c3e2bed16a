using OpsRegistry.Model;

namespace OpsRegistry.Interpreting;

/// <summary>How far a clause of a source document is modelled.</summary>
internal enum CoverageClass
{
    /// <summary>All of it has its place in the data.</summary>
    [Title("已建模", "modelled")]
    Modelled,

    /// <summary>Some of it has; what is missing is said, with the reason.</summary>
    [Title("部分建模", "partly modelled")]
    Partly,

    /// <summary>None of it has, for the reason given.</summary>
    [Title("未建模", "not modelled")]
    Not,
}

/// <summary>A clause of a source document with what became of it.</summary>
/// <param name="Entry">The entry of the coverage file.</param>
/// <param name="Class">How far it is modelled.</param>
/// <param name="Lines">How many of its lines have words.</param>
/// <param name="Unmeasured">How many of these stand in sentences that its services say are not measured.</param>
/// <param name="Sentences">Those sentences, in the order of the document.</param>
/// <param name="LeadingNowhere">The paths that name nothing.</param>
internal sealed record CoveredClause(
    CoverageEntry Entry, CoverageClass Class, int Lines, int Unmeasured, IReadOnlyList<UnmeasuredSentences> Sentences, IReadOnlyList<string> LeadingNowhere)
{
    /// <summary>The lines with words that belong to a class: of a clause that services say is measured in part, each line has its own.</summary>
    public int LinesIn(CoverageClass asked) =>
        Sentences.Count == 0 ? (Class == asked ? Lines : 0)
        : asked == CoverageClass.Not ? Unmeasured
        : asked == (Entry.OutOfScope is null ? CoverageClass.Modelled : CoverageClass.Partly) ? Lines - Unmeasured
        : 0;
}

/// <summary>What became of every clause of a source document.</summary>
/// <param name="File">The coverage file.</param>
/// <param name="Clauses">Its entries, in its order.</param>
/// <param name="Gaps">Lines that no entry holds, as first and last line.</param>
/// <param name="Overlaps">Entries that begin before the one before them ends.</param>
internal sealed record CoverageMap(Resource<Coverage> File, IReadOnlyList<CoveredClause> Clauses, IReadOnlyList<(int From, int To)> Gaps, IReadOnlyList<CoverageEntry> Overlaps)
{
    /// <summary>The lines without words; null where the file does not say which they are, so that lines are counted with the blank ones.</summary>
    public required LineSet? Blank { get; init; }

    /// <summary>The document as the contract names it; null where it does not.</summary>
    public required SourceDocument? Source { get; init; }

    /// <summary>Entries that say neither what models them nor why nothing does.</summary>
    public IEnumerable<CoverageEntry> Unexplained => File.Spec.Entries.Where(entry => entry.ModelledBy.Count == 0 && string.IsNullOrWhiteSpace(entry.OutOfScope));

    /// <summary>How many lines of the document have words.</summary>
    public int Lines => File.Spec.Lines - (Blank?.Count ?? 0);

    /// <summary>True where nothing is left to explain.</summary>
    public bool IsComplete => Gaps.Count == 0 && Overlaps.Count == 0 && !Unexplained.Any() && Clauses.All(clause => clause.LeadingNowhere.Count == 0);

    /// <summary>How many clauses are of a class.</summary>
    public int ClausesIn(CoverageClass asked) => Clauses.Count(clause => clause.Class == asked);

    /// <summary>How many lines with words are of a class.</summary>
    public int LinesIn(CoverageClass asked) => Clauses.Sum(clause => clause.LinesIn(asked));

    /// <summary>How many lines between two, both included, have words.</summary>
    public int CountWords(int first, int last) => CountWords(first, last, Blank);

    /// <summary>The coverage of a contract's source; null where the contract has no coverage file.</summary>
    /// <param name="text">The document itself, whose blank lines are known exactly; null to go by what the file says of them.</param>
    public static CoverageMap? Build(ContractFolder folder, SourceText? text = null)
    {
        if (!folder.Of<Coverage>().Any())
        {
            return null;
        }

        var file = folder.Of<Coverage>().First();
        var blank = text is not null ? text.Blank : file.Spec.Blank is { } ranges ? LineSet.Read(ranges) : null;
        var sentences = folder.Of<Service>()
            .SelectMany(service => service.Spec.NotMeasured)
            .Select(sentence => (Sentence: sentence, Lines: Citation.Read(sentence.Clause)))
            .Where(pair => pair.Lines is { } lines && lines.Source == file.Spec.Source)
            .Select(pair => (pair.Sentence, Lines: pair.Lines!.Value))
            .OrderBy(pair => pair.Lines.First)
            .ToList();
        var clauses = file.Spec.Entries.Select(entry => Cover(folder, entry, blank, sentences)).ToList();
        var (gaps, overlaps) = Order(file.Spec);
        return new(file, clauses, gaps, overlaps) { Blank = blank, Source = folder.Terms.Sources.FirstOrDefault(source => source.Id == file.Spec.Source) };
    }

    private static CoveredClause Cover(ContractFolder folder, CoverageEntry entry, LineSet? blank, List<(UnmeasuredSentences Sentence, Citation Lines)> sentences)
    {
        var isModelled = entry.ModelledBy.Count > 0;
        var inside = isModelled ? sentences.Where(pair => pair.Lines.Last >= entry.From && pair.Lines.First <= entry.To).ToList() : [];
        var (lines, unmeasured, next) = (CountWords(entry.From, entry.To, blank), 0, entry.From);
        foreach (var (_, cited) in inside)
        {
            var (first, last) = (Math.Max(cited.First, next), Math.Min(cited.Last, entry.To));
            unmeasured += CountWords(first, last, blank);
            next = Math.Max(next, last + 1);
        }

        var form = !isModelled || (lines > 0 && unmeasured == lines) ? CoverageClass.Not
            : entry.OutOfScope is not null || inside.Count > 0 ? CoverageClass.Partly
            : CoverageClass.Modelled;
        var nowhere = entry.ModelledBy.Where(path => GovernancePath.Find(folder, path) is null).ToList();
        return new(entry, form, lines, unmeasured, inside.Select(pair => pair.Sentence).ToList(), nowhere);
    }

    private static int CountWords(int first, int last, LineSet? blank) => Math.Max(0, last - first + 1) - (blank?.CountIn(first, last) ?? 0);

    private static (IReadOnlyList<(int From, int To)> Gaps, IReadOnlyList<CoverageEntry> Overlaps) Order(Coverage coverage)
    {
        var gaps = new List<(int, int)>();
        var overlaps = new List<CoverageEntry>();
        var next = 1;
        foreach (var entry in coverage.Entries)
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

        if (next <= coverage.Lines)
        {
            gaps.Add((next, coverage.Lines));
        }

        return (gaps, overlaps);
    }
}
