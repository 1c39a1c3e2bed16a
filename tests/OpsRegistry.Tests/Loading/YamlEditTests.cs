using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using OpsRegistry.Loading;
using Xunit;

namespace OpsRegistry.Tests.Loading;

public sealed class YamlEditTests
{
    private const string Record = """
        # yaml-language-server: $schema=../x.json
        kind: Incident

        metadata:
          name: incident-2026-0001   # 编号
          note: '不是“一般”'
        spec:
          # 时间都是北京时间
          reportedAt: 2026-01-08T09:40:00+08:00 # 电话
          summary: "登录: 慢"
          responders: [a-01, b-02] # 两人
          pauses:
            - from: 2026-01-08T10:00:00+08:00
              to: 2026-01-08T11:00:00+08:00
            # 第二段
            - { from: 2026-01-08T12:00:00+08:00, to: 2026-01-08T13:00:00+08:00 }
          tags:
            - one
            - two # 二
          note: |-
            第一行
            第二行
          last: x
        """;

    private static readonly string[] Order = ["reportedAt", "respondedAt", "summary", "responders"];

    [Theory]
    [InlineData("metadata/name", "incident-2026-0002", "  name: incident-2026-0002   # 编号")]
    [InlineData("metadata/note", "不是'一般'", "  note: '不是''一般'''")]
    [InlineData("spec/summary", "慢", "  summary: \"慢\"")]
    [InlineData("spec/pauses/1/from", "x", "    - { from: x, to: 2026-01-08T13:00:00+08:00 }")]
    [InlineData("spec/responders/1", "c-03", "  responders: [a-01, c-03] # 两人")]
    [InlineData("spec/tags/1", "三", "    - 三 # 二")]
    [InlineData("spec/last", "y: z", "  last: \"y: z\"")]
    public void A_value_changes_on_its_line_and_nothing_else_does(string path, string value, string line) =>
        Assert.Equal(line, Changed(Edit(edit => edit.Set(path, value))).After);

    [Fact]
    public void What_already_says_the_same_is_left_as_it_is_written() =>
        Assert.Equal(Record, Edit(edit => edit
            .Set("spec/reportedAt", new LocalDateTime(2026, 1, 8, 9, 40).WithOffset(Offset.FromHours(8)))
            .Set("spec/responders", new[] { "a-01", "b-02" })
            .Set("spec/tags", new[] { new YamlLine("one"), new YamlLine("two") })
            .Set("spec/note", "第一行\n第二行")
            .Set("metadata/note", "不是“一般”")
            .Remove("spec/none")));

    [Fact]
    public void A_new_key_stands_where_its_kind_has_it_and_one_that_goes_takes_its_lines()
    {
        Assert.Equal((0, "  respondedAt: 2026-01-08T09:44:00+08:00"), Only(Edit(edit => edit.Set("spec/respondedAt", new LocalDateTime(2026, 1, 8, 9, 44).WithOffset(Offset.FromHours(8)), Order))));
        var (before, after) = Changed(Edit(edit => edit.Remove("spec/note")));
        Assert.Equal(("  note: |-\n    第一行\n    第二行", ""), (before, after));
        Assert.Equal(("  summary: \"登录: 慢\"", "  title: \"登录: 慢\""), Changed(Edit(edit => edit.Rename("spec/summary", "title"))));
    }

    [Fact]
    public void Items_are_added_and_taken_away_by_themselves()
    {
        YamlMapping[] pauses = [Pause(10, 11), Pause(12, 14), Pause(15, 16)];
        Assert.Equal(
            ("    - { from: 2026-01-08T12:00:00+08:00, to: 2026-01-08T13:00:00+08:00 }",
                "    - { from: 2026-01-08T12:00:00+08:00, to: 2026-01-08T14:00:00+08:00 }\n    - from: 2026-01-08T15:00:00+08:00\n      to: 2026-01-08T16:00:00+08:00"),
            Changed(Edit(edit => edit.Set("spec/pauses", pauses))));
        Assert.Equal(("    - from: 2026-01-08T10:00:00+08:00\n      to: 2026-01-08T11:00:00+08:00", ""), Changed(Edit(edit => edit.Set("spec/pauses", new[] { Pause(12, 13) }))));
        Assert.Equal(("    - one", ""), Changed(Edit(edit => edit.Remove("spec/tags/0"))));
        Assert.Equal(("  responders: [a-01, b-02] # 两人", "  responders: [b-02] # 两人"), Changed(Edit(edit => edit.Remove("spec/responders/0"))));
    }

