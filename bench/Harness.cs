using System.Globalization;
using System.Text;

namespace OpsRegistry.Bench;

/// <summary>Measures verbs as people run them: whole processes on generated registries, beside other programs on the same files, in one run.</summary>
internal sealed class Harness
{
    private const int Changed = 10;
    private const int Several = 3;

    private readonly string repository, bench, faulty, clean, cache;
    private readonly int records, runs;
    private readonly List<(string What, Measurement Measured, Measurement? Peer)> rows = [];

    /// <summary>A harness on registries of a size, which are generated where they are not there.</summary>
    /// <param name="repository">The product's repository, with the tool built by <c>./opsreg</c> and the peers under <c>.artifacts/peers</c>.</param>
    /// <param name="records">How many records the registries have.</param>
    public Harness(string repository, int records)
    {
        this.repository = repository;
        this.records = records;
        runs = records > 10_000 ? 1 : Several; // of what looks at all of them
        bench = Path.Combine(repository, ".artifacts", "bench", records.ToString(CultureInfo.InvariantCulture));
        (faulty, clean) = (Path.Combine(bench, "faulty"), Path.Combine(bench, "clean"));
        cache = Path.Combine(bench, "cache");
        Environment.SetEnvironmentVariable("OPSREG_CACHE", cache);
        Environment.SetEnvironmentVariable("DOTNET_TieredPGO", "0");
    }

    private const int MostOfOneMachine = 100_000;

    // A contract has a thousand records, and where there are few records a hundred, so that ten contracts can change.
    private int PerContract => Math.Min(1000, records / 10);

    /// <summary>Measures and prints a table.</summary>
    /// <param name="isGate">Whether to hold the ratios to those of bench/gate.csv.</param>
    /// <returns>False where a ratio is beyond its bound.</returns>
    public bool Run(TextWriter output, bool isGate)
    {
        if (records > MostOfOneMachine)
        {
            RunInParts(output);
            return true;
        }

        Generate(faulty, isClean: false);
        Generate(clean, isClean: true);
        if (Directory.Exists(cache))
        {
            Directory.Delete(cache, recursive: true);
        }

        var files = Directory.GetFiles(Path.Combine(faulty, "ops-registry", "contracts"), "*.yaml", SearchOption.AllDirectories).Where(file => file.Contains("/records/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
        var peer = Measurement.Median(runs, () => Sourcemeta(files));
        Add("peer: Sourcemeta, the schema of each record", peer, null);
        Add("peer: js-yaml and ajv, the schema of each record", Measurement.Of("node", [Path.Combine(repository, "bench", "peers", "ajv.mjs"), Path.Combine(faulty, "schemas"), Path.Combine(faulty, "ops-registry", "contracts")], code => code == 0), peer);
        Add("peer: git status", Quick(() => Measurement.Of("git", ["-C", faulty, "status", "--short"], code => code == 0)), peer);
        Add("check, cold, no cache", Median(() => Tool(faulty, "check", "--format", "json", "--no-cache")), peer);
        Add("load, schema, bind (list, no cache)", Median(() => Tool(faulty, "list", "incident", "--format", "csv", "--no-cache")), peer);
        Add("check, cache empty", Tool(faulty, "check", "--format", "json"), peer);
        Add("check, nothing changed", Quick(() => Tool(faulty, "check", "--format", "json")), peer);
        Add("check, 1 file changed", Quick(() => AfterChange(files.Take(1))), peer);
        Add("check, 10 files of 10 contracts changed", Quick(() => AfterChange(Spread(files))), peer);
        Add("score of one contract, no cache", Quick(() => Tool(faulty, "score", "bench-0001", "--no-cache")), peer);
        Add("review of 10 files of 10 contracts", Reviewed(), peer);
        if (records <= 10_000)
        {
            Add("publish, first", Made("publish"), peer);
            Add("publish, nothing changed", Quick(() => Made("publish")), peer);
            Add("site, first", Made("site", "--output", Path.Combine(bench, "site")), peer);
            Add("site, nothing changed", Quick(() => Made("site", "--output", Path.Combine(bench, "site"))), peer);
        }

        Add("query, one group", Tool(clean, "query", "SELECT contract, count(*) AS n FROM records GROUP BY contract"), peer);
        WriteRows(output);
        WriteLedgers(output);
        return !isGate || Gate(output);
    }

    // Beyond what one machine would check at once: a tenth of it, as a job of many does, and a question about all of it.
    private void RunInParts(TextWriter output)
    {
        Generate(clean, isClean: true);
        Add("check of one tenth of the contracts (--shard 1/10), no cache", Tool(clean, "check", "--shard", "1/10", "--no-cache"), null);
        Add("query, one group over all records, no cache", Tool(clean, "query", "SELECT contract, count(*) AS n FROM records GROUP BY contract ORDER BY n DESC LIMIT 5", "--no-cache"), null);
        WriteRows(output);
    }

    private Measurement Median(Func<Measurement> run) => Measurement.Median(runs, run);

    private static Measurement Quick(Func<Measurement> run) => Measurement.Median(Several, run);

    private void Add(string what, Measurement measured, Measurement? peer)
    {
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bench: {what}: {measured.Processor.TotalSeconds:0.00} s"));
        rows.Add((what, measured, peer));
    }

    private void Generate(string folder, bool isClean)
    {
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"bench: generating {folder} …");
            new RegistryGenerator(repository, Directory.CreateDirectory(folder).FullName, isClean).Write(records, PerContract);
        }
    }

