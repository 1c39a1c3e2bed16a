using System.Xml;

namespace OpsRegistry.Reporting.Findings;

/// <summary>A suite of cases as JUnit XML has it. Strict readers find every attribute they ask for, and the same cases give the same bytes.</summary>
/// <param name="Cases">Its cases, in order.</param>
/// <param name="Told">What is told besides.</param>
internal sealed record JUnitSuite(string Name, IReadOnlyList<JUnitCase> Cases, string Told)
{
    private const string Moment = "1970-01-01T00:00:00"; // strict readers want one

    /// <summary>Writes suites.</summary>
    public static void Write(TextWriter output, IReadOnlyList<JUnitSuite> suites)
    {
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.None, OmitXmlDeclaration = true };
        output.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        using (var xml = XmlWriter.Create(output, settings))
        {
            xml.WriteStartElement("testsuites");
            for (var index = 0; index < suites.Count; index++)
            {
                suites[index].Write(xml, index);
            }

            xml.WriteEndElement();
        }

        output.Write('\n');
    }

    private void Write(XmlWriter xml, int index)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("id", FindingWords.Number(index));
        xml.WriteAttributeString("package", "ops-registry");
        xml.WriteAttributeString("name", Name);
        xml.WriteAttributeString("hostname", "localhost");
        xml.WriteAttributeString("timestamp", Moment);
        xml.WriteAttributeString("tests", FindingWords.Number(Cases.Count));
        xml.WriteAttributeString("failures", FindingWords.Number(Cases.Count(one => one.Failure is not null)));
        xml.WriteAttributeString("errors", "0");
        xml.WriteAttributeString("time", "0");
        xml.WriteStartElement("properties");
        xml.WriteEndElement();
        foreach (var one in Cases)
        {
            one.Write(xml);
        }

        xml.WriteElementString("system-out", Told);
        xml.WriteElementString("system-err", "");
        xml.WriteEndElement();
    }
}

/// <summary>One case.</summary>
/// <param name="Class">What it is about.</param>
/// <param name="Failure">What failed, in a word, in a line and in full; null for nothing.</param>
internal sealed record JUnitCase(string Class, string Name, (string Type, string Message, string Body)? Failure)
{
    /// <summary>Writes the case.</summary>
    public void Write(XmlWriter xml)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Class);
        xml.WriteAttributeString("name", Name);
        xml.WriteAttributeString("time", "0");
        if (Failure is var (type, message, body))
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("type", type);
            xml.WriteAttributeString("message", message);
            xml.WriteString(body);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
