using System.Globalization;
using NodaTime;
using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Sealing;
using OpsRegistry.Sources.Git;
using OpsRegistry.Tests.Rules;
using OpsRegistry.Tests.StraightLine;
using OpsRegistry.Verifying;
using OpsRegistry.Verifying.History;
using Xunit;

namespace OpsRegistry.Tests.Verifying;

/// <summary>Histories of a few small steps, at both sides of what each rule of history knows: all that is said of them, by every rule, in all its words.</summary>
public sealed class GoldenStepTests
{
    private const string Contract = "ops-registry/contracts/example-2026/", Incident = Contract + "records/2026/01/incident-2026-0001.yaml", Other = Contract + "records/2026/01/incident-2026-0002.yaml";

    private static readonly DateTimeOffset Begin = new(2026, 1, 9, 10, 0, 0, TimeSpan.FromHours(8));
    private static readonly Instant Now = Instant.FromUtc(2026, 1, 20, 2, 0);
    private static readonly string Text = File.ReadAllText(Path.Combine(CaseFolders.Base, Incident));

    private static readonly Dictionary<string, Action<Story>> Stories = new(StringComparer.Ordinal)
    {
        ["nothing happened"] = _ => { },
        ["a record is filed"] = story => story.Write(Other, Second("T12")).Commit(),
        ["a record comes back as it was"] = story => story.Delete(Incident).Commit().Write(Incident, Text).Commit(),
        ["a record comes back with other content"] = story => story.Delete(Incident).Commit().Write("docs/a.md", "a").Commit().Write(Incident, Text.Replace("12:00:00", "12:30:00", StringComparison.Ordinal)).Commit(),
        ["a record comes back as it was before it was edited"] = story => story.Write(Incident, Text + "# x\n").Commit().Delete(Incident).Commit().Write(Incident, Text).Commit(),
        ["a record comes back as it was when it went the first time"] = story => story.Delete(Incident).Commit().Write(Incident, Text + "# x\n").Commit().Delete(Incident).Commit().Write(Incident, Text + "# x\n").Commit(),
        ["a record comes back after another went"] = story => story.Write(Other, Second("T12")).Commit().Delete(Incident).Commit().Delete(Other).Commit().Write(Incident, Text).Commit(),
        ["a record is filed and deleted afterwards"] = story => story.Write(Other, Second("T12")).Commit().Delete(Other).Commit(),
        ["a page comes back with other content"] = story => story.Write("docs/a.md", "a").Commit().Delete("docs/a.md").Commit().Write("docs/a.md", "b").Commit(),
        ["an hour back"] = story => story.Write("docs/a.md", "a").Commit(Begin.AddHours(5)).Write("docs/a.md", "b").Commit(Begin.AddHours(4)),
        ["more than an hour back"] = story => story.Write("docs/a.md", "a").Commit(Begin.AddHours(5)).Write("docs/b.md", "b").Write(Other, Second("T12")).Commit(Begin.AddHours(4).AddSeconds(-1)),
        ["more than an hour back, with nothing in it"] = story => story.Write("docs/a.md", "a").Commit(Begin.AddHours(5)).Commit(Begin.AddHours(2).AddMinutes(-30)),
        ["an hour ahead"] = story => story.Write("docs/a.md", "a").Commit(Now.ToDateTimeOffset().AddHours(1)),
        ["more than an hour ahead"] = story => story.Write("docs/a.md", "a").Write(Other, Second("T12")).Commit(Now.ToDateTimeOffset().AddHours(1).AddSeconds(1)),
        ["two hours ahead, with nothing in it"] = story => story.Commit(Now.ToDateTimeOffset().AddHours(2.5)),
        ["how git shows files"] = story => story.Write(".gitattributes", "a").Write("docs/.gitattributes", "a").Write("docs/x.gitattributes", "a").Write(".gitmodules", "a").Write("docs/gitmodules", "a").Commit(),
        ["a record made unreadable"] = story => story.Write(Incident, Text.Replace("category: fault", "category: [fault", StringComparison.Ordinal)).Commit().Write(Incident, Text).Commit(),
        ["a record too large to be read"] = story => story.Write(Incident, Text + new string('#', 3_000_000) + "\n").Commit(),
        ["a link in the place of a record"] = story => story.Link(Incident).Commit(),
        ["a record made executable"] = story => story.Execute(Incident).Commit().Write(Incident, Text + "# x\n").Commit(),
        ["a protected field"] = story => story.Write(Incident, Text.Replace("attributable: true", "attributable: false", StringComparison.Ordinal)).Commit(),
        ["a protected field in a settled step"] = story => story.Write(Incident, Text.Replace("attributable: true", "attributable: false", StringComparison.Ordinal)).Commit().Settled().Write(Other, Second("T12")).Commit(),
        ["a record filed late for the contract's own days"] = story => story.Write("ops-registry/registry.yaml", "apiVersion: ops-registry/v1\nkind: RegistrySettings\nmetadata: {name: registry, provenance: sample}\nspec: {title: {zh: 示例登记库, en: Example registry}, language: zh, filedWithinDays: 3}\n").Commit().Write(Other, Second("T12")).Commit(new(2026, 1, 16, 10, 0, 0, TimeSpan.FromHours(8))),
        ["a record edited as an amendment says"] = story => story.Write(Contract + "amendments/amendment-2026-0001.yaml", Amended).Commit().Write(Incident, Text.Replace("attributable: true", "attributable: false", StringComparison.Ordinal)).Commit(),
        ["a merge as git would make it"] = story => story.Aside("a", aside => aside.Write(Other, Second("T12"))).Write("docs/a.md", "a").Commit().Merge("a"),
        ["a merge that takes the branch back"] = story => story.Aside("a", aside => aside.Write("docs/a.md", "a")).Write(Other, Second("T12")).Commit().Delete(Other).Write("docs/a.md", "a").Commit(null, "a"),
        ["a merge that leaves the request out"] = story => story.Aside("a", aside => aside.Write(Other, Second("T12"))).Write("docs/a.md", "a").Commit().Commit(null, "a"),
        ["a merge with something slipped in"] = story => story.Aside("a", aside => aside.Write("docs/a.md", "a")).Write("docs/b.md", "b").Commit().Write("docs/a.md", "a").Write(Incident, Text + "# x\n").Commit(null, "a"),
        ["a conflict that was resolved by hand"] = story => story.Aside("a", aside => aside.Write(Incident, Text + "# one\n")).Write(Incident, Text + "# two\n").Commit().Commit(null, "a"),
        ["three lines at once"] = story => story.Aside("a", aside => aside.Write("docs/a.md", "a")).Aside("b", aside => aside.Write("docs/b.md", "b")).Commit(null, "a", "b"),
        ["an unrelated history"] = story => story.Orphan("a").Commit(null, "a"),
        ["a checkpoint on the line"] = story => story.Checkpoint().Write("docs/a.md", "a").Commit(),
        ["a checkpoint on a side line"] = story => story.Aside("a", aside => aside.Write("docs/a.md", "a"), isCheckpoint: true).Write("docs/b.md", "b").Commit().Merge("a"),
        ["a checkpoint that is lost"] = story => story.Aside("a", aside => aside.Write("docs/a.md", "a"), isCheckpoint: true).Write("docs/b.md", "b").Commit(),
        ["an object replaced"] = story => story.Write("docs/a.md", "a").Commit().Reference("refs/replace/" + new string('1', 40)),
        ["grafts"] = story => story.Write("docs/a.md", "a").Commit().Graft(),
        ["a seal of the commit before"] = story => story.Write(Contract + "seals/p1.yaml", Seal(story.Head)).Commit(),
        ["a seal of a commit on a side line"] = story => story.Aside("a", aside => aside.Write("docs/a.md", "a")).Write(Contract + "seals/p1.yaml", Seal(story.Id("a"))).Commit(),
        ["a seal that was edited"] = story => story.Aside("a", aside => aside.Write("docs/a.md", "a")).Write(Contract + "seals/p1.yaml", Seal(story.Head)).Commit().Write(Contract + "seals/p1.yaml", Seal(story.Id("a"))).Commit(),
    };

