using OpsRegistry.Samples.Writing;

namespace OpsRegistry.Samples.Zhangjiagang;

/// <summary>Invoices, payments, the acceptance, a change of personnel, the promises and a survey.</summary>
internal static class PartyStory
{
    /// <summary>The records, in no particular order.</summary>
    public static IEnumerable<SampleRecord> Records() =>
    [
        Invoice("prepayment", "2024-10-10", 5903010.00m),
        Payment("prepayment", "2024-10-22", 5903010.00m, null),
        Invoice("final", "2025-07-23", 13675306.50m),
        Payment("final", "2025-08-06", 13675306.50m, "13773690.00 减考核扣款 98383.50"),
        new("Acceptance", Clock.Start(Clock.Day("2025-07-02")), new()
        {
            { "requestedOn", Clock.Day("2025-07-02") },
            { "decidedOn", Clock.Day("2025-07-22") },
            { "accepted", true },
        })
        {
            Evidence = [new("report", "书面验收报告", ["日期：2025-07-22", "结论：服务内容完成，同意验收"])],
        },
        new("PersonnelChange", Clock.Start(Clock.Day("2025-02-24")), new()
        {
            { "outgoing", "zjg-team-07" },
            { "incoming", "zjg-team-13" },
            { "noticeOn", Clock.Day("2025-02-24") },
            { "effectiveOn", Clock.Day("2025-03-03") },
            { "consentOn", Clock.Day("2025-02-26") },
            { "reason", "原人员调往其他项目" },
        }),
        Commitment("certified-lead", "项目总负责人持 CISP 证书"),
        Commitment("certified-manager", "项目总负责人持信息系统项目管理师（高级）证书"),
        Commitment("titled-engineers", "五名团队成员具有工程师职称"),
        new("Satisfaction", Clock.Start(Clock.Day("2025-06-26")), new() { { "surveyedOn", Clock.Day("2025-06-26") }, { "answers", 212 }, { "satisfied", 196 } }),
    ];

    private static SampleRecord Invoice(string tranche, string on, decimal amount) =>
        new("Invoice", Clock.Start(Clock.Day(on)), new() { { "tranche", tranche }, { "receivedOn", Clock.Day(on) }, { "amount", amount } });

    private static SampleRecord Payment(string tranche, string on, decimal amount, string? note) =>
        new("Payment", Clock.Start(Clock.Day(on)), new() { { "tranche", tranche }, { "paidOn", Clock.Day(on) }, { "amount", amount } }) { Note = note };

    private static SampleRecord Commitment(string id, string remark) => new("CommitmentStatus", Clock.Start(Clock.Day("2024-10-15")), new()
    {
        { "commitment", id },
        { "state", "fulfilled" },
        { "assessedOn", Clock.Day("2024-10-15") },
        { "remark", remark },
    });
}
