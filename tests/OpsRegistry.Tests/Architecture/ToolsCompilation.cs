using System.Text;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using OpsRegistry.Generators;

namespace OpsRegistry.Tests.Architecture;

/// <summary>The library and the command line compiled in memory, with what the generators make of the schemas.</summary>
internal static class ToolsCompilation
{
    /// <summary>The name of what <see cref="WithOneMore"/> adds.</summary>
    public const string Added = "OneMore";

    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest, DocumentationMode.None);

    private static readonly Lazy<CSharpCompilation> Tools = new(Compile);

    /// <summary>The tools as they stand.</summary>
    public static CSharpCompilation AsWritten => Tools.Value;

    /// <summary>The tools with one more member in each enumeration and one more case in each closed union.</summary>
    public static CSharpCompilation WithOneMore()
    {
        var unions = ClosedSet.UnionsOf(AsWritten).Select(union => union.Name).ToHashSet(StringComparer.Ordinal);
        return AsWritten.RemoveAllSyntaxTrees().AddSyntaxTrees(
            AsWritten.SyntaxTrees.Select(tree => tree.WithRootAndOptions(new Grower(unions).Visit(tree.GetRoot()), Options)));
    }

    /// <summary>The trees that people write.</summary>
    public static IEnumerable<SyntaxTree> WrittenTrees(this Compilation compilation) =>
        compilation.SyntaxTrees.Where(tree => tree.FilePath.StartsWith("tools/", StringComparison.Ordinal));

    private static CSharpCompilation Compile()
    {
        const string usings = "System System.Collections.Generic System.IO System.Linq System.Net.Http System.Threading System.Threading.Tasks";
        var stated = XDocument.Load(Path.Combine(Golden.RepositoryRoot, "tools/OpsRegistry/OpsRegistry.csproj")).Descendants("Using").Select(item => item.Attribute("Include")!.Value);
        var global = CSharpSyntaxTree.ParseText(string.Concat(usings.Split(' ').Concat(stated).Select(name => $"global using {name};")), Options);
        var written = SourceTree.Code("tools/OpsRegistry").Concat(SourceTree.Code("tools/OpsRegistry.Cli"))
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(Golden.RepositoryRoot, path)), Options, path));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileNameWithoutExtension(path) is not ("OpsRegistry" or "opsreg" or "OpsRegistry.Tests"))
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Tools", written.Append(global), references, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var schemas = Directory.GetFiles(Path.Combine(Golden.RepositoryRoot, "schemas"), "*.schema.json").Select(AdditionalText (path) => new Schema(path));
        CSharpGeneratorDriver
            .Create([new KindRecords().AsSourceGenerator(), new RuleShapes().AsSourceGenerator(), new EnumTitles().AsSourceGenerator()], schemas, Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        return (CSharpCompilation)generated;
    }

    private sealed class Grower(IReadOnlySet<string> unions) : CSharpSyntaxRewriter
    {
        public override SyntaxNode VisitEnumDeclaration(EnumDeclarationSyntax node) => node.AddMembers(SyntaxFactory.EnumMemberDeclaration(Added));

        public override SyntaxNode VisitRecordDeclaration(RecordDeclarationSyntax node) => unions.Contains(node.Identifier.Text) && node.Members.Count > 0
            ? node.AddMembers(SyntaxFactory.ParseMemberDeclaration($" public sealed record {Added} : {node.Identifier.Text};")!)
            : node;
    }

    private sealed class Schema(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(File.ReadAllText(path), Encoding.UTF8);
    }
}
