using System.Diagnostics;
using System.Text;
using OpsRegistry.Loading;
using Xunit;

namespace OpsRegistry.Tests.Loading;

public sealed class HostileYamlTests
{
    /// <summary>The text of a file, and every finding as <c>id line:column+length</c>.</summary>
    public static TheoryData<string, string> Refused => new()
    {
        { "a: 1 # x\u0085b: 2\n", "OPS002 1:9+1" },
        { "a: 1\u2028b: 2\n", "OPS002 1:5+1" },
        { "a: 1\u2029", "OPS002 1:5+1" },
        { "a:\t1\n", "OPS010 1:3+1" },
        { "a:\n\t\tb: 1\n", "OPS010 2:1+2" },
        { "a: 1\n# x\ty\n", "OPS010 2:4+1" },
        { "a: ok\u202Etxt\n", "OPS002 1:6+1" },
        { "a: \u2066x\u2069\n", "OPS002 1:4+1, OPS002 1:6+1" },
        { "a\u200B: 1\na: 2\n", "OPS002 1:2+1" },
        { "a: x\u00ADy\n", "OPS002 1:5+1" },
        { "a: 1\n\uFEFFb: 1\n", "OPS002 2:1+1" },
        { "a: 1\rb: 2\n", "OPS002 1:5+1" },
        { "a: 1\r\r\n", "OPS002 1:5+1" },
        { "a: \u0000\n", "OPS002 1:4+1" },
        { "a: \u001B[31m\n", "OPS002 1:4+1" },
        { "a: \u007F\n", "OPS002 1:4+1" },
        { "a: \u009B\n", "OPS002 1:4+1" },
        { "a: \uFFFE\n", "OPS002 1:4+1" },
        { "a: x\U000E0041\n", "OPS002 1:5+2" },
        { "a: x\U0001FFFF\n", "OPS002 1:5+2" },
        { "a: \"\\u202E\"\n", "OPS002 1:4+8" },
        { "a: \"x\\0\"\n", "OPS002 1:4+5" },
        { "a: \"x\\Ny\"\n", "OPS002 1:4+6" },
        { "a: \"x\\ty\"\n", "OPS010 1:4+6" },
        { "a: \"x\\ry\"\n", "OPS002 1:4+6" },
        { "\"\\u200b\": 1\n", "OPS002 1:1+8" },
        { "a: [1, 2\n", "OPS004 1:4+5" },
        { "a: 'x\n", "OPS004 1:4+2" },
        { "a: b: c\n", "OPS004 1:5+1" },
        { "a:\n  - x\n b: 1\n", "OPS004 3:2+4" },
        { "a: @x\n", "OPS004 1:4+2" },
        { "a: \"\\ud800\"\n", "OPS004 1:4+7" },
        { "a: {b: [1] c: 2}\n", "OPS004 1:12+1" },
        { "a: {b: {} # ,\n  c: 2}\n", "OPS004 2:3+1" },
        { "a: {b: [1]''}\n", "OPS004 1:11+2" },
        { "a: [@x, `y, |z, >1]\n", "OPS004 1:5+2, OPS004 1:9+2, OPS004 1:13+2, OPS004 1:17+2" },
        { "a: {%b: 1}\n", "OPS004 1:5+2" },
        { "a: &x 1\n", "OPS006 1:4+2" },
        { "a: &x\n  b: 1\n", "OPS006 1:4+2" },
        { "a: *x\n", "OPS006 1:4+2" },
        { "a: &x 1\nb: *x\nc: &y [1]\n", "OPS006 1:4+2, OPS006 2:4+2, OPS006 3:4+2" },
        { "<<: {a: 1}\n", "OPS006 1:1+2" },
        { "a: !!str 1\n", "OPS006 1:4+5" },
        { "a: ! 1\n", "OPS006 1:4+1" },
        { "a: !!python/object:os.system x\n", "OPS006 1:4+25" },
        { "%YAML 1.1\n---\na: 1\n", "OPS006 1:1+9" },
        { "# c\n\n%TAG ! x\n---\na: 1\n", "OPS006 3:1+8" },
        { "%UNKNOWN x\n---\na: 1\n", "OPS006 1:1+10" },
        { "", "OPS007 1:1+1" },
        { "# only a comment\n", "OPS007 1:1+1" },
        { "---\n", "OPS007 1:1+1" },
        { "- a\n- b\n", "OPS007 1:3+1" },
        { "just text\n", "OPS007 1:1+9" },
        { "a: 1\n---\nb: 2\n", "OPS007 2:1+3" },
        { "a: 1\n...\nb: 2\n", "OPS007 3:1+1" },
        { "a: 1\n---\n", "OPS007 2:1+3" },
        { "spec: 1\nb: 2\nspec: 3\n", "OPS008 3:1+4" },
        { "spec: 1\nSpec: 2\nSPEC: 3\n", "OPS008 2:1+4, OPS008 3:1+4" },
        { "a: {b: 1, \"b\": 2}\n", "OPS008 1:11+3" },
        { "- 1\n- &a *b\n", "OPS004 2:3+5" },
        { "? [a, b]\n: 1\n", "OPS012 1:4+1" },
        { "? {a: b}\n: 1\n", "OPS012 1:4+1" },
        { ": 1\n", "OPS012 1:1+1" },
        { "~: 1\n", "OPS012 1:1+1" },
        { "a: &x 1\nA: 2\n? []\n: 3\n", "OPS006 1:4+2, OPS008 2:1+1, OPS012 3:3+2" },
    };

