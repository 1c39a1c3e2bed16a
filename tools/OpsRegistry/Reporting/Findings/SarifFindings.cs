using OpsRegistry.Loading;
using OpsRegistry.Reporting.Json;

namespace OpsRegistry.Reporting.Findings;

/// <summary>Findings as SARIF 2.1.0, which code-scanning services take in.</summary>
internal static class SarifFindings
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private const string Root = "REPOSITORY";

    /// <summary>Writes one run, results causes first, rules by id.</summary>
    public static void Write(TextWriter output, IReadOnlyList<Finding> findings, Language language, string version, RuleTexts? texts = null)
    {
        var sorted = FindingOrder.CausesFirst(findings);
        RuleInfo[] rules = [.. sorted.Select(finding => finding.Rule).DistinctBy(rule => rule.Id).OrderBy(rule => rule.Id, StringComparer.Ordinal)];
        var driver = new SarifDriver("opsreg", version, language == Language.Zh ? "zh-CN" : "en-US", rules.Select(rule => RuleOf(rule, language, texts ?? RuleTexts.None)).ToList());
        var roots = new Dictionary<string, SarifRoot>(StringComparer.Ordinal) { [Root] = new(new("the repository's root folder")) };
        var results = sorted.Zip(Fingerprint.Compute(sorted), (finding, fingerprint) => ResultOf(finding, Array.FindIndex(rules, rule => rule.Id == finding.Rule.Id), fingerprint, language));
        JsonOutput.Write(output, new SarifLog(Schema, "2.1.0", [new(new(driver), roots, "utf16CodeUnits", results.ToList())]), JsonOutput.Escaped);
    }

    private static SarifRule RuleOf(RuleInfo rule, Language language, RuleTexts texts)
    {
        var (title, why, page) = (rule.Title.In(language), texts.Why(rule), FindingWords.Docs(rule));
        return new(
            rule.Id,
            rule.Name,
            new(title),
            new(why),
            new($"{title}\n\n{why}\n\n{page}", $"**{rule.Title.Zh}** · {rule.Title.En}\n\n{why}\n\n[{rule.Id}]({texts.AddressOf(rule) ?? page})"),
            texts.AddressOf(rule),
            new(rule.Severity));
    }

    private static SarifResult ResultOf(Finding finding, int rule, string fingerprint, Language language) => new(
        finding.Rule.Id,
        rule,
        finding.Rule.Severity,
        new($"{VisibleText.Show(finding.Message.In(language))}\n{VisibleText.Show(finding.Help.In(language))}"),
        [LocationOf(finding.Place)],
        finding.Related.Count == 0 ? null : finding.Related
            .Select((related, number) => LocationOf(related.Place) with { Id = number, Message = new(VisibleText.Show(related.Note.In(language))) })
            .ToList(),
        new(fingerprint));

    private static SarifLocation LocationOf(Place place) => new(null, new(
        new(string.Join('/', place.Path.Split('/').Select(Uri.EscapeDataString)), Root),
        new(place.Line, place.Column, place.Line, place.Column + place.Length)), null); // the end column is not included
}
