namespace OpsRegistry.Tests.Site;

/// <summary>The site of a small registry whose texts attack: markup in a record's summary and cause, links and images in a README.</summary>
public sealed class HostileSite : IDisposable
{
    public const string Summary = "<script>document.title='owned'</script> \"><img src=x onerror=document.title='owned'>";

    private const string Notes = """
        # <script>document.title='owned'</script>

        [press](javascript:document.title='owned') [data](data:text/html,x) [spaced](&#106;avascript:alert(1)) [fine](https://example.org/)
        ![far away](https://example.org/pixel.png) <https://example.org/auto> <javascript:alert(1)>

        <img src=x onerror="document.title='owned'">

        [by name]

        [by name]: JaVaScRiPt:document.title='owned'
        """;

    private readonly TemporaryRegistry registry = TemporaryRegistry.Harbour();

    /// <summary>Writes it.</summary>
    public HostileSite()
    {
        var incident = Directory.EnumerateFiles(registry.File("ops-registry"), "incident-2026-0004.yaml", SearchOption.AllDirectories).Single();
        var lines = File.ReadAllLines(incident).Select(line => line.StartsWith("  summary:", StringComparison.Ordinal) ? "  summary: '" + Summary.Replace("'", "''", StringComparison.Ordinal) + "'" : line).ToList();
        File.WriteAllLines(incident, lines.Where(line => !line.StartsWith("  cause:", StringComparison.Ordinal)).Append("  cause: \"[go](javascript:document.title='owned') <b onmouseover=alert(1)>x</b>\""));
        registry.Write("ops-registry/contracts/harbour-2026/README.md", Notes);
        Outcome = registry.Run("site");
        Root = registry.File("site");
    }

    /// <summary>Its folder.</summary>
    public string Root { get; }

    /// <summary>What the command said.</summary>
    public Outcome Outcome { get; }

    /// <inheritdoc/>
    public void Dispose() => registry.Dispose();
}
