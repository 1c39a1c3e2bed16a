namespace OpsRegistry.Tests.Verifying;

/// <summary>
/// A history of a few steps that chance makes: records filed, completed, edited, deleted, renamed, brought back, made executable or unreadable; empty commits, dates back
/// and ahead; requests that are merged as git would, with something slipped in, left out, taken back or decided by hand; three lines at once, lines that cross, an
/// unrelated one; tags, replaced commits, grafts. Beside git it keeps what each commit holds, from which <see cref="ExpectedRules"/> reads what must be found.
/// </summary>
internal sealed class MadeHistory
{
    /// <summary>A time far ahead.</summary>
    public static readonly DateTimeOffset Ahead = new(2190, 4, 21, 10, 0, 0, TimeSpan.FromHours(8));

    private readonly GitFixture fixture;
    private readonly Random random;
    private readonly MadeRecords records;
    private readonly List<MadeStep> steps = [];
    private readonly List<string> told = [];
    private readonly Dictionary<string, SortedDictionary<string, MadeFile>> tips = new(StringComparer.Ordinal);
    private DateTimeOffset clock = new(2026, 4, 2, 9, 0, 0, TimeSpan.FromHours(8)), last = new(2026, 4, 1, 10, 0, 0, TimeSpan.FromHours(8));
    private int branches;
    private bool isReplaced;

    /// <param name="fixture">A repository with one commit of the example.</param>
    public MadeHistory(GitFixture fixture, Random random)
    {
        (this.fixture, this.random, records) = (fixture, random, new(fixture, random));
        tips["main"] = records.Copy();
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
                records.File();
                Commit("file");
                break;
            case 3:
                records.Put(Any(), file => file.Text + "# 见值班日志\n");
                Commit("comment");
                break;
            case 4 or 5:
                records.Edit(Any());
                Commit("edit");
                break;
            case 6:
                records.Remove(Any());
                Commit("delete");
                break;
            case 7:
                records.Rename(Any());
                Commit("rename");
                break;
            case 8:
                records.Execute(Any());
                Commit("executable");
                break;
            case 9:
                records.Put(Any(), file => file.Text.Replace("category: fault", "category: [fault", StringComparison.Ordinal));
                Commit("unreadable");
                break;
            case 10:
                records.BringBack();
                Commit("bring back");
                break;
            case 11:
                Commit("nothing");
                break;
            case 12:
                records.File();
                Commit("dated back", clock.AddDays(-1));
                break;
            case 13:
                Commit("ahead", Ahead);
                break;
            case 14:
                records.WritePage();
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
        var common = records.Copy();
        var request = Branch();
        records.File();
        CommitAside();
        var theirs = records.Copy();
        Switch("main");
        var ours = records.File();
        Commit("meanwhile");
        foreach (var (path, file) in how == 2 ? [] : theirs.Where(file => !common.ContainsKey(file.Key)))
        {
            records.Write(path, file);
        }

        if (how == 1)
        {
            records.Edit(Any(file => file.IsReadable));
        }

        if (how == 3)
        {
            records.Remove(ours);
        }

        Commit($"merge {how}", others: [request], common: common, theirs: theirs);
    }

    private void Conflict()
    {
        var common = records.Copy();
        var path = Any(file => file.IsReadable);
        var request = Branch();
        records.Put(path, file => file.Text + "# one\n");
        CommitAside();
        var theirs = records.Copy();
        Switch("main");
        records.Put(path, file => file.Text + "# two\n");
        Commit("meanwhile");
        if (random.Next(2) == 0)
        {
            records.Write(path, theirs[path]);
        }

        Commit("conflict by hand", others: [request], common: common, theirs: theirs);
    }

    /// <summary>The request takes the branch in and the branch the request: two commits are their newest common one.</summary>
    private void Cross()
    {
        var common = records.Copy();
        var request = Branch();
        records.File();
        var kept = CommitAside();
        var theirs = records.Copy();
        Switch("main");
        records.File();
        var start = Commit("meanwhile");
        var added = theirs.Where(file => !common.ContainsKey(file.Key)).ToList();
        added.ForEach(file => records.Write(file.Key, file.Value));
        Commit("merge", others: [kept], common: common, theirs: theirs);
        var both = records.Copy();
        fixture.SwitchTo(request);
        foreach (var (path, file) in both.Where(file => !theirs.ContainsKey(file.Key)))
        {
            fixture.Write(path, file.Text);
        }

        records.Take(both);
        fixture.Commit("crossed", clock, start);
        tips[request] = records.Copy();
        Switch("main");
        Commit("merge crossed", others: [request], common: both, theirs: both);
    }

    private void Octopus()
    {
        var one = Branch();
        records.File();
        CommitAside();
        var added = records.Copy();
        Switch("main");
        var two = Branch();
        records.File();
        CommitAside();
        added = new(added.Concat(records.Files.Where(file => !added.ContainsKey(file.Key))).ToDictionary(), StringComparer.Ordinal);
        Switch("main");
        foreach (var (path, file) in added.Where(file => !records.Files.ContainsKey(file.Key)))
        {
            records.Write(path, file);
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
        records.Take(tips[branch]);
    }

    /// <summary>The path of some record; where there is none, one is filed first.</summary>
    private string Any(Func<MadeFile, bool>? which = null)
    {
        if (records.Any(which) is { } path)
        {
            return path;
        }

        var filed = records.File();
        Commit("file");
        return filed;
    }

    private string CommitAside()
    {
        var id = fixture.Commit("aside", clock);
        tips[fixture.Branch] = records.Copy();
        return id;
    }

    private string Commit(string what, DateTimeOffset? at = null, string[]? others = null, SortedDictionary<string, MadeFile>? common = null, SortedDictionary<string, MadeFile>? theirs = null)
    {
        clock = clock.AddMinutes(1);
        var when = at ?? clock;
        var id = fixture.Commit(what, when, others ?? []);
        steps.Add(new(tips["main"], records.Copy(), last, when, others?.Length ?? 0, common, theirs));
        told.Add($"{what} {when:yyyy-MM-dd HH:mm}: {string.Join(' ', tips["main"].Keys.Union(records.Files.Keys).Where(path => tips["main"].GetValueOrDefault(path) != records.Files.GetValueOrDefault(path)).Select(path => Path.GetFileNameWithoutExtension(path)))}");
        tips["main"] = records.Copy();
        last = when;
        return id;
    }
}
