using System.Xml;
using OpsRegistry.Loading;

namespace OpsRegistry.Reporting.Findings;

/// <summary>Findings as JUnit XML for continuous-integration servers: an error is a failed case, a warning or note a passed one, told of in the suite's output. Strict readers find every attribute they ask for.</summary>
internal static class JUnitFindings
{
    private const string Moment = "1970-01-01T00:00:00"; // strict readers want one

    /// <summary>Writes one suite, a case per finding causes first; without findings, one passed case.</summary>
    public static void Write(TextWriter output, IReadOnlyList<Finding> findings, Language language)
    {
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.None, OmitXmlDeclaration = true };
        output.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        using (var xml = XmlWriter.Create(output, settings))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("id", "0");
            xml.WriteAttributeString("package", "ops-registry");
            xml.WriteAttributeString("name", "opsreg");
            xml.WriteAttributeString("hostname", "localhost");
            xml.WriteAttributeString("timestamp", Moment); // the same bytes for the same findings
            xml.WriteAttributeString("tests", FindingWords.Number(Math.Max(1, findings.Count)));
            xml.WriteAttributeString("failures", FindingWords.Number(findings.Count(finding => finding.Rule.Severity == Severity.Error)));
            xml.WriteAttributeString("errors", "0");
            xml.WriteAttributeString("time", "0");
            xml.WriteStartElement("properties");
            xml.WriteEndElement();
            foreach (var finding in FindingOrder.CausesFirst(findings))
            {
                Write(xml, finding, language);
            }

            if (findings.Count == 0)
            {
                xml.WriteStartElement("testcase");
                xml.WriteAttributeString("classname", "ops-registry");
                xml.WriteAttributeString("name", FindingWords.Summary(findings).In(language));
                xml.WriteAttributeString("time", "0");
                xml.WriteEndElement();
            }

            xml.WriteElementString("system-out", string.Concat(findings.Where(finding => finding.Rule.Severity != Severity.Error).Select(finding => Body(finding, language) + "\n")));
            xml.WriteElementString("system-err", "");
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        output.Write('\n');
    }

    private static void Write(XmlWriter xml, Finding finding, Language language)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", VisibleText.Show(finding.Place.Path));
        xml.WriteAttributeString("name", $"{finding.Rule.Id} {finding.Rule.Title.In(language)} {FindingWords.Number(finding.Place.Line)}:{FindingWords.Number(finding.Place.Column)}");
        xml.WriteAttributeString("time", "0");
        if (finding.Rule.Severity == Severity.Error)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("type", finding.Rule.Id);
            xml.WriteAttributeString("message", VisibleText.Show(finding.Message.In(language)));
            xml.WriteString(Body(finding, language));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Body(Finding finding, Language language) =>
        $"{VisibleText.Show(finding.Place.ToString())}\n{VisibleText.Show(finding.Message.In(language))}\n{VisibleText.Show(finding.Help.In(language))}\n./opsreg explain {finding.Rule.Id}";
}
