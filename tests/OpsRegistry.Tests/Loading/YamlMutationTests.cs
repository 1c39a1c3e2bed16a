using System.Text;
using OpsRegistry.Loading;
using Xunit;

namespace OpsRegistry.Tests.Loading;

public sealed class YamlMutationTests
{
    private const int Mutations = 20_000;

    private static readonly string[] Seeds =
    [
        "apiVersion: ops-registry/v1\nkind: Incident\nmetadata:\n  name: inc-2026-0007\nspec:\n  title: \"登录 \\u5931败\"\n  minutes: 12\n  systems: [portal, {name: 'x', on: true}]\n  text: |\n    one\n      two\n  folded: >-\n    a\n\n    b\n",
        "a: &x {b: 1}\nc: *x\n<<: *x\n? [q]\n: !!str 1\n---\n- - - x\n",
        "%YAML 1.2\n---\n\"k\": 'v''w'\n'a b': -1.5e3 # c\n...\n",
    ];

    [Fact]
    public void No_mutated_file_lets_an_exception_out_or_points_outside_its_line()
    {
        var random = new Random(Campaign.Seed(20260108));
        var (refused, mutations) = (0, Campaign.Inputs("YAML files, mutated", Mutations));
        for (var number = 0; number < mutations; number++)
        {
            var bytes = MutatedYaml.OfBytes(random, Encoding.UTF8.GetBytes(Seeds[number % Seeds.Length]));
            var file = YamlReader.Read("a.yaml", bytes);
            refused += file.Findings.Count > 0 ? 1 : 0;
            Assert.Equal(file.Findings.Count == 0, file.Root is not null);
            Assert.All(file.Findings, finding => AssertInside(file, finding.Place, bytes));
            if (file.Root is not null)
            {
                AssertInside(file, file.Root, bytes);
            }
        }

        Assert.InRange(refused, mutations / 2, mutations - 1);
    }

    private static void AssertInside(YamlFile file, Node node, byte[] bytes)
    {
        AssertInside(file, node.Place, bytes);
        foreach (var child in node is MappingNode mapping ? mapping.Entries.Select(entry => entry.Value) : node is SequenceNode sequence ? sequence.Items : [])
        {
            AssertInside(file, child, bytes);
        }
    }

    private static void AssertInside(YamlFile file, Place place, byte[] bytes)
    {
        var lines = Math.Max(1, file.Lines.Count);
        var width = file.Lines.Count == 0 ? 1 : Math.Max(1, place.Line <= lines && place.Line >= 1 ? file.Lines[place.Line - 1].Length : 0);
        var inside = place.Line >= 1 && place.Line <= lines && place.Column >= 1 && place.Length >= 1 && place.Column + place.Length - 1 <= width;
        Assert.True(inside, $"{place}+{place.Length} is outside {Convert.ToBase64String(bytes)}");
    }
}