    [Fact]
    public void Line_ends_of_another_system_stay()
    {
        var edit = YamlEdit.Open(Record.ReplaceLineEndings("\r\n"))!;
        edit.Set("spec/added", "甲\n乙").Set("spec/summary", "x").Remove("spec/tags");
        Assert.Equal(edit.Text, edit.Text.ReplaceLineEndings("\r\n"));
        Assert.Contains("  added: |-\r\n    甲\r\n    乙", edit.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, 12, "metadata/name")]
    [InlineData(5, 3, "metadata/name")]
    [InlineData(11, 24, "spec/responders/1")]
    [InlineData(16, 15, "spec/pauses/1/from")]
    [InlineData(8, 6, "spec")]
    public void A_place_leads_to_its_path(int line, int column, string path) => Assert.Equal(path, YamlEdit.Open(Record)!.PathAt(line, column));

    [Fact]
    public void What_is_no_yaml_is_not_edited() => Assert.All(["a: [", "a: &x 1", "a: *x"], text => Assert.Null(YamlEdit.Open(text)));

    /// <summary>Any value at any path of any text: read again it says just that, every comment that stood on a line of its own is there, and what was written is read.</summary>
    [Fact]
    public void Whatever_is_set_reads_back_and_comments_stay() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var text = new Writer(random).Document();
            var edit = YamlEdit.Open(text) ?? throw new InvalidOperationException(text);
            var paths = Paths(Root(text), "").ToList();
            var path = paths[random.Next(paths.Count)];
            object value = random.Next(6) switch { 0 => "短", 1 => "两: 行\n#第二", 2 => 7, 3 => new[] { "a", "b, c" }, 4 => new YamlMapping { { "k", "v" }, { "n", new[] { "x" } } }, _ => new YamlMapping[] { new() { { "k", "v" } }, new() { { "k", "w" }, { "m", true } } } };
            switch (random.Next(3))
            {
                case 0:
                    edit.Set(path, value);
                    Assert.True(NodeEquality.Same(Root(YamlText.Write(new() { { "a", value } }))["a"], At(Root(edit.Text), path)), $"{path}\n{text}\n----\n{edit.Text}");
                    break;
                case 1:
                    edit.Set(path.Contains('/') ? path[..path.LastIndexOf('/')] + "/neu" : "neu", value);
                    break;
                default:
                    edit.Remove(path);
                    Assert.Equal(paths.Count(other => other != path && !other.StartsWith(path + "/", StringComparison.Ordinal)) is var left && left > 0, Paths(Root(edit.Text), "").Any());
                    break;
            }

            foreach (var other in paths.Where(other => !Related(other, path)))
            {
                Assert.True(NodeEquality.Same(At(Root(text), other), At(Root(edit.Text), other)), $"{path} changed {other}\n{text}\n----\n{edit.Text}");
            }

