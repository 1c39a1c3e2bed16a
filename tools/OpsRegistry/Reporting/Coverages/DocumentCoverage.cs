using OpsRegistry.Interpreting;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Tables;

namespace OpsRegistry.Reporting.Coverages;

/// <summary>A source document with what became of its clauses, and its text where it is at hand.</summary>
/// <param name="Folder">The contract.</param>
/// <param name="Map">What became of its clauses.</param>
/// <param name="Text">Its text; null where it is not at hand, or is not the one that the contract was read from.</param>
internal sealed record DocumentCoverage(ContractFolder Folder, CoverageMap Map, SourceText? Text)
{
    /// <summary>The coverage of a contract; null for a contract without coverage file.</summary>
    /// <param name="texts">The texts of its source documents that are at hand.</param>
    public static DocumentCoverage? Of(ContractFolder folder, IReadOnlyList<SourceText> texts) => CoverageMap.Build(folder) is { } map
        ? new(folder, map, texts.FirstOrDefault(text => text.Id == map.File.Spec.Source && text.Sha256 == map.Source?.Sha256))
        : null;

    /// <summary>How citations can be checked: with the text, by its checksum, or not at all.</summary>
    public Value.State State => Text is not null ? new(new("已放", "at hand"), Tone.Good)
        : Map.Source?.Sha256 is not null ? new(new("有校验和", "checksum"), Tone.Plain)
        : new(new("无校验和", "no checksum"), Tone.Warning);

    /// <summary>The words of a clause, line by line; empty where the text is not at hand.</summary>
    public IEnumerable<string> WordsOf(CoveredClause clause) => Lines(clause.Entry.From, clause.Entry.To);

    /// <summary>The words that clauses are cited for, line by line, each line once; empty where the text is not at hand.</summary>
    public IReadOnlyList<string> WordsOf(IEnumerable<string> clauses) => clauses
        .Select(Citation.Read)
        .OfType<Citation>()
        .Where(cited => cited.Source == Map.File.Spec.Source)
        .Distinct()
        .SelectMany(cited => Lines(cited.First, cited.Last))
        .Distinct(StringComparer.Ordinal)
        .ToList();

    private IEnumerable<string> Lines(int first, int last) =>
        Text is null ? [] : Text.In(first, last).Select(line => string.Create(CultureInfo.InvariantCulture, $"L{line.Line} {PrivateNumbers.Hide(line.Words)}"));
}

/// <summary>Something of a document that is not modelled.</summary>
/// <param name="Where">Its lines; null for the rest of a clause.</param>
/// <param name="Reason">What is missing, and why.</param>
/// <param name="Places">In how many places.</param>
/// <param name="Lines">How many lines with words it has.</param>
internal sealed record MissingPart(string? Where, string Reason, int Places, int Lines)
{
    /// <summary>Lines and reason.</summary>
    public string Words => Where is null ? Reason : $"{Where} {Reason}";

    /// <summary>What of a clause is not modelled.</summary>
    public static IEnumerable<MissingPart> Of(CoverageMap map, CoveredClause clause) => Rest(clause).Concat(clause.Sentences.Select(sentence => Of(map, sentence)));

    /// <summary>The reasons of a document, each once.</summary>
    public static IReadOnlyList<MissingPart> Together(CoverageMap map) => map.Clauses.SelectMany(Rest)
        .Concat(map.Clauses.SelectMany(clause => clause.Sentences).Distinct().Select(sentence => Of(map, sentence)))
        .GroupBy(part => part.Reason, StringComparer.Ordinal)
        .Select(group => new MissingPart(null, group.Key, group.Count(), group.Sum(part => part.Lines)))
        .OrderByDescending(part => part.Lines).ThenByDescending(part => part.Places).ThenBy(part => part.Reason, StringComparer.Ordinal)
        .ToList();

    private static IEnumerable<MissingPart> Rest(CoveredClause clause) =>
        clause.Entry.OutOfScope is { } reason ? [new MissingPart(null, reason, 1, clause.Lines - clause.Unmeasured)] : [];

    private static MissingPart Of(CoverageMap map, UnmeasuredSentences sentence) => Citation.Read(sentence.Clause) is { } cited
        ? new(Citation.Show(cited.First, cited.Last), sentence.Reason, 1, map.CountWords(cited.First, cited.Last))
        : new(sentence.Clause, sentence.Reason, 1, 0);
}
