using System.Globalization;
using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Tests.StraightLine;
using OpsRegistry.Tests.Time;
using OpsRegistry.Time;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace OpsRegistry.Tests.Scoring;

/// <summary>One example of a rule shape under <c>tests/shapes</c>: a term, some records, and what it costs by them.</summary>
/// <param name="shape">The shape.</param>
/// <param name="file">Its file.</param>
/// <param name="example">The example.</param>
internal sealed class ShapeExample(string shape, YamlMappingNode file, YamlMappingNode example)
{
    private const string Contract = "harbour-2026";

    private const string Folder = $"ops-registry/contracts/{Contract}/";

    private static readonly YamlMappingNode Defaults = Read("records");

    private static readonly IReadOnlyList<KeyValuePair<string, string>> Terms = InMemory.Files("tests/golden/harbour")
        .Where(entry => !entry.Key.StartsWith("ops-registry/contracts/", StringComparison.Ordinal)
            || (entry.Key.StartsWith(Folder, StringComparison.Ordinal) && entry.Key[Folder.Length..].Split('/')[0] is "contract.yaml" or "service-levels.yaml" or "obligations.yaml" or "systems" or "staff"))
        .ToList();

    /// <summary>The shapes that have a file of examples.</summary>
    public static IReadOnlyList<string> Files { get; } = Directory.GetFiles(Path.Combine(Golden.RepositoryRoot, "tests", "shapes"), "*.yaml")
        .Select(path => Path.GetFileNameWithoutExtension(path)).Where(name => name != "records").Order(StringComparer.Ordinal).ToList();

    /// <summary>The shape, and what the example says of it in English.</summary>
    public string Name => $"{shape}: {((YamlMappingNode)example["title"]).Required("en")}";

    /// <summary>What is expected: the points of each deduction, or the word for why they cannot be known.</summary>
    public string Expected => string.Join(", ", example["costs"] is YamlSequenceNode points ? points.Select(point => point.ToString()) : [example["costs"].ToString()]);

    /// <summary>The examples of a shape.</summary>
    public static IReadOnlyList<ShapeExample> Of(string shape) =>
        ((YamlSequenceNode)Read(shape)["examples"]).Select(node => new ShapeExample(shape, Read(shape), (YamlMappingNode)node)).ToList();

    /// <summary>The deduction as the scorecard is read.</summary>
    public DeductionTerms Term => Written().Scorecard!.Indicators.Single().Deductions.Single();

    /// <summary>What the line makes of it, in the words of <see cref="Expected"/>.</summary>
    public string Found()
    {
        var line = Line();
        return line.Undetermined is { } reason
            ? YamlWord.Write(reason)
            : string.Join(", ", line.Deductions.Select(deduction => Points.Plain(deduction.PointsBeforeFloor)));
    }

    /// <summary>The line of the form, with reasons, records and clauses.</summary>
    public IndicatorScore Line()
    {
        var until = example.Optional("until") ?? "2026-06-30";
        var registry = Load();
        var asOf = BeijingTime.EndOf(CommittedFiles.Date(until));
        var measurement = Measurer.Measure(registry.ContractNamed(Contract)!.KnownAt(asOf), Calendars.Build(registry), asOf);
        return Assert.Single(Assessor.Assess(measurement, measurement.PeriodNamed(example.Optional("period") ?? "P1")!).Indicators);
    }

    private static YamlMappingNode Read(string name)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(Path.Combine(Golden.RepositoryRoot, "tests", "shapes", name + ".yaml"))));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private ContractFolder Written() => Load().ContractNamed(Contract)!;

    private Registry Load()
    {
        var loaded = InMemory.Load([.. Terms, Scorecard(), .. Records()]);
        Assert.Empty(loaded.Findings);
        return loaded.Registry;
    }

    private KeyValuePair<string, string> Scorecard()
    {
        var marks = file.Optional("marks") ?? "20";
        var title = "{zh: 算例, en: Example}";
        var terms = Flow(example.Children.TryGetValue("deduction", out var own) ? own : file["deduction"])[1..^1];
        var term = $"{{id: X1-1, title: {title}, {terms}}}";
        return FileOf("scorecard.yaml", "Scorecard", "scorecard",
            $"{{title: {title}, marks: {marks}, groups: [{{id: X, title: {title}, marks: {marks}, indicators: [{{id: X1, title: {title}, marks: {marks}, deductions: [{term}]}}]}}]}}");
    }

    private IEnumerable<KeyValuePair<string, string>> Records()
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var record in ((YamlSequenceNode)example["given"]).Cast<YamlMappingNode>().SelectMany(entry => entry.Children))
        {
            var kind = Kinds.Named(record.Key.ToString())!;
            var given = (YamlMappingNode)record.Value;
            var spec = new YamlMappingNode(((YamlMappingNode)Defaults[record.Key]).Children.Where(field => !given.Children.ContainsKey(field.Key)));
            foreach (var field in given.Children.Where(field => field.Value is not YamlScalarNode { Value: "null" }))
            {
                spec.Add(field.Key, field.Value);
            }

            var day = given.Children.Values.OfType<YamlScalarNode>().Select(value => value.Value!).First(value => value.StartsWith("20", StringComparison.Ordinal) && value.Length >= 10);
            var number = numbers[kind.Name] = numbers.GetValueOrDefault(kind.Name) + 1;
            var name = string.Create(CultureInfo.InvariantCulture, $"{kind.KebabName}-2026-{number:0000}");
            yield return FileOf(kind.Area == Area.Records ? $"records/2026/{day[5..7]}/{name}.yaml" : $"judgements/{name}.yaml", kind.Name, name, Flow(spec));
        }
    }

    private static KeyValuePair<string, string> FileOf(string path, string kind, string name, string spec) => new(
        Folder + path, $"apiVersion: ops-registry/v1\nkind: {kind}\nmetadata:\n  name: {name}\n  contract: {Contract}\n  provenance: sample\nspec: {spec}\n");

    private static string Flow(YamlNode node) => node switch
    {
        YamlMappingNode mapping => $"{{{string.Join(", ", mapping.Children.Select(entry => $"{entry.Key}: {Flow(entry.Value)}"))}}}",
        YamlSequenceNode list => $"[{string.Join(", ", list.Children.Select(Flow))}]",
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } plain => plain.Value!,
        var quoted => $"\"{quoted}\"",
    };
}