            return true;
        }).QuickCheckThrowOnFailure();

    // Items behind one that went away have other numbers: only what hangs on other keys is compared.
    private static bool Related(string one, string other) => one.Split('/')[0] == other.Split('/')[0];

    private static MappingNode Root(string text)
    {
        var file = YamlReader.Read("x.yaml", Encoding.UTF8.GetBytes(text));
        return file.Root ?? throw new InvalidOperationException(string.Join('\n', file.Findings.Select(finding => $"{finding.Place} {finding.Message.En}")) + "\n" + text);
    }

    private static Node? At(Node? node, string path) => path.Split('/').Aggregate(node, (at, step) => at switch
    {
        MappingNode mapping => mapping[step],
        SequenceNode items => items.Items.ElementAtOrDefault(int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)),
        _ => null,
    });

    private static IEnumerable<string> Paths(Node node, string path) => node switch
    {
        MappingNode mapping => mapping.Entries.SelectMany(entry => Paths(entry.Value, path + entry.Key + "/").Prepend(path + entry.Key)),
        SequenceNode items => items.Items.SelectMany((item, index) => Paths(item, $"{path}{index}/").Prepend($"{path}{index}")),
        _ => [],
    };

    private static YamlMapping Pause(int from, int to) => new()
    {
        { "from", new LocalDateTime(2026, 1, 8, from, 0).WithOffset(Offset.FromHours(8)) },
        { "to", new LocalDateTime(2026, 1, 8, to, 0).WithOffset(Offset.FromHours(8)) },
    };

    private static string Edit(Func<YamlEdit, YamlEdit> change) => change(YamlEdit.Open(Record)!).Text;

    private static (int, string) Only(string text) => Changed(text) is var (before, after) ? (before.Length, after) : default;

    private static (string Before, string After) Changed(string text)
    {
        var (old, fresh) = (Record.Split('\n'), text.Split('\n'));
        var head = old.Zip(fresh).TakeWhile(pair => pair.First == pair.Second).Count();
        var tail = old.Skip(head).Reverse().Zip(fresh.Skip(head).Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        return (string.Join('\n', old[head..^tail]), string.Join('\n', fresh[head..^tail]));
    }

    /// <summary>Writes a text in any manner that people have.</summary>
    private sealed class Writer(Random random)
    {
        private readonly StringBuilder output = new();

        public string Document()
        {
            Mapping(0, 0);
            return random.Next(4) == 0 ? output.ToString().TrimEnd('\n') : random.Next(4) == 0 ? output.ToString().ReplaceLineEndings("\r\n") : output.ToString();
        }

        private void Mapping(int indent, int depth, bool behindDash = false)
        {
            var count = 1 + random.Next(3);
            for (var index = 0; index < count; index++)
            {
                if (random.Next(4) == 0 && !(behindDash && index == 0))
                {
                    output.Append(' ', indent).Append("# 说明 - a: b\n");
                }

                output.Append(' ', behindDash && index == 0 ? 0 : indent).Append("abc"[index]).Append(':');
                Value(indent, depth);
            }
        }

        private void Value(int indent, int depth)
        {
            switch (depth > 2 ? random.Next(7) : random.Next(10))
            {
                case 0:
                    output.Append(" 'it''s'").Append(Comment());
                    break;
                case 1:
                    output.Append(" \"a: b # c\"").Append(Comment());
                    break;
                case 2:
                    output.Append(" [x, \"y, z\"]").Append(Comment());
                    break;
                case 3:
                    output.Append(" { p: 1, q: [2, 3] }").Append(Comment());
                    break;
                case 4:
                    output.Append(random.Next(2) == 0 ? " |-\n" : " >-\n").Append(' ', indent + 2).Append("one\n\n").Append(' ', indent + 2).Append("two # no comment\n");
                    break;
                case 5:
                    output.Append(Comment());
                    break;
                case 6:
                    output.Append(" plain 字").Append(Comment());
                    break;
                case 7:
                    output.Append(Comment());
                    Mapping(indent + 2, depth + 1);
                    break;
                default:
                    output.Append(Comment());
                    var dash = indent + (random.Next(2) * 2);
                    for (var item = random.Next(3); item >= 0; item--)
                    {
                        output.Append(' ', dash).Append('-');
                        if (random.Next(2) == 0)
                        {
                            output.Append(' ');
                            Mapping(dash + 2, depth + 1, behindDash: true);
                        }
                        else
                        {
                            output.Append(" item").Append(Comment());
                        }
                    }

                    break;
            }
        }

        private string Comment() => random.Next(3) == 0 ? "  # c\n" : "\n";
    }
}
