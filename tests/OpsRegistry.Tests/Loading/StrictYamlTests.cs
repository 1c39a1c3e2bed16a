using System.Text;
using OpsRegistry.Loading;
using OpsRegistry.Loading.Strict;
using Xunit;

namespace OpsRegistry.Tests.Loading;

public sealed class StrictYamlTests
{
    private const int Mutations = 200_000;

    // Short, so that a change hits structure as often as text; together they hold all that the strict reader reads.
    private static readonly string[] Seeds =
    [
        "# 事件\napiVersion: ops-registry/v1\nkind: Incident\nmetadata:\n  name: inc-7\nspec:\n  summary: 登录失败，重启后恢复 # 注\n  systems: [portal, \"a b\", 12]\n  steps:\n    - from: 2026-01-08T09:40:00+08:00\n      to: \"12\"\n    - {at: 09:30, zh: '说''明', list: [a, b]}\n  note: >-\n    一行\n    two\n\n    three\n",
        "---\na: 1\nb:\n- x\n- y: z\n  w: -5\nc: |\n  one\n    # two\n\n  three\nd: \"q \\\"r\\\" \\\\ \\n\"\n",
        "k:\n  m:\n    - n: |-\n        text\n      o: [[1, 2], {p: q}]\n    - r\n    - 's' # t\n  u: v w: x\n",
        "a: b\nc:\n  d: null\n  e: ~\n  f: true\n  g: {h: i, j: {k: \"l\"}}\n  \n# m\n  n: ①×÷·“”…—（）\no: 1.50\n",
    ];

    private static readonly Lazy<string[]> Whole = new(() => [.. Files().Select(File.ReadAllText)]);

    [Fact]
    public void What_it_reads_of_mutated_files_the_library_reads_alike_to_the_place()
    {
        var random = new Random(Campaign.Seed(20261129));
        var (read, mutations) = (0, Campaign.Inputs("YAML files, mutated, read twice", Mutations));
        for (var number = 0; number < mutations; number++)
        {
            // In the campaign every eighth is a whole file of a registry.
            var seed = Campaign.IsLong && number % 8 == 7 ? Whole.Value[number / 8 % Whole.Value.Length] : Seeds[number % Seeds.Length];
            read += IsAlike(number % 5 == 0 ? MutatedYaml.OfBytes(random, Encoding.UTF8.GetBytes(seed)) : MutatedYaml.OfLines(random, seed)) ? 1 : 0;
        }

        Assert.InRange(read, mutations / 6, mutations - 1);
    }

    [Fact]
    public void Nearly_every_file_of_a_registry_is_read_and_alike()
    {
        var files = Files();
        Assert.InRange(files.Count(file => IsAlike(File.ReadAllBytes(file))), files.Length * 99 / 100, files.Length);
    }

