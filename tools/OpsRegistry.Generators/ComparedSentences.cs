using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace OpsRegistry.Generators;

/// <summary>
/// Identity is never a sentence: neither a <c>Text</c> or <c>Message</c> nor one language of it is compared, grouped by, made distinct, looked up or digested,
/// alone, within a tuple, a record or another text (OPSGEN04). What is the same is told by ids, states and records; words are for people and may change.
/// A message is written with its values in braces, by which it is known: one put together beforehand has lost them (OPSGEN08).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ComparedSentences : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Compared = new(
        "OPSGEN04", "A sentence is compared", "'{0}' compares a sentence; compare what it is about", "Sentences", DiagnosticSeverity.Error, isEnabledByDefault: true);

    private static readonly DiagnosticDescriptor Lost = new(
        "OPSGEN08", "A message has lost its values", "'{0}' is put together beforehand; write it in place, or join messages", "Sentences", DiagnosticSeverity.Error, isEnabledByDefault: true);

    /// <summary>What takes a key, or bytes to digest.</summary>
    private static readonly ImmutableHashSet<string> Keyed = ImmutableHashSet.Create(
        "ContainsKey", "TryGetValue", "GetValueOrDefault", "TryAdd", "GetOrAdd", "HashData", "AppendData", "ComputeHash");

    /// <summary>What looks for equal ones among its receiver's items, or by the keys that a lambda gives.</summary>
    private static readonly ImmutableHashSet<string> Looking = ImmutableHashSet.Create(
        "Distinct", "DistinctBy", "GroupBy", "CountBy", "AggregateBy", "ToLookup", "ToDictionary", "ToHashSet", "ToFrozenSet", "ToFrozenDictionary", "ToImmutableHashSet",
        "Contains", "IndexOf", "Except", "ExceptBy", "Intersect", "IntersectBy", "Union", "UnionBy", "Join", "GroupJoin", "SequenceEqual");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Compared, Lost];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Operator, OperationKind.Binary);
        context.RegisterOperationAction(Call, OperationKind.Invocation);
        context.RegisterOperationAction(Set, OperationKind.ObjectCreation);
        context.RegisterOperationAction(Entry, OperationKind.PropertyReference);
        context.RegisterOperationAction(Written, OperationKind.Conversion);
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
                && ((!call.Arguments.Any(argument => argument.Parameter?.Name is "keySelector" or "comparer") && HoldsSentences(receiver)) || call.Arguments.Any(argument => argument.Parameter?.Name is "keySelector" or "outerKeySelector" or "innerKeySelector" && GivesSentence(argument.Value)));
        var isKeyed = IsSet(call.Instance?.Type) ? call.TargetMethod.Name is "Add" or "Contains" or "Remove" : Keyed.Contains(call.TargetMethod.Name);
        if (compares || (isKeyed && call.Arguments.Any(argument => argument.Parameter?.RefKind is not RefKind.Out && Carries(argument.Value))))
        {
            Report(context);
        }
    }

    private static void Entry(OperationAnalysisContext context)
    {
        var property = (IPropertyReferenceOperation)context.Operation;
        if (property.Arguments.Length == 1 && property.Instance?.Type is { Name: "Dictionary" or "IReadOnlyDictionary" or "ConcurrentDictionary" or "ILookup" } && Carries(property.Arguments[0].Value))
        {
            Report(context);
        }
    }

    private static void Written(OperationAnalysisContext context)
    {
        var conversion = (IConversionOperation)context.Operation;
        if (conversion.OperatorMethod is { ContainingType.Name: "Wording" } && !IsFixed(conversion.Operand))
        {
            Report(context, Lost);
        }
    }

    /// <summary>True for words that stand in the source, or a choice among such.</summary>
    private static bool IsFixed(IOperation words) => Unwrapped(words) switch
    {
        IConditionalOperation { WhenFalse: { } other } choice => IsFixed(choice.WhenTrue) && IsFixed(other),
        var plain => plain?.ConstantValue.HasValue ?? false,
    };

    private static bool IsSet(ITypeSymbol? type) => type is { Name: "HashSet" or "ISet" or "SortedSet" };

    /// <summary>True for a sentence, and for what is made of one: a tuple, another text, an array, a local variable, the bytes of it.</summary>
    private static bool Carries(IOperation? value) => Unwrapped(value) switch
    {
        null => false,
        ITupleOperation tuple => tuple.Elements.Any(Carries),
        IInterpolatedStringOperation text => text.Parts.OfType<IInterpolationOperation>().Any(part => Carries(part.Expression)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => Carries(sum.LeftOperand) || Carries(sum.RightOperand),
        IInvocationOperation { TargetMethod.Name: "GetBytes" or "Join" or "Concat" or "Format" or "Trim" or "ToUpperInvariant" or "Replace" } made =>
            (made.Instance is { } of && Carries(of)) || made.Arguments.Any(argument => Carries(argument.Value)),
        IInvocationOperation { TargetMethod: { MethodKind: MethodKind.Ordinary, IsStatic: true } method } call when ReturnsSentence(method, call.SemanticModel!.Compilation) => true,
        ILocalReferenceOperation local => local.Local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } declared
            && value!.SemanticModel?.GetOperation(declared) is IVariableDeclaratorOperation { Initializer.Value: { } first } && Carries(first),
        var other => IsSentence(other) || (other.Type is { } type && IsMadeOfSentences(type)),
    };

    /// <summary>True for a method of this compilation whose result is a tuple with a sentence in it.</summary>
    private static bool ReturnsSentence(IMethodSymbol method, Compilation compilation) =>
        method.ReturnType is INamedTypeSymbol { IsTupleType: true }
            && method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } syntax
