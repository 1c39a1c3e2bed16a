using System.Globalization;
using System.Text;
using OpsRegistry.Model;
using OpsRegistry.Tests.Data;

namespace OpsRegistry.Tests;

/// <summary>A registry with the schemas in a folder of its own, which no git checkout holds: a copy, or a small one and the records of a case.</summary>
public sealed class TemporaryRegistry : IDisposable
{
    private static readonly string[] GovernanceFiles = ["contract", "service-levels", "obligations", "scorecard", "interpretations"];

    private readonly string contract;
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    private TemporaryRegistry(string contract)
    {
        this.contract = contract;
        Root = Directory.CreateTempSubdirectory("opsreg-test-").FullName;
        Copy(Golden.RepositoryRoot, "schemas");
    }

    /// <summary>The folder that holds <c>ops-registry/</c>.</summary>
    public string Root { get; }

    /// <summary>The name of the record added last.</summary>
    public string LastName { get; private set; } = "";

    /// <summary>A copy of the registry under tests/golden/harbour.</summary>
    public static TemporaryRegistry Harbour() => CopyOf("tests/golden/harbour", "harbour-2026");

    /// <summary>A copy of the registry under tests/golden/wharf.</summary>
    public static TemporaryRegistry Wharf() => CopyOf("tests/golden/wharf", "wharf-2026");

    /// <summary>A copy of the registry under tests/golden/library.</summary>
    public static TemporaryRegistry Library() => CopyOf("tests/golden/library", "library-2026");

    /// <summary>A copy of the registry under tests/golden/clinic.</summary>
    public static TemporaryRegistry Clinic() => CopyOf("tests/golden/clinic", "clinic-2026");

    /// <summary>A copy of the registry under tests/golden/depot.</summary>
    public static TemporaryRegistry Depot() => CopyOf("tests/golden/depot", "depot-2026");

    /// <summary>A copy of the registry under tests/golden/faulty.</summary>
    public static TemporaryRegistry Faulty() => CopyOf("tests/golden/faulty", "");

    /// <summary>A copy of the five contracts, frozen.</summary>
    public static TemporaryRegistry Real() => CopyOf("tests/golden/contracts", "pingdingshan-2025");

    /// <summary>A copy of the repository's own registry, with whatever was merged into it.</summary>
    public static TemporaryRegistry Live() => CopyOf(".", "");

    /// <summary>One of the five contracts, whole, with what it shares with the others.</summary>
    public static TemporaryRegistry RealContract(string contract)
    {
        var registry = WithCalendars(contract);
        registry.Copy(FrozenRegistry.Root, $"ops-registry/contracts/{contract}");
        return registry;
    }

    /// <summary>The governance files of contract 003, frozen, and no record.</summary>
    public static TemporaryRegistry Of003() => Of("pingdingshan-2025");

    /// <summary>The governance files of one of the five contracts, calendars and parties, and no record.</summary>
    public static TemporaryRegistry Of(string contract)
    {
        var registry = WithCalendars(contract);
        foreach (var file in GovernanceFiles.Select(name => $"ops-registry/contracts/{contract}/{name}.yaml").Where(file => System.IO.File.Exists(Frozen(file))))
        {
            registry.Write(file, System.IO.File.ReadAllBytes(Frozen(file)));
        }

        return registry;
    }

    /// <summary>A contract of twelve months from 2026-01-01 and nothing else, without periods and without a scorecard.</summary>
    public static TemporaryRegistry Tiny() => WithCalendars("tiny").Governance("Contract", "tiny", """
          title: {zh: 小合同, en: Small contract}
          purchaser: pds-bureau
          vendor: pds-vendor
          sources: [{id: "999", title: 自拟}]
          signedOn: {value: 2026-01-01}
          term: {start: 2026-01-01, end: 2027-01-01}
          assessment: {everyMonths: 3}
          amount: {value: "1000000.00"}
        """, "contract.yaml");

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

    /// <summary>The path of a file on disk.</summary>
    public string File(string path) => Path.Combine(Root, path);

    /// <summary>Writes a file.</summary>
    public void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File(path))!);
        System.IO.File.WriteAllBytes(File(path), bytes);
    }

    /// <inheritdoc cref="Write(string, byte[])"/>
    public void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Replaces the one place in a file where a text stands.</summary>
    public void Replace(string path, string old, string replacement)
    {
        var text = System.IO.File.ReadAllText(File(path));
        if (text.Split(old).Length != 2)
        {
            throw new InvalidOperationException($"'{old}' does not stand exactly once in {path}");
        }

        Write(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    /// <summary>Runs the command line on it, as a user would.</summary>
    public Outcome Run(params string[] arguments) => CommandLine.RunOn(Root, arguments);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static TemporaryRegistry CopyOf(string source, string contract)
    {
        var registry = new TemporaryRegistry(contract);
        registry.Copy(Path.Combine(Golden.RepositoryRoot, source), "ops-registry");
        return registry;
    }

    private static TemporaryRegistry WithCalendars(string contract)
    {
        var registry = new TemporaryRegistry(contract);
        registry.Copy(FrozenRegistry.Root, "ops-registry/calendars");
        registry.Copy(FrozenRegistry.Root, "ops-registry/parties");
        registry.Write("ops-registry/registry.yaml", System.IO.File.ReadAllBytes(Frozen("ops-registry/registry.yaml")));
        return registry;
    }

    private static string Frozen(string path) => Path.Combine(FrozenRegistry.Root, path);

    private void Write(string path, string kind, string name, string provenance, string spec)
    {
        var body = string.Join('\n', spec.Split('\n').Select(line => "  " + line.TrimEnd('\r')));
        Write(path, $"apiVersion: ops-registry/v1\nkind: {kind}\nmetadata:\n  name: {name}\n  contract: {contract}\n  provenance: {provenance}\nspec:\n{body}\n");
    }

    private void Copy(string source, string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(source, folder), "*", SearchOption.AllDirectories))
        {
            var target = File(Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            System.IO.File.Copy(file, target);
        }
    }
}
