using Microsoft.CodeAnalysis;
using Xunit;

namespace OpsRegistry.Tests.Architecture;

/// <summary>Closed means closed: whoever adds a member to an enumeration, or a case to a union, is told every place that has to know it.</summary>
public sealed class ClosedSetTests
{
    private static readonly Lazy<Compilation> Grown = new(ToolsCompilation.WithOneMore);

    [Fact]
    public void A_switch_over_a_closed_set_gives_no_value_for_what_it_does_not_name()
    {
        var switches = ClosedSet.SwitchesOf(ToolsCompilation.AsWritten);
        Assert.InRange(switches.Count, 50, 500);
        Assert.Empty(switches.Where(one => one is { HasOpenArm: true, OpenArmThrows: false }).Select(one => one.Place));
    }

    [Fact]
    public void A_switch_over_enumerations_alone_leaves_the_rest_to_the_compiler() =>
        Assert.Empty(ClosedSet.SwitchesOf(ToolsCompilation.AsWritten).Where(one => one is { IsOfEnumerations: true, HasOpenArm: true }).Select(one => one.Place));

    [Fact]
    public void A_switch_over_a_union_names_every_case() =>
        Assert.Empty(ClosedSet.SwitchesOf(ToolsCompilation.AsWritten).SelectMany(one => one.Forgotten));

    [Fact]
    public void With_one_more_member_in_each_enumeration_no_switch_over_one_builds()
    {
        var over = ClosedSet.SwitchesOf(Grown.Value).Where(one => one.IsOfEnumerations).ToList();
        var refused = over.AsParallel().SelectMany(one => Grown.Value.GetSemanticModel(one.Keyword.SourceTree!).GetMethodBodyDiagnostics(one.Keyword.SourceSpan))
            .Where(diagnostic => diagnostic.Id == "CS8509").Select(diagnostic => diagnostic.Location).ToHashSet();
        Assert.Contains(over, one => one.Place.StartsWith("tools/OpsRegistry/Settling/Settler.cs:", StringComparison.Ordinal) && one.Sets[0].Name == "PaymentTrigger");
        Assert.Empty(over.Where(one => !refused.Contains(one.Keyword)).Select(one => one.Place));
    }

    [Fact]
    public void With_one_more_case_in_each_union_every_switch_over_one_is_found()
    {
        var over = ClosedSet.SwitchesOf(Grown.Value).Where(one => one.Sets.Any(set => set.TypeKind != TypeKind.Enum)).ToList();
        Assert.NotEmpty(over);
        Assert.Empty(over.Where(one => !one.Forgotten.Any(name => name.EndsWith(ToolsCompilation.Added, StringComparison.Ordinal))).Select(one => one.Place));
    }
}
