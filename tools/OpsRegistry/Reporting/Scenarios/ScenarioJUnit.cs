using System.Xml;
using OpsRegistry.Reporting.Findings;
using OpsRegistry.Scenarios;

namespace OpsRegistry.Reporting.Scenarios;

/// <summary>Scenarios as JUnit XML for continuous-integration servers: a suite for each contract, a case for each case.</summary>
internal static class ScenarioJUnit
{
    private const string Moment = "1970-01-01T00:00:00"; // strict readers want one

    /// <summary>Writes the contracts' scenarios.</summary>
    public static void Write(TextWriter output, IReadOnlyList<ScenarioReport> reports, Language language)
    {
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.None, OmitXmlDeclaration = true };
        output.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        using (var xml = XmlWriter.Create(output, settings))
        {
            xml.WriteStartElement("testsuites");
            foreach (var (report, index) in reports.Select((report, index) => (report, index)))
            {
                Write(xml, report, index, language);
            }

            xml.WriteEndElement();
        }

        output.Write('\n');
    }

    private static void Write(XmlWriter xml, ScenarioReport report, int index, Language language)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("id", FindingWords.Number(index));
        xml.WriteAttributeString("package", "ops-registry");
        xml.WriteAttributeString("name", report.Folder.Name);
        xml.WriteAttributeString("hostname", "localhost");
        xml.WriteAttributeString("timestamp", Moment);
        xml.WriteAttributeString("tests", FindingWords.Number(report.Results.Count));
        xml.WriteAttributeString("failures", FindingWords.Number(report.Failed.Count()));
        xml.WriteAttributeString("errors", "0");
        xml.WriteAttributeString("time", "0");
        xml.WriteStartElement("properties");
        xml.WriteEndElement();
        foreach (var result in report.Results)
        {
            Write(xml, report, result, language);
        }

        xml.WriteElementString("system-out", report.Summary.In(language));
        xml.WriteElementString("system-err", "");
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, ScenarioReport report, ScenarioResult result, Language language)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", VisibleText.Show(result.File.Path));
        xml.WriteAttributeString("name", VisibleText.Show($"{result.Case.Id} {result.Case.Title.In(language)}"));
        xml.WriteAttributeString("time", "0");
        if (!result.Passes)
        {
            var lines = (report with { Results = [result] }).Complaints.Select(line => VisibleText.Show(line.In(language))).ToList();
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("type", "scenario");
            xml.WriteAttributeString("message", lines[0]);
            xml.WriteString(string.Join('\n', lines));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
