using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using OpsRegistry.Generators;
using Xunit;

namespace OpsRegistry.Tests.Architecture;

/// <summary>Identity is never a sentence: whoever compares one is refused by the build.</summary>
public sealed class ComparedSentencesTests
{
    [Theory]
    [InlineData("a == b")]
    [InlineData("a.En == b.En")]
    [InlineData("a.Zh != b.Zh")]
    [InlineData("a.Equals(b)")]
    [InlineData("all.Distinct()")]
    [InlineData("all.Select(one => one.En).ToHashSet()")]
    [InlineData("all.GroupBy(one => one.Zh)")]
    [InlineData("all.ToDictionary(one => one)")]
    [InlineData("new HashSet<Text>()")]
    [InlineData("new HashSet<(int, string)>().Add((1, a.En))")]
    [InlineData("new Dictionary<(int, string), int>()[(1, a.Zh)]")]
    [InlineData("new Dictionary<string, int>().ContainsKey($\"1 {a.En}\")")]
    [InlineData("new Dictionary<(int, string), int>().ContainsKey(Pair(a))")]
    [InlineData("all.GroupBy(one => (1, one.En))")]
    [InlineData("all.DistinctBy(one => 1 + one.Zh)")]
    [InlineData("System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($\"1 {a.En}\"))")]
    [InlineData("Digest(a)")]
    [InlineData("faults.Distinct()")]
    [InlineData("new HashSet<Fault>().Add(new Fault(1, new Message(\"甲\", \"a\")))")]
    public void A_compared_sentence_does_not_build(string expression) => Assert.Equal(["OPSGEN04"], Found(expression));

    [Theory]
    [InlineData("a.En == \"\"")]
    [InlineData("all.Select(one => one.En).ToList()")]
    [InlineData("all.Select(one => (1, one.En)).ToList()")]
    [InlineData("faults.DistinctBy(one => one.Line)")]
    [InlineData("new Message(\"甲\", 1 > 2 ? \"a\" : \"b\")")]
    [InlineData("new Message($\"甲 {1}\", $\"a {1}\")")]
    public void What_is_shown_or_only_asked_whether_it_is_there_builds(string expression) => Assert.Empty(Found(expression));

    [Theory]
    [InlineData("new Message(a.Zh, \"a\")")]
    [InlineData("new Message(\"甲\", 1 > 2 ? \"a\" : $\"b {1}\")")]
    [InlineData("new Message(\"甲\", string.Concat(\"a\", 1))")]
    public void A_message_that_has_lost_its_values_does_not_build(string expression) => Assert.Equal(["OPSGEN08"], Found(expression));

    private static IEnumerable<string> Found(string expression)
    {
        var source = $$"""
            using System.Collections.Generic;
            using System.Linq;
            namespace OpsRegistry { internal sealed record Text(string Zh, string En); }
            namespace OpsRegistry.Loading
            {
                [System.Runtime.CompilerServices.InterpolatedStringHandler]
                internal readonly ref struct Wording
                {
                    public Wording(int literals, int values) { }
                    public static implicit operator Wording(string words) => new(0, 0);
                    public void AppendLiteral(string words) { }
                    public void AppendFormatted<T>(T value) { }
                }
                internal readonly record struct Message { public Message(Wording zh, Wording en) { } }
                internal sealed record Fault(int Line, Message Message);
            }
            namespace Other
            {
                using OpsRegistry;
                using OpsRegistry.Loading;
                internal static class Code
                {
                    public static object Value(Text a, Text b, IEnumerable<Text> all, IEnumerable<Fault> faults) => {{expression}};
                    private static (int, string) Pair(Text text) => (1, text.En);
                    private static int Digest(Text text)
                    {
                        {{(expression == "Digest(a)" ? "var key = (1, text.En); return new Dictionary<(int, string), int>()[key];" : "return 1;")}}
                    }
                }
            }
            """;
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("Case", [CSharpSyntaxTree.ParseText(source)], references, new(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error));
        return compilation.WithAnalyzers([new ComparedSentences()]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult().Select(one => one.Id);
    }
}
