using OpsRegistry.Interpreting;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Json;

namespace OpsRegistry.Reporting.Coverages;

/// <summary>How far source documents are modelled, for machines.</summary>
internal static class CoverageJson
{
    /// <summary>Writes the documents.</summary>
    public static void Write(TextWriter output, IReadOnlyList<DocumentCoverage> documents) => JsonOutput.Write<IReadOnlyList<CoverageDocument>>(output, documents.Select(EntryOf).ToList());

    private static CoverageDocument EntryOf(DocumentCoverage document) => new(
        document.Folder.Name,
        document.Map.File.Spec.Source,
        document.Map.Source?.Title,
        document.Map.Source?.Publisher,
        document.Map.Source?.Sha256,
        document.Map.Lines,
        document.Map.Blank?.Count,
        document.Text is not null,
        document.Map.IsComplete,
        SumOf(document.Map, CoverageClass.Modelled),
        SumOf(document.Map, CoverageClass.Partly),
        SumOf(document.Map, CoverageClass.Not),
        document.Map.Clauses.Select(clause => new CoverageClause(
            clause.Entry.From, clause.Entry.To, clause.Entry.Clause, clause.Entry.Subject, clause.Class, clause.Lines, clause.Entry.ModelledBy,
            MissingPart.Of(document.Map, clause).Select(part => new CoverageMissing(part.Where, part.Reason)).ToList(), document.WordsOf(clause).ToList())).ToList());

    private static CoverageSum SumOf(CoverageMap map, CoverageClass form) => new(map.ClausesIn(form), map.LinesIn(form));
}

/// <summary>How far a source document is modelled.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Source">The document's three digits.</param>
/// <param name="Title">Its title.</param>
/// <param name="Publisher">Who published it; null where that is not stated.</param>
/// <param name="Sha256">The checksum of the text that was read; null where that is not stated.</param>
/// <param name="Lines">How many lines have words; all lines where <c>blank</c> is null.</param>
/// <param name="Blank">How many lines have none; null where that is not known.</param>
/// <param name="TextAtHand">Whether the registry holds the text itself.</param>
/// <param name="Complete">Whether every line is accounted for and every path leads somewhere.</param>
/// <param name="Modelled">What is modelled.</param>
/// <param name="Partly">What is partly modelled.</param>
/// <param name="Not">What is not modelled.</param>
/// <param name="Clauses">The clauses, in the order of the document.</param>
internal sealed record CoverageDocument(
    string Contract, string Source, string? Title, string? Publisher, string? Sha256, int Lines, int? Blank, bool TextAtHand, bool Complete,
    CoverageSum Modelled, CoverageSum Partly, CoverageSum Not, IReadOnlyList<CoverageClause> Clauses);

/// <summary>How much of a document is of one class.</summary>
/// <param name="Clauses">How many clauses.</param>
/// <param name="Lines">How many lines with words.</param>
internal sealed record CoverageSum(int Clauses, int Lines);

/// <summary>A clause.</summary>
/// <param name="From">Its first line.</param>
/// <param name="To">Its last line, included.</param>
/// <param name="Clause">How it is cited.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Class">How far it is modelled.</param>
/// <param name="Lines">How many of its lines have words.</param>
/// <param name="ModelledBy">What models it: kinds of file and paths of keys and ids.</param>
/// <param name="Missing">What is missing.</param>
/// <param name="Words">Its words, where the registry holds the text.</param>
internal sealed record CoverageClause(
    int From, int To, string Clause, string Subject, CoverageClass Class, int Lines, IReadOnlyList<string> ModelledBy, IReadOnlyList<CoverageMissing> Missing, IReadOnlyList<string> Words);

/// <summary>Something that is not modelled.</summary>
/// <param name="Where">Its lines; null for the rest of the clause.</param>
/// <param name="Reason">What is missing, and why.</param>
internal sealed record CoverageMissing(string? Where, string Reason);