#pragma warning disable RS1030 // The method stands in another file; only its own body is looked at.
            && compilation.GetSemanticModel(syntax.SyntaxTree) is var model
#pragma warning restore RS1030
            && syntax.DescendantNodes().Any(node => model.GetOperation(node) is ITupleOperation tuple && tuple.Elements.Any(IsSentence));

    /// <summary>True for a record that is equal to another only where their messages are: a finding, a fault.</summary>
    private static bool IsMadeOfSentences(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsRecord: true } record && !IsText(record)
            && !record.GetMembers("Equals").OfType<IMethodSymbol>().Any(method => !method.IsImplicitlyDeclared)
            && record.GetMembers().OfType<IPropertySymbol>().Any(property => !property.IsStatic && property.Type.Name == "Message" && IsText(property.Type) && property.DeclaringSyntaxReferences.Length > 0 && IsStored(property));

    private static bool IsStored(IPropertySymbol property) =>
        property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

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
            one.ConstructedFrom.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T && (IsText(one.TypeArguments[0]) || IsMadeOfSentences(one.TypeArguments[0]))),
    };

    /// <summary>True for a lambda that gives a text, or one language of it.</summary>
    private static bool GivesSentence(IOperation value) =>
        Unwrapped(value) is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda }
            && lambda.Body.Operations.FirstOrDefault() is IReturnOperation { ReturnedValue: { } given } && Carries(given);

    private static bool IsSentence(IOperation value) => Unwrapped(value) switch
    {
        IPropertyReferenceOperation { Property: { Name: "Zh" or "En" or "Words", ContainingType: var type } } => IsText(type),
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
        : type is { Name: "Text", ContainingNamespace: { Name: "OpsRegistry", ContainingNamespace.IsGlobalNamespace: true } } or { Name: "Message", ContainingNamespace.Name: "Loading" };

    private static void Report(OperationAnalysisContext context, DiagnosticDescriptor? of = null) =>
        context.ReportDiagnostic(Diagnostic.Create(of ?? Compared, context.Operation.Syntax.GetLocation(), context.Operation.Syntax.ToString().Split('\n')[0].Trim()));
}
