using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using OpsRegistry.Model;
using Xunit;

namespace OpsRegistry.Tests.Schemas;

/// <summary>The editor settings that come with the repository give each file its schema.</summary>
public sealed class EditorSettingsTests
{
    private static readonly JObject Settings = SchemaFiles.Parse(File.ReadAllText(Path.Combine(Golden.RepositoryRoot, ".vscode", "settings.json")));

    private static readonly Dictionary<string, List<Glob>> Globs =
        ((JObject)Settings["yaml.schemas"]!).Properties().ToDictionary(entry => entry.Name, entry => entry.Value.Select(glob => Glob.Read((string)glob!)).ToList());

    public static TheoryData<string> KindNames => new(Kinds.All.Select(kind => kind.Name));

    [Fact]
    public void Every_schema_is_mapped_in_the_order_of_the_kinds() =>
        Assert.Equal(Kinds.All.Select(kind => $"./schemas/{kind.KebabName}.schema.json"), ((JObject)Settings["yaml.schemas"]!).Properties().Select(entry => entry.Name));

    // Two schemas for one file would both be applied, and each would refuse the other's kind.
    [Theory, MemberData(nameof(KindNames))]
    public void A_file_gets_the_schema_of_its_kind_and_no_other(string name)
    {
        var kind = Kinds.Named(name)!;
        var path = SchemaExampleTests.PathOf(kind);
        Assert.Equal([$"./schemas/{kind.KebabName}.schema.json"], Globs.Where(entry => Matches(entry.Value, path)).Select(entry => entry.Key));
    }

    // The editor's rule: any glob matches, and none that begins with '!' does.
    private static bool Matches(List<Glob> globs, string path) =>
        globs.Any(glob => !glob.IsException && glob.Pattern.IsMatch(path)) && !globs.Any(glob => glob.IsException && glob.Pattern.IsMatch(path));

    private sealed record Glob(bool IsException, Regex Pattern)
    {
        public static Glob Read(string text) =>
            new(text[0] == '!', new("^" + Regex.Escape(text.TrimStart('!')).Replace(@"\*", "[^/]*", StringComparison.Ordinal) + "$", RegexOptions.NonBacktracking));
    }
}
