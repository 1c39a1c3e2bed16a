using System.Diagnostics;
using OpsRegistry.Cli;
using OpsRegistry.Reporting.Shards;
using OpsRegistry.Sources;
using Xunit;

namespace OpsRegistry.Tests.Cli;

/// <summary>Parts of the contracts, run apart and joined, give the bytes of one run; what is not the parts of one run is refused and not joined.</summary>
public sealed class ShardTests : IDisposable
{
    private static readonly Lazy<TemporaryRegistry> ManyContracts = new(TwelveContracts);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(3, "text")]
    [InlineData(7, "junit")]
    public void Findings_of_the_five_contracts_are_those_of_one_run(int parts, string format)
    {
        var joined = Joined(CommandLine.Root, parts, "check", "--format", format);
        Assert.Equal(CommandLine.Run("check", "--format", format), joined);
    }

    [Theory]
    [InlineData(1, "text", "text")]
    [InlineData(2, "sarif", "json")]
    [InlineData(3, "github", "csv")]
    [InlineData(7, "json", "json")]
    public void Findings_and_figures_of_twelve_contracts_some_of_them_faulty_are_those_of_one_run(int parts, string findings, string figures)
    {
        var root = ManyContracts.Value.Root;
        var whole = CommandLine.RunOn(root, "check", "--format", findings);
        Assert.Equal(ExitCode.Findings, whole.Exit);
        Assert.Equal(whole, Joined(root, parts, "check", "--format", findings));
        Assert.Equal(CommandLine.RunOn(root, "check", "--severity", "error"), Joined(root, parts, "check", "--severity", "error"));
        Assert.Equal(CommandLine.RunOn(root, "score", "--format", figures, "--lang", "en"), Joined(root, parts, "score", "--format", figures, "--lang", "en"));
    }

    [Fact]
    public void Findings_can_be_joined_in_another_format()
    {
        var root = ManyContracts.Value.Root;
        var files = Parts(root, 2, "check", "--format", "json");
        Assert.Equal(CommandLine.RunOn(root, "check", "--format", "sarif"), CommandLine.RunOn(root, ["merge", .. files, "--format", "sarif"]));
        Assert.Equal(ExitCode.Misuse, CommandLine.RunOn(root, ["merge", .. Parts(root, 2, "score"), "--format", "json"]).Exit);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Reports_are_the_bytes_of_one_run(int parts)
    {
        using var registry = TemporaryRegistry.Harbour();
        var whole = registry.Run("publish");
        Assert.Equal(0, whole.Exit);
        var expected = Bytes(registry.File("reports"));
        Directory.Delete(registry.File("reports"), recursive: true);
        var folders = new List<string>();
        for (var number = 1; number <= parts; number++)
        {
            Assert.Equal(0, registry.Run("publish", "--shard", $"{number}/{parts}").Exit);
            folders.Add(Path.Combine(folder.Path, $"{number}"));
            Directory.Move(registry.File("reports"), folders[^1]);
        }

        Assert.Equal(whole, registry.Run(["merge", .. folders]));
        Assert.Equal(expected, Bytes(registry.File("reports")));

        var torn = Directory.GetFiles(folders[0], "assessment.xlsx", SearchOption.AllDirectories).Concat(Directory.GetFiles(folders[1], "assessment.xlsx", SearchOption.AllDirectories)).First();
        File.WriteAllBytes(torn, File.ReadAllBytes(torn)[..100]);
        var refused = registry.Run(["merge", .. folders, "--output", Path.Combine(folder.Path, "refused"), "--lang", "en"]);
        Assert.Equal(ExitCode.InputOutput, refused.Exit);
        Assert.Contains(torn, refused.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(folder.Path, "refused"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_site_is_the_bytes_of_one_run()
    {
        using var registry = TemporaryRegistry.Harbour();
        Assert.Equal(0, registry.Run("site", "--output", Path.Combine(folder.Path, "whole"), "--repository-url", "https://example.org/registry").Exit);
        var folders = Enumerable.Range(1, 2).Select(number => Path.Combine(folder.Path, $"{number}")).ToList();
        for (var number = 1; number <= 2; number++)
        {
            Assert.Equal(0, registry.Run("site", "--output", folders[number - 1], "--repository-url", "https://example.org/registry", "--shard", $"{number}/2").Exit);
        }

        Assert.Equal(0, registry.Run(["merge", .. folders, "--output", Path.Combine(folder.Path, "joined")]).Exit);
        Assert.Equal(Bytes(Path.Combine(folder.Path, "whole")), Bytes(Path.Combine(folder.Path, "joined")));
    }

    [Fact]
    public void An_error_in_any_part_keeps_everything_from_being_written()
    {
        using var registry = TemporaryRegistry.Harbour();
        registry.Replace("ops-registry/contracts/harbour-2026/contract.yaml", "kind: Contract", "kind: Contrakt");
        var outcomes = Enumerable.Range(1, 2).Select(number => registry.Run("publish", "--shard", $"{number}/2").Exit).ToList();
        Assert.Contains(ExitCode.Findings, outcomes);
        Assert.Empty(Directory.GetFiles(registry.Root, "*-of-2.json", SearchOption.AllDirectories).Skip(1));
    }

    [Fact]
    public void What_are_not_the_parts_of_one_run_is_refused_with_the_remedy()
    {
        var root = ManyContracts.Value.Root;
        var files = Parts(root, 3, "check");
        Refused(root, ExitCode.CannotVerify, "part 2 of 3 is missing: run ./opsreg check --shard 2/3", files[0], files[2]);
        Refused(root, ExitCode.CannotVerify, "part 2/3 is there 2 times", files[0], files[1], files[1], files[2]);
        Refused(root, ExitCode.CannotVerify, "their commits differ", files[0], Altered(files[1], head => head with { Commit = new string('a', 40) }), files[2]);
        Refused(root, ExitCode.CannotVerify, "their tools differ", files[0], files[1], Altered(files[2], head => head with { Tool = "0.0.1" }));
        Refused(root, ExitCode.CannotVerify, "their verbs differ", files[0], files[1], Parts(root, 3, "score")[2]);
        Refused(root, ExitCode.CannotVerify, "their options differ", files[0], files[1], Parts(root, 3, "check", "--severity", "error")[2]);
        Refused(root, ExitCode.CannotVerify, "is of 3 parts, the other of 2", files[0], Parts(root, 2, "check")[1]);
        Refused(root, ExitCode.CannotVerify, "the registry here is not the one that the parts are of", files.Select(file => Altered(file, head => head with { Registry = "other" })).ToArray());
        Refused(root, ExitCode.CannotVerify, "holds no part's output", Path.Combine(folder.Path, "nothing"));

        var torn = Path.Combine(folder.Path, "torn.json");
        File.WriteAllText(torn, File.ReadAllText(files[1])[..^40]);
        Refused(root, ExitCode.InputOutput, "is missing, not whole or was changed: run its part again", files[0], torn, files[2]);
        File.WriteAllText(torn, File.ReadAllText(files[1]).Replace("\"exit\": 0", "\"exit\": 3", StringComparison.Ordinal));
        Refused(root, ExitCode.InputOutput, "is missing, not whole or was changed", files[0], torn, files[2]);
    }

    [Fact]
    public void Parts_are_joined_only_with_the_registry_that_they_are_of()
    {
        using var registry = TemporaryRegistry.Harbour();
        var files = Parts(registry.Root, 2, "check");
        registry.Replace("ops-registry/registry.yaml", "apiVersion", "# another\napiVersion");
        Refused(registry.Root, ExitCode.CannotVerify, "differ in shared files or contracts", [.. files]);
    }

    [Theory]
    [InlineData("0/3")]
    [InlineData("4/3")]
    [InlineData("-1/3")]
    [InlineData("1")]
    [InlineData("1/2/3")]
    [InlineData("a/b")]
    [InlineData("1/99999")]
    [InlineData("１/２")]
    [InlineData("1/ 2")]
    public void What_is_no_part_is_misuse(string asked)
    {
        foreach (var verb in new[] { "check", "score", "publish", "site" })
        {
            var outcome = CommandLine.Run(verb, "--shard", asked, "--lang", "en");
            Assert.Equal(ExitCode.Misuse, outcome.Exit);
            Assert.Contains("--shard 2/4", outcome.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_part_is_of_all_contracts_and_all_files()
    {
        Assert.Equal(ExitCode.Misuse, CommandLine.Run("score", "fujian-2023", "--shard", "1/2").Exit);
        Assert.Equal(ExitCode.Misuse, CommandLine.Run("check", "ops-registry", "--shard", "1/2").Exit);
        Assert.Equal(ExitCode.Misuse, CommandLine.Run("check", "--changed", "--shard", "1/2").Exit);
        Assert.Equal(ExitCode.Misuse, CommandLine.Run("publish", "--check", "--shard", "1/2").Exit);
    }

    [Fact]
    public void A_file_that_claims_another_contract_is_found_and_no_figures_are_computed_apart()
    {
        using var registry = TemporaryRegistry.Harbour();
        var file = Directory.GetFiles(registry.File("ops-registry/contracts/harbour-2026/records"), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        File.WriteAllText(file, File.ReadAllText(file).Replace("contract: harbour-2026", "contract: lighthouse-2026", StringComparison.Ordinal));
        Assert.Equal(registry.Run("check"), Joined(registry.Root, 2, "check"));
        Assert.Contains(ExitCode.CannotVerify, Enumerable.Range(1, 2).Select(number => registry.Run("score", "--shard", $"{number}/2").Exit));
    }

    [Fact]
    public void Shares_are_balanced_whole_and_the_same_in_any_order()
    {
        var contracts = Enumerable.Range(1, 40).Select(number => (Name: $"contract-{number:00}", Files: number * number)).ToList();
        var shares = Enumerable.Range(1, 7).Select(number => new Shard(number, 7).Share(contracts)).ToList();
        Assert.Equal(contracts.Select(contract => contract.Name), shares.SelectMany(share => share).Order(StringComparer.Ordinal));
        var loads = shares.Select(share => share.Sum(name => contracts.First(contract => contract.Name == name).Files)).ToList();
        Assert.True(loads.Max() <= loads.Min() * 1.1, string.Join(' ', loads));
        Assert.Equal(shares[3], new Shard(4, 7).Share(Enumerable.Reverse(contracts)));
        Assert.Empty(new Shard(3, 3).Share(contracts.Take(2)));
    }

    [Fact]
    public void A_sparse_clone_without_the_bytes_of_other_contracts_serves_a_part()
    {
        using var registry = TemporaryRegistry.Harbour();
        using var git = GitFixture.Of(registry);
        git.CheckOut();
        var origin = git.Root;
        Git(origin, "config", "uploadpack.allowFilter", "true");
        var whole = CommandLine.RunOn(origin, "check", "--format", "json");
        var files = Parts(origin, 2, "check", "--format", "json");
        for (var number = 1; number <= 2; number++)
        {
            var clone = Path.Combine(folder.Path, $"clone{number}");
            Git(folder.Path, "clone", "--quiet", "--filter=blob:none", "--no-checkout", $"file://{origin}", clone);
            var patterns = CommandLine.RunOn(clone, "shard", $"{number}/2", "--at", "HEAD");
            Assert.Equal(0, patterns.Exit);
            Git(clone, ["sparse-checkout", "set", "--no-cone", .. patterns.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)]);
            Git(clone, "checkout", "--quiet");
            Assert.Equal(File.ReadAllText(files[number - 1]), CommandLine.RunOn(clone, "check", "--format", "json", "--shard", $"{number}/2").Output);
            Assert.Equal(0, CommandLine.RunOn(clone, "score", "--shard", $"{number}/2").Exit);
            Assert.Equal(whole, CommandLine.RunOn(clone, ["merge", .. files]));
        }

        // The second part is of a contract that is nothing but its terms: its clone lacks all records of the first.
        var other = CommandLine.RunOn(Path.Combine(folder.Path, "clone2"), "check", "--shard", "1/2", "--lang", "en");
        Assert.Equal(ExitCode.CannotVerify, other.Exit);
        Assert.Contains("git sparse-checkout set", other.Error, StringComparison.Ordinal);
    }

    private static void Git(string where, params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = where, RedirectStandardError = true, RedirectStandardOutput = true })!;
        var said = git.StandardError.ReadToEnd();
        git.WaitForExit();
        Assert.True(git.ExitCode == 0, said);
    }

    private static TemporaryRegistry TwelveContracts()
    {
        var registry = TemporaryRegistry.Library();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => registry.Dispose();
        var model = registry.File("ops-registry/contracts/library-2026");
        for (var number = 1; number <= 11; number++)
        {
            foreach (var file in Directory.GetFiles(model, "*", SearchOption.AllDirectories))
            {
                var text = File.ReadAllText(file).Replace("library-2026", $"copy-{number:00}", StringComparison.Ordinal);
                registry.Write($"ops-registry/contracts/copy-{number:00}/{Path.GetRelativePath(model, file)}", number % 4 == 0 ? text.Replace("provenance:", "provenence:", StringComparison.Ordinal) : text);
            }
        }

        return registry;
    }

    private List<string> Parts(string root, int parts, params string[] verb) => Enumerable.Range(1, parts).Select(number =>
    {
        var file = Path.Combine(folder.Path, $"{string.Join('-', verb).Replace("-", "", StringComparison.Ordinal)}{number}of{parts}.json");
        File.WriteAllText(file, CommandLine.RunOn(root, [.. verb, "--shard", $"{number}/{parts}"]).Output);
        return file;
    }).ToList();

    private Outcome Joined(string root, int parts, params string[] verb) => CommandLine.RunOn(root, ["merge", .. Parts(root, parts, verb)]);

    private string Altered(string file, Func<ShardHead, ShardHead> change)
    {
        var document = ShardDocument.Read(File.ReadAllBytes(file))!;
        var altered = Path.Combine(folder.Path, Path.GetRandomFileName());
        using var text = new StringWriter { NewLine = "\n" };
        ShardDocument.Build(change(document.Shard), document.Parts, null).Write(text);
        File.WriteAllText(altered, text.ToString());
        return altered;
    }

    private static void Refused(string root, int exit, string words, params string[] files)
    {
        var outcome = CommandLine.RunOn(root, ["merge", .. files, "--lang", "en"]);
        Assert.Equal("", outcome.Output);
        Assert.Contains(words, outcome.Error, StringComparison.Ordinal);
        Assert.Equal(exit, outcome.Exit);
    }

    private static SortedDictionary<string, string> Bytes(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder, file), file => Convert.ToHexString(File.ReadAllBytes(file))), StringComparer.Ordinal);
}
