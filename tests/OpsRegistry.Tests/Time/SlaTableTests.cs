using System.Globalization;
using NodaTime;
using OpsRegistry.Time;
using Xunit;
using YamlDotNet.RepresentationModel;
using static OpsRegistry.Tests.Time.CommittedFiles;

namespace OpsRegistry.Tests.Time;

/// <summary>The tables of tests/sla that ask clocks: a new row needs no C#.</summary>
public sealed class SlaTableTests
{
    public static TheoryData<string> Deadlines => Ids("deadline.yaml");

    public static TheoryData<string> ElapsedTimes => Ids("elapsed.yaml");

    public static TheoryData<string> OpenMoments => Ids("windows.yaml");

    public static TheoryData<string> Periods => Ids("periods.yaml");

    [Theory, MemberData(nameof(Deadlines))]
    public void A_limit_is_due_when_the_table_says(string id) => CheckDeadline(Row("deadline.yaml", id));

    [Theory, MemberData(nameof(ElapsedTimes))]
    public void As_much_time_goes_by_as_the_table_says(string id) => CheckElapsed(Row("elapsed.yaml", id));

    [Theory, MemberData(nameof(OpenMoments))]
    public void A_window_is_open_when_the_table_says(string id)
    {
        var row = Row("windows.yaml", id);
        var open = Window(row).IsOpen(At(row.Required("at")), Calendar(row));
        Assert.Equal(row.Required("open"), open.Value ? "true" : "false");
    }

    [Theory, MemberData(nameof(Periods))]
    public void Periods_start_where_the_table_says(string id)
    {
        var row = Row("periods.yaml", id);
        var span = new DateSpan(Date(row.Required("from")), Date(row.Required("to")));
        IEnumerable<string> names = row.Required("cut") switch
        {
            "months" => new PeriodSchedule(span.Start, int.Parse(row.Required("each"), CultureInfo.InvariantCulture)).Until(span.End).Select(one => one.ToString()),
            "blocks" => PeriodSchedule.Blocks(span, int.Parse(row.Required("each"), CultureInfo.InvariantCulture)).Select(one => one.ToString()),
            "inside" => CalendarUnits.Inside(span, Enum.Parse<CalendarUnit>(row.Required("unit"))).Select(one => one.Name),
            _ => CalendarUnits.Touching(span, Enum.Parse<CalendarUnit>(row.Required("unit"))).Select(one => one.Name),
        };
        Assert.Equal(((YamlSequenceNode)row["expected"]).Select(one => ((YamlScalarNode)one).Value!), names);
    }

    [Fact]
    public void The_tables_hold_every_published_vector_and_at_least_120_rows_more_with_different_ids()
    {
        var ids = Directory.GetFiles(Path.Combine(Root, "tests", "sla"), "*.yaml").SelectMany(file => Table(Path.GetFileName(file))).Select(row => row.Required("id")).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.True(ids.Count(id => !id.StartsWith("TV", StringComparison.Ordinal)) >= 120, $"{ids.Count} rows");
        string[] published =
        [
            "TV01", "TV02", "TV03", "TV04", "TV06", "TV08", "TV09", "TV10", "TV11", "TV13", "TV15", "TV16", "TV18", "TV19", "TV21", "TV24", "TV25", "TV26", "TV27",
            "TV28", "TV29", "TV32", "TV34",
        ];
        Assert.Equal(published, ids.Where(id => id.StartsWith("TV", StringComparison.Ordinal)).Select(id => id[..4]).Distinct().Order(StringComparer.Ordinal));
    }

    internal static void CheckDeadline(YamlMappingNode row)
    {
        var amount = Amount.Parse(row.Required("amount"))!;
        var reading = Clock.Deadline(At(row.Required("start")), amount, ClockOf(row, amount.Unit), Calendar(row), Pauses(row));
        Assert.Equal(reading.Select(due => due.At), Clock.DueAt(At(row.Required("start")), amount, ClockOf(row, amount.Unit), Calendar(row), Pauses(row)));
        if (row.Optional("problem") is { } problem)
        {
            Assert.Equal(problem, reading.Problem?.Message.En);
            return;
        }

        Assert.Null(reading.Problem);
        Assert.Equal(At(row.Required("due")), reading.Value.At);
        Assert.Equal(row.Optional("provisional") == "true", reading.Provisional);
        var clock = ClockOf(row, amount.Unit);
        var back = Clock.Elapsed(At(row.Required("start")), reading.Value.At, clock, Calendar(row), Pauses(row)).Value;
        Assert.True(back.Meets(amount), "exactly at the limit is met");
    }

    internal static void CheckElapsed(YamlMappingNode row)
    {
        var counted = row.Optional("counted") ?? row.Optional("elapsed");
        var unit = counted is null ? AmountUnit.Time : Amount.Parse(counted)!.Unit;
        var reading = Clock.Elapsed(At(row.Required("start")), At(row.Required("end")), ClockOf(row, unit), Calendar(row), Pauses(row));
        if (row.Optional("problem") is { } problem)
        {
            Assert.Equal(problem, reading.Problem?.Message.En);
            return;
        }

        Assert.Null(reading.Problem);
        Assert.Equal(Amount.Parse(counted!), reading.Value.Counted);
        Assert.Equal(Amount.Parse(row.Optional("completed") ?? counted!), reading.Value.Completed);
        Assert.Equal(row.Optional("provisional") == "true", reading.Provisional);
        if (row.Optional("limit") is { } limit)
        {
            Assert.Equal(row.Required("met"), reading.Value.Meets(Amount.Parse(limit)!) ? "true" : "false");
        }
    }

    private static ServiceWindow Window(YamlMappingNode row) => StandardWindows.Parse(row.Optional("window") ?? "5x9")!;

    private static WorkCalendar Calendar(YamlMappingNode row) => row.Optional("calendar") switch
    {
        null => Published,
        "provisional" => WithProvisional,
        "none" => WorkCalendar.None,
        var closed => Published.WithLocal(new(
            "local", null, Date("2022-12-31"), Date("2026-12-31"), closed.Split(' ').Select(date => new CalendarDay(Date(date), DayKind.Off, "停业")))),
    };

    private static ServiceClock ClockOf(YamlMappingNode row, AmountUnit unit) => unit switch
    {
        AmountUnit.Time => new ServiceClock.Window(Window(row)),
        AmountUnit.WorkingDays => new ServiceClock.WorkingDays(row.Optional("closing") switch
        {
            "business" => new Closing.CloseOfBusiness(Window(row)),
            "hours" => new Closing.WorkingHours(Window(row)),
            _ => Closing.EndOfDay.Instance,
        }),
        AmountUnit.CalendarDays => new ServiceClock.CalendarDays(row.Optional("roll") == "true"),
        _ => new ServiceClock.Months(row.Optional("roll") == "true"),
    };

    private static IntervalSet Pauses(YamlMappingNode row) => IntervalSet.Union(
        (row.Optional("pauses") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(pause => pause.Split('/'))
            .Select(ends => new Interval(At(ends[0]), At(ends[1]))));
}
