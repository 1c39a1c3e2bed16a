using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using NodaTime.Text;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Verifying;

namespace OpsRegistry.Reporting;

/// <summary>
/// What an assessment workbook says of itself to programs: all that is needed to make it again and compare every byte. It stands in the
/// file's custom properties (docProps/custom.xml), which Excel, LibreOffice and WPS keep when they save the file.
/// </summary>
/// <param name="Contract">The contract's name.</param>
/// <param name="Period">The period's id.</param>
/// <param name="AsOf">The cut-off: later facts had not happened yet.</param>
/// <param name="Commit">The commit id, 40 lower-case hexadecimal digits, or <see cref="ReportOrigin.Uncommitted"/>.</param>
/// <param name="ToolVersion">The version of the tool that wrote it.</param>
/// <remarks>Which of the two volumes it is stands there too.</remarks>
internal sealed record WorkbookOrigin(string Contract, string Period, Instant AsOf, string Commit, string ToolVersion)
{
    /// <summary>The most characters that are read of a file's properties: ours have a few thousand.</summary>
    private const int LongestProperties = 1_000_000;

    private const string Prefix = "opsreg.";

    /// <summary>Which of the two volumes it is.</summary>
    public AssessmentVolume Volume { get; init; }

    /// <summary>True where calendars without a published notice were used.</summary>
    public bool IsProvisional { get; init; }

    /// <summary>The language of the workbook's words: <c>zh</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "zh";

    /// <summary>The reading in force of each unclear clause: <c>key=option</c>, in the order of the keys, with semicolons between.</summary>
    public string Readings { get; init; } = "";

    /// <summary>The origin of a period's workbook.</summary>
    public static WorkbookOrigin Read(ContractResult result, PeriodResult period, ReportOrigin origin, AssessmentVolume volume) =>
        new(result.Folder.Name, period.Period.Id, result.Measurement.AsOf, origin.Commit, origin.ToolVersion)
        {
            Volume = volume,
            IsProvisional = origin.IsProvisional,
            Readings = string.Join(';', period.ReadingsInForce.OrderBy(reading => reading.Key, StringComparer.Ordinal).Select(reading => $"{reading.Key}={reading.Value}")),
        };

    /// <summary>The names and values as the file has them.</summary>
    public IReadOnlyList<(string Name, string Value)> ToProperties() =>
    [
        (Prefix + "contract", Contract),
        (Prefix + "period", Period),
        (Prefix + "asOf", InstantPattern.General.Format(AsOf)),
        (Prefix + "commit", Commit),
        (Prefix + "toolVersion", ToolVersion),
        (Prefix + "volume", YamlWord.Write(Volume)),
        (Prefix + "provisional", IsProvisional ? "true" : "false"),
        (Prefix + "language", Language),
        (Prefix + "readings", Readings),
    ];

    /// <summary>Reads a workbook's origin from the file, whoever saved it last.</summary>
    /// <param name="workbook">The file; a stream that can seek.</param>
    /// <returns>Null where the file is no workbook of ours, or no workbook at all.</returns>
    public static WorkbookOrigin? Read(Stream workbook)
    {
        try
        {
            using var archive = new ZipArchive(workbook, ZipArchiveMode.Read, leaveOpen: true);
            using var part = archive.GetEntry("docProps/custom.xml")?.Open();
            return part is null ? null : Read(PropertiesOf(part));
        }
        catch (Exception wrong) when (wrong is InvalidDataException or XmlException or IOException or NotSupportedException)
        {
            return null;
        }
    }

    private static Dictionary<string, string> PropertiesOf(Stream part)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LongestProperties };
        using var reader = XmlReader.Create(part, settings);
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in XDocument.Load(reader).Root!.Elements())
        {
            // The first of two with one name counts, as in Excel's own list.
            properties.TryAdd(property.Attribute("name")?.Value ?? "", property.Value);
        }

        return properties;
    }

    private static WorkbookOrigin? Read(Dictionary<string, string> properties)
    {
        var asOf = InstantPattern.General.Parse(Value("asOf"));
        return !asOf.Success || Value("contract").Length == 0 || Value("period").Length == 0 || Value("commit").Length == 0
            ? null
            : new(Value("contract"), Value("period"), asOf.Value, Value("commit"), Value("toolVersion"))
            {
                Volume = Enum.GetValues<AssessmentVolume>().FirstOrDefault(volume => YamlWord.Write(volume) == Value("volume")),
                IsProvisional = Value("provisional") == "true",
                Language = Value("language"),
                Readings = Value("readings"),
            };

        string Value(string name) => properties.GetValueOrDefault(Prefix + name, "");
    }
}
