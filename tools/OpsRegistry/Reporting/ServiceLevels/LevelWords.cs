using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.ServiceLevels;

/// <summary>Limits, clocks, shares and durations in words.</summary>
internal static class LevelWords
{
    /// <summary>Said where nothing was measured: that is never 100 %.</summary>
    public static Text Nothing { get; } = new("无可计量", "nothing measurable");

    /// <summary>A target's clock, e.g. 工作日 08:30-12:00, 13:30-18:00.</summary>
    public static Text Clock(TargetTerms target, ContractClocks clocks) => clocks.Parse(target) is { } measure
        ? measure.Clock is ServiceClock.Window { Of.IsContinuous: true } ? new("每天 24 小时", "round the clock") : measure.Clock.Describe()
        : new("时限或服务时间无法理解", "limit or window means nothing");

    /// <summary>A share as per cent, cut and never rounded up: less than the whole never reads as 100 %.</summary>
    public static string Share(decimal share, int places)
    {
        var scale = places == 2 ? 10_000m : 10_000_000m;
        return (decimal.Floor(share * scale) / scale * 100m).ToString(places == 2 ? "0.00" : "0.00###", CultureInfo.InvariantCulture) + " %";
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
