using System.Reflection;
using OpsRegistry.Assessing.Shapes;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Docs;
using Xunit;

namespace OpsRegistry.Tests.Scoring;

/// <summary>The examples of the rule shapes, which are their documentation too.</summary>
public sealed class ShapeExampleTests
{
    private static readonly string Page = Path.Combine(Golden.RepositoryRoot, "docs", "shapes.md");

    public static TheoryData<string> Examples => [.. ShapeExample.Files.SelectMany(ShapeExample.Of).Select(example => example.Name)];

    [Theory, MemberData(nameof(Examples))]
    public void A_shape_costs_what_its_example_says(string name)
    {
        var example = ShapeExample.Files.SelectMany(ShapeExample.Of).Single(example => example.Name == name);
        Assert.Equal(example.Expected, example.Found());
    }

    public static TheoryData<string> Shaped => [.. ShapeExample.Files];

    /// <summary>Each reason, record and clause of the examples, and what the shape says of itself: what it may take, within what range, and what it rests on.</summary>
    [Theory, MemberData(nameof(Shaped))]
    public void The_examples_of_a_shape_are_as_accepted_to_the_last_value(string shape) => Golden.Matches(
        $"expected/in-full/shapes/{shape}.txt",
        StraightLine.InFull.Of(ShapeExample.Of(shape).Select(example => (example.Name, Shape.Of(example.Term.Shape!).Most(15m), Shape.Of(example.Term.Shape!).Range, Shape.Of(example.Term.Shape!).RestsOn, example.Line())).ToList()));

    [Fact]
    public void Every_shape_has_examples_that_cost_nothing_and_others_that_do_and_no_file_is_of_none()
    {
        Assert.Equal(Shapes.Select(shape => Bound.KeyOf(shape.Name)).Order(StringComparer.Ordinal), ShapeExample.Files);
        Assert.All(ShapeExample.Files, shape =>
        {
            var costs = ShapeExample.Of(shape).Select(example => example.Expected).ToList();
            Assert.Contains("", costs);
            Assert.Contains(costs, cost => cost.Length > 0 && char.IsAsciiDigit(cost[0]));
            Assert.All(ShapeExample.Of(shape), example => Assert.Equal(shape, Bound.KeyOf(example.Term.Shape!.GetType().Name)));
        });
    }

    [Fact]
    public void A_shape_rests_on_every_obligation_target_record_and_field_that_the_scorecard_gives_it() =>
        Assert.All(ShapeExample.Files.SelectMany(ShapeExample.Of).Select(example => example.Term.Shape!), given =>
        {
            var basis = Shape.Of(given).RestsOn;
            foreach (var property in given.GetType().GetProperties().Where(property => property.GetValue(given) is not null))
            {
                switch (property.Name, property.GetValue(given))
                {
                    case (_, RecordMatch records): Assert.Contains(records, basis.Records); break;
                    case (_, PointsBy by): Assert.Contains(basis.Fields, field => field.Name == by.Field); break;
                    case ("Obligation", string id): Assert.Contains(basis.Obligations, named => named.Value == id); break;
                    case ("Target", string id): Assert.Contains(basis.Targets, named => named.Value == id); break;
                    case ("Aggregate", string id): Assert.Contains(basis.Aggregates, named => named.Value == id); break;
                    case (_, string field): Assert.Contains(basis.Fields, use => use.Name == field); break;
                    default: break;
                }
            }
        });

    [Fact]
    public void The_page_is_what_schema_and_examples_say()
    {
        using var output = new StringWriter();
        ShapePage.Write(
            output,
            File.ReadAllText(Path.Combine(Golden.RepositoryRoot, "schemas", ShapePage.SchemaFile)),
            ShapeExample.Files.ToDictionary(shape => shape, shape => File.ReadAllText(Path.Combine(Golden.RepositoryRoot, "tests", "shapes", shape + ".yaml"))));
        if (Environment.GetEnvironmentVariable("OPSREG_BLESS") == "1")
        {
            File.WriteAllText(Page, output.ToString());
        }

        Assert.Equal(output.ToString(), File.ReadAllText(Page));
    }

    private static IEnumerable<PropertyInfo> Shapes => typeof(DeductionTerms).GetProperties()
        .Where(property => property.PropertyType.IsSubclassOf(typeof(RuleShape)));
}
