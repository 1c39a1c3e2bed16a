using System.Globalization;

namespace OpsRegistry.Tests.Verifying;

/// <summary>
/// A history of a few steps that chance makes: records filed, completed, edited, deleted, renamed, brought back, made executable or unreadable; empty commits, dates back
/// and ahead; requests that are merged as git would, with something slipped in, left out, taken back or decided by hand; three lines at once, lines that cross, an
/// unrelated one; tags, replaced commits, grafts. Beside git it keeps what each commit holds, from which <see cref="ExpectedRules"/> reads what must be found.
/// </summary>
internal sealed class MadeHistory
{
    private const string Folder = "ops-registry/contracts/example-2026/records/2026/01/", First = Folder + "incident-2026-0001.yaml";
    /// <summary>A time far ahead.</summary>
    public static readonly DateTimeOffset Ahead = new(2190, 4, 21, 10, 0, 0, TimeSpan.FromHours(8));

    private readonly GitFixture fixture;
    private readonly Random random;
    private readonly string template;
    private readonly List<MadeStep> steps = [];
    private readonly List<string> told = [];
    private readonly List<string> earlier = [];
    private readonly Dictionary<string, SortedDictionary<string, MadeFile>> tips = new(StringComparer.Ordinal);
    private SortedDictionary<string, MadeFile> files;
    private DateTimeOffset clock = new(2026, 4, 2, 9, 0, 0, TimeSpan.FromHours(8)), last = new(2026, 4, 1, 10, 0, 0, TimeSpan.FromHours(8));
    private int number = 1, branches;
    private bool isReplaced;

    /// <param name="fixture">A repository with one commit of the example.</param>
    public MadeHistory(GitFixture fixture, Random random)
    {
        (this.fixture, this.random) = (fixture, random);
        template = fixture.Text(First);
        files = new(StringComparer.Ordinal) { [First] = new(template, false) };
        tips["main"] = Copy(files);
    }

    /// <summary>What was done, a line a step.</summary>
    public string Told => string.Join('\n', told);

    /// <summary>Makes some steps.</summary>
    public MadeHistory Go(int count)
    {
        for (; count > 0; count--)
        {
            clock = clock.AddHours(2);
            Take(random.Next(24));
        }

        return this;
    }

    /// <summary>The rules that must be heard of, by id.</summary>
    public SortedSet<string> Expected() => ExpectedRules.Of(steps, isReplaced);

    private void Take(int what)
    {
        switch (what)
        {
            case 0 or 1 or 2:
                File();
                Commit("file");
                break;
            case 3:
                Put(Any(), file => file.Text + "# 见值班日志\n");
                Commit("comment");
                break;
            case 4 or 5:
                Edit(Any());
                Commit("edit");
                break;
            case 6:
                Remove(Any());
                Commit("delete");
                break;
            case 7:
                Rename(Any());
                Commit("rename");
                break;
            case 8:
                Execute(Any());
                Commit("executable");
                break;
            case 9:
                Put(Any(), file => file.Text.Replace("category: fault", "category: [fault", StringComparison.Ordinal));
                Commit("unreadable");
                break;
            case 10:
                BringBack();
                Commit("bring back");
                break;
            case 11:
                Commit("nothing");
                break;
            case 12:
                File();
                Commit("dated back", clock.AddDays(-1));
                break;
            case 13:
                Commit("ahead", Ahead);
                break;
            case 14:
                fixture.Write("docs/page.md", $"{number++}\n");
                Commit("page");
                break;
            case 15:
                Tag();
                break;
            case 16:
                Octopus();
                break;
            case 17:
                Unrelated();
                break;
            case 18:
                Cross();
                break;
            case 19:
                Conflict();
                break;
            default:
                Merge(what - 20);
                break;
        }
    }

