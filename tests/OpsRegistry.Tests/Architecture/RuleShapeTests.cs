using System.Reflection;
using OpsRegistry.Assessing.Shapes;
using OpsRegistry.Model;
using Xunit;

namespace OpsRegistry.Tests.Architecture;

/// <summary>A rule shape is known to its own class: whatever looks at shapes asks <see cref="Shape"/>, and none in particular.</summary>
public sealed class RuleShapeTests
{
    private static readonly ILookup<Type, Type> ShapesByUser = new[] { typeof(Shape).Assembly, typeof(global::OpsRegistry.Cli.ExitCode).Assembly }
        .SelectMany(CompiledCode.Uses)
        .Select(use => (use.User, Shape: ShapeOf(use.Used)))
        .Where(use => use.Shape is not null && use.User != use.Shape)
        .ToLookup(use => use.User, use => use.Shape!);

    [Fact]
    public void Only_the_class_of_a_shape_and_rules_about_it_alone_know_it() =>
        Assert.Empty(
            from user in ShapesByUser
            where user.Key != typeof(Shape) && user.Key != typeof(DeductionTerms) // generated: the dispatch, and the properties that are read
            let shapes = user.Distinct().ToList()
            let isRule = user.Key.Namespace!.StartsWith("OpsRegistry.Rules", StringComparison.Ordinal)
            where shapes.Count > 1 || !(isRule || typeof(Shape<>).MakeGenericType(shapes[0]).IsAssignableFrom(user.Key))
            select $"{user.Key} knows {string.Join(", ", shapes.Select(shape => shape.Name))}");

    [Fact]
    public void Every_shape_has_its_class() =>
        Assert.All(
            typeof(RuleShape).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(RuleShape))),
            shape => Assert.Single(ShapesByUser, user => user.Contains(shape) && typeof(Shape<>).MakeGenericType(shape).IsAssignableFrom(user.Key)));

    /// <summary>The shape that a type is, a member belongs to, or a deduction's property gives.</summary>
    private static Type? ShapeOf(MemberInfo used)
    {
        var type = used switch
        {
            Type one => one,
            MethodInfo { DeclaringType: var declaring } method when declaring == typeof(DeductionTerms) => method.ReturnType,
            _ => used.DeclaringType,
        };
        return type is not null && type.IsSubclassOf(typeof(RuleShape)) ? type : null;
    }
}