    [Theory]
    [InlineData("a: &x b")]
    [InlineData("a: *x")]
    [InlineData("a: !!str b")]
    [InlineData("<<: b")]
    [InlineData("? a\n: b")]
    [InlineData("a: b\n  c")]
    [InlineData("a: \"b\n  c\"")]
    [InlineData("a: b: c")]
    [InlineData("a: b:")]
    [InlineData("a:")]
    [InlineData("a: # b")]
    [InlineData("a: b\nA: c")]
    [InlineData("a: b\na: c")]
    [InlineData("a: [b,\n  c]")]
    [InlineData("a: [b, ]")]
    [InlineData("a: [b] c")]
    [InlineData("a: {b: c d: e}")]
    [InlineData("a: {b:c}")]
    [InlineData("a: {b: -, c: d}")]
    [InlineData("a: [b, -]")]
    [InlineData("a: [-, b]")]
    [InlineData("a: []")]
    [InlineData("a: \"\\t\"")]
    [InlineData("a: \"\\u0041\"")]
    [InlineData("a: 'b' c")]
    [InlineData("a: @b")]
    [InlineData("a: %b")]
    [InlineData("a: |+\n  b\n")]
    [InlineData("a: |2\n  b\n")]
    [InlineData("a: >\n  b\n   c\n")]
    [InlineData("a: |\n  <<<<<<< b\n")]
    [InlineData("a: |\n  b")]
    [InlineData("a:\tb")]
    [InlineData("a: b\n\tc: d")]
    [InlineData("a: b\n c: d")]
    [InlineData("a: b\n- c")]
    [InlineData("- a")]
    [InlineData("a: - b")]
    [InlineData("null: a")]
    [InlineData("a: b\n---\nc: d")]
    [InlineData("a: b\n...")]
    [InlineData("%YAML 1.2\n---\na: b")]
    [InlineData("\uFEFFa: b")]
    [InlineData("a: b\u0085c")]
    [InlineData("a: b\u2028c")]
    [InlineData("a: b\rc: d")]
    [InlineData("a：b")]
    [InlineData("a:\u00A0b")]
    [InlineData("a: 😀")]
    [InlineData("# nothing")]
    [InlineData("")]
    public void What_is_unusual_is_left_to_the_library(string text) => Assert.Null(StrictYaml.Read("a.yaml", Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Nesting_is_read_as_deep_as_the_library_may_go_and_no_deeper()
    {
        foreach (var (depth, isRead) in new[] { (YamlReader.MaximumDepth, true), (YamlReader.MaximumDepth + 1, false), (100_000, false) })
        {
            var brackets = Encoding.UTF8.GetBytes("a: " + new string('[', depth - 1) + "b" + new string(']', depth - 1));
            var lines = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, Math.Min(depth, 40)).Select(level => new string(' ', level) + "a:" + (level == depth - 1 ? " b" : "") + "\n")));
            Assert.Equal(isRead, IsAlike(brackets));
            Assert.Equal(isRead, IsAlike(lines));
        }
    }

    [Fact]
    public void A_character_it_takes_for_ordinary_is_one_that_may_stand_in_a_file()
    {
        for (var value = 0; value <= char.MaxValue; value++)
        {
            if (Rune.TryCreate((char)value, out var character) && OrdinaryText.Holds(Encoding.UTF8.GetBytes($"a{character}b")))
            {
                Assert.Null(CharacterRules.Fault(character)?.En);
            }
        }

        Assert.All("登记—“”…，。（）：；①×÷·é ㈠", letter => Assert.True(OrdinaryText.Holds(Encoding.UTF8.GetBytes([letter]))));
    }

    private static string[] Files() => Directory.GetFiles(Path.Combine(Golden.RepositoryRoot, "tests/golden/registry/ops-registry"), "*.yaml", SearchOption.AllDirectories);

    /// <summary>True where the strict reader reads the bytes; then the library must have read the same.</summary>
    private static bool IsAlike(byte[] bytes)
    {
        if (StrictYaml.Read("a.yaml", bytes) is not { } strict)
        {
            return false;
        }

        var library = YamlReader.ReadByLibrary("a.yaml", bytes, "");
        var isAlike = library.Findings.Count == 0 && IsAlike(strict.Root, library.Root!) && strict.Comments.Count == library.Comments.Count
            && strict.Comments.All(comment => library.Comments.TryGetValue(comment.Key, out var other) && other == comment.Value);
        Assert.True(isAlike, $"read otherwise: {Convert.ToBase64String(bytes)}\n{Encoding.UTF8.GetString(bytes)}");
        return true;
    }

    private static bool IsAlike(Node one, Node other) => one.Place == other.Place && (one, other) switch
    {
        (ScalarNode left, ScalarNode right) => left.Text == right.Text && left.Kind == right.Kind,
        (SequenceNode left, SequenceNode right) => left.Items.Count == right.Items.Count && left.Items.Zip(right.Items).All(pair => IsAlike(pair.First, pair.Second)),
        (MappingNode left, MappingNode right) => left.Entries.Count == right.Entries.Count
            && left.Entries.Zip(right.Entries).All(pair => pair.First.Key == pair.Second.Key && pair.First.KeyPlace == pair.Second.KeyPlace && IsAlike(pair.First.Value, pair.Second.Value)),
        _ => false,
    };
}
