using OpsRegistry.Loading;

namespace OpsRegistry.Reporting.Findings;

/// <summary>Findings as JUnit XML for continuous-integration servers: an error is a failed case, a warning or note a passed one, told of in the suite's output.</summary>
internal static class JUnitFindings
{
    /// <summary>Writes one suite, a case per finding causes first; without findings, one passed case.</summary>
    public static void Write(TextWriter output, IReadOnlyList<Finding> findings, Language language) => JUnitSuite.Write(output,
    [
        new(
            "opsreg",
            findings.Count == 0 ? [new("ops-registry", FindingWords.Summary(findings).In(language), null)] : FindingOrder.CausesFirst(findings).Select(finding => CaseOf(finding, language)).ToList(),
            string.Concat(findings.Where(finding => finding.Rule.Severity != Severity.Error).Select(finding => Body(finding, language) + "\n"))),
    ]);

    private static JUnitCase CaseOf(Finding finding, Language language) => new(
        VisibleText.Show(finding.Place.Path),
        $"{finding.Rule.Id} {finding.Rule.Title.In(language)} {FindingWords.Number(finding.Place.Line)}:{FindingWords.Number(finding.Place.Column)}",
        finding.Rule.Severity == Severity.Error ? (finding.Rule.Id, VisibleText.Show(finding.Message.In(language)), Body(finding, language)) : null);

    private static string Body(Finding finding, Language language) =>
        $"{VisibleText.Show(finding.Place.ToString())}\n{VisibleText.Show(finding.Message.In(language))}\n{VisibleText.Show(finding.Help.In(language))}\n./opsreg explain {finding.Rule.Id}";
}