    private const string Amended = "apiVersion: ops-registry/v1\nkind: Amendment\nmetadata: {name: amendment-2026-0001, contract: example-2026, provenance: sample}\nspec: {record: incident-2026-0001, changes: [{field: spec.attributable, before: true, after: false}], reason: 核对, vendorConsent: {by: example-eng-01, on: 2026-01-09}, purchaserConsent: {by: example-review-01, on: 2026-01-09}}\n";

    public static TheoryData<string> Names => [.. Stories.Keys];

    [Theory, MemberData(nameof(Names))]
    public void All_that_is_said_of_a_history_is_as_accepted(string name)
    {
        using var story = new Story();
        Stories[name](story);
        var (report, steps) = story.Verify();
        Golden.Matches($"expected/steps/{name.Replace(' ', '-').Replace(",", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal)}.txt", $"{string.Join('\n', steps)}\n{InFull.Of(report)}");
    }

    /// <summary>What a merge did to a file, for each way in which the two sides and what they had in common can differ; git's own merge of the two sides is what counts as honest.</summary>
    [Fact]
    public void What_a_merge_did_to_each_file_is_as_accepted()
    {
        string[] contents = ["", "1\n2\n3\n4\n5\n", "one\n2\n3\n4\n5\n", "1\n2\n3\n4\nfive\n", "one\n2\n3\n4\nfive\n", "uno\n2\n3\n4\n5\n"];
        string[] names = ["-", "A", "B", "C", "BC", "D"];
        var cases = (
            from common in new[] { 0, 1 }
            from ours in new[] { 0, 1, 2 }
            from theirs in new[] { 0, 1, 2, 3, 5 }
            from merged in Enumerable.Range(0, contents.Length)
            select (Path: $"{names[common]} ours {names[ours]} theirs {names[theirs]} merged {names[merged]}", Common: common, Ours: ours, Theirs: theirs, Merged: merged)).ToList();
        using var fixture = GitFixture.Empty();
        Put(one => one.Common);
        fixture.Commit("Common");
        fixture.StartBranch("theirs");
        Put(one => one.Theirs);
        fixture.Commit("Theirs");
        fixture.SwitchTo("main");
        Put(one => one.Ours);
        fixture.Commit("Ours");
        Put(one => one.Merged);
        var merge = fixture.Commit("Merge", null, "theirs");
        using var git = GitRepository.At(fixture.Root)!;
        var compared = MergeComparison.Compare(git, git.Resolve(merge)!)!;
        Assert.Equal((2, true), (compared.Parents, compared.HasCommonAncestor));
        var faults = compared.Paths.ToDictionary(path => path.Path, path => path.Fault.ToString(), StringComparer.Ordinal);
        Golden.Matches("expected/steps/merges.txt", string.Concat(cases.Select(one => $"common {one.Path}: {faults.GetValueOrDefault(one.Path, "as it should be")}\n")));
        Assert.Null(MergeComparison.Compare(git, git.Resolve(merge + "^")!));

        void Put(Func<(string Path, int Common, int Ours, int Theirs, int Merged), int> which)
        {
            fixture.Write("kept", "kept");
            foreach (var one in cases)
            {
                fixture.Write(one.Path, "x").Delete(one.Path);
                if (contents[which(one)] is { Length: > 0 } content)
                {
                    fixture.Write(one.Path, content);
                }
            }
        }
    }