    /// <summary>A request beside which the branch went on, merged as git would (0), with an edit slipped in (1), left out (2), or over what the branch did meanwhile (3).</summary>
    private void Merge(int how)
    {
        var common = Copy(files);
        var request = Branch();
        File();
        CommitAside();
        var theirs = Copy(files);
        Switch("main");
        var ours = File();
        Commit("meanwhile");
        foreach (var (path, file) in how == 2 ? [] : theirs.Where(file => !common.ContainsKey(file.Key)))
        {
            Write(path, file);
        }

        if (how == 1)
        {
            Edit(Any(file => file.IsReadable));
        }

        if (how == 3)
        {
            Remove(ours);
        }

        Commit($"merge {how}", others: [request], common: common, theirs: theirs);
    }

    private void Conflict()
    {
        var common = Copy(files);
        var path = Any(file => file.IsReadable);
        var request = Branch();
        Put(path, file => file.Text + "# one\n");
        CommitAside();
        var theirs = Copy(files);
        Switch("main");
        Put(path, file => file.Text + "# two\n");
        Commit("meanwhile");
        if (random.Next(2) == 0)
        {
            Write(path, theirs[path]);
        }

        Commit("conflict by hand", others: [request], common: common, theirs: theirs);
    }

    /// <summary>The request takes the branch in and the branch the request: two commits are their newest common one.</summary>
    private void Cross()
    {
        var common = Copy(files);
        var request = Branch();
        File();
        var kept = CommitAside();
        var theirs = Copy(files);
        Switch("main");
        File();
        var start = Commit("meanwhile");
        var added = theirs.Where(file => !common.ContainsKey(file.Key)).ToList();
        added.ForEach(file => Write(file.Key, file.Value));
        Commit("merge", others: [kept], common: common, theirs: theirs);
        var both = Copy(files);
        fixture.SwitchTo(request);
        foreach (var (path, file) in both.Where(file => !theirs.ContainsKey(file.Key)))
        {
            fixture.Write(path, file.Text);
        }

        files = Copy(both);
        fixture.Commit("crossed", clock, start);
        tips[request] = Copy(files);
        Switch("main");
        Commit("merge crossed", others: [request], common: both, theirs: both);
    }

    private void Octopus()
    {
        var one = Branch();
        File();
        CommitAside();
        var added = Copy(files);
        Switch("main");
        var two = Branch();
        File();
        CommitAside();
        added = new(added.Concat(files.Where(file => !added.ContainsKey(file.Key))).ToDictionary(), StringComparer.Ordinal);
        Switch("main");
        foreach (var (path, file) in added.Where(file => !files.ContainsKey(file.Key)))
        {
            Write(path, file);
        }

        Commit("octopus", others: [one, two]);
    }

    private void Unrelated()
    {
        var name = $"elsewhere{branches++}";
        fixture.StartOrphan(name);
        fixture.Commit("Begin", clock);
        Switch("main");
        Commit("unrelated", others: [name]);
    }

    private void Tag()
    {
        fixture.Tag($"checkpoint/c{branches++}", "settled").Reference($"refs/tags/v{branches}", "main");
        told.Add("tags");
        if (random.Next(3) == 0 && !isReplaced)
        {
            isReplaced = true;
            var file = Path.Combine(fixture.Root, ".git", "info", "grafts");
            if (random.Next(2) == 0)
            {
                fixture.Reference("refs/replace/" + fixture.Head, "main");
            }
            else
            {
                // A commit that nobody asks for gets other parents: that the file is there is what is found.
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                System.IO.File.WriteAllText(file, new string('1', 40) + "\n");
            }

            told.Add("replaced");
        }
    }

    private string Branch()
    {
        var name = $"request{branches++}";
        fixture.StartBranch(name);
        return name;
    }

    private void Switch(string branch)
    {
        fixture.SwitchTo(branch);
        files = Copy(tips[branch]);
    }

