using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace OpsRegistry.Tests.Verifying;

/// <summary>
/// A history as tests/histories tells it: steps that change files, commit, branch, merge and seal, and what verifying must say. The steps are
/// explained in tests/histories/README.md; a new history needs no C#.
/// </summary>
internal sealed class HistoryScript
{
    private const string Contract = "ops-registry/contracts/example-2026/";

    private const int DaysToFile = 366; // most histories tell of winter and are committed in spring

    private readonly YamlMappingNode root;
    private readonly Dictionary<string, string> marks = new(StringComparer.Ordinal);
    private readonly List<string> options = [];
    private string carried = "";

    private HistoryScript(YamlMappingNode root)
    {
        this.root = root;
    }

    /// <summary>tests/histories.</summary>
    public static string Folder { get; } = Path.Combine(Golden.RepositoryRoot, "tests", "histories");

    /// <summary>The names of the histories of a kind: <c>attacks</c> or <c>clean</c>.</summary>
    public static IEnumerable<string> Names(string kind) =>
        Directory.EnumerateFiles(Path.Combine(Folder, kind), "*.yaml").Select(file => $"{kind}/{Path.GetFileNameWithoutExtension(file)}").Order(StringComparer.Ordinal);

    /// <summary>The rules that must be heard of, each once, by id.</summary>
    public IReadOnlyList<string> Expected => ((YamlSequenceNode)root["expect"]).Select(id => ((YamlScalarNode)id).Value!).ToList();

    /// <summary>The exit code that is due: 1 unless said otherwise, 0 where nothing weighs as an error.</summary>
    public int Exit => root.Children.TryGetValue("exit", out var exit) ? int.Parse(((YamlScalarNode)exit).Value!, CultureInfo.InvariantCulture) : 1;

    public static HistoryScript Read(string name)
    {
        using var text = File.OpenText(Path.Combine(Folder, name + ".yaml"));
        var stream = new YamlStream();
        stream.Load(text);
        return new((YamlMappingNode)stream.Documents[0].RootNode);
    }

    /// <summary>Builds the history and verifies it as a user would.</summary>
    /// <param name="isTied">Whether whoever verifies knows the first commit from earlier.</param>
    public Outcome Verify(bool isTied = false)
    {
        using var fixture = GitFixture.Example(DaysToFile);
        if (isTied)
        {
            options.AddRange(["--checkpoint", fixture.Head]);
        }

        foreach (var step in (YamlSequenceNode)root["steps"])
        {
            Take(fixture, (YamlMappingNode)step);
        }

        fixture.CheckOut();
        if (root.Children.ContainsKey("shallow"))
        {
            fixture.CutOff();
        }

        if (root.Children.TryGetValue("lost", out var lost))
        {
            var file = fixture.ObjectFile(fixture.BlobOf(PathOf(lost)));
            File.SetAttributes(file, FileAttributes.Normal);
            File.Delete(file);
        }

        return fixture.Run(["verify", "--seals", "--history", "--format", "json", .. options]);
    }

    private void Take(GitFixture fixture, YamlMappingNode step)
    {
        var (verb, subject) = (((YamlScalarNode)step.Children[0].Key).Value!, step.Children[0].Value);
        switch (verb)
        {
            case "write":
                fixture.Write(PathOf(subject), Word(step, "text"));
                break;
            case "copy":
                fixture.Write(PathOf(step["to"]), Changed(fixture.Text(PathOf(subject)), step));
                break;
            case "edit":
                fixture.Write(PathOf(subject), Changed(fixture.Text(PathOf(subject)), step));
                break;
            case "delete":
                fixture.Delete(PathOf(subject));
                break;
            case "rename":
                fixture.Rename(PathOf(subject), PathOf(step["to"]));
                break;
            case "executable":
                fixture.MakeExecutable(PathOf(subject));
                break;
            case "link":
                fixture.Link(PathOf(subject), Word(step, "to"));
                break;
            case "submodule":
                fixture.Submodule(PathOf(subject), Word(step, "at"));
                break;
            default:
                TakeGit(fixture, verb, ((YamlScalarNode)subject).Value!, step);
                break;
        }
    }

