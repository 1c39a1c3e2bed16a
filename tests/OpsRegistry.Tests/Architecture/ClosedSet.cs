using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OpsRegistry.Tests.Architecture;

/// <summary>
/// A switch over closed sets alone: enumerations of the tools and unions, which are abstract types that nobody outside can derive from.
/// Sets of other libraries are open: they grow without asking us.
/// </summary>
/// <param name="Place">Its file and line.</param>
/// <param name="Keyword">Where the compiler reports it.</param>
/// <param name="Sets">What it switches over.</param>
/// <param name="Named">The members and cases that its arms name.</param>
/// <param name="HasOpenArm">True where an arm takes what no other names.</param>
/// <param name="OpenArmThrows">True where that arm throws.</param>
internal sealed record ClosedSet(string Place, Location Keyword, IReadOnlyList<INamedTypeSymbol> Sets, IReadOnlySet<ISymbol> Named, bool HasOpenArm, bool OpenArmThrows)
{
    /// <summary>True where the compiler itself sees every member.</summary>
    public bool IsOfEnumerations => Sets.All(set => set.TypeKind == TypeKind.Enum);

    /// <summary>The cases of unions that no arm names.</summary>
    public IEnumerable<string> Forgotten =>
        from set in Sets
        where set.TypeKind != TypeKind.Enum
        from one in set.GetTypeMembers()
        where SymbolEqualityComparer.Default.Equals(one.BaseType, set) && !Named.Contains(one)
        select $"{Place}: {one.ToDisplayString()}";

    /// <summary>The unions of a compilation.</summary>
    public static IEnumerable<INamedTypeSymbol> UnionsOf(Compilation compilation) =>
        from tree in compilation.WrittenTrees()
        let model = compilation.GetSemanticModel(tree)
        from type in tree.GetRoot().DescendantNodes().OfType<RecordDeclarationSyntax>()
        let symbol = model.GetDeclaredSymbol(type)
        where IsUnion(symbol)
        select symbol;

    /// <summary>The switches of a compilation.</summary>
    public static IReadOnlyList<ClosedSet> SwitchesOf(Compilation compilation) => compilation.WrittenTrees().AsParallel().AsOrdered().SelectMany(tree =>
    {
        var model = compilation.GetSemanticModel(tree);
        return
            from node in tree.GetRoot().DescendantNodes()
            let over = node switch
            {
                SwitchExpressionSyntax expression => expression.GoverningExpression,
                SwitchStatementSyntax statement => statement.Expression,
                _ => null,
            }
            where over is not null
            let parts = PartsOf(model.GetTypeInfo(over).Type).ToList()
            where parts.Count > 0 && parts.All(IsClosed)
            select Read(node, parts.OfType<INamedTypeSymbol>().Where(part => part.SpecialType != SpecialType.System_Boolean).ToList(), model);
    }).Where(one => one.Sets.Count > 0).ToList();

    private static ClosedSet Read(SyntaxNode node, IReadOnlyList<INamedTypeSymbol> sets, SemanticModel model)
    {
        var place = $"{node.SyntaxTree.FilePath}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";
        if (node is SwitchExpressionSyntax expression)
        {
            var open = expression.Arms.FirstOrDefault(arm => arm.WhenClause is null && IsOpen(arm.Pattern));
            return new(place, expression.SwitchKeyword.GetLocation(), sets, NamedIn(expression.Arms.Select(arm => arm.Pattern), model), open is not null, open?.Expression is ThrowExpressionSyntax);
        }

        var statement = (SwitchStatementSyntax)node;
        var rest = statement.Sections.FirstOrDefault(section => section.Labels.Any(label => label is DefaultSwitchLabelSyntax));
        var labels = statement.Sections.SelectMany(section => section.Labels).Where(label => label is not DefaultSwitchLabelSyntax);
        return new(place, statement.SwitchKeyword.GetLocation(), sets, NamedIn(labels, model), true, rest?.Statements is [ThrowStatementSyntax]);
    }

    private static HashSet<ISymbol> NamedIn(IEnumerable<SyntaxNode> patterns, SemanticModel model) => patterns
        .SelectMany(pattern => pattern.DescendantNodes())
        .OfType<NameSyntax>()
        .Select(name => model.GetSymbolInfo(name).Symbol)
        .OfType<ISymbol>()
        .ToHashSet(SymbolEqualityComparer.Default);

    private static bool IsOpen(PatternSyntax pattern) =>
        pattern is DiscardPatternSyntax or VarPatternSyntax or UnaryPatternSyntax || pattern is RecursivePatternSyntax { Type: null, PositionalPatternClause: null, PropertyPatternClause.Subpatterns.Count: 0 };

    private static IEnumerable<ITypeSymbol> PartsOf(ITypeSymbol? type) => type switch
    {
        null => [],
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.SelectMany(element => PartsOf(element.Type)),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => nullable.TypeArguments,
        _ => [type],
    };

    private static bool IsClosed(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Boolean || (type.TypeKind == TypeKind.Enum && type.Locations.Any(location => location.IsInSource)) || IsUnion(type as INamedTypeSymbol);

    private static bool IsUnion(INamedTypeSymbol? type) =>
        type is { IsAbstract: true, TypeKind: TypeKind.Class } && type.Locations.Any(location => location.IsInSource) &&
        type.InstanceConstructors.Where(one => !one.IsImplicitlyDeclared).ToList() is { Count: > 0 } own && own.All(one => one.DeclaredAccessibility == Accessibility.Private);
}
