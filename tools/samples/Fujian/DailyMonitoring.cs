using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Fujian;

/// <summary>The watch over the collected data, every day of the term (001 二(三)3 L72) but three.</summary>
internal static class DailyMonitoring
{
    private const string Collected = "各地市数据汇总";

    private static readonly HashSet<DateOnly> Missing = [Clock.Day("2023-05-01"), Clock.Day("2023-10-02"), Clock.Day("2024-02-11")];

    private static readonly (string Advice, string Outcome)[] Problems =
    [
        ("一个地市数据未按时汇总，建议重新采集", "已重新采集并核对条数"), ("重复记录十余条，建议去重", "已去重并通知来源单位"),
        ("附件引用失效，建议补传", "来源单位已补传"), ("字段缺项，建议退回补录", "已退回并完成补录"),
    ];

    /// <summary>A record a day; in about one of fifteen there is a problem with the data.</summary>
    public static IEnumerable<SampleRecord> Records()
    {
        var dice = new Dice(20240314);
        var last = Clock.Day("2024-03-14");
        for (var day = Clock.Day("2023-03-15"); day <= last; day = day.AddDays(1))
        {
            var inspector = dice.Of(SupportOn(day));
            var problem = dice.Below(15) == 0 ? dice.Of(Problems) : default;
            if (!Missing.Contains(day))
            {
                yield return RecordForms.Inspection(
                    "monitoring", day, inspector, ["application-support"],
                    problem.Advice is null ? new InspectedItem(Collected) : new InspectedItem(Collected, problem.Advice, problem.Outcome, day));
            }
        }
    }

    private static string[] SupportOn(DateOnly day) =>
        day < Clock.Day("2023-10-09") ? ["fj-sup-01", "fj-sup-02", "fj-dev-02"] : ["fj-sup-01", "fj-sup-03", "fj-dev-02"];
}
