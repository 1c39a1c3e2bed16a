using System.Text;
using OpsRegistry.Cli;
using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary>A set of files is replaced as a set, whatever step it is cut off at or a disk refuses; and never through a link.</summary>
public sealed class FileSetTests : IDisposable
{
    private static readonly Dictionary<string, string> Old = new(StringComparer.Ordinal) { ["a.md"] = "old", ["sub/b.json"] = "old", ["same.txt"] = "same", ["old/gone.txt"] = "goes", ["mine.txt"] = "somebody's own" };

    private static readonly (string Path, string Text)[] New = [("a.md", "new"), ("sub/b.json", "new"), ("same.txt", "same"), ("more/c.xlsx", "new")];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_was_to_leave_nothing_is_completed_where_nothing_is_left_to_find_it_by()
    {
        var list = Path.Combine(folder.Path, FileSet.ListName);
        File.WriteAllText(list, $"gone {new string('0', 64)}  ops-registry/registry.yaml\nall\n");
        Assert.Equal(2, CommandLine.RunOn(folder.Path, "samples", "remove", "--apply").Exit);
        Assert.False(File.Exists(list));
    }

    [Fact]
    public void A_run_that_is_cut_off_at_any_step_leaves_the_old_set_or_the_new_one_once_the_next_run_came() =>
        AtEveryStep(disk => disk.IsKill = true);

    [Fact]
    public void A_disk_that_refuses_any_step_leaves_the_old_set_or_the_new_one() =>
        AtEveryStep(disk => disk.IsKill = false);

    [Fact]
    public void A_disk_that_is_full_leaves_everything_as_it_was()
    {
        Fill();
        Assert.Throws<IOException>(() =>
        {
            using var set = FileSet.Open(folder.Path);
            set.Stage("a.md", "new"u8.ToArray());
            set.Stage("more/c.xlsx", stream =>
            {
                stream.Write("ne"u8);
                throw new IOException("No space left on device");
            });
        });
        Assert.Equal(Shown(Old), Shown(Found()));
    }

