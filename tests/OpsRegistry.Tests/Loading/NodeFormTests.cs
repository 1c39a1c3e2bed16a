using OpsRegistry.Loading;
using OpsRegistry.Sources.Cache;
using OpsRegistry.Tests.StraightLine;
using Xunit;

namespace OpsRegistry.Tests.Loading;

public sealed class NodeFormTests
{
    [Fact]
    public void Every_committed_file_comes_back_as_it_was_read()
    {
        var files = InMemory.Files("tests/golden/contracts").Concat(InMemory.Files("tests/golden/harbour")).ToList();
        Assert.True(files.Count > 2000);
        foreach (var (path, text) in files)
        {
            var root = Read(path, text);
            Assert.Equal(Shown(root), Shown(NodeCodec.Read(Bytes(root), path)!));
        }
    }

    [Fact]
    public void An_equal_file_elsewhere_has_its_own_path_in_every_place()
    {
        var tree = NodeCodec.Read(Bytes(Read("a.yaml", "one:\n  - two: '三'\n    four: |\n      x\n")), "elsewhere/b.yaml")!;
        Assert.Equal(
            "{elsewhere/b.yaml:1:1+3 one@elsewhere/b.yaml:1:1+3=[elsewhere/b.yaml:2:5+3 {elsewhere/b.yaml:2:5+3 two@elsewhere/b.yaml:2:5+3=elsewhere/b.yaml:2:10+3 String 三;" +
            "four@elsewhere/b.yaml:3:5+4=elsewhere/b.yaml:4:7+1 String x\n;},];}",
            Shown(tree));
    }

    [Fact]
    public void Bytes_that_are_no_tree_give_none_and_never_throw()
    {
        var whole = Bytes(Read("a.yaml", "a: {b: [1, true, null, 2.5, x]}\nc: 文\n"));
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.Null(NodeCodec.Read(whole.AsSpan(0, length), "a.yaml"));
        }

        var random = new Random(4);
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = whole.ToArray();
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            NodeCodec.Read(bytes, "a.yaml");
        }
    }

    private static MappingNode Read(string path, string text) => YamlReader.Read(path, System.Text.Encoding.UTF8.GetBytes(text)).Root!;

    private static byte[] Bytes(MappingNode root)
    {
        var output = new CompactWriter();
        NodeCodec.Write(output, root);
        return output.Written.ToArray();
    }

    private static string Shown(Node node) => node switch
    {
        MappingNode mapping => "{" + Shown(mapping.Place) + " " + string.Concat(mapping.Entries.Select(entry => $"{entry.Key}@{Shown(entry.KeyPlace)}={Shown(entry.Value)};")) + "}",
        SequenceNode sequence => "[" + Shown(sequence.Place) + " " + string.Concat(sequence.Items.Select(item => Shown(item) + ",")) + "]",
        ScalarNode scalar => $"{Shown(scalar.Place)} {scalar.Kind} {scalar.Text}",
        _ => "?",
    };

    private static string Shown(Place place) => $"{place}+{place.Length}";
}
