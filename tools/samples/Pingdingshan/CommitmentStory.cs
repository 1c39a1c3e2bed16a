using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Pingdingshan;

/// <summary>Whether the promises of the bid are kept. One was not in the first period: 2 points (C3-1) and 3 % of the total.</summary>
internal static class CommitmentStory
{
    private static readonly (string On, string Commitment, string State, string Remark)[] Statuses =
    [
        ("2026-02-26", "certified-manager", "fulfilled", "证书原件核验一致"),
        ("2026-02-26", "provincial-experience", "fulfilled", "两人经历证明齐全"),
        ("2026-02-26", "operations-platform", "unfulfilled", "承诺进场后两个月内部署综合运维管理系统，至今未到位"),
        ("2026-02-26", "extra-training", "fulfilled", "一月线上培训已做"),
        ("2026-05-28", "operations-platform", "fulfilled", "四月部署完成并投入使用"),
        ("2026-05-28", "extra-training", "fulfilled", "五月线上培训已做"),
        ("2026-08-27", "certified-manager", "fulfilled", "项目经理未更换，证书有效"),
        ("2026-08-27", "provincial-experience", "fulfilled", "人员调整后仍有两人符合"),
        ("2026-08-27", "extra-training", "fulfilled", "八月线上培训已做"),
        ("2026-11-13", "operations-platform", "fulfilled", "版本升级未另收费"),
        ("2026-11-13", "extra-training", "fulfilled", "十一月线上培训已做"),
    ];

    /// <summary>The findings.</summary>
    public static IEnumerable<SampleRecord> Records() => Statuses.Select(status => new SampleRecord("CommitmentStatus", Clock.Start(Clock.Day(status.On)), new()
    {
        { "commitment", status.Commitment },
        { "state", status.State },
        { "assessedOn", Clock.Day(status.On) },
        { "remark", status.Remark },
    })
    {
        Note = status.State == "unfulfilled" ? "未完成的投标承诺：扣 2 分（C3-1）并扣合同总额的 3%" : null,
    });
}