    [Fact]
    public void Nothing_is_written_through_a_link_or_over_a_folder()
    {
        Fill();
        using var outside = new TemporaryFolder();
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "out"), outside.Path);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "link.md"), Path.Combine(outside.Path, "x"));
        foreach (var path in new[] { "out/x.md", "link.md", "sub" })
        {
            Assert.Throws<UsageException>(() => FileSet.Replace(folder.Path, [("a.md", [1]), (path, [1])]));
        }

        Assert.Empty(Directory.GetFileSystemEntries(outside.Path));
        Assert.Equal("old", File.ReadAllText(Path.Combine(folder.Path, "a.md")));
    }

    [Fact]
    public void What_a_list_says_that_anybody_wrote_moves_nothing_but_our_own_leftovers()
    {
        Fill();
        using var outside = new TemporaryFolder();
        var theirs = Path.Combine(outside.Path, "x.opsreg-new");
        File.WriteAllText(theirs, "theirs");
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "out"), outside.Path);
        File.WriteAllText(Path.Combine(folder.Path, FileSet.ListName), $"{theirs}\n../x.opsreg-new\nout/x.opsreg-new\nmine.txt\ngone {new string('0', 64)}  mine.txt\ngone {WrittenFiles.Digest("theirs"u8)}  out/x.opsreg-new\nall\n");
        FileSet.Replace(folder.Path, []);
        Assert.Equal("theirs", File.ReadAllText(theirs));
        Assert.Equal("somebody's own", File.ReadAllText(Path.Combine(folder.Path, "mine.txt")));
        Assert.False(File.Exists(Path.Combine(folder.Path, FileSet.ListName)));
    }

    [Fact]
    public void What_a_killed_writer_of_one_file_left_is_swept_and_what_another_is_writing_stays()
    {
        var (path, left, held) = (Path.Combine(folder.Path, "form.xlsx"), Path.Combine(folder.Path, "form.xlsx.abcdefgh.ijk.opsreg-new"), Path.Combine(folder.Path, "form.xlsx.aaaaaaaa.bbb.opsreg-new"));
        File.WriteAllText(left, "half");
        using (new FileStream(held, System.IO.FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.True(AtomicFile.Write(path, "whole"u8));
            Assert.Equal((false, true, "whole"), (File.Exists(left), File.Exists(held), File.ReadAllText(path)));
        }
    }

    [Fact]
    public void What_an_import_was_cut_off_at_is_completed_before_anything_is_read()
    {
        using var registry = TemporaryRegistry.Harbour();
        const string record = "ops-registry/contracts/harbour-2026/records/2026/07/incident-2026-0007.yaml";
        File.Move(registry.File(record), registry.File(record + ".opsreg-new"));
        var cut = registry.Run("check", "--format", "json");
        registry.Write(FileSet.ListName, $"{record}.opsreg-new\nall\n");
        var outcome = registry.Run("check", "--format", "json");
        Assert.NotEqual(cut.Output, outcome.Output);
        Assert.Equal((true, false), (File.Exists(registry.File(record)), File.Exists(registry.File(FileSet.ListName))));
    }

    [Fact]
    public void A_new_file_is_never_written_over_another_and_then_none_of_the_set_is()
    {
        Fill();
        Assert.Throws<UsageException>(() => FileSet.Create(folder.Path, [("d.txt", [1]), ("mine.txt", [1])]));
        Assert.Equal(Shown(Old), Shown(Found()));
    }

    [Fact]
    public void Two_runs_at_once_wait_for_each_other()
    {
        Fill();
        Parallel.For(0, 8, new() { MaxDegreeOfParallelism = 8 }, number => FileSet.Replace(folder.Path, New.Select(file => (file.Path, Encoding.UTF8.GetBytes($"{number}")))));
        Assert.Single(New.Select(file => File.ReadAllText(Path.Combine(folder.Path, file.Path))).Distinct());
        Assert.DoesNotContain(Found().Keys, path => path.Contains("opsreg", StringComparison.Ordinal));
    }

    [Fact]
    public void However_often_runs_meet_each_writes_alone()
    {
        for (var (round, writing) = (0, 0); round < 40; round++)
        {
            Parallel.For(0, 16, new() { MaxDegreeOfParallelism = 16 }, number =>
            {
                using var set = FileSet.Open(folder.Path);
                Assert.Equal(1, Interlocked.Increment(ref writing));
                Interlocked.Decrement(ref writing);
            });
        }
    }

    [Fact]
    public void A_report_goes_nowhere_through_a_link_that_stands_for_its_folder()
    {
        using var registry = TemporaryRegistry.Harbour();
        Directory.CreateDirectory(registry.File("reports"));
        Directory.CreateSymbolicLink(registry.File("reports/harbour-2026"), folder.Path);
        var outcome = registry.Run("report", "harbour-2026", "--period", "P1", "--lang", "en");
        Assert.Equal(ExitCode.Misuse, outcome.Exit);
        Assert.Contains("reports/harbour-2026' is a link, a folder or a device, and nothing was written", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    private void AtEveryStep(Action<FailingDisk> choose)
    {
        var wanted = new Dictionary<string, string>(Old, StringComparer.Ordinal);
        foreach (var (path, text) in New)
        {
            wanted[path] = text;
        }

        wanted.Remove("old/gone.txt");
        var (isOver, before, after) = (false, 0, 0);
        for (var step = 1; !isOver; step++)
        {
            Fill();
            var disk = new FailingDisk { FailsAt = step };
            choose(disk);
            try
            {
                using var set = FileSet.Open(folder.Path, disk);
                foreach (var (path, text) in New)
                {
                    set.Stage(path, Encoding.UTF8.GetBytes(text));
                }

                set.Remove("old/gone.txt");
                set.Commit();
                isOver = true;
            }
            catch (IOException failure) when (failure.Message == FailingDisk.Failure)
            {
            }

            FileSet.Open(folder.Path).Dispose();
            var found = Shown(Found());
            Assert.True(found == Shown(Old) || found == Shown(wanted), $"step {step}:\n{found}");
            (before, after) = (before + (found == Shown(Old) ? 1 : 0), after + (found == Shown(wanted) ? 1 : 0));
        }

        Assert.True(before > 3 && after > 3, $"{before} runs left the old set, {after} the new one");
    }

    private void Fill()
    {
        Directory.Delete(folder.Path, recursive: true);
        foreach (var (path, text) in Old)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder.Path, path))!);
            File.WriteAllText(Path.Combine(folder.Path, path), text);
        }
    }

    private Dictionary<string, string> Found() => Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(folder.Path, file).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);

    private static string Shown(Dictionary<string, string> files) => string.Join('\n', files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"{file.Key}={file.Value}"));

    /// <summary>Fails at one step; after a kill at every later one too, for then nobody is there who could tidy up.</summary>
    private sealed class FailingDisk : Disk
    {
        public const string Failure = "the disk refused";

        private int step;

        public bool IsKill { get; set; }

        public int FailsAt { get; init; }

        public override FileStream Create(string path)
        {
            Count();
            return base.Create(path);
        }

        public override void Flush(FileStream file)
        {
            Count();
            base.Flush(file);
        }

        public override void Move(string from, string to)
        {
            Count();
            base.Move(from, to);
        }

        public override void Delete(string path)
        {
            Count();
            base.Delete(path);
        }

        private void Count()
        {
            step++;
            if (step == FailsAt || (IsKill && step > FailsAt))
            {
                throw new IOException(Failure);
            }
        }
    }
}
