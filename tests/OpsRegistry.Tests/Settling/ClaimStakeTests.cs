using OpsRegistry.Interpreting;
using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Tests.StraightLine;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Settling;

/// <summary>The price of a claim is found by measuring one record again; it is what the whole line says.</summary>
public sealed class ClaimStakeTests
{
    [Theory]
    [InlineData("tests/golden/harbour", "harbour-2026", "2026-07-20")]
    [InlineData("tests/golden/contracts", "pingdingshan-2025", "2026-11-20")]
    [InlineData("tests/golden/contracts", "fujian-2023", "2026-11-20")]
    public void A_price_is_what_the_whole_line_says(string root, string contract, string day)
    {
        var (folder, run) = Line(root, contract, day);
        var claimed = run(folder);
        var stakes = new ClaimStakes(folder, claimed);
        var priced = folder.Records.GroupBy(record => record.Kind).SelectMany(group => group.Where((_, index) => index % 3 == 0).Take(5))
            .SelectMany(record => stakes.Of(record.Path, _ => true)).ToList();
        Assert.NotEmpty(priced);
        Assert.All(priced, stake =>
        {
            var record = folder.Resources.First(resource => resource.Path == stake.Record.Path);
            var edited = stake.Others.Aggregate(record, (current, other) => Determinations.With(current, other.Key, NodeOf(current, other))!);
            var after = run(folder.With(resource => ReferenceEquals(resource, record) ? edited : resource));
            var moved = claimed.Periods.Zip(after.Periods, (was, becomes) => (
                Points: was.Assessment.Indicators.Zip(becomes.Assessment.Indicators, (one, other) => one.Score - other.Score ?? 0m).Sum(),
                Yuan: becomes.Settlement.Lines.Sum(line => line.Amount ?? 0m) - was.Settlement.Lines.Sum(line => line.Amount ?? 0m))).ToList();
            Assert.Equal((stake.Record.Name, stake.Points), (stake.Record.Name, moved.Sum(one => one.Points)));
            Assert.True(stake.Yuan is null || stake.Yuan == moved.Sum(one => one.Yuan), $"{stake.Record.Name}: {stake.Yuan}, the line says {moved.Sum(one => one.Yuan)}");
        });
    }

    [Fact]
    public void What_is_too_much_is_counted_and_not_priced()
    {
        var (folder, run) = Line("tests/golden/contracts", "pingdingshan-2025", "2026-11-20");
        var incidents = folder.Of<Incident>().Select(incident => incident.Path).ToList();
        var stakes = new ClaimStakes(folder, run(folder), most: 10);
        var priced = incidents.Select(path => stakes.Of(path, _ => true)).ToList();
        Assert.InRange(stakes.NotPriced, 1, incidents.Count - 1);
        Assert.All(priced[^stakes.NotPriced..], Assert.Empty);
        Assert.Equal(0, new ClaimStakes(folder, run(folder)).NotPriced);

        // Where nothing is asked, nothing is too much.
        var before = stakes.NotPriced;
        Assert.Empty(stakes.Of(incidents[^1], _ => false));
        Assert.Equal(before, stakes.NotPriced);
    }

    /// <summary>A record is not priced where as many values were tried before as may be, however few are asked about it; each value counts once.</summary>
    [Fact]
    public void As_many_values_are_tried_as_may_be_and_no_record_after_them()
    {
        var (folder, run) = Line("tests/golden/harbour", "harbour-2026", "2026-04-12");
        var claimed = run(folder);
        Func<SpecField, bool>[] asked = [field => field.Key == "attributable", field => field.Key is "attributable" or "dataLeak", _ => true];
        var found =
            from isAsked in asked.Index()
            from most in Enumerable.Range(0, 15)
            let stakes = new ClaimStakes(folder, claimed, most)
            let priced = folder.Of<Incident>().Count(incident => stakes.Of(incident.Path, isAsked.Item).Count > 0)
            select $"{isAsked.Index}, at most {most}: {priced} priced, {stakes.NotPriced} not\n";
        Golden.Matches("expected/in-full/claims-tried.txt", string.Concat(found));
    }

    private static (ContractFolder Folder, Func<ContractFolder, ContractResult> Run) Line(string root, string contract, string day)
    {
        var registry = InMemory.Load(InMemory.Files(root)).Registry;
        var asOf = BeijingTime.EndOf(NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value);
        var folder = registry.ContractNamed(contract)!;
        var calendar = Calendars.For(registry, folder.Terms.Purchaser);
        return (folder, one => ContractRunner.Run(one, calendar, asOf));
    }

    private static ScalarNode NodeOf(Resource record, OtherValue other) => new((record.Spec.Node[other.Key] ?? record.Spec.Node).Place, other.Other ?? "null", other.Other is null ? ScalarKind.Null : ScalarKind.String);
}
