using System.Text;
using OpsRegistry.Loading;
using OpsRegistry.Reviewing;
using Xunit;

namespace OpsRegistry.Tests.Reviewing;

public sealed class NodeComparisonTests
{
    [Theory]
    [InlineData("a: 1", "a: 1 # why", "")]
    [InlineData("a: 1\nb: 2", "b: 2\na: 1", "")]
    [InlineData("a: x", "a: 'x'", "")]
    [InlineData("a: 1", "a: '1'", "a: 1 -> 1 @1:4")]
    [InlineData("a: 1", "a: 2", "a: 1 -> 2 @1:4")]
    [InlineData("a: 1", "a: 1\nb: 2", "b:  -> 2 @2:4")]
    [InlineData("a: 1\nb: 2", "a: 1", "b: 2 ->  @1:1")]
    [InlineData("a: {b: {c: 1}}", "a: {b: {c: 2}}", "a.b.c: 1 -> 2 @1:12")]
    [InlineData("a: [x, y]", "a: [y, z]", "a[]:  -> z @1:8|a[]: x ->  @1:5")]
    [InlineData("a: [x, y]", "a: [y, x]", "a: [x, y] -> [y, x] @1:5")]
    [InlineData("a: [{id: p, n: 1}, {id: q, n: 2}]", "a: [{id: q, n: 2}, {id: p, n: 3}]", "a[id=p].n: 1 -> 3 @1:31")]
    [InlineData("a: [{id: p, n: 1}]", "a: [{id: q, n: 1}]", "a[id=q]:  -> {id: q, n: 1} @1:6|a[id=p]: {id: p, n: 1} ->  @1:6")]
    [InlineData("a: [{from: 1, to: 2}]", "a: [{from: 1, to: 3}]", "a[from=1].to: 2 -> 3 @1:19")]
    [InlineData("a: [{n: 1}, {n: 1}]", "a: [{n: 1}]", "a[]: {n: 1} ->  @1:6")]
    [InlineData("a: []", "a: [x]", "a[]:  -> x @1:5")]
    [InlineData("a: [x]", "a: {b: x}", "a: [x] -> {b: x} @1:5")]
    [InlineData("a: null", "a: 1", "a:  -> 1 @1:4")]
    public void Fields_that_differ_are_named_by_what_identifies_them(string before, string after, string expected) =>
        Assert.Equal(expected, string.Join('|', NodeComparison.Compare(Read(before), Read(after)).Select(Shown)));

    [Fact]
    public void Filling_in_an_absent_or_empty_field_is_no_change_of_what_was_said()
    {
        Assert.True(NodeComparison.Compare(Read("a: 1"), Read("a: 1\nb: 2"))[0].FillsIn);
        Assert.True(NodeComparison.Compare(Read("a: null"), Read("a: 2"))[0].FillsIn);
        Assert.False(NodeComparison.Compare(Read("a: 1"), Read("a: 2"))[0].FillsIn);
        Assert.False(NodeComparison.Compare(Read("a: 1\nb: 2"), Read("a: 1"))[0].FillsIn);
    }

    [Fact]
    public void Top_is_the_field_of_the_spec_whatever_lies_below() =>
        Assert.Equal("spec.interruptions", NodeComparison.Compare(Read("spec: {interruptions: [{from: 1, to: 2}]}"), Read("spec: {interruptions: [{from: 1, to: 3}]}"))[0].Top);

    private static MappingNode Read(string text) => YamlReader.Read("a.yaml", Encoding.UTF8.GetBytes(text)).Root!;

    private static string Shown(FieldChange change) => $"{change.Field}: {Flow(change.Before)} -> {Flow(change.After)} @{change.Place.Line}:{change.Place.Column}";

    private static string Flow(Node? node) => node switch
    {
        null => "",
        ScalarNode { Kind: ScalarKind.Null } => "",
        ScalarNode scalar => scalar.Text,
        SequenceNode list => $"[{string.Join(", ", list.Items.Select(Flow))}]",
        MappingNode mapping => $"{{{string.Join(", ", mapping.Entries.Select(entry => $"{entry.Key}: {Flow(entry.Value)}"))}}}",
        _ => "?",
    };
}
