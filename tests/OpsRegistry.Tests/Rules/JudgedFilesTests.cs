using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Rules;
using OpsRegistry.Sources.Cache;
using OpsRegistry.Tests.StraightLine;
using Xunit;

namespace OpsRegistry.Tests.Rules;

/// <summary>What the rules that look at one file find, judged anew, known from earlier, and taken over from the other side of a change.</summary>
public sealed class JudgedFilesTests
{
    [Fact]
    public void One_changed_file_is_judged_and_the_others_are_known()
    {
        var registry = Faulty();
        var first = new JudgedFiles(Pack.Empty);
        var found = first.In(registry);
        Assert.Equal(Shown(Checker.Check(registry, Reach.File)), Shown(found));
        Assert.NotEmpty(found);
        Assert.Equal(registry.Resources.Count, first.Judged);

        var kept = Pack.Read(Pack.BytesOf(first.ToKeep()!));
        var second = new JudgedFiles(kept);
        Assert.Equal(Shown(found), Shown(second.In(registry)));
        Assert.Null(second.ToKeep());

        var third = new JudgedFiles(kept);
        var changed = InMemory.Load(Changed(registry)).Registry;
        Assert.Equal(Shown(Checker.Check(changed, Reach.File)), Shown(third.In(changed)));
        Assert.Equal((1, registry.Resources.Count), (third.Judged, third.ToKeep()!.Count));
    }

    [Fact]
    public void What_a_damaged_pack_said_is_found_anew()
    {
        var registry = Faulty();
        var first = new JudgedFiles(Pack.Empty);
        var found = Shown(first.In(registry));
        var bytes = Pack.BytesOf(first.ToKeep()!);
        for (var at = Pack.HeaderSize; at < bytes.Length; at += 97)
        {
            bytes[at] ^= 0x10;
        }

        var second = new JudgedFiles(Pack.Read(bytes));
        Assert.Equal(found, Shown(second.In(registry)));
        Assert.True(second.Judged > 0);
    }

    [Fact]
    public void Of_two_sides_of_a_change_the_files_that_differ_are_judged_again()
    {
        var before = InMemory.Load(Files());
        var after = InMemory.Load(Changed(before.Registry), before).Registry;
        var inAfter = Checker.Check(after, Reach.File).ToList();
        Assert.Equal(Shown(Checker.Check(before.Registry, Reach.File)), Shown(JudgedFiles.In(before.Registry, after, inAfter)));
        Assert.NotEqual(Shown(inAfter), Shown(JudgedFiles.In(before.Registry, after, inAfter)));
    }

    // Two records name somebody's address, each in its own words.
    private static SortedDictionary<string, string> Files()
    {
        var files = InMemory.Files("tests/golden/harbour");
        foreach (var path in files.Keys.Where(path => path.Contains("/incident-", StringComparison.Ordinal)).Take(2).ToList())
        {
            files[path] = With(files[path], $"{Path.GetFileNameWithoutExtension(path)}@port.example");
        }

        return files;
    }

    private static Registry Faulty() => InMemory.Load(Files()).Registry;

    private static SortedDictionary<string, string> Changed(Registry registry)
    {
        var files = Files();
        var path = registry.Resources.Last(file => file.Spec is Incident).Path;
        files[path] = With(files[path], "desk@port.example");
        return files;
    }

    private static string With(string file, string note) => file.Replace("provenance: sample", $"provenance: sample\n  note: {note}", StringComparison.Ordinal);

    internal static List<string> Shown(IEnumerable<Finding> findings) => FindingOrder.Sorted(findings).Select(finding => $"{finding.Place} {finding.Rule.Id} {finding.Message.Words.En} {finding.Help.En}").ToList();
}
