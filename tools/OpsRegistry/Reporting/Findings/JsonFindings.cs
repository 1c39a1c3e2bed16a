using System.Text.Json.Serialization;
using OpsRegistry.Loading;
using OpsRegistry.Reporting.Json;

namespace OpsRegistry.Reporting.Findings;

/// <summary>Findings as JSON; texts in both languages.</summary>
internal static class JsonFindings
{
    /// <summary>Writes an object with <c>findings</c>, causes first.</summary>
    public static void Write(TextWriter output, IReadOnlyList<Finding> findings) => Write(output, FindingView.Whole(findings));

    /// <summary>The same for a part of the findings.</summary>
    public static void Write(TextWriter output, FindingView view) => JsonOutput.Write(
        output,
        new FindingList(FindingOrder.CausesFirst([.. view.Shown, .. view.Folded]).Select(FindingEntry.From).ToList(), Some(view.FilesLeftOut), Some(view.ErrorsElsewhere)),
        JsonOutput.Escaped);

    private static int? Some(int count) => count == 0 ? null : count;
}

/// <summary>What is wrong: errors before warnings and notes, causes before what follows from them.</summary>
/// <param name="Findings">The findings.</param>
/// <param name="FilesLeftOut">How many files cannot be read, so that no later rule has seen them; absent where none.</param>
/// <param name="ErrorsElsewhere">How many errors stand in files that were not asked for; absent where none.</param>
internal sealed record FindingList(
    IReadOnlyList<FindingEntry> Findings,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? FilesLeftOut = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? ErrorsElsewhere = null);

/// <summary>One thing wrong, at one place, found by one rule.</summary>
/// <param name="Rule">The rule's id, e.g. <c>OPS312</c>.</param>
/// <param name="Name">The rule's name.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Path">The file, from the repository's root.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The first character on the line, from 1.</param>
/// <param name="Length">How many characters are meant.</param>
/// <param name="Message">What is wrong, with the values.</param>
/// <param name="Help">What to do.</param>
/// <param name="Docs">The page that explains the rule.</param>
/// <param name="Related">Other places that have to do with it.</param>
internal sealed record FindingEntry(
    string Rule, string Name, Severity Severity, string Path, int Line, int Column, int Length, Text Message, Text Help, string Docs, IReadOnlyList<RelatedEntry> Related)
{
    /// <summary>A finding whose texts show what cannot be seen.</summary>
    public static FindingEntry From(Finding finding) => new(
        finding.Rule.Id,
        finding.Rule.Name,
        finding.Rule.Severity,
        VisibleText.Show(finding.Place.Path),
        finding.Place.Line,
        finding.Place.Column,
        finding.Place.Length,
        Visible(finding.Message),
        Visible(finding.Help),
        FindingWords.Docs(finding.Rule),
        finding.Related.Select(related => new RelatedEntry(VisibleText.Show(related.Place.Path), related.Place.Line, related.Place.Column, related.Place.Length, Visible(related.Note))).ToList());

    private static Text Visible(Text text) => new(VisibleText.Show(text.Zh), VisibleText.Show(text.En));
}

/// <summary>Another place that has to do with a finding.</summary>
/// <param name="Path">The file, from the repository's root.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The first character on the line, from 1.</param>
/// <param name="Length">How many characters are meant.</param>
/// <param name="Note">What it has to do with it.</param>
internal sealed record RelatedEntry(string Path, int Line, int Column, int Length, Text Note);
