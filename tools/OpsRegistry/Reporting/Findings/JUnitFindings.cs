using System.Xml;
using OpsRegistry.Loading;

namespace OpsRegistry.Reporting.Findings;

/// <summary>Findings as JUnit XML for continuous-integration servers: an error is a failed case, a warning or note a passed one with output.</summary>
internal static class JUnitFindings
{
    /// <summary>Writes one suite, a case per finding causes first; without findings, one passed case.</summary>
    public static void Write(TextWriter output, IReadOnlyList<Finding> findings, Language language)
    {
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.None, OmitXmlDeclaration = true };
        output.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        using (var xml = XmlWriter.Create(output, settings))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", "opsreg");
            xml.WriteAttributeString("tests", FindingWords.Number(Math.Max(1, findings.Count)));
            xml.WriteAttributeString("failures", FindingWords.Number(findings.Count(finding => finding.Rule.Severity == Severity.Error)));
            xml.WriteAttributeString("errors", "0");
            foreach (var finding in FindingOrder.CausesFirst(findings))
            {
                Write(xml, finding, language);
            }

            if (findings.Count == 0)
            {
                xml.WriteStartElement("testcase");
                xml.WriteAttributeString("classname", "ops-registry");
                xml.WriteAttributeString("name", FindingWords.Summary(findings).In(language));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        output.Write('\n');
    }

    private static void Write(XmlWriter xml, Finding finding, Language language)
    {
        var message = VisibleText.Show(finding.Message.In(language));
        var body = $"{VisibleText.Show(finding.Place.ToString())}\n{message}\n{VisibleText.Show(finding.Help.In(language))}\n{FindingWords.Docs(finding.Rule)}";
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", VisibleText.Show(finding.Place.Path));
        xml.WriteAttributeString("name", $"{finding.Rule.Id} {finding.Rule.Title.In(language)} {FindingWords.Number(finding.Place.Line)}:{FindingWords.Number(finding.Place.Column)}");
        if (finding.Rule.Severity == Severity.Error)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("type", finding.Rule.Id);
            xml.WriteAttributeString("message", message);
            xml.WriteString(body);
            xml.WriteEndElement();
        }
        else
        {
            xml.WriteElementString("system-out", body);
        }

        xml.WriteEndElement();
    }
}
