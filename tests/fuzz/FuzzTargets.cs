using System.IO.Compression;
using System.Text;
using OpsRegistry.Intake;
using OpsRegistry.Loading;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Model;
using OpsRegistry.Rules;
using OpsRegistry.Sources;
using OpsRegistry.Verifying.Workbooks;

namespace OpsRegistry.Fuzz;

/// <summary>What a fuzzer reads bytes with: the readers of everything that comes from outside. Each throws where something does not hold, and at nothing else.</summary>
internal static class FuzzTargets
{
    /// <summary>Where a part of a workbook begins, in an input of several; the rest of the line is its path.</summary>
    public const string PartMark = "=== ";

    private const string Record = "ops-registry/contracts/example-2026/records/2026/03/incident-2026-0900.yaml";

    private static readonly Lazy<SchemaSet> Schemas = new(() => SchemaSet.Load(EmbeddedSchemas.Texts));

    private static readonly Lazy<string> Root = new(() =>
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "OpsRegistry.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("run it in the repository");
        }

        return folder;
    });

    private static readonly Lazy<IReadOnlyDictionary<string, byte[]>> Example = new(() =>
    {
        var example = Path.Combine(Root.Value, "tests", "cases", "base");
        return Directory.EnumerateFiles(example, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(example, file).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal);
    });

    private static readonly Lazy<IntakeContext> Desk = new(() => new(new FilesOf(Example.Value), Schemas.Value, []));

    /// <summary>The targets by name.</summary>
    public static IReadOnlyDictionary<string, Action<byte[]>> All { get; } = new SortedDictionary<string, Action<byte[]>>(StringComparer.Ordinal)
    {
        ["yaml"] = ReadYaml,
        ["schema"] = MatchSchema,
        ["workbook"] = ReadWorkbook,
        ["form"] = ReadForm,
        ["issue"] = ReadIssue,
    };

    /// <summary>The seeds and what was found with a target: <c>tests/fuzz/corpus/</c>.</summary>
    public static IEnumerable<string> Corpus(string target) => Directory.EnumerateFiles(Path.Combine(Root.Value, "tests", "fuzz", "corpus", target)).Order(StringComparer.Ordinal);

    private static void ReadYaml(byte[] bytes)
    {
        var file = YamlReader.Read("a.yaml", bytes);
        Hold(file.Findings.Any(finding => finding.Rule.Severity == Severity.Error) == file.Root is null, "a file is read, or there is an error"); // a byte order mark is a warning
        foreach (var finding in file.Findings)
        {
            Hold(finding.Place.Line >= 1 && finding.Place.Line <= Math.Max(1, file.Lines.Count) && finding.Place.Column >= 1, "a finding stands in the file");
        }
    }

    /// <summary>The bytes as a record of the small registry: read, matched with its schema, made a record, checked.</summary>
    private static void MatchSchema(byte[] bytes)
    {
        var source = new FilesOf(new Dictionary<string, byte[]>(Example.Value, StringComparer.Ordinal) { [Record] = bytes });
        var loaded = RegistryLoader.Load(source, Schemas.Value);
        Hold(loaded.Findings.Any(finding => finding.Place.Path == Record) || loaded.Registry.Resources.Any(resource => resource.Path == Record), "a file is read, or there is a finding");
        Hold(Checker.Check(loaded).All(finding => finding.Rule != StageRules.StageFailed), "no stage throws");
    }

    private static void ReadWorkbook(byte[] bytes)
    {
        try
        {
            WorkbookClaim.Read(WorkbookContent.Read(WorkbookPackage.Open(Packed(bytes))));
        }
        catch (NotAWorkbookException)
        {
            // Refused, as it may be.
        }
    }

    private static void ReadForm(byte[] bytes) => FilledWorkbook.Read(Packed(bytes), Desk.Value, "example-2026");

    private static void ReadIssue(byte[] bytes) => FormReader.ReceiveUnguarded(Desk.Value, Encoding.UTF8.GetString(bytes), null);

    /// <summary>A workbook of the parts that an input lists, so that a fuzzer changes XML and not compressed bytes; an input without a list is the file itself.</summary>
    public static byte[] Packed(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        if (!text.StartsWith(PartMark, StringComparison.Ordinal))
        {
            return input;
        }

        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in ("\n" + text).Split("\n" + PartMark, StringSplitOptions.RemoveEmptyEntries))
            {
                var end = part.IndexOf('\n', StringComparison.Ordinal);
                var name = end < 0 ? part : part[..end];
                if (name.Length == 0)
                {
                    continue; // no archive has a part without a name
                }

                using var content = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
                content.Write(Encoding.UTF8.GetBytes(end < 0 ? "" : part[(end + 1)..]));
            }
        }

        return file.ToArray();
    }

    private static void Hold(bool condition, string what)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"this does not hold: {what}");
        }
    }

    /// <summary>Files in memory.</summary>
    private sealed class FilesOf(IReadOnlyDictionary<string, byte[]> files) : IRegistrySource
    {
        public IReadOnlyList<SourceEntry> Entries { get; } = files.Keys.Order(StringComparer.Ordinal).Select(path => new SourceEntry(path, SourceEntryKind.File)).ToList();

        public long SizeOf(SourceEntry entry) => files[entry.Path].Length;

        public byte[]? Read(SourceEntry entry) => files.GetValueOrDefault(entry.Path);
    }
}
