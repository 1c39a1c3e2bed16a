using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace OpsRegistry.Mutants;

/// <summary>A clone of the repository at its commit, compiled once with every change in it, each behind a switch.</summary>
internal sealed partial class MutatedTree
{
    private const string Library = "tools/OpsRegistry";
    private const int Builds = 8;

    private readonly string folder;
    private readonly Dictionary<string, string> sources = new(StringComparer.Ordinal);

    private MutatedTree(string folder)
    {
        this.folder = folder;
    }

    /// <summary>The changes that compile.</summary>
    public IReadOnlyList<Mutant> Mutants { get; private set; } = [];

    /// <summary>How many places there are in each folder, of which a sample may have been taken.</summary>
    public Dictionary<string, int> Places { get; } = new(StringComparer.Ordinal);

    /// <summary>The commit that was changed.</summary>
    public string Commit { get; private set; } = "";

    /// <summary>The built tests.</summary>
    public string Tests => Path.Combine(folder, ".artifacts", "bin", "OpsRegistry.Tests", "release", "OpsRegistry.Tests.dll");

    /// <summary>The built tests, once for each run at a time: each run empties a home beside its own program.</summary>
    public IEnumerable<string> TestsFor(int runs)
    {
        yield return Tests;
        for (var run = 1; run < runs; run++)
        {
            var copy = $"{Path.GetDirectoryName(Tests)}-{run}";
            Programs.Run("cp", ["-r", Path.GetDirectoryName(Tests)!, copy], folder);
            yield return Path.Combine(copy, Path.GetFileName(Tests));
        }
    }

    /// <summary>Clones, changes and builds.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="folder">Where the clone is to stand; one that stands there is taken away.</param>
    /// <param name="folders">The folders of the library that are changed.</param>
    /// <param name="sample">How many changes of each folder are made; 0 for all.</param>
    /// <param name="seed">Which of them.</param>
    /// <exception cref="InvalidOperationException">Something does not build that is not one of the changes.</exception>
    public static MutatedTree Build(string repository, string folder, IReadOnlyList<string> folders, int sample, int seed)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Programs.Run("git", ["clone", "--quiet", "--no-hardlinks", repository, folder], repository);
        var tree = new MutatedTree(folder) { Commit = Programs.Try("git", ["rev-parse", "--short=12", "HEAD"], folder).Output.Trim() };
        foreach (var name in folders)
        {
            tree.Choose(name, sample, seed);
        }

        tree.Inject("MutantSwitch.cs", Library);
        tree.Inject("MutantRecorder.cs", "tests/OpsRegistry.Tests");
        tree.Compile();
        return tree;
    }

    private void Choose(string name, int sample, int seed)
    {
        List<Mutant> found = [];
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, Library, name), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var path = Path.GetRelativePath(folder, file).Replace('\\', '/');
            sources[path] = File.ReadAllText(file);
            new MutantFinder(name, path, found.Add).Visit(CSharpSyntaxTree.ParseText(sources[path]).GetRoot());
        }

        Places[name] = found.Count;
        var chosen = found.ToArray();
        new Random(seed).Shuffle(chosen);
        var taken = (sample == 0 ? chosen : chosen.Take(sample)).OrderBy(mutant => mutant.File, StringComparer.Ordinal).ThenBy(mutant => mutant.Span.Start);
        Mutants = [.. Mutants, .. taken.Select((mutant, number) => mutant with { Number = Mutants.Count + number })];
    }

    private void Inject(string name, string to)
    {
        using var stream = typeof(MutatedTree).Assembly.GetManifestResourceStream(name)!;
        using var file = File.Create(Path.Combine(folder, to, name));
        stream.CopyTo(file);
    }

    private void Compile()
    {
        for (var build = 1; ; build++)
        {
            Write();
            var (exit, output) = Programs.Try(
                "dotnet",
                ["build", "tests/OpsRegistry.Tests/OpsRegistry.Tests.csproj", "--configuration", "Release", "--nologo", "--verbosity", "quiet", "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false", "-p:EnforceCodeStyleInBuild=false"],
                folder);
            if (exit == 0)
            {
                return;
            }

            var refused = Refused(output);
            if (refused.Count == 0 || build == Builds)
            {
                throw new InvalidOperationException(output);
            }

            Mutants = [.. Mutants.Where(mutant => !refused.Contains(mutant.Number))];
            Console.Error.WriteLine($"mutants: the compiler refused {refused.Count}; {Mutants.Count} are left");
        }
    }

    /// <summary>Which changes the compiler does not take. No change adds a line, so its lines are those of the file.</summary>
    private HashSet<int> Refused(string output)
    {
        HashSet<int> refused = [];
        foreach (Match error in ErrorPattern().Matches(output))
        {
            var path = Path.GetRelativePath(folder, Path.GetFullPath(error.Groups["file"].Value, folder)).Replace('\\', '/');
            if (!sources.TryGetValue(path, out var source))
            {
                continue;
            }

            var place = Microsoft.CodeAnalysis.Text.SourceText.From(source).Lines[int.Parse(error.Groups["line"].Value, CultureInfo.InvariantCulture) - 1].Span;
            var here = Mutants.Where(mutant => mutant.File == path && mutant.Span.IntersectsWith(place)).ToList();
            refused.UnionWith((here.Count > 0 ? here : Mutants.Where(mutant => mutant.File == path && mutant.Member.IntersectsWith(place))).Select(mutant => mutant.Number));
        }

        return refused;
    }

    private void Write()
    {
        foreach (var (path, source) in sources)
        {
            // Outer places first at the start, last at the end: so they hold the inner ones.
            var inserted = Mutants.Where(mutant => mutant.File == path)
                .SelectMany(mutant => new[]
                {
                    (At: mutant.Span.Start, IsEnd: false, Length: -mutant.Span.Length, mutant.Number, Text: Opening(mutant)),
                    (At: mutant.Span.End, IsEnd: true, mutant.Span.Length, -mutant.Number, Text: Closing(mutant)),
                })
                .OrderBy(part => part.At).ThenBy(part => !part.IsEnd).ThenBy(part => part.Length).ThenBy(part => part.Item4);
            var (written, from) = (new System.Text.StringBuilder(), 0);
            foreach (var (at, _, _, _, text) in inserted)
            {
                written.Append(source, from, at - from).Append(text);
                from = at;
            }

            File.WriteAllText(Path.Combine(folder, path), written.Append(source, from, source.Length - from).ToString());
        }
    }

    private static string Opening(Mutant mutant) => mutant.Changed is { } changed
        ? $"(global::OpsRegistry.MutantSwitch.Is({mutant.Number}) ? ({changed}) : ("
        : $"if (!global::OpsRegistry.MutantSwitch.Is({mutant.Number})) {{ ";

    private static string Closing(Mutant mutant) => mutant.Changed is null ? " }" : "))";

    [GeneratedRegex(@"^\s*(?<file>[^\s(][^(\n]*)\((?<line>\d+),\d+\): error ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex ErrorPattern();
}
