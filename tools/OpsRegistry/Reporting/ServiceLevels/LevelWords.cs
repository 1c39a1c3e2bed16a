using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.ServiceLevels;

/// <summary>Limits, clocks, shares and durations in words.</summary>
internal static class LevelWords
{
    /// <summary>Said where nothing was measured: that is never 100 %.</summary>
    public static Text Nothing { get; } = new("无可计量", "nothing measurable");

    /// <summary>A target's clock, e.g. 工作日 08:30-12:00, 13:30-18:00，自到场时间起.</summary>
    public static Text Clock(TargetTerms target, ContractClocks clocks)
    {
        if (clocks.Parse(target) is not { } measure)
        {
            return new("时限或服务时间无法理解", "limit or window means nothing");
        }

        var (hours, start) = (measure.Clock is ServiceClock.Window { Of.IsContinuous: true } ? new("每天 24 小时", "round the clock") : measure.Clock.Describe(), StartOf(target));
        return new(hours.Zh + start.Zh, hours.En + start.En);
    }

    /// <summary>Where a clock starts, in the names of the fields; nothing where it starts as its metric usually does.</summary>
    private static Text StartOf(TargetTerms target)
    {
        var kind = Kinds.Named(target.AppliesTo.Kind);
        var names = (target.From?.Values ?? []).Select(name => kind?.Field(name)?.Title ?? Text.Same(name)).ToList();
        return target.StartsWhenMissed is { } other ? new($"，自“{other}”逾期起", $", from when '{other}' was missed")
            : names.Count == 0 ? Text.Same("")
            : new($"，自{string.Join("（没有则", names.Select(name => name.Zh))}{new string('）', names.Count - 1)}起", $", from '{string.Join("' or else '", names.Select(name => name.En))}'");
    }

    /// <summary>A length, e.g. 1 小时 17 分钟; hundredths of a second only below a minute or two.</summary>
    public static Text Length(Duration length)
    {
        var seconds = length.ToInt64Nanoseconds() / 1_000_000_000m;
        return seconds < 120m && seconds != decimal.Floor(seconds)
            ? new($"{Number(seconds)} 秒", $"{Number(seconds)} s")
            : Amount.FromDuration(length).Describe();
    }

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