    private Measurement Tool(string registry, params string[] arguments) =>
        Measured([.. arguments, "--root", registry, "--quiet"], code => code is 0 or 1);

    // Reports and a site are made of a registry without an error, or not at all.
    private Measurement Made(params string[] arguments) =>
        Measured([.. arguments, "--root", clean, "--quiet"], code => code == 0);

    private void WriteRows(TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{records} records, {records / PerContract} contracts of three models; {(runs == 1 ? $"one run of what looks at all of them, medians of {Several} of the rest" : $"medians of {runs} runs")}; load {LoadOfMachine()}\n"));
        output.WriteLine("| what | wall | processor | peak | a record | processor / Sourcemeta |\n|---|---|---|---|---|---|");
        rows.ForEach(row => output.WriteLine(row.Measured.Row(row.What, records, row.Peer)));
    }

    // As the launcher runs it: in machine code where that was made.
    private Measurement Measured(string[] arguments, Func<int, bool> isExpected)
    {
        var (built, compiled) = (Path.Combine(repository, ".artifacts", "opsreg", "opsreg.dll"), Path.Combine(repository, ".artifacts", "opsreg", "native", "opsreg"));
        return File.Exists(compiled) ? Measurement.Of(compiled, arguments, isExpected) : Measurement.Of("dotnet", [built, .. arguments], isExpected);
    }

    private Measurement AfterChange(IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            // Another blob each time, and the same record.
            File.AppendAllText(file, "# " + Guid.NewGuid() + "\n", new UTF8Encoding(false));
        }

