using System.Text;
using System.Text.Json;
using OpsRegistry.Loading;

namespace OpsRegistry.Reporting.Findings;

/// <summary>Findings as SARIF 2.1.0, which code-scanning services take in.</summary>
public static class SarifFindings
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private const string Root = "REPOSITORY";

    /// <summary>Writes one run, results in the order of <see cref="FindingOrder"/>, rules by id.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="findings">What.</param>
    /// <param name="language">The language of the messages.</param>
    /// <param name="version">The tool's version.</param>
    public static void Write(TextWriter output, IReadOnlyList<Finding> findings, Language language, string version)
    {
        var sorted = FindingOrder.Sorted(findings);
        RuleInfo[] rules = [.. sorted.Select(finding => finding.Rule).DistinctBy(rule => rule.Id).OrderBy(rule => rule.Id, StringComparer.Ordinal)];
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonFindings.Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json, rules, language, version);
            WriteRoot(json);
            json.WriteString("columnKind", "utf16CodeUnits");
            WriteResults(json, sorted, rules, language);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write(Encoding.UTF8.GetString(buffer.ToArray()));
        output.Write('\n');
    }

    private static void WriteTool(Utf8JsonWriter json, RuleInfo[] rules, Language language, string version)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "opsreg");
        json.WriteString("version", version);
        json.WriteString("language", language == Language.Zh ? "zh-CN" : "en-US");
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            json.WriteString("name", rule.Name);
            WriteMessage(json, "shortDescription", rule.Title.In(language));
            WriteMessage(json, "help", FindingWords.Docs(rule));
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", FindingWords.Name(rule.Severity).En);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRoot(Utf8JsonWriter json)
    {
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(Root);
        WriteMessage(json, "description", "the repository's root folder");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResults(Utf8JsonWriter json, IReadOnlyList<Finding> findings, RuleInfo[] rules, Language language)
    {
        var fingerprints = Fingerprint.Of(findings);
        json.WriteStartArray("results");
        for (var number = 0; number < findings.Count; number++)
        {
            var finding = findings[number];
            json.WriteStartObject();
            json.WriteString("ruleId", finding.Rule.Id);
            json.WriteNumber("ruleIndex", Array.FindIndex(rules, rule => rule.Id == finding.Rule.Id));
            json.WriteString("level", FindingWords.Name(finding.Rule.Severity).En);
            WriteMessage(json, "message", $"{VisibleText.Of(finding.Message.In(language))}\n{VisibleText.Of(finding.Help.In(language))}");
            json.WriteStartArray("locations");
            WriteLocation(json, finding.Place, null, null);
            json.WriteEndArray();
            WriteRelated(json, finding, language);
            json.WriteStartObject("partialFingerprints");
            json.WriteString("primaryLocationLineHash", fingerprints[number]);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRelated(Utf8JsonWriter json, Finding finding, Language language)
    {
        if (finding.Related.Count == 0)
        {
            return;
        }

        json.WriteStartArray("relatedLocations");
        for (var number = 0; number < finding.Related.Count; number++)
        {
            WriteLocation(json, finding.Related[number].Place, number, VisibleText.Of(finding.Related[number].Note.In(language)));
        }

        json.WriteEndArray();
    }

    private static void WriteLocation(Utf8JsonWriter json, Place place, int? id, string? note)
    {
        json.WriteStartObject();
        if (id is { } number)
        {
            json.WriteNumber("id", number);
        }

        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', place.Path.Split('/').Select(Uri.EscapeDataString)));
        json.WriteString("uriBaseId", Root);
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", place.Line);
        json.WriteNumber("startColumn", place.Column);
        json.WriteNumber("endLine", place.Line);
        json.WriteNumber("endColumn", place.Column + place.Length); // not included
        json.WriteEndObject();
        json.WriteEndObject();
        if (note is not null)
        {
            WriteMessage(json, "message", note);
        }

        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
