using OpsRegistry.Model;
using OpsRegistry.Reporting;
using OpsRegistry.Reporting.Assessments;
using OpsRegistry.Reporting.Coverages;
using OpsRegistry.Settling;

namespace OpsRegistry.Cli.Commands;

/// <summary>The words of the clauses that a proof cites, under the proof, where the registry holds the text of the document.</summary>
internal static class ExplainWords
{
    /// <summary>Writes them, each line once; nothing where the text is not at hand.</summary>
    public static void Write(Session session, ContractFolder folder, IEnumerable<string> clauses)
    {
        if (DocumentCoverage.Of(folder, session.Loaded.Registry.SourceTextsOf(folder.Name))?.WordsOf(clauses) is not { Count: > 0 } words)
        {
            return;
        }

        session.Output.WriteLine(Tone.Heading, new Text("条款原文", "The clauses' words").In(session.Language));
        foreach (var line in words)
        {
            session.Output.WriteLine($"  {VisibleText.Show(line)}");
        }
    }

    /// <summary>The clauses that the proofs of a period cite.</summary>
    public static IEnumerable<string> CitedIn(PeriodResult period, ProofPart part) =>
        period.Assessment.Indicators.SelectMany(line => line.Deductions.Where(deduction => part.Has(line, deduction)).SelectMany(deduction => deduction.Clauses
                .Concat(deduction.Occurrences.SelectMany(occurrence => occurrence.Obligation.Clauses))
                .Concat(deduction.Targets.SelectMany(target => target.Target.Clauses))))
            .Concat(period.Settlement.Lines.Where(line => part.Name is not null && part.Has(line)).SelectMany(line => line.Clauses));
}
