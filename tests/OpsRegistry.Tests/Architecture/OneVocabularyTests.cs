using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using OpsRegistry.Model;
using Xunit;

namespace OpsRegistry.Tests.Architecture;

/// <summary>A word of an enumeration has one Chinese and one English name: in <c>[Title]</c> beside the member, or in the schema's <c>x-titles</c>.</summary>
public sealed partial class OneVocabularyTests
{
    /// <summary>Enumerations of libraries, and those of which a switch makes sentences (what to write in a field, what was done) and nobody needs a name.</summary>
    private static readonly string[] Unnamed = ["IsoDayOfWeek", "HttpStatusCode", "JsonObjectType", "ScalarKind", "AnswerShape", "AmountUnit", "CommentPlan", "DocumentSubject", "IssuePlan", "SourceEntryKind"];

    [Fact]
    public void No_switch_or_choice_translates_what_has_a_name() =>
        Assert.Empty(SourceTree.Code("tools").SelectMany(file => Translations(string.Join('\n', SourceTree.Lines(file))).Select(arm => $"{file}: {arm}")));

    [Fact]
    public void A_second_translation_would_be_found() =>
        Assert.Equal(
            ["TargetState.Missed => \"超时\"", "TargetState.Met => new(\"达标\", \"met\")", "r == GrantRole.Vendor ? \"供应商\" : \"采购人\""],
            Translations("""class C { string Role(GrantRole r) => r == GrantRole.Vendor ? "供应商" : "采购人"; string Of(TargetState s) => s switch { TargetState.Missed => "超时", _ => "" }; Text In(TargetState s) => s switch { TargetState.Met => new("达标", "met"), _ => default }; }"""));

    [Fact]
    public void No_two_words_of_one_enumeration_have_the_same_name() =>
        Assert.All(
            Kinds.All.SelectMany(kind => kind.Fields).Select(field => field.Type).Where(type => type.IsEnum && type != typeof(Language)).Distinct(),
            type => Assert.Equal(type.GetEnumNames().Length, TitlesOf(type).Distinct().Count()));

    /// <summary>Arms and choices that give a plain text with Chinese in it for a member by name.</summary>
    private static IEnumerable<string> Translations(string source)
    {
        var nodes = CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes().ToList();
        return nodes.OfType<SwitchExpressionArmSyntax>()
            .Where(arm => arm.Pattern is ConstantPatternSyntax { Expression: var member } && IsNamed(member) && IsWord(arm.Expression))
            .Concat<SyntaxNode>(nodes.OfType<ConditionalExpressionSyntax>()
                .Where(choice => choice.Condition is BinaryExpressionSyntax { Right: var member } && IsNamed(member) && IsWord(choice.WhenTrue) && IsWord(choice.WhenFalse)))
            .Select(node => node.ToString());
    }

    private static bool IsNamed(ExpressionSyntax member) =>
        member is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax type } && !Unnamed.Contains(type.Identifier.Text) && char.IsUpper(type.Identifier.Text[0]);

    /// <summary>A few words with Chinese in them; longer texts are sentences.</summary>
    private static bool IsWord(ExpressionSyntax expression) =>
        (expression is LiteralExpressionSyntax || (Arguments(expression) is { } words && words.Any() && words.All(word => word.Expression is LiteralExpressionSyntax)))
        && Chinese().IsMatch(expression.ToString()) && expression.ToString().Length < 40;

    private static IEnumerable<ArgumentSyntax>? Arguments(ExpressionSyntax expression) => (expression as BaseObjectCreationExpressionSyntax)?.ArgumentList?.Arguments;

    private static IEnumerable<string> TitlesOf(Type type)
    {
        var title = typeof(Kind).Assembly.GetTypes().SelectMany(holder => holder.GetMethods())
            .Single(method => method.Name == "Title" && method.GetParameters() is [{ ParameterType: var of }] && of == type);
        return type.GetEnumValues().Cast<object>().Select(member => ((Text)title.Invoke(null, [member])!).Zh);
    }

    [GeneratedRegex("[\u4e00-\u9fff]", RegexOptions.CultureInvariant)]
    private static partial Regex Chinese();
}
