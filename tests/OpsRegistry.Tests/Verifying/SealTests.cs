using System.Diagnostics;
using OpsRegistry.Sealing;
using Xunit;

namespace OpsRegistry.Tests.Verifying;

/// <summary>What a seal covers, when one is refused, and who signs it.</summary>
public sealed class SealTests : IDisposable
{
    private const string Bureau = "ops-registry/parties/example-bureau.yaml";
    private const string Contract = "ops-registry/contracts/example-2026/";
    private const string Seal = Contract + "seals/p1.yaml";

    private readonly GitFixture fixture = GitFixture.Example().CheckOut();
    private readonly DirectoryInfo keys = Directory.CreateTempSubdirectory("opsreg-keys-");

    public void Dispose()
    {
        fixture.Dispose();
        keys.Delete(recursive: true);
    }

    [Fact]
    public void The_same_commit_gives_the_same_bytes()
    {
        var first = Sealed();
        File.Delete(Path.Combine(fixture.Root, Seal));
        Assert.Equal(first, Sealed());
    }

    [Fact]
    public void The_root_over_no_one_two_and_three_files_is_that_of_RFC_6962()
    {
        // The first is SHA-256 of nothing; the others were computed apart, over the bytes that the RFC prescribes.
        SealedFile[] files = [OneFile("a"), OneFile("b"), OneFile("c")];
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", MerkleTree.RootOf([]));
        Assert.Equal("fe35337f618a318855681534ef7b0d546e7f9cdda941009e390154dfaf3ec626", MerkleTree.RootOf(files[..1]));
        Assert.Equal("3dbec04eb1e21df7914eda639cd290a4fbc56f7fca32aeca43bf90c974e44fea", MerkleTree.RootOf(files[..2]));
        Assert.Equal("247baa8bb0a416b5a1aa9e49118699624b5301a5ccd33db1da9c3ce7b10286dd", MerkleTree.RootOf(files));
    }

    [Fact]
    public void Uncommitted_changes_are_refused()
    {
        File.AppendAllText(Path.Combine(fixture.Root, Contract + "contract.yaml"), "# remark\n");
        Refused(1, "the work tree has changes that no commit holds; commit them first, or name a commit with --at");
    }

    [Fact]
    public void A_period_that_is_not_over_is_refused() =>
        Refused(1, "period P1 is not over at the cut-off: its last day is 2026-03-31; wait until it is over and final", "--as-of", "2026-03-30");

