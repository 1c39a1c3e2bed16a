using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace OpsRegistry.Generators;

/// <summary>
/// Identity is never a sentence: neither a <c>Text</c> nor one language of it is compared, grouped by, made distinct or looked up (OPSGEN04). What is the
/// same is told by ids, states and records; words are for people and may change.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ComparedSentences : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Compared = new(
        "OPSGEN04", "A sentence is compared", "'{0}' compares a sentence; compare what it is about", "Sentences", DiagnosticSeverity.Error, isEnabledByDefault: true);

    /// <summary>What looks for equal ones among its receiver's items, or by the keys that a lambda gives.</summary>
    private static readonly ImmutableHashSet<string> Looking = ImmutableHashSet.Create(
        "Distinct", "DistinctBy", "GroupBy", "CountBy", "AggregateBy", "ToLookup", "ToDictionary", "ToHashSet", "ToFrozenSet", "ToFrozenDictionary", "ToImmutableHashSet",
        "Contains", "IndexOf", "Except", "ExceptBy", "Intersect", "IntersectBy", "Union", "UnionBy", "Join", "GroupJoin", "SequenceEqual");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Compared];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Operator, OperationKind.Binary);
        context.RegisterOperationAction(Call, OperationKind.Invocation);
        context.RegisterOperationAction(Set, OperationKind.ObjectCreation);
    }

    private static void Operator(OperationAnalysisContext context)
    {
        var operation = (IBinaryOperation)context.Operation;
        if (operation.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals
            && !IsConstant(operation.LeftOperand) && !IsConstant(operation.RightOperand)
            && (IsSentence(operation.LeftOperand) || IsSentence(operation.RightOperand)))
        {
            Report(context);
        }
    }

    private static void Call(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        var receiver = call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments.FirstOrDefault()?.Value : null);
        var compares = call.TargetMethod.Name == "Equals"
            ? (call.Instance is { } instance && IsSentence(instance)) || call.Arguments.Any(argument => IsSentence(argument.Value))
            : Looking.Contains(call.TargetMethod.Name) && call.TargetMethod.ContainingType.SpecialType != SpecialType.System_String
                && (HoldsSentences(receiver) || call.Arguments.Any(argument => argument.Parameter?.Name is "keySelector" or "outerKeySelector" or "innerKeySelector" && GivesSentence(argument.Value)));
        if (compares)
        {
            Report(context);
        }
    }

    private static void Set(OperationAnalysisContext context)
    {
        if (context.Operation.Type is INamedTypeSymbol { Name: "HashSet" or "Dictionary", TypeArguments.Length: > 0 } keyed && IsText(keyed.TypeArguments[0]))
        {
            Report(context);
        }
    }

    /// <summary>True for a sequence of texts, or of one language of each.</summary>
    private static bool HoldsSentences(IOperation? sequence) => Unwrapped(sequence) switch
    {
        null => false,
        IInvocationOperation { TargetMethod.Name: "Select" } select => GivesSentence(select.Arguments.Last().Value),
        IInvocationOperation { TargetMethod: { Name: "Where" or "OrderBy" or "Concat" or "ToList" or "OfType" or "Append" or "Prepend", IsExtensionMethod: true } } same => HoldsSentences(same.Arguments[0].Value),
        var other => other.Type is { } type && type.AllInterfaces.Concat([type]).OfType<INamedTypeSymbol>().Any(one =>
            one.ConstructedFrom.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T && IsText(one.TypeArguments[0])),
    };

    /// <summary>True for a lambda that gives a text, or one language of it.</summary>
    private static bool GivesSentence(IOperation value) =>
        Unwrapped(value) is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda }
            && lambda.Body.Operations.FirstOrDefault() is IReturnOperation { ReturnedValue: { } given } && IsSentence(given);

    private static bool IsSentence(IOperation value) => Unwrapped(value) switch
    {
        IPropertyReferenceOperation { Property: { Name: "Zh" or "En", ContainingType: var type } } => IsText(type),
        IInvocationOperation { TargetMethod: { Name: "In", ContainingType: var type } } => IsText(type),
        IConditionalAccessOperation { WhenNotNull: var part } => IsSentence(part),
        var other => other?.Type is { } type && IsText(type),
    };

    private static IOperation? Unwrapped(IOperation? operation) => operation switch
    {
        IConversionOperation conversion => Unwrapped(conversion.Operand),
        IParenthesizedOperation inner => Unwrapped(inner.Operand),
        _ => operation,
    };

    private static bool IsConstant(IOperation operation) => Unwrapped(operation)?.ConstantValue.HasValue ?? false;

    private static bool IsText(ITypeSymbol type) => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
        ? IsText(nullable.TypeArguments[0])
        : type is { Name: "Text", ContainingNamespace: { Name: "OpsRegistry", ContainingNamespace.IsGlobalNamespace: true } };

    private static void Report(OperationAnalysisContext context) =>
        context.ReportDiagnostic(Diagnostic.Create(Compared, context.Operation.Syntax.GetLocation(), context.Operation.Syntax.ToString().Split('\n')[0].Trim()));
}