    /// <summary>A tag that somebody signed stands for a checkpoint only with the key of somebody who may sign that day.</summary>
    [Theory]
    [InlineData("a key in force", 1, 0, "")]
    [InlineData("a key that proves nothing", 1, 1, "OPS726")]
    [InlineData("a key not yet in force", 0, 0, "OPS726")]
    [InlineData("a key no longer in force", 2, 0, "OPS726")]
    [InlineData("no key", -1, 1, "")]
    public void A_signed_checkpoint_is_proved_by_a_key_in_force(string name, int key, int verdict, string expected)
    {
        string[] keys = ["from: 2026-04-02", "from: 2026-04-01, to: 2026-04-02", "from: 2026-01-01, to: 2026-04-01"];
        using var story = new Story();
        story.Tagged();
        var (report, _) = story.Verify(key < 0 ? [] : Keys(keys[key]), new Signatures((SignatureVerdict)verdict));
        Assert.Equal(expected, string.Join(' ', report.Findings.Select(finding => finding.Rule.Id)));
        Assert.NotEmpty(name);
        Assert.All(report.Findings, finding => Assert.Equal("the signature of checkpoint/one is of none of the parties' keys in force", finding.Message.En));
    }

    [Fact]
    public void Where_nobody_can_tell_whether_a_signature_proves_nothing_is_said()
    {
        using var story = new Story();
        story.Tagged();
        Assert.Contains("ssh-keygen is missing", Assert.Throws<CannotProveException>(() => story.Verify(Keys("from: 2026-01-01"), new Signatures(SignatureVerdict.CannotTell))).Words.En, StringComparison.Ordinal);
    }

    private static IReadOnlyList<SigningKey> Keys(string validity)
    {
        var path = "ops-registry/parties/example-bureau.yaml";
        var text = $"{File.ReadAllText(Path.Combine(CaseFolders.Base, path)).TrimEnd('\n')}\n  signingKeys: [{{signer: example-review-01, key: \"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJx1Ck6T7sGkTmVdPZQ0rH2bW3m1nqk8o9yq0k3yqZbE\", {validity}}}]\n";
        var keys = HistoryVerifier.KeysOf(InMemory.Load([KeyValuePair.Create(path, text)]).Registry, new Signatures(SignatureVerdict.Good)).Keys;
        Assert.Single(keys);
        return keys;
    }

    private static string Second(string time) => Text.Replace("incident-2026-0001", "incident-2026-0002", StringComparison.Ordinal).Replace("T12", time, StringComparison.Ordinal);