    [Fact]
    public void A_period_whose_evaluation_runs_is_refused_and_says_until_when()
    {
        Assert.Contains("period P1 is not final, with 1 open point: the evaluation of P1 may take until 2026-04-", Run("--as-of", "2026-04-01").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_registry_with_errors_is_refused()
    {
        fixture.Delete("ops-registry/parties/example-vendor.yaml").Commit("Gone");
        fixture.CheckOut();
        Assert.Matches("^opsreg: not sealed: the registry has [0-9]+ errors?; run ./opsreg check and mend them\n$", Run().Error);
    }

    [Fact]
    public void A_period_is_sealed_once()
    {
        fixture.Write(Seal, Sealed()).Commit("Seal P1");
        fixture.CheckOut();
        Refused(1, $"period P1 is sealed already in {Seal}; corrections are amendments in the next open period; a seal is not made again");
    }

    [Fact]
    public void An_open_dispute_is_refused()
    {
        fixture.Write(Contract + "disputes/dispute-2026-0001.yaml", """
            apiVersion: ops-registry/v1
            kind: Dispute
            metadata: {name: dispute-2026-0001, contract: example-2026, provenance: sample}
            spec:
              period: P1
              deduction: B2-1.1
              reason: 评价依据不足
              disputedBy: example-eng-01
              disputedOn: 2026-03-31

            """).Commit("Dispute");
        fixture.CheckOut();
        Refused(1, "period P1 is not final, with 1 open point: dispute 2026-0001, raised 2026-03-31 on B2-1.1, is not ruled on; settle each, then seal as of a day on which it is final");
    }

    [Fact]
    public void A_shallow_clone_seals_nothing()
    {
        fixture.CutOff();
        Refused(3, "this is a shallow clone: with history cut off nothing can be proved; in a shallow clone run git fetch --unshallow, in a partial clone git fetch --refetch --no-filter, or clone again in full");
    }

    [Fact]
    public void A_seal_signed_with_the_purchasers_key_is_proved_and_one_edited_after_is_not()
    {
        var key = NewKey();
        fixture.Replace(Bureau, "  role: purchaser\n", $"  role: purchaser\n  signingKeys:\n    - {{signer: example-review-01, key: {PublicOf(key)}}}\n").Commit("Key");
        fixture.CheckOut();
        Assert.Contains("signed by example-review-01", Run("--sign-key", key).Output, StringComparison.Ordinal);
        fixture.Write(Seal, File.ReadAllText(Path.Combine(fixture.Root, Seal))).Commit("Seal P1");
        Assert.Equal((0, "no findings\nproved 1 seal\n"), Proved());
        fixture.Replace(Seal, $"tool: \"{OpsRegistry.Cli.ToolVersion.Exact}\"", "tool: \"0.1.1\"").Commit("Edit");
        Assert.Contains("error[OPS744]", Proved().Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("signer: example-review-02", "signer: example-review-01", "no key of 'example-review-02' proves this signature")]
    [InlineData("signer: example-review-03", "signer: example-review-01", "had no valid key of 'example-review-03'")]
    public void A_signature_is_proved_by_a_key_of_its_own_signer(string other, string signer, string why)
    {
        var (key, another) = (NewKey(), NewKey("another"));
        fixture.Replace(Bureau, "  role: purchaser\n", $"  role: purchaser\n  signingKeys:\n    - {{signer: example-review-01, key: {PublicOf(key)}}}\n    - {{signer: example-review-02, key: {PublicOf(another)}}}\n").Commit("Keys");
        fixture.CheckOut();
        Assert.Equal("", Run("--sign-key", key).Error);
        fixture.Write(Seal, File.ReadAllText(Path.Combine(fixture.Root, Seal)).Replace(signer, other, StringComparison.Ordinal)).Commit("Seal P1");
        var proved = Proved();
        Assert.Contains("error[OPS744]", proved.Output, StringComparison.Ordinal);
        Assert.Contains(why, proved.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_the_purchaser_does_not_know_signs_nothing() =>
        Assert.StartsWith("opsreg: the file of purchaser 'example-bureau' has no such key", Run("--sign-key", NewKey()).Error, StringComparison.Ordinal);

    private static SealedFile OneFile(string path) => new(path, "100644", "", new string('0', 64), SealedPartId.Records);

    private Outcome Run(params string[] options) => fixture.Run(["seal", "example-2026", "P1", "--lang", "en", .. options.Contains("--as-of") ? options : [.. options, "--as-of", "2026-04-20"]]);

    private string Sealed()
    {
        Assert.Equal("", Run().Error);
        return File.ReadAllText(Path.Combine(fixture.Root, Seal));
    }

    private void Refused(int exit, string why, params string[] options)
    {
        var outcome = Run(options);
        Assert.Equal((exit, $"opsreg: not sealed: {why}\n"), (outcome.Exit, outcome.Error));
    }

    private (int Exit, string Output) Proved()
    {
        var outcome = fixture.CheckOut().Run("verify", "--seals", "--lang", "en");
        return (outcome.Exit, outcome.Output);
    }

    private string NewKey(string name = "key")
    {
        var file = Path.Combine(keys.FullName, name);
        using var made = Process.Start("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", file]);
        made.WaitForExit();
        return file;
    }

    private static string PublicOf(string key) => string.Join(' ', File.ReadAllText(key + ".pub").Trim().Split(' ').Take(2));
}