    [Theory, MemberData(nameof(Refused))]
    public void Hostile_text_is_refused_at_its_character(string text, string expected)
    {
        var file = YamlReader.Read("a.yaml", Encoding.UTF8.GetBytes(text));
        Assert.Equal(expected, string.Join(", ", file.Findings.Select(Short)));
        Assert.Null(file.Root);
    }

    [Theory]
    [InlineData(new byte[] { (byte)'a', (byte)':', (byte)' ', 0xFF, (byte)'\n' }, "OPS001 1:4+1")]
    [InlineData(new byte[] { (byte)'a', (byte)':', (byte)' ', 0xB2, 0xE2, 0xCA, 0xD4, (byte)'\n' }, "OPS001 1:4+2")]
    [InlineData(new byte[] { (byte)'a', (byte)':', (byte)' ', 0xC0, 0xAF, (byte)'\n' }, "OPS001 1:4+2")]
    [InlineData(new byte[] { (byte)'a', (byte)':', (byte)' ', 0xED, 0xA0, 0x80, (byte)'\n' }, "OPS001 1:4+3")]
    [InlineData(new byte[] { (byte)'a', (byte)':', (byte)' ', 0xE4, 0xB8 }, "OPS001 1:4+1")]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'a', 0x00 }, "OPS001 1:1+1")]
    [InlineData(new byte[] { (byte)'\t', 0xFF }, "OPS010 1:1+1, OPS001 1:2+1")]
    public void Bytes_that_are_not_utf8_are_refused_at_their_place(byte[] bytes, string expected)
    {
        var file = YamlReader.Read("a.yaml", bytes);
        Assert.Equal(expected, string.Join(", ", file.Findings.Select(Short)));
        Assert.Null(file.Root);
    }

    public static TheoryData<string, string, string> Deep => new()
    {
        { "[", "10000 opening brackets", "OPS005 1:33+1" },
        { "{a: ", "10000 opening braces", "OPS005 1:129+1" },
        { "- ", "20000 dashes", "OPS005 1:65+1" },
        { "? ", "20000 question marks", "OPS005 1:65+1" },
    };

    [Theory, MemberData(nameof(Deep))]
    public void Deep_nesting_is_refused_at_the_level_past_the_limit(string level, string description, string expected)
    {
        var count = int.Parse(description.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        var file = YamlReader.Read("a.yaml", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(level, count))));
        Assert.Equal(expected, string.Join(", ", file.Findings.Select(Short)));
    }

    [Fact]
    public void Thirty_two_levels_are_read_and_thirty_three_are_not()
    {
        Assert.NotNull(YamlReader.Read("a.yaml", Encoding.UTF8.GetBytes("a: " + new string('[', 31) + new string(']', 31))).Root);
        Assert.Null(YamlReader.Read("a.yaml", Encoding.UTF8.GetBytes("a: " + new string('[', 32) + new string(']', 32))).Root);
    }

    [Fact]
    public void A_file_past_one_megabyte_is_refused_unread()
    {
        var file = YamlReader.Read("a.yaml", new byte[2_097_152]);
        Assert.Equal("OPS003 1:1+1", string.Join(", ", file.Findings.Select(Short)));
        Assert.Equal("file has 2,097,152 bytes, more than 1,048,576", file.Findings[0].Message.En);
    }

    [Fact]
    public void A_file_of_exactly_one_megabyte_is_read()
    {
        var text = "a: " + new string('x', 1_048_572) + "\n";
        Assert.NotNull(YamlReader.Read("a.yaml", Encoding.UTF8.GetBytes(text)).Root);
    }

    [Fact]
    public void One_character_is_one_finding_however_often_it_stands_there()
    {
        var file = YamlReader.Read("a.yaml", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a: 1\t\n", 50))));
        var finding = Assert.Single(file.Findings);
        Assert.Equal("a.yaml:1:5", finding.Place.ToString());
        Assert.Equal("tab character, in 50 places: lines 1, 2, 3, 4, 5, …", finding.Message.En);
    }

    [Fact]
    public void A_byte_order_mark_is_told_and_the_file_is_read()
    {
        var file = YamlReader.Read("a.yaml", [0xEF, 0xBB, 0xBF, .. "a: 1\n"u8]);
        Assert.Equal("OPS013 1:1+1", string.Join(", ", file.Findings.Select(Short)));
        Assert.Equal("a.yaml:1:4", file.Root!["a"]!.Place.ToString());
    }

    [Fact]
    public void A_duplicate_key_shows_where_the_first_one_stands()
    {
        var finding = Assert.Single(YamlReader.Read("a.yaml", "endedAt: 1\nb: 2\nendedat: 3\n"u8.ToArray()).Findings);
        Assert.Equal("a.yaml:1:1", Assert.Single(finding.Related).Place.ToString());
        Assert.Equal("key 'endedat' stands twice in this mapping", finding.Message.En);
    }

    public static TheoryData<string> SlowIfQuadratic => new()
    {
        "[", "{", "- ", "? ", "a: [", "'", "\"\\x", "# ", "a\n", "a: |\n", "&a ", "!", "*a ", "a,", "{a: b}, ", "\u3000", " \n", "a: b: ", "--- ", "%A\n", "\r\n", ": ", "[a]: ", "\"a\": 'b'\n", "|\n ", "a\t", "\u202Ea", "\"k\": {", "[]: 1, ", "\u00A0",
    };

    [Theory, MemberData(nameof(SlowIfQuadratic))]
    public void A_megabyte_of_one_pattern_is_judged_within_seconds(string pattern)
    {
        var bytes = Encoding.UTF8.GetBytes("k: [" + string.Concat(Enumerable.Repeat(pattern, 1_000_000 / Encoding.UTF8.GetByteCount(pattern))));
        var watch = Stopwatch.StartNew();
        YamlReader.Read("a.yaml", bytes);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 60);
    }

    [Theory]
    [InlineData("a:\n  - x\n b: 1\n", "line is indented more than its neighbours: by 1, not 0")]
    [InlineData("a: b: c\n", "a second colon and space within a value")]
    [InlineData("a: [1, 2\n", "'[' is not closed")]
    [InlineData("a: {b: 1\nc: 2\n", "'{' is not closed")]
    [InlineData("a: 'x\n", "quote is not closed")]
    [InlineData("a: \"x\n---\n", "quote is not closed")]
    [InlineData("a: @x\n", "value begins with '@' and goes on as text")]
    [InlineData("a: 1\nbc\nd: 1\n", "no key where one is expected, or lines are not aligned")]
    [InlineData("a: \"C:\\Windows\"\n", "backslash in double quotes begins no known escape")]
    [InlineData("a: |0\n  x\n", "text block ('|' or '>') is not written as it should be")]
    [InlineData("a: !x!y z\n", "value begins with '!' and goes on as text")]
    public void Wrong_syntax_is_explained_in_plain_words(string text, string expected)
    {
        var finding = Assert.Single(YamlReader.Read("a.yaml", Encoding.UTF8.GetBytes(text)).Findings);
        Assert.Equal(expected, finding.Message.En);
    }

    [Fact]
    public void A_long_name_is_cut_in_the_message()
    {
        var key = new string('k', 900);
        var finding = Assert.Single(YamlReader.Read("a.yaml", Encoding.UTF8.GetBytes($"{key}: 1\n{key}: 2\n")).Findings);
        Assert.Equal($"key '{new string('k', 60)}…' stands twice in this mapping", finding.Message.En);
    }

    private static string Short(Finding finding) => $"{finding.Rule.Id} {finding.Place.Line}:{finding.Place.Column}+{finding.Place.Length}";
}
