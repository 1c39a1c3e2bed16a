using System.Globalization;
using NodaTime;
using NodaTime.Text;
using OpsRegistry.Tests.Data;
using OpsRegistry.Time;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace OpsRegistry.Tests.Time;

/// <summary>Reads the frozen calendars and the tables. They are trusted, so the library's plain YAML reader will do.</summary>
internal static class CommittedFiles
{
    public static string Root { get; } = FindRoot();

    private static readonly List<CalendarLayer> Layers =
        [.. Directory.GetFiles(Path.Combine(FrozenRegistry.Root, "ops-registry", "calendars"), "*.yaml").Order(StringComparer.Ordinal).Select(Layer)];

    public static WorkCalendar Published { get; } = WorkCalendar.From(Layers);

    public static WorkCalendar WithProvisional { get; } = WorkCalendar.From(Layers, acceptProvisional: true);

    /// <summary>The ids of a table's rows, for a theory.</summary>
    public static TheoryData<string> Ids(string file) => [.. Table(file).Select(row => row.Required("id"))];

    /// <summary>A row of a table.</summary>
    public static YamlMappingNode Row(string file, string id) => Table(file).Single(row => row.Required("id") == id);

    public static IEnumerable<YamlMappingNode> Table(string file) =>
        ((YamlSequenceNode)Read(Path.Combine(Root, "tests", "sla", file))).Cast<YamlMappingNode>();

    public static string? Optional(this YamlMappingNode row, string key) =>
        row.Children.TryGetValue(key, out var value) ? ((YamlScalarNode)value).Value : null;

    public static string Required(this YamlMappingNode row, string key) => ((YamlScalarNode)row[key]).Value!;

    /// <summary>A number; null where the row has none.</summary>
    public static decimal? Number(this YamlMappingNode row, string key) =>
        row.Optional(key) is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    public static Instant At(string local) => BeijingTime.At(
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd' 'HH':'mm':'ss")
            .Parse(local.Length == 16 ? local + ":00" : local).Value);

    public static LocalDate Date(string date) => LocalDatePattern.Iso.Parse(date).Value;

    private static CalendarLayer Layer(string path)
    {
        var spec = (YamlMappingNode)Read(path)["spec"];
        return new(
            Path.GetFileNameWithoutExtension(path),
            spec.Optional("notice"),
            Date(spec.Required("coveredFrom")),
            Date(spec.Required("coveredTo")),
            ((YamlSequenceNode)spec["days"]).Cast<YamlMappingNode>().Select(Day).ToList(),
            spec.Optional("provisional") == "true");
    }

    private static CalendarDay Day(YamlMappingNode day) => new(
        Date(day.Required("date")),
        day.Required("kind") switch { "off" => DayKind.Off, "work" => DayKind.Work, var other => throw new InvalidDataException(other) },
        day.Required("name"),
        day.Optional("statutory") == "true");

    private static YamlNode Read(string path)
    {
        var stream = new YamlStream();
        using var reader = new StreamReader(path);
        stream.Load(reader);
        return stream.Documents[0].RootNode;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "OpsRegistry.slnx")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("OpsRegistry.slnx");
        }

        return folder.FullName;
    }
}
