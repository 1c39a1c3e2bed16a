using System.Xml.Linq;
using OpsRegistry.Verifying.Workbooks;
using Xunit;

namespace OpsRegistry.Tests.Verifying;

/// <summary>A table of what a part may hold: what is compared, what is usual, what is passed over, what tells one of several apart; and what is in no table is unknown.</summary>
public sealed class PartGrammarTests
{
    private const string Table = """
        page@kind = plain
        page@size =
        page@note ~ nobody sees it
        page/words =
        page/words@lang : 
        page/mark ?
        page/line# # from to
        page/line@from =
        page/line@to =
        page/box/side@style = none
        page/read = usual
        page/skipped ~ nobody sees it
        """;

    [Theory]
    [InlineData("<page/>", "")]
    [InlineData("<page kind='plain' size='' note='x'/>", "")]
    [InlineData("<page kind='other' size='2'/>", "page@kind=other page@size=2")]
    [InlineData("<page kind='true' size='2.50'/>", "page@kind=1 page@size=2.5")]
    [InlineData("<page size='aabbcc'/>", "page@size=AABBCC")]
    [InlineData("<page size='aabbccd'/>", "page@size=aabbccd")]
    [InlineData("<page size='aabbccdd'/>", "page@size=AABBCCDD")]
    [InlineData("<page size='aabbcg'/>", "page@size=aabbcg")]
    [InlineData("<page size='1.23456789'/>", "page@size=1.23457")]
    [InlineData("<page size='1.2.3'/>", "page@size=1.2.3")]
    [InlineData("<page odd='1'/>", "unknown page@odd")]
    [InlineData("<page>text</page>", "unknown page")]
    [InlineData("<page> <words/></page>", "")]
    [InlineData("<page><words>a</words></page>", "page/words=a")]
    [InlineData("<page><words lang='zh'>a</words><words>b</words></page>", "page/words=a page/words@lang=zh page/words[2]=b")]
    [InlineData("<page><mark/></page>", "page/mark=1")]
    [InlineData("<page><line from='1' to='2'/><line from='2'/><line to='9'/></page>", "page/line[ 9]@to=9 page/line[1 2]@from=1 page/line[1 2]@to=2 page/line[2 ]@from=2")]
    [InlineData("<page><line from='1' to='2'/><line from='1' to='2'/></page>", "page/line[1 2]@from=1 page/line[1 2]@to=2 unknown page/line[1 2]@from ×2 unknown page/line[1 2]@to ×2")]
    [InlineData("<page><box/></page>", "")]
    [InlineData("<page><box><side style='none'/><side style='thin'/></box></page>", "page/box/side[2]@style=thin")]
    [InlineData("<page><box><side/>x</box></page>", "")]
    [InlineData("<page><box>x</box></page>", "unknown page/box")]
    [InlineData("<page><box><other/></box></page>", "unknown page/box/other")]
    [InlineData("<page><other><words/></other></page>", "unknown page/other")]
    [InlineData("<page><read><inner/></read></page>", "page/read=inner")]
    [InlineData("<page><read><inner a='1'/><strange b='2'/></read></page>", "page/read=inner strange unknown page/read//inner@a unknown page/read//strange unknown page/read//strange@b")]
    [InlineData("<page><skipped odd='1'><other/></skipped></page>", "")]
    [InlineData("<left/>", "")]
    [InlineData("<apart/>", "unknown apart")]
    public void What_stands_in_a_part_is_compared_passed_over_or_unknown(string part, string expected)
    {
        var grammar = new PartGrammar((WorkbookRules.LookEdited, Table))
        {
            Read = new Dictionary<string, Func<XElement, string>>(StringComparer.Ordinal) { ["read"] = element => string.Join(' ', element.Elements().Select(inner => inner.Name.LocalName)) },
            Inside = new Dictionary<string, string>(StringComparer.Ordinal) { ["inner"] = "" },
        };
        var facts = new ShownFacts();
        grammar.Apply(new XElement("root", XElement.Parse(part)), facts, "left");
        Assert.Equal(expected, string.Join(' ', facts.Values.Select(fact => $"{fact.Key}={fact.Value.Value}").Concat(facts.Unknown.Select(path => $"unknown {path}"))));
        Assert.Equal([("page@note", "nobody sees it"), ("page/skipped", "nobody sees it")], grammar.PassedOver);
        Assert.All(facts.Values, fact => Assert.Equal((fact.Key.EndsWith("@lang", StringComparison.Ordinal), WorkbookRules.LookEdited), (fact.Value.MayBeAbsent, fact.Value.Rule)));
    }

    [Fact]
    public void Names_are_told_with_the_prefix_of_their_space()
    {
        Assert.Equal(("a", "c:a", "{urn:x}a"), (PartGrammar.NameOf("a"), PartGrammar.NameOf(WorkbookEdit.Charts + "a"), PartGrammar.NameOf(XName.Get("a", "urn:x"))));
        var grammar = new PartGrammar((WorkbookRules.LookEdited, "ext{1} ~ known\nother ="));
        var unknown = new List<string>();
        Assert.Equal("other=x", grammar.Words(XElement.Parse("<root><ext uri='{1}'/><ext uri='{2}'/><ext/><other>x</other></root>"), unknown.Add));
        Assert.Equal(["ext{2}", "ext"], unknown);
        Assert.Equal("", grammar.Words(null, unknown.Add));
    }
}
