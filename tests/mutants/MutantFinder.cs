using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OpsRegistry.Mutants;

/// <summary>
/// Finds the places at which a file's code can be changed. Which of the changes the compiler takes is not asked here: those that it refuses are dropped after a build. Patterns are
/// no places, because no switch can stand in them.
/// </summary>
internal sealed class MutantFinder(string folder, string file, Action<Mutant> found) : CSharpSyntaxWalker
{
    private static readonly Dictionary<SyntaxKind, string> Operators = new()
    {
        [SyntaxKind.AddExpression] = "-",
        [SyntaxKind.SubtractExpression] = "+",
        [SyntaxKind.MultiplyExpression] = "/",
        [SyntaxKind.DivideExpression] = "*",
        [SyntaxKind.ModuloExpression] = "/",
        [SyntaxKind.LessThanExpression] = "<=",
        [SyntaxKind.LessThanOrEqualExpression] = "<",
        [SyntaxKind.GreaterThanExpression] = ">=",
        [SyntaxKind.GreaterThanOrEqualExpression] = ">",
        [SyntaxKind.EqualsExpression] = "!=",
        [SyntaxKind.NotEqualsExpression] = "==",
        [SyntaxKind.LogicalAndExpression] = "||",
        [SyntaxKind.LogicalOrExpression] = "&&",
    };

    private static readonly Dictionary<string, string> Calls = new(StringComparer.Ordinal)
    {
        ["First"] = "Last",
        ["Last"] = "First",
        ["FirstOrDefault"] = "LastOrDefault",
        ["LastOrDefault"] = "FirstOrDefault",
        ["Any"] = "All",
        ["All"] = "Any",
        ["Min"] = "Max",
        ["Max"] = "Min",
        ["MinBy"] = "MaxBy",
        ["MaxBy"] = "MinBy",
        ["OrderBy"] = "OrderByDescending",
        ["OrderByDescending"] = "OrderBy",
        ["Take"] = "Skip",
        ["Skip"] = "Take",
        ["TakeWhile"] = "SkipWhile",
        ["SkipWhile"] = "TakeWhile",
        ["Floor"] = "Ceiling",
        ["Ceiling"] = "Floor",
        ["Union"] = "Intersect",
        ["Except"] = "Intersect",
    };

    public override void VisitAttribute(AttributeSyntax node)
    {
    }

    public override void VisitEnumDeclaration(EnumDeclarationSyntax node)
    {
    }

    public override void VisitConstantPattern(ConstantPatternSyntax node)
    {
    }

    public override void VisitRelationalPattern(RelationalPatternSyntax node)
    {
    }

    public override void VisitCaseSwitchLabel(CaseSwitchLabelSyntax node)
    {
    }

    public override void VisitFieldDeclaration(FieldDeclarationSyntax node)
    {
        if (!node.Modifiers.Any(SyntaxKind.ConstKeyword))
        {
            base.VisitFieldDeclaration(node);
        }
    }

    public override void VisitLocalDeclarationStatement(LocalDeclarationStatementSyntax node)
    {
        if (!node.Modifiers.Any(SyntaxKind.ConstKeyword))
        {
            base.VisitLocalDeclarationStatement(node);
        }
    }

    public override void VisitParameter(ParameterSyntax node)
    {
        // What stands where nothing is said must be a constant.
    }

    public override void VisitThrowExpression(ThrowExpressionSyntax node)
    {
        // How an error is worded decides nothing.
    }

    public override void VisitThrowStatement(ThrowStatementSyntax node)
    {
    }

    public override void VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        if (Operators.TryGetValue(node.Kind(), out var other) && !Declares(node))
        {
            Add(node, $"{Plain(node.Left)} {other} {Plain(node.Right)}");
        }

        if (node.IsKind(SyntaxKind.CoalesceExpression) && !Declares(node) && node.Right is not ThrowExpressionSyntax)
        {
            Add(node, Plain(node.Right));
        }

        base.VisitBinaryExpression(node);
    }

    public override void VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node)
    {
        if (node.Kind() is SyntaxKind.LogicalNotExpression or SyntaxKind.UnaryMinusExpression && !Declares(node))
        {
            Add(node, Plain(node.Operand));
        }

        base.VisitPrefixUnaryExpression(node);
    }

    public override void VisitLiteralExpression(LiteralExpressionSyntax node)
    {
        var changed = node.Kind() switch
        {
            SyntaxKind.TrueLiteralExpression => "false",
            SyntaxKind.FalseLiteralExpression => "true",
            SyntaxKind.NumericLiteralExpression when node.Token.Value is int number => (number + 1).ToString(CultureInfo.InvariantCulture),
            SyntaxKind.NumericLiteralExpression when node.Token.Value is decimal number => (number + 1).ToString(CultureInfo.InvariantCulture) + "m",
            _ => null,
        };
        if (changed is not null)
        {
            Add(node, changed);
        }
    }

    public override void VisitIfStatement(IfStatementSyntax node)
    {
        Negate(node.Condition);
        base.VisitIfStatement(node);
    }

    public override void VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        Negate(node.Condition);
        base.VisitConditionalExpression(node);
    }

    public override void VisitIsPatternExpression(IsPatternExpressionSyntax node)
    {
        if (!Declares(node) && node.Parent is not (IfStatementSyntax or ConditionalExpressionSyntax))
        {
            Add(node, $"!({Plain(node)})");
        }

        base.VisitIsPatternExpression(node);
    }

    public override void VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (node.Expression is MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } access && !Declares(node))
        {
            if (Calls.TryGetValue(name.Identifier.Text, out var other) && !(name.Identifier.Text == "Any" && node.ArgumentList.Arguments.Count == 0))
            {
                Add(node, $"{Plain(access.Expression)}.{other}{Plain(node.ArgumentList)}");
            }
            else if (name.Identifier.Text is "Where" or "Distinct" or "Concat" or "DistinctBy")
            {
                Add(node, Plain(access.Expression));
            }
        }

        base.VisitInvocationExpression(node);
    }

    public override void VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        if (!Declares(node) && node.Expression is InvocationExpressionSyntax or AssignmentExpressionSyntax { Left: not DeclarationExpressionSyntax } or PostfixUnaryExpressionSyntax)
        {
            Add(node, null);
        }

        base.VisitExpressionStatement(node);
    }

    private void Negate(ExpressionSyntax condition)
    {
        // Comparisons and the like have a change of their own.
        if (!Declares(condition) && !Operators.ContainsKey(condition.Kind()) && condition is not PrefixUnaryExpressionSyntax)
        {
            Add(condition, $"!({Plain(condition)})");
        }
    }

    private void Add(SyntaxNode node, string? changed)
    {
        var text = node.ToString();
        if (!text.Contains("//", StringComparison.Ordinal) && !text.Contains("\"\"\"", StringComparison.Ordinal))
        {
            var member = node.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? node;
            found(new(-1, folder, file, node.GetLocation().GetLineSpan().StartLinePosition.Line + 1, node.Span, member.Span, text, changed));
        }
    }

    /// <summary>A name that comes into being here would come into being twice.</summary>
    private static bool Declares(SyntaxNode node) => node.DescendantNodesAndSelf().Any(part => part is SingleVariableDesignationSyntax or DeclarationExpressionSyntax);

    private static string Plain(SyntaxNode node) => string.Join(' ', node.ToString().Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
