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
    public void A_compared_sentence_does_not_build(string expression) => Assert.Equal(["OPSGEN04"], Found(expression));

    [Theory]
    [InlineData("a.En == \"\"")]
    [InlineData("all.Select(one => one.En).ToList()")]
    public void What_is_shown_or_only_asked_whether_it_is_there_builds(string expression) => Assert.Empty(Found(expression));

    private static IEnumerable<string> Found(string expression)
    {
        var source = $$"""
            using System.Collections.Generic;
            using System.Linq;
            namespace OpsRegistry { internal sealed record Text(string Zh, string En); }
            namespace Other
            {
                using OpsRegistry;
                internal static class Code { public static object Value(Text a, Text b, IEnumerable<Text> all) => {{expression}}; }
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