    private static string Seal(string commit) => $"apiVersion: ops-registry/v1\nkind: Seal\nmetadata: {{name: p1, contract: example-2026, provenance: sample}}\nspec: {{period: P1, from: 2026-01-01, to: 2026-04-01, asOf: 2026-04-20T00:00:00+08:00, commit: \"{commit}\", tool: \"0.1.0\", files: 12, root: {new string('a', 64)}, digest: {new string('d', 64)}}}\n";

    private sealed class Signatures(SignatureVerdict verdict) : ISealSignatures
    {
        public SignatureVerdict Prove(string statement, SealSignature signature, string key, string purpose = ISealSignatures.ForSeals) =>
            purpose == ISealSignatures.ForGit && signature is { Signer: "example-review-01", Value: "c2lnbmF0dXJl" } && statement.StartsWith("object ", StringComparison.Ordinal) ? verdict : SignatureVerdict.Bad;
    }

    /// <summary>A small repository in which a story is told, step by step.</summary>
    private sealed class Story : IDisposable
    {
        private readonly GitFixture fixture = GitFixture.Empty();
        private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);
        private readonly List<Checkpoint> checkpoints = [];
        private DateTimeOffset clock = Begin;
        private string? since;

        public Story()
        {
            fixture.Write(Contract + "contract.yaml", File.ReadAllText(Path.Combine(CaseFolders.Base, Contract + "contract.yaml"))).Write(Incident, Text).Commit("The registry as agreed", clock);
        }

        public string Head => fixture.Head;

        public string Id(string branch) => ids[branch];

        public Story Write(string path, string text) => Do(() => fixture.Write(path, text));

        public Story Link(string path) => Do(() => fixture.Link(path, "elsewhere.yaml"));

        public Story Execute(string path) => Do(() => fixture.MakeExecutable(path));

        public Story Delete(string path) => Do(() => fixture.Delete(path));

        public Story Commit(DateTimeOffset? at = null, params string[] others) => Do(() =>
        {
            clock = at ?? clock.AddHours(1);
            fixture.Commit("Step", clock, others);
        });

        public Story Aside(string branch, Action<Story> steps, bool isCheckpoint = false)
        {
            fixture.StartBranch(branch);
            steps(this);
            clock = clock.AddHours(1);
            ids[branch] = fixture.Commit("Aside", clock);
            fixture.SwitchTo("main");
            return isCheckpoint ? Do(() => checkpoints.Add(new(ids[branch], Place.StartOf("--checkpoint")))) : this;
        }

        public Story Orphan(string branch) => Do(() =>
        {
            fixture.StartOrphan(branch);
            fixture.Write("docs/o.md", "o").Commit("Begin", clock);
            fixture.SwitchTo("main");
        });

        public Story Merge(string branch) => Do(() => fixture.Merge(branch, clock = clock.AddHours(1)));

        public Story Settled() => Do(() => since = fixture.Head);

        public Story Checkpoint() => Do(() => checkpoints.Add(new(fixture.Head, Place.StartOf("--checkpoint"))));

        public Story Reference(string name) => Do(() => fixture.Reference(name, "main"));

        public Story Graft() => Do(() =>
        {
            var info = Path.Combine(fixture.Root, ".git", "info");
            Directory.CreateDirectory(info);
            File.WriteAllText(Path.Combine(info, "grafts"), new string('1', 40) + "\n");
        });

        public void Tagged()
        {
            fixture.Tag("checkpoint/one", "settled\n-----BEGIN SSH SIGNATURE-----\nc2lnbmF0dXJl\n-----END SSH SIGNATURE-----\n");
            checkpoints.Add(new(fixture.Head, Place.StartOf("refs/tags/checkpoint/one")) { Tag = "refs/tags/checkpoint/one" });
        }

        public (HistoryReport Report, IReadOnlyList<string> Steps) Verify(IReadOnlyList<SigningKey>? keys = null, ISealSignatures? signatures = null)
        {
            using var git = GitRepository.At(fixture.Root)!;
            var told = new Told();
            var proofs = new Proofs(keys ?? [], signatures ?? new Signatures(SignatureVerdict.Bad));
            return (HistoryVerifier.Verify(git, git.Resolve("main")!, since is null ? null : git.Resolve(since), CaseFolders.Schemas, checkpoints, proofs, Now, told), told.All);
        }

        public void Dispose() => fixture.Dispose();

        private Story Do(Action step)
        {
            step();
            return this;
        }
    }

    /// <summary>What is told of the steps while they are looked at.</summary>
    private sealed class Told : IVerifySteps
    {
        public List<string> All { get; } = [];

        public void Expect(int more) => All.Add(string.Create(CultureInfo.InvariantCulture, $"{more} steps"));

        public void Advance(string name) => All.Add(name);
    }
}
