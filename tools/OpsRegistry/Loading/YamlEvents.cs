using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OpsRegistry.Loading;

/// <summary>The library's events, one at a time; whatever the library throws becomes a finding and ends them.</summary>
internal sealed class YamlEvents
{
    private readonly Parser parser;
    private readonly SourceLines source;
    private readonly CappedFindings findings;

    public YamlEvents(SourceLines source, CappedFindings findings)
    {
        this.source = source;
        this.findings = findings;
        parser = new Parser(new StringReader(source.Text));
        Next();
    }

    /// <summary>The event at hand; null when there are no more, or reading was stopped.</summary>
    public ParsingEvent? Current { get; private set; }

    /// <summary>Where the event before the one at hand ended.</summary>
    public Mark PreviousEnd { get; private set; } = new(0, 1, 1);

    /// <summary>Ends the events: nothing after this point is read.</summary>
    public void Stop() => Current = null;

    /// <summary>Goes on to the next event.</summary>
    public void Next()
    {
        PreviousEnd = Current?.End ?? PreviousEnd;
#pragma warning disable CA1031 // The library throws far more than YamlException on hostile text (5.8 % of mutated files); its edge is the one place where anything is caught.
        try
        {
            Current = parser.MoveNext() ? parser.Current : null;
        }
        catch (YamlException exception)
        {
            Fail(exception.Start, exception.End, SyntaxFaults.Explain(exception.Message));
        }
        catch (Exception)
        {
            Fail(PreviousEnd, PreviousEnd, SyntaxFaults.Unexplained);
        }
#pragma warning restore CA1031
    }

    private void Fail(Mark start, Mark end, SyntaxFault fault)
    {
        Current = null;
        findings.Add(SyntaxDiagnosis.Explain(source, MarkPlaces.Between(source, start, end), fault));
    }
}
