using NodaTime;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Sources.Cache;
using OpsRegistry.Tests.StraightLine;
using OpsRegistry.Time;
using Xunit;

namespace OpsRegistry.Tests.Settling;

/// <summary>What is kept of a period under other readings: what it is kept under, and that bytes which say anything else than rows of its clauses count as not known.</summary>
public sealed class ReadingsPackTests
{
    private static readonly Instant Moment = BeijingTime.EndOf(new(2026, 7, 20));
    private static readonly Dictionary<string, Instant> None = [];

    private static readonly Registry Loaded = InMemory.Load(InMemory.Files("tests/golden/harbour")).Registry;
    private static readonly ContractFolder Written = Loaded.ContractNamed("harbour-2026")!;
    private static readonly WorkCalendar Calendar = Calendars.Build(Loaded);
    private static readonly IReadOnlyList<Interpretation> Items = Written.Interpretations!.Items;

    [Theory]
    [InlineData(0, false, false)]
    [InlineData(1, true, false)]
    [InlineData(2, false, true)]
    [InlineData(3, true, true)]
    public void A_row_is_read_as_it_was_written(int flags, bool changesBand, bool settled)
    {
        var rows = Kept(out var computed, output => Row(output, 1, 1, "61.5", "-40000.25", flags));
        Assert.False(computed);
        var row = Assert.Single(rows);
        Assert.Equal((Items[1], Items[1].Options[1], 61.5m, -40000.25m, changesBand, settled), (row.Interpretation, row.Option, row.Total, row.Amount, row.ChangesBand, row.Settled));
        Assert.Equal(changesBand && !settled, row.NeedsDecision);
    }

    [Fact]
    public void What_is_not_determined_stays_so()
    {
        var row = Assert.Single(Kept(out _, output => Row(output, 0, 0, "", "", 0)));
        Assert.Equal((null, null), (row.Total, row.Amount));
    }

    public static TheoryData<string> Damages => ["a clause too far", "an option too far", "a number that is none", "a row too few", "a row too many", "half a row"];

    [Theory, MemberData(nameof(Damages))]
    public void What_says_something_else_is_computed_again(string damage)
    {
        Kept(out var computed, output =>
        {
            Row(output, damage == "a clause too far" ? Items.Count : 0, damage == "an option too far" ? Items[0].Options.Count : 0, damage == "a number that is none" ? "many" : "61", "0", 0);
            if (damage == "a row too many")
            {
                Row(output, 0, 0, "61", "0", 0);
            }
            else if (damage == "half a row")
            {
                output.Number(0);
            }
        }, count: damage == "a row too few" ? 2 : 1);
        Assert.True(computed);
    }

    [Fact]
    public void It_is_kept_under_all_that_it_follows_from_and_under_nothing_else()
    {
        var (earlier, later) = (BeijingTime.EndOf(new(2026, 4, 3)), BeijingTime.EndOf(new(2026, 4, 14)));
        var key = Key(Written, "P2", Moment, new() { ["P1"] = earlier });
        Assert.NotEqual(key, Key(Written, "P2", Moment, new() { ["P1"] = later }));
        Assert.NotEqual(key, Key(Written, "P2", Moment, None));
        Assert.NotEqual(key, Key(Written, "P1", Moment, new() { ["P1"] = earlier }));
        Assert.NotEqual(key, Key(Written, "P2", Moment + Duration.FromDays(1), new() { ["P1"] = earlier }));
        Assert.Equal(key, Key(Written, "P2", Moment, new() { ["P1"] = earlier, ["P2"] = later, ["P3"] = Moment }));

        var record = Written.Records.First();
        var without = Written.Without(resource => ReferenceEquals(resource, record));
        Assert.NotEqual(key, Key(without, "P2", Moment, new() { ["P1"] = earlier }));
        Assert.NotEqual(Key(without, "P2", Moment, None), Key(Unreadable(record.Path), "P2", Moment, None));
        Assert.Equal(Key(without, "P2", Moment, None), Key(Unreadable(null, record.Path), "P2", Moment, None));
    }

    [Fact]
    public void One_period_that_was_computed_is_enough_to_keep_and_none_is_not()
    {
        var readings = new KnownReadings(Pack.Empty);
        Assert.Null(readings.ToKeep());
        readings.Of(InputsOf(Written, "P1", Moment, None).Key(), Items, () => []);
        Assert.Equal((1, 1), (readings.Computed, readings.ToKeep()!.Count));
    }

    [Fact]
    public void What_is_open_is_known_again_and_bytes_that_say_nothing_of_the_kind_are_not()
    {
        foreach (var kind in Enum.GetValues<OpenPointKind>().Cast<OpenPointKind?>().Append(null))
        {
            var readings = new KnownReadings(Pack.Empty);
            var key = InputsOf(Written, "P1", Moment, None).Key();
            Assert.Equal(kind, readings.FirstOpen(key, () => kind));
            var entries = readings.ToKeep()!;
            var again = new KnownReadings(Pack.Read(Pack.BytesOf(entries)));
            Assert.Equal(kind, again.FirstOpen(key, () => throw new InvalidOperationException("known")));
            Assert.Null(again.ToKeep());
            Assert.Equal(OpenPointKind.Dispute, again.FirstOpen(InputsOf(Written, "P2", Moment, None).Key(), () => OpenPointKind.Dispute));
            Assert.Empty(again.Of(key, Items, () => [])); // rows are something else
            var damaged = new KnownReadings(Pack.Read(Pack.BytesOf([KeyValuePair.Create(entries[0].Key, new ReadOnlyMemory<byte>([200]))])));
            Assert.Equal(OpenPointKind.Dispute, damaged.FirstOpen(key, () => OpenPointKind.Dispute));
        }
    }

    private static ContractFolder Unreadable(string? damaged, string? gone = null)
    {
        var files = InMemory.Files("tests/golden/harbour");
        if (damaged is not null)
        {
            files[damaged] += "  : [\n";
        }

        if (gone is not null)
        {
            files.Remove(gone);
        }

        return InMemory.Load(files).Registry.ContractNamed("harbour-2026")!;
    }

    private static IReadOnlyList<SensitivityRow> Kept(out bool computed, Action<CompactWriter> write, int count = 1)
    {
        var output = new CompactWriter();
        output.Number(count);
        write(output);
        var pack = Pack.Read(Pack.BytesOf([KeyValuePair.Create(InputsOf(Written, "P1", Moment, None).Key(), output.Written)]));
        var isComputed = false;
        var rows = new KnownReadings(pack).Of(InputsOf(Written, "P1", Moment, None).Key(), Items, () =>
        {
            isComputed = true;
            return [];
        });
        computed = isComputed;
        return rows;
    }

    private static void Row(CompactWriter output, int item, int option, string total, string amount, int flags)
    {
        output.Number(item);
        output.Number(option);
        output.Text(total);
        output.Text(amount);
        output.Number(flags);
    }

    private static CacheKey Key(ContractFolder folder, string period, Instant moment, Dictionary<string, Instant> closed) => InputsOf(folder, period, moment, closed).Key();

    private static KnownReadings.Inputs InputsOf(ContractFolder folder, string period, Instant moment, Dictionary<string, Instant> closed) =>
        new(folder, Calendar, moment, AssessmentPeriod.Plan(folder.Terms).Single(one => one.Id == period), closed);
}