    private string File()
    {
        number++;
        var name = string.Create(CultureInfo.InvariantCulture, $"incident-2026-{number:0000}");
        var text = template.Replace("incident-2026-0001", name, StringComparison.Ordinal)
            .Replace("2026-01-08", string.Create(CultureInfo.InvariantCulture, $"2026-01-{10 + (number % 20):00}"), StringComparison.Ordinal)
            .Replace("T12:00:00", string.Create(CultureInfo.InvariantCulture, $"T12:{number % 60:00}:00"), StringComparison.Ordinal);
        Write($"{Folder}{name}.yaml", new(text, false));
        return $"{Folder}{name}.yaml";
    }

    private void Edit(string path) => Put(path, file =>
    {
        var at = file.Text.IndexOf("resolvedAt: ", StringComparison.Ordinal);
        return at < 0 ? file.Text : string.Create(CultureInfo.InvariantCulture, $"{file.Text[..(at + 23)]}{13 + random.Next(9)}:{random.Next(60):00}{file.Text[(at + 28)..]}");
    });

    private void BringBack()
    {
        if (earlier.Count > 0 && earlier[random.Next(earlier.Count)] is var text)
        {
            var name = text.Split('\n').First(line => line.StartsWith("  name: ", StringComparison.Ordinal))["  name: ".Length..];
            Write($"{Folder}{name}.yaml", new(text, false));
        }
    }

    private void Rename(string path)
    {
        if (!files[path].IsReadable)
        {
            return;
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"incident-2026-{++number:0000}");
        var old = Path.GetFileNameWithoutExtension(path);
        var text = files[path].Text.Replace(old, name, StringComparison.Ordinal);
        Remove(path);
        Write($"{Folder}{name}.yaml", new(text, false));
    }

    private void Put(string path, Func<MadeFile, string> change)
    {
        if (path.Length > 0)
        {
            Write(path, files[path] with { Text = change(files[path]) });
        }
    }

    private void Write(string path, MadeFile file)
    {
        if (files.TryGetValue(path, out var old))
        {
            earlier.Add(old.Text);
            file = file with { IsExecutable = old.IsExecutable };
        }

        fixture.Write(path, file.Text);
        files[path] = file;
    }

    private void Execute(string path)
    {
        fixture.MakeExecutable(path);
        files[path] = files[path] with { IsExecutable = true };
    }

    private void Remove(string path)
    {
        earlier.Add(files[path].Text);
        fixture.Delete(path);
        files.Remove(path);
    }

    /// <summary>The path of some record; where there is none, one is filed first.</summary>
    private string Any(Func<MadeFile, bool>? which = null)
    {
        var paths = files.Where(file => which?.Invoke(file.Value) ?? true).Select(file => file.Key).ToList();
        if (paths.Count > 0)
        {
            return paths[random.Next(paths.Count)];
        }

        var filed = File();
        Commit("file");
        return filed;
    }

    private string CommitAside()
    {
        var id = fixture.Commit("aside", clock);
        tips[fixture.Branch] = Copy(files);
        return id;
    }

    private string Commit(string what, DateTimeOffset? at = null, string[]? others = null, SortedDictionary<string, MadeFile>? common = null, SortedDictionary<string, MadeFile>? theirs = null)
    {
        clock = clock.AddMinutes(1);
        var when = at ?? clock;
        var id = fixture.Commit(what, when, others ?? []);
        steps.Add(new(tips["main"], Copy(files), last, when, others?.Length ?? 0, common, theirs));
        told.Add($"{what} {when:yyyy-MM-dd HH:mm}: {string.Join(' ', tips["main"].Keys.Union(files.Keys).Where(path => tips["main"].GetValueOrDefault(path) != files.GetValueOrDefault(path)).Select(path => Path.GetFileNameWithoutExtension(path)))}");
        tips["main"] = Copy(files);
        last = when;
        return id;
    }

    private static SortedDictionary<string, MadeFile> Copy(SortedDictionary<string, MadeFile> files) => new(files, StringComparer.Ordinal);
}
