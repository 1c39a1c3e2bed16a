using System.Globalization;
using System.Text;

namespace OpsRegistry.Bench;

/// <summary>Measures <c>check</c> as a user runs it: whole processes on a generated registry, beside another checker on the same files.</summary>
public sealed class Harness
{
    private const int Runs = 3;
    private const int Changed = 10;

    private readonly string registry;
    private readonly string tool;
    private readonly string peer;
    private readonly string cache = Directory.CreateTempSubdirectory("opsreg-bench-").FullName;

    /// <summary>A harness.</summary>
    /// <param name="registry">A generated registry.</param>
    /// <param name="tool">The built <c>opsreg.dll</c>.</param>
    /// <param name="peer">The executable of Sourcemeta's <c>jsonschema</c>.</param>
    public Harness(string registry, string tool, string peer)
    {
        this.registry = Path.GetFullPath(registry);
        this.tool = tool;
        this.peer = peer;
    }

    /// <summary>Measures and prints a table.</summary>
    public void Run(TextWriter output)
    {
        var records = Directory.GetFiles(Path.Combine(registry, "ops-registry", "contracts"), "*.yaml", SearchOption.AllDirectories)
            .Where(file => file.Contains("/records/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
        var other = Measurement.Median(Runs, () => Peer(records));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{records.Length} records, {Directory.GetDirectories(Path.Combine(registry, "ops-registry", "contracts")).Length} contracts; medians of {Runs} runs"));
        output.WriteLine("| what | wall | processor | peak | a record | wall / peer | processor / peer |");
        output.WriteLine("|---|---|---|---|---|---|---|");
        output.WriteLine(other.Row("peer: schema of each record", records.Length, other));
        output.WriteLine(Measurement.Median(Runs, () => Check("--no-cache")).Row("check, no cache", records.Length, other));
        output.WriteLine(Check().Row("check, cache empty", records.Length, other));
        output.WriteLine(Measurement.Median(Runs, () => Check()).Row("check, nothing changed", records.Length, other));
        output.WriteLine(Measurement.Median(Runs, () => AfterChange(records.Take(Changed))).Row("check, 10 files of one contract changed", records.Length, other));
        output.WriteLine(Measurement.Median(Runs, () => AfterChange(Spread(records))).Row("check, 10 files changed, spread out", records.Length, other));
        output.WriteLine(Measurement.Median(Runs, () => Check("--at", "HEAD")).Row("check --at HEAD, nothing changed", records.Length, other));
        Directory.Delete(cache, recursive: true);
    }

    private Measurement Check(params string[] more)
    {
        Environment.SetEnvironmentVariable("OPSREG_CACHE", cache);
        Environment.SetEnvironmentVariable("DOTNET_TieredPGO", "0");
        return Measurement.Of("dotnet", [tool, "check", "--root", registry, "--format", "json", .. more], code => code is 0 or 1);
    }

    private Measurement AfterChange(IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            // Another blob each time, and the same record.
            File.AppendAllText(file, "# " + Guid.NewGuid() + "\n", new UTF8Encoding(false));
        }

        return Check();
    }

    private Measurement Peer(IReadOnlyList<string> records)
    {
        var all = new List<Measurement>();
        // It stops at the first file that is not YAML, so those with a tab are spared it.
        foreach (var kind in records.Where(file => !File.ReadAllText(file).Contains('\t', StringComparison.Ordinal)).GroupBy(KindOf))
        {
            // Folders of links, because a command line cannot hold 100,000 names.
            var folder = Path.Combine(cache, "peer", kind.Key);
            if (!Directory.Exists(folder))
            {
                Directory.CreateDirectory(folder);
                foreach (var (file, index) in kind.Select((file, index) => (file, index)))
                {
                    File.Copy(file, Path.Combine(folder, index.ToString(CultureInfo.InvariantCulture) + ".yaml"));
                }
            }

            var schemas = Path.Combine(registry, "schemas");
            all.Add(Measurement.Of(
                peer,
                ["validate", Path.Combine(schemas, kind.Key + ".schema.json"), folder, "--resolve", Path.Combine(schemas, "common.schema.json"), "--extension", ".yaml", "--continue"],
                code => code is >= 0 and < 16));
        }

        return new(
            TimeSpan.FromTicks(all.Sum(one => one.Wall.Ticks)), TimeSpan.FromTicks(all.Sum(one => one.Processor.Ticks)), all.Max(one => one.Peak));
    }

    private static string KindOf(string file) => string.Join('-', Path.GetFileNameWithoutExtension(file).Split('-')[..^2]);

    private static IEnumerable<string> Spread(string[] records) => Enumerable.Range(0, Changed).Select(number => records[number * (records.Length / Changed)]);
}
