using OpsRegistry.Loading;
using OpsRegistry.Model;
using Xunit;

namespace OpsRegistry.Tests.Rules;

public sealed class UnreadableValueTests
{
    [Fact]
    public void Day_that_no_month_has_is_a_finding_at_its_place()
    {
        var place = new Place("record.yaml", 9, 15, 10);
        var spec = new MappingNode(Place.StartOf("record.yaml"),
        [
            new("surveyedOn", place, new ScalarNode(place, "2026-02-30", ScalarKind.String)),
            new("answers", place, new ScalarNode(place, "10", ScalarKind.Integer)),
            new("satisfied", place, new ScalarNode(place, "9", ScalarKind.Integer)),
        ]);
        var findings = new List<Finding>();

        Assert.Null(Binder.Bind(Satisfaction.Read, spec, findings));

        var finding = Assert.Single(findings);
        Assert.Equal(("OPS109", place), (finding.Rule.Id, finding.Place));
        Assert.Equal("'2026-02-30' is not a date that exists (year-month-day)", finding.Message.En);
    }
}
