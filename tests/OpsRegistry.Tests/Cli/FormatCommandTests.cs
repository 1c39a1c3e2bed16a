using System.Text;
using OpsRegistry.Loading;
using OpsRegistry.Sources;
using OpsRegistry.Tests.Rules;
using Xunit;

namespace OpsRegistry.Tests.Cli;

public sealed class FormatCommandTests
{
    private const string Path0 = "ops-registry/contracts/example-2026/records/2026/01/incident-2026-0001.yaml";

    [Fact]
    public void Keys_go_into_the_schemas_order_and_comments_with_the_key_below_them()
    {
        const string Untidy = """
            # yaml-language-server: $schema=../schemas/incident.schema.json
            kind: Incident
            apiVersion: ops-registry/v1   # the version
            spec:
                # of the whole matter
                category: fault
                # what people saw
                summary: 'a # sign'   # behind it


                interruptions:
                - to: 2026-01-08T11:30:00+08:00
                  # when it began
                  from: 2026-01-08T10:00:00+08:00
                cause: |
                    first

                      second
                systems: [ portal ]
            metadata: {provenance: sample, name: incident-2026-0001, contract: example-2026}
            # the end

            """;
        const string Tidy = """
            # yaml-language-server: $schema=../../../../../../schemas/incident.schema.json
            apiVersion: ops-registry/v1   # the version
            kind: Incident
            metadata: {provenance: sample, name: incident-2026-0001, contract: example-2026}
            # the end
            spec:
              # what people saw
              summary: 'a # sign'   # behind it
              # of the whole matter
              category: fault
              systems: [ portal ]

              interruptions:
                # when it began
                - from: 2026-01-08T10:00:00+08:00
                  to: 2026-01-08T11:30:00+08:00
              cause: |
                  first

                    second

            """;
        Assert.Equal(Tidy, YamlFormat.Format(Path0, Untidy, CaseFolders.Schemas));
        Assert.Equal(Tidy, YamlFormat.Format(Path0, Untidy.ReplaceLineEndings("\r\n"), CaseFolders.Schemas));
        Assert.Equal(Tidy, YamlFormat.Format(Path0, Tidy, CaseFolders.Schemas));
    }

    [Fact]
    public void No_file_of_the_registry_says_anything_else_afterwards_and_a_second_time_nothing_changes()
    {
        var source = new WorkTreeSource(Golden.RepositoryRoot);
        var changed = new List<string>();
        foreach (var entry in source.Entries.Where(entry => entry.Path.EndsWith(".yaml", StringComparison.Ordinal) && !entry.Path.Contains("/evidence/", StringComparison.Ordinal)))
        {
            var bytes = source.Read(entry)!;
            var before = YamlReader.Read(entry.Path, bytes);
            var text = YamlFormat.Format(entry.Path, Encoding.UTF8.GetString(bytes), CaseFolders.Schemas);
            Assert.NotNull(text);
            Assert.True(NodeEquality.Same(before.Root, YamlReader.Read(entry.Path, Encoding.UTF8.GetBytes(text)).Root), entry.Path);
            Assert.Equal(text, YamlFormat.Format(entry.Path, text, CaseFolders.Schemas));
            Assert.Equal(Words(Encoding.UTF8.GetString(bytes)), Words(text));
        }
    }

    [Fact]
    public void Mixed_up_files_come_back_into_the_order_they_had()
    {
        var random = new Random(11);
        var source = new WorkTreeSource(CaseFolders.Base);
        foreach (var entry in source.Entries.Where(entry => entry.Path.EndsWith(".yaml", StringComparison.Ordinal)))
        {
            var text = YamlFormat.Format(entry.Path, Encoding.UTF8.GetString(source.Read(entry)!), CaseFolders.Schemas)!;
            var root = YamlReader.Read(entry.Path, Encoding.UTF8.GetBytes(text)).Root!;
            var lines = text.TrimEnd('\n').Split('\n').ToList();
            var starts = root.Entries.Select(one => one.KeyPlace.Line - 1).Append(lines.Count).ToList();
            var parts = root.Entries.Select((_, index) => lines.GetRange(starts[index], starts[index + 1] - starts[index])).OrderBy(_ => random.Next()).SelectMany(part => part);
            var mixed = string.Join('\n', lines.Take(starts[0]).Concat(parts)) + "\n";
            Assert.Equal(text, YamlFormat.Format(entry.Path, mixed, CaseFolders.Schemas));
        }
    }

    [Fact]
    public void The_verb_lists_what_it_changes_and_a_check_changes_nothing()
    {
        using var repository = GitFixture.Example().CheckOut();
        Assert.Equal(0, repository.Run("fmt").Exit);
        Assert.Equal((0, "nothing to put in order\n"), (repository.Run("fmt", "--check", "--lang", "en").Exit, repository.Run("fmt", "--check", "--lang", "en").Output));
        var file = Path.Combine(repository.Root, Path0);
        var tidy = File.ReadAllText(file);
        File.WriteAllText(file, tidy.Replace("\n", "   \r\n", StringComparison.Ordinal));
        var untidy = File.ReadAllText(file);
        Assert.Equal((1, Path0 + "\n1 file to put in order\n"), (repository.Run("fmt", "--check").Exit, repository.Run("fmt", "--check", "--lang", "en").Output));
        Assert.Equal(untidy, File.ReadAllText(file));
        Assert.Equal((0, Path0 + "\n1 file put in order\n"), (repository.Run("fmt", Path0, "--lang", "en") is { } outcome ? (outcome.Exit, outcome.Output) : default));
        Assert.Equal(tidy, File.ReadAllText(file));
        File.WriteAllText(file, "kind: [");
        Assert.Equal(1, repository.Run("fmt", Path0).Exit);
        File.WriteAllBytes(file, [.. Encoding.UTF8.GetBytes("kind: Incident # "), 0xB1, 0xA8, 0x0A]);
        Assert.Equal(1, repository.Run("fmt", Path0).Exit);
        Assert.Contains((byte)0xB1, File.ReadAllBytes(file));
    }

    // Whatever stands in a file but blanks and its order.
    private static IEnumerable<string> Words(string text) => text.Split(['\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries).Where(word => !word.StartsWith("$schema=", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
