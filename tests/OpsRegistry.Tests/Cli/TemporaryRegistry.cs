using System.Globalization;
using System.Text;
using NodaTime;
using OpsRegistry.Loading.Schemas;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Sources;
using OpsRegistry.Tests.Schemas;
using OpsRegistry.Time;

namespace OpsRegistry.Tests.Cli;

/// <summary>A small registry in a temporary folder: calendars and schemas of the repository, one contract, and the records of a case.</summary>
internal sealed class TemporaryRegistry : IDisposable
{
    private readonly string contract;
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    private TemporaryRegistry(string contract)
    {
        this.contract = contract;
        Root = Directory.CreateTempSubdirectory("opsreg-test-").FullName;
        CopyFolder("schemas");
        CopyFolder("ops-registry/calendars");
        CopyFolder("ops-registry/parties");
        File.Copy(Path.Combine(Golden.RepositoryRoot, "ops-registry/registry.yaml"), Path.Combine(Root, "ops-registry/registry.yaml"));
    }

    public string Root { get; }

    /// <summary>The governance files of contract 003 as they are committed, and no record.</summary>
    public static TemporaryRegistry Of003() => Of("pingdingshan-2025");

    /// <summary>The governance files of a contract as they are committed, and no record.</summary>
    public static TemporaryRegistry Of(string contract)
    {
        var registry = new TemporaryRegistry(contract);
        var folder = $"ops-registry/contracts/{contract}";
        Directory.CreateDirectory(Path.Combine(registry.Root, folder));
        foreach (var file in new[] { "contract", "service-levels", "obligations", "scorecard", "interpretations" }
            .Select(name => $"{folder}/{name}.yaml")
            .Where(file => File.Exists(Path.Combine(Golden.RepositoryRoot, file))))
        {
            File.Copy(Path.Combine(Golden.RepositoryRoot, file), Path.Combine(registry.Root, file));
        }

        return registry;
    }

    /// <summary>A contract of twelve months from 2026-01-01 and nothing else, without periods and without a scorecard.</summary>
    public static TemporaryRegistry Tiny(string name = "tiny")
    {
        var registry = new TemporaryRegistry(name);
        registry.Governance("Contract", name, """
              title: {zh: 小合同, en: Small contract}
              purchaser: pds-bureau
              vendor: pds-vendor
              sources: [{id: "999", title: 自拟}]
              signedOn: {value: 2026-01-01}
              term: {start: 2026-01-01, end: 2027-01-01}
              assessment: {everyMonths: 3}
              amount: {value: "1000000.00"}
            """, "contract.yaml");
        return registry;
    }

    /// <summary>Adds a governance file; the text is what stands under <c>spec:</c>.</summary>
    public TemporaryRegistry Governance(string kind, string name, string spec, string? file = null)
    {
        Write($"ops-registry/contracts/{contract}/{file ?? name + ".yaml"}", kind, name, "source", spec);
        return this;
    }

    /// <summary>Adds a record under the next free name of its kind.</summary>
    public TemporaryRegistry Record(string kind, string day, string spec)
    {
        var kebab = Kinds.Named(kind)!.KebabName;
        var number = numbers[kebab] = numbers.GetValueOrDefault(kebab) + 1;
        var name = string.Create(CultureInfo.InvariantCulture, $"{kebab}-{day[..4]}-{number:0000}");
        Write($"ops-registry/contracts/{contract}/records/{day[..4]}/{day[5..7]}/{name}.yaml", kind, name, "sample", spec);
        LastName = name;
        return this;
    }

    /// <summary>The name of the record added last.</summary>
    public string LastName { get; private set; } = "";

    public ContractFolder Folder()
    {
        var loaded = Load();
        Assert(loaded);
        return loaded.Registry.ContractNamed(contract)!;
    }

    public Measurement Measure(Instant asOf) => Measurer.Measure(Folder(), Calendars.Of(Load().Registry), asOf);

    public ContractResult Result(Instant asOf) => ContractResult.Of(Folder(), Calendars.Of(Load().Registry), asOf);

    public Outcome Run(params string[] arguments) => CommandLine.RunOn(Root, arguments);

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static void Assert(Loaded loaded) => Xunit.Assert.Equal(
        "",
        string.Join('\n', loaded.Findings.Select(finding => $"{finding.Place}: {finding.Message.En}")));

    private Loaded Load() => RegistryLoader.Load(new WorkTreeSource(Root), SchemaSet.Load(SchemaFiles.Texts));

    private void Write(string path, string kind, string name, string provenance, string spec)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var body = string.Join('\n', spec.Split('\n').Select(line => "  " + line.TrimEnd('\r')));
        File.WriteAllText(full, $"apiVersion: ops-registry/v1\nkind: {kind}\nmetadata:\n  name: {name}\n  contract: {contract}\n  provenance: {provenance}\nspec:\n{body}\n", new UTF8Encoding(false));
    }

    private void CopyFolder(string folder)
    {
        Directory.CreateDirectory(Path.Combine(Root, folder));
        foreach (var file in Directory.GetFiles(Path.Combine(Golden.RepositoryRoot, folder)))
        {
            File.Copy(file, Path.Combine(Root, folder, Path.GetFileName(file)));
        }
    }
}