    private void TakeGit(GitFixture fixture, string verb, string subject, YamlMappingNode step)
    {
        switch (verb)
        {
            case "commit":
                fixture.Commit(subject, At(step), Also(step));
                break;
            case "amend":
                fixture.Amend(subject, At(step));
                break;
            case "branch":
                fixture.StartBranch(subject);
                break;
            case "orphan":
                fixture.StartOrphan(subject);
                break;
            case "switch":
                fixture.SwitchTo(subject);
                break;
            case "force":
                fixture.Force(marks.GetValueOrDefault(subject, subject));
                break;
            case "take":
                fixture.TakeChangesOf(subject);
                break;
            case "merge":
                fixture.Merge(subject, At(step));
                break;
            case "mark":
                marks[subject] = fixture.Head;
                break;
            case "checkpoint":
                options.AddRange(["--checkpoint", marks[subject]]);
                break;
            case "reference":
                fixture.Reference(subject, marks[Word(step, "to")]);
                break;
            case "tag":
                fixture.Tag(subject, Word(step, "message"));
                break;
            case "replaced":
                fixture.Reference("refs/replace/" + marks[subject], marks[Word(step, "by")]);
                break;
            case "seal":
                Seal(fixture, subject);
                break;
            case "carry-seal":
                carried = SealOf(fixture, subject);
                break;
            case "put-seal":
                fixture.Write(SealPath(subject), carried);
                break;
            case "since":
                options.AddRange(["--since", marks[subject]]);
                break;
            default:
                throw new InvalidOperationException($"no step is called {verb}");
        }
    }

    private static void Seal(GitFixture fixture, string period) => fixture.Write(SealPath(period), SealOf(fixture, period));

    private static string SealPath(string period) => $"{Contract}seals/{period.ToLowerInvariant()}.yaml";

    private static string SealOf(GitFixture fixture, string period)
    {
        var done = fixture.CheckOut().Run("seal", "example-2026", period, "--at", fixture.Head, "--lang", "en", "--as-of", "2026-04-20");
        if (done.Exit != 0)
        {
            throw new InvalidOperationException(done.Error);
        }

        return File.ReadAllText(Path.Combine(fixture.Root, SealPath(period)));
    }

    private static string Changed(string text, YamlMappingNode step)
    {
        foreach (var (from, to) in ((YamlMappingNode)step["with"]).Children)
        {
            var (old, replacement) = (((YamlScalarNode)from).Value!, ((YamlScalarNode)to).Value!);
            text = text.Contains(old, StringComparison.Ordinal) ? text.Replace(old, replacement, StringComparison.Ordinal) : throw new InvalidOperationException($"'{old}' does not stand there");
        }

        return text;
    }

    private string[] Also(YamlMappingNode step) =>
        step.Children.TryGetValue("joins", out var branches) ? ((YamlSequenceNode)branches).Select(branch => ((YamlScalarNode)branch).Value!).Select(name => marks.GetValueOrDefault(name, name)).ToArray() : [];

    private static DateTimeOffset? At(YamlMappingNode step) =>
        step.Children.TryGetValue("at", out var at) ? DateTimeOffset.Parse(((YamlScalarNode)at).Value!, CultureInfo.InvariantCulture) : null;

    private static string Word(YamlMappingNode step, string key) => ((YamlScalarNode)step[key]).Value!;

    /// <summary>A path from the repository's root where it begins with a slash, else from the contract's folder.</summary>
    private static string PathOf(YamlNode node) => ((YamlScalarNode)node).Value is { } path && path.StartsWith('/') ? path[1..] : Contract + ((YamlScalarNode)node).Value;
}
