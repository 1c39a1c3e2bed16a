using System.Globalization;
using System.Text.RegularExpressions;
using OpsRegistry.Assessing;
using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Tests.StraightLine;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Settling;

/// <summary>Terms with one value changed, whichever it is: what a period comes to by difference is what looking at everything anew finds.</summary>
public sealed partial class OtherTermsProperties
{
    private static readonly string[] Registries = ["contracts", "harbour", "clinic", "depot", "wharf"];

    private static readonly Lazy<IReadOnlyList<(WorkCalendar Calendar, PeriodResult Period)>> Periods = new(() => (
        from name in Registries
        let registry = InMemory.Load(InMemory.Files($"tests/golden/{name}")).Registry
        from contract in registry.Contracts
        let calendar = Calendars.For(registry, contract.Terms.Purchaser)
        from period in ContractRunner.Run(contract, calendar, registry.CutOffOf(contract)).Periods
        where period.Sealed is null && period.Assessment.Scorecard is not null
        select (calendar, period)).ToList());

    [Fact]
    public void Whatever_a_value_becomes_a_period_comes_out_by_difference_as_from_nothing()
    {
        var random = new Random(Campaign.Seed(20261130));
        var (compared, moved, taken) = (0, 0, 0);
        for (var left = Campaign.Inputs("terms with a changed value", 400); left > 0; left--)
        {
            var (calendar, period) = Periods.Value[random.Next(Periods.Value.Count)];
            var before = period.Assessment;
            var (folder, what) = Changed(random, before.Measurement.Folder);
            if (folder is null || AssessmentPeriod.Plan(folder.Terms).All(one => one.Id != period.Period.Id))
            {
                continue;
            }

            var anew = Measurer.Measure(folder, calendar, before.Measurement.AsOf);
            var different = Measurer.Measure(folder, calendar, before.Measurement.AsOf, before.Measurement);
            var expected = Assessor.Assess(anew, anew.PeriodNamed(period.Period.Id)!, before.Book.Closed);
            var found = Assessor.Assess(different, different.PeriodNamed(period.Period.Id)!, before.Book.Closed, before: before);
            Assert.True(OtherReadingsTests.Told(expected).SequenceEqual(OtherReadingsTests.Told(found)), $"{folder.Name} {period.Period.Id}: {what}");
            Assert.Equal(Measuring.MeasuredBeforeTests.Told(anew), Measuring.MeasuredBeforeTests.Told(different));
            compared++;
            moved += OtherReadingsTests.Told(expected).SequenceEqual(OtherReadingsTests.Told(before)) ? 0 : 1;
            taken += found.Indicators.Count(line => before.Indicators.Any(other => ReferenceEquals(other, line)));
        }

        Assert.True(compared > 100 && moved > compared / 20 && taken > compared, $"{compared} compared, {moved} moved a figure, {taken} lines taken over");
    }

    /// <summary>The contract with one value of its terms changed, and which; null where what it became cannot be read.</summary>
    private static (ContractFolder? Folder, string What) Changed(Random random, ContractFolder folder)
    {
        // Of the numbers in limits, levels and windows, a few among many values, most of what can come out otherwise comes.
        var ofRecords = random.Next(2) == 0;
        var files = folder.Resources.Where(resource => ofRecords ? resource.Spec is ServiceLevels : resource.Kind.Area == Area.Governance).ToList();
        var file = files[random.Next(files.Count)];
        var values = ValuesIn(file.Spec.Node, "").Where(value => !ofRecords || Figure().IsMatch(value.Value.Text)).ToList();
        var (key, value) = values[random.Next(values.Count)];
        var others = values.Where(other => other.Key == key && other.Value.Text != value.Text).Select(other => other.Value.Text).Distinct().ToList();
        var text = others.Count > 0 && random.Next(2) == 0 ? others[random.Next(others.Count)] : Digits().Replace(value.Text, digits => Another(random, digits.Value), 1);
        var root = (MappingNode)Replaced(file.Root, value, value with { Text = text });
        return text != value.Text && root["spec"] is MappingNode spec && Binder.Bind(file.Kind.Read, spec, []) is { } bound
            ? (folder.With(new Dictionary<Resource, Resource> { [file] = file with { Root = root, Spec = bound } }), $"{file.Path} {key}: {value.Text} → {text}")
            : (null, "");
    }

    private static string Another(Random random, string digits) =>
        (int.Parse(digits, CultureInfo.InvariantCulture) is var number && random.Next(4) is var way && way == 0 ? number + 1 : way == 1 ? number * 2 : way == 2 ? Math.Max(1, number / 2) : 1)
        .ToString(CultureInfo.InvariantCulture).PadLeft(digits.Length, '0');

    private static IEnumerable<(string Key, ScalarNode Value)> ValuesIn(Node node, string key) => node switch
    {
        ScalarNode scalar => [(key, scalar)],
        SequenceNode sequence => sequence.Items.SelectMany(item => ValuesIn(item, key)),
        MappingNode mapping => mapping.Entries.SelectMany(entry => ValuesIn(entry.Value, entry.Key)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Node Replaced(Node node, ScalarNode old, ScalarNode other) => node switch
    {
        ScalarNode => ReferenceEquals(node, old) ? other : node,
        SequenceNode sequence => sequence with { Items = sequence.Items.Select(item => Replaced(item, old, other)).ToList() },
        MappingNode mapping => mapping with { Entries = mapping.Entries.Select(entry => entry with { Value = Replaced(entry.Value, old, other) }).ToList() },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    [GeneratedRegex("^(PT)?[0-9:.]+(H|M|S|wd|d|mo)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Figure();

    [GeneratedRegex("[0-9]{1,6}", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