        return Tool(faulty, "check", "--format", "json");
    }

    private Measurement Reviewed()
    {
        var files = Directory.GetFiles(Path.Combine(clean, "ops-registry", "contracts"), "incident-*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        Git.Run(clean, "checkout", "--quiet", "-B", "change", "main");
        foreach (var file in Spread(files))
        {
            File.AppendAllText(file, "# said once more\n", new UTF8Encoding(false));
        }

        Git.Run(clean, "-c", "user.name=bench", "-c", "user.email=bench@localhost", "commit", "--quiet", "--all", "--message", "Changed");
        Git.Run(clean, "checkout", "--quiet", "main");
        Tool(clean, "check", "--at", "main", "--format", "json");
        return Quick(() => Tool(clean, "review", "--base", "main", "--head", "change", "--format", "json"));
    }

    private Measurement Sourcemeta(IReadOnlyList<string> files)
    {
        var all = new List<Measurement>();
        // It stops at the first file that is not YAML, so those with a tab are spared it.
        foreach (var kind in files.Where(file => !File.ReadAllText(file).Contains('\t', StringComparison.Ordinal)).GroupBy(KindOf))
        {
            // Folders of copies, because a command line cannot hold 100,000 names.
            var folder = Path.Combine(bench, "peer", kind.Key);
            if (!Directory.Exists(folder))
            {
                Directory.CreateDirectory(folder);
                foreach (var (file, index) in kind.Select((file, index) => (file, index)))
                {
                    File.Copy(file, Path.Combine(folder, index.ToString(CultureInfo.InvariantCulture) + ".yaml"));
                }
            }

            var schemas = Path.Combine(faulty, "schemas");
            all.Add(Measurement.Of(
                Path.Combine(repository, ".artifacts", "peers", "node_modules", "@sourcemeta", "jsonschema", "build", "github-releases", "jsonschema-linux-x86_64"),
                ["validate", Path.Combine(schemas, kind.Key + ".schema.json"), folder, "--resolve", Path.Combine(schemas, "common.schema.json"), "--extension", ".yaml", "--continue"],
                code => code is >= 0 and < 16));
        }

        return Measurement.Sum(all);
    }

    private void WriteLedgers(TextWriter output)
    {
        const int Rows = 100_000;
        var own = Path.Combine(AppContext.BaseDirectory, "OpsRegistry.Bench.dll");
        output.WriteLine("\n| workbook, 100,000 × 15 cells | wall | processor | peak | size |\n|---|---|---|---|---|");
        foreach (var writer in new[] { "ours", "spreadcheetah", "miniexcel", "exceljs" })
        {
            var file = Path.Combine(bench, writer + ".xlsx");
            var count = Rows.ToString(CultureInfo.InvariantCulture);
            var measured = writer == "exceljs" ? Measurement.Of("node", [Path.Combine(repository, "bench", "peers", "exceljs.mjs"), file, count], code => code == 0) : Measurement.Of("dotnet", [own, "write", writer, file, count], code => code == 0);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {writer} | {measured.Wall.TotalSeconds:0.00} s | {measured.Processor.TotalSeconds:0.00} s | {measured.Peak / 1048576} MB | {new FileInfo(file).Length / 1048576.0:0.0} MB |"));
        }
    }

    // Each line of gate.csv: what, and the most that its processor time may be of Sourcemeta's.
    private bool Gate(TextWriter output)
    {
        var bounds = File.ReadLines(Path.Combine(repository, "bench", "gate.csv")).Skip(1).Select(line => line.Split(';')).ToDictionary(cells => cells[0], cells => double.Parse(cells[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        var beyond = rows.Where(row => row.Peer is not null && bounds.TryGetValue(row.What, out var bound) && row.Measured.Processor / row.Peer.Processor > bound).ToList();
        var unknown = bounds.Keys.Except(rows.Select(row => row.What)).ToList();
        beyond.ForEach(row => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"beyond the gate: {row.What}: {row.Measured.Processor / row.Peer!.Processor:0.00} ×, at most {bounds[row.What]:0.00} ×")));
        unknown.ForEach(what => output.WriteLine($"nothing is measured as '{what}', which bench/gate.csv names"));
        return beyond.Count + unknown.Count == 0;
    }

    private static string LoadOfMachine() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "?";

    private static string KindOf(string file) => string.Join('-', Path.GetFileNameWithoutExtension(file).Split('-')[..^2]);

    private static IEnumerable<string> Spread(string[] files) => Enumerable.Range(0, Changed).Select(number => files[number * (files.Length / Changed)]);
}
