using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace OpsRegistry.Mutants;

/// <summary>A clone of the repository at its commit, compiled once with every change in it, each behind a switch.</summary>
internal sealed partial class MutatedTree
{
    private const string Library = "tools/OpsRegistry";
    private const int Builds = 12;

    private readonly string folder;
    private readonly Dictionary<string, string> sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WrittenSource> written = new(StringComparer.Ordinal);

    private MutatedTree(string folder)
    {
        this.folder = folder;
    }

    /// <summary>The changes that compile.</summary>
    public IReadOnlyList<Mutant> Mutants { get; private set; } = [];

    /// <summary>The commit that was changed.</summary>
    public string Commit { get; private set; } = "";

    /// <summary>The built tests.</summary>
    public string Tests => Path.Combine(folder, ".artifacts", "bin", "OpsRegistry.Tests", "release", "OpsRegistry.Tests.dll");

    /// <summary>Clones, changes and builds; takes what stands there where that was the same commit, asked the same.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="work">Where the clone is to stand. What else is written down there goes where the library or what is asked is another.</param>
    /// <param name="folders">The folders of the library that are changed.</param>
    /// <param name="leftOut">Words in the full names of tests that are not run.</param>
    /// <exception cref="InvalidOperationException">Something does not build that is not one of the changes.</exception>
    public static MutatedTree Build(string repository, string work, IReadOnlyList<string> folders, IReadOnlyList<string> leftOut)
    {
        var tree = new MutatedTree(Path.Combine(work, "tree")) { Commit = Programs.Run("git", ["rev-parse", "--short=12", "HEAD"], repository).Trim() };
        var asked = string.Join(' ', [Programs.Run("git", ["rev-parse", $"HEAD:{Library}"], repository).Trim(), .. folders, .. leftOut]);
        var built = Path.Combine(work, "built.txt");
        var lines = File.Exists(built) ? File.ReadAllLines(built) : ["", ""];
        if (lines[0] == asked && lines[1] == tree.Commit)
        {
            tree.Find(folders);
            var kept = lines[2..].ToHashSet(StringComparer.Ordinal);
            tree.Mutants = [.. tree.Mutants.Where(mutant => kept.Contains(mutant.Number.ToString(CultureInfo.InvariantCulture)))];
            return tree;
        }

        var gone = lines[0] == asked ? tree.folder : work;
        if (Directory.Exists(gone))
        {
            Directory.Delete(gone, recursive: true);
        }

        Programs.Run("git", ["clone", "--quiet", "--no-hardlinks", repository, tree.folder], repository);
        tree.Find(folders);
        tree.Inject("MutantSwitch.cs", Library);
        tree.Inject("MutantRecorder.cs", "tests/OpsRegistry.Tests");
        tree.Inject("MutantWorker.cs", "tests/OpsRegistry.Tests");
        tree.Compile();
        File.WriteAllLines(built, [asked, tree.Commit, .. tree.Mutants.Select(mutant => mutant.Number.ToString(CultureInfo.InvariantCulture))]);
        return tree;
    }

    /// <summary>Some changes of each folder, in no order: as many as were tried before a run is cut off are a fair sample too.</summary>
    /// <param name="sample">How many; 0 for all.</param>
    /// <param name="seed">Which of them.</param>
    public IReadOnlyList<Mutant> Choose(int sample, int seed) =>
        [.. Mutants.GroupBy(mutant => mutant.Folder).SelectMany(group =>
        {
            var chosen = group.ToArray();
            new Random(seed).Shuffle(chosen);
            return (sample == 0 ? chosen : chosen.Take(sample)).Select((mutant, number) => (mutant, number));
        }).OrderBy(chosen => chosen.number).Select(chosen => chosen.mutant)];

    private void Find(IReadOnlyList<string> folders)
    {
        foreach (var name in folders)
        {
            Find(name);
        }
    }

    private void Find(string name)
    {
        List<Mutant> found = [];
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, Library, name), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var path = Path.GetRelativePath(folder, file).Replace('\\', '/');
            sources[path] = Programs.Run("git", ["show", $"HEAD:{path}"], folder);
            new MutantFinder(name, path, found.Add).Visit(CSharpSyntaxTree.ParseText(sources[path]).GetRoot());
        }

        Mutants = [.. Mutants, .. found.OrderBy(mutant => mutant.File, StringComparer.Ordinal).ThenBy(mutant => mutant.Span.Start).Select((mutant, number) => mutant with { Number = Mutants.Count + number })];
    }

    private void Inject(string name, string to)
    {
        using var stream = typeof(MutatedTree).Assembly.GetManifestResourceStream(name)!;
        using var file = File.Create(Path.Combine(folder, to, name));
        stream.CopyTo(file);
    }

    /// <summary>The library until it compiles, then the tests.</summary>
    private void Compile()
    {
        for (var build = 1; ; build++)
        {
            Write();
            var (exit, output) = Build("tools/OpsRegistry/OpsRegistry.csproj");
            if (exit == 0)
            {
                break;
            }

            var refused = Refused(output);
            if (refused.Count == 0 || build == Builds)
            {
                throw new InvalidOperationException(output);
            }

            Mutants = [.. Mutants.Where(mutant => !refused.Contains(mutant.Number))];
            Console.Error.WriteLine($"mutants: the compiler refused {refused.Count}; {Mutants.Count} are left");
        }

        if (Build("tests/OpsRegistry.Tests/OpsRegistry.Tests.csproj") is (not 0, var errors))
        {
            throw new InvalidOperationException(errors);
        }
    }

    private (int Exit, string Output) Build(string project) => Programs.Try(
        "dotnet",
        ["build", project, "--configuration", "Release", "--nologo", "--verbosity", "quiet", "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false", "-p:EnforceCodeStyleInBuild=false", "-p:XunitAutoGeneratedEntryPoint=false"],
        folder);

    /// <summary>Which changes the compiler does not take: the one in whose new words the error stands, else all on its line, else all of its member. No change adds a line.</summary>
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

            var (line, column) = (Number(error.Groups["line"]) - 1, Number(error.Groups["column"]) - 1);
            if (written[path].ChangeAt(line, column) is { } number)
            {
                refused.Add(number);
                continue;
            }

            var place = SourceText.From(source).Lines[line].Span;
            var here = Mutants.Where(mutant => mutant.File == path && mutant.Span.IntersectsWith(place)).ToList();
            refused.UnionWith((here.Count > 0 ? here : Mutants.Where(mutant => mutant.File == path && mutant.Member.IntersectsWith(place))).Select(mutant => mutant.Number));
        }

        return refused;
    }

    private void Write()
    {
        foreach (var (path, source) in sources)
        {
            written[path] = WrittenSource.Of(source, [.. Mutants.Where(mutant => mutant.File == path)]);
            File.WriteAllText(Path.Combine(folder, path), written[path].Text);
        }
    }

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(?<file>[^\s(][^(\n]*)\((?<line>\d+),(?<column>\d+)\): error ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex ErrorPattern();
}
