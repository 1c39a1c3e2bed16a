using System.Globalization;
using NodaTime;
using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Site;

/// <summary>What people call the values that the model names in code.</summary>
internal static class SiteWords
{
    public static Text Undetermined { get; } = new("待定", "undetermined");

    public static Text NotScored { get; } = new("不计分", "not scored");

    public static Text StateOf(AssessmentState state) => state == AssessmentState.Final ? new("最终", "final") : new("暂定", "provisional");

    public static Text Of(TargetState state) => state switch
    {
        TargetState.Met => new("达标", "met"),
        TargetState.Missed => new("未达标", "missed"),
        TargetState.Pending => new("未到期", "pending"),
        TargetState.NotMeasurable => new("无法计量", "not measurable"),
    };

    public static Text Of(OccurrenceState state) => state switch
    {
        OccurrenceState.Fulfilled => new("已履行", "fulfilled"),
        OccurrenceState.Missing => new("缺少", "missing"),
        OccurrenceState.Pending => new("未到期", "pending"),
    };

    public static Text Of(IncidentCategory category) => category == IncidentCategory.Fault ? new("故障", "fault") : new("安全事件", "security incident");

    public static Text Of(Channel channel) => channel switch
    {
        Channel.Phone => new("电话", "telephone"),
        Channel.OnSite => new("当面", "on site"),
        Channel.Online => new("线上", "online"),
        Channel.Monitoring => new("监控", "monitoring"),
        Channel.Inspection => new("巡检", "inspection"),
    };

    public static Text Of(SeriousImpact impact) => impact switch
    {
        SeriousImpact.Yes => new("是", "yes"),
        SeriousImpact.No => new("否", "no"),
        SeriousImpact.Undecided => new("未认定", "not decided"),
    };

    public static Text Of(CauseCategory cause) => cause switch
    {
        CauseCategory.Defect => new("缺陷", "defect"),
        CauseCategory.Vulnerability => new("漏洞", "vulnerability"),
        CauseCategory.Compatibility => new("兼容性", "compatibility"),
        CauseCategory.Operation => new("实施操作", "operation"),
        CauseCategory.Hardware => new("硬件", "hardware"),
        CauseCategory.Carrier => new("运营商", "carrier"),
        CauseCategory.ThirdParty => new("第三方", "third party"),
        CauseCategory.Unknown => new("未查明", "unknown"),
    };

    public static Text Of(PaymentTrigger trigger) => trigger switch
    {
        PaymentTrigger.Signed => new("合同签订", "signing"),
        PaymentTrigger.StaffOnSite => new("人员入驻", "staff on site"),
        PaymentTrigger.Invoiced => new("收到发票", "the invoice"),
        PaymentTrigger.SixMonthsServed => new("服务满六个月", "six months of service"),
        PaymentTrigger.TermEnded => new("服务期满", "the term's end"),
        PaymentTrigger.Accepted => new("验收通过", "acceptance"),
        PaymentTrigger.Assessed => new("考核完成", "the assessment"),
    };

    public static Text Of(PostLack lack) => lack switch
    {
        PostLack.Person => new("没有人员资料", "no file of the person"),
        PostLack.OnSite => new("不驻场", "not on site"),
        PostLack.Education => new("学历不够", "too little education"),
        PostLack.Experience => new("经验不够", "too little experience"),
        PostLack.Certificate => new("没有有效证书", "no valid certificate"),
        PostLack.ConfidentialityAgreement => new("未签保密协议", "no confidentiality agreement"),
        PostLack.Exclusivity => new("兼任其他岗位", "another post beside it"),
    };

    public static Text Of(AssessmentPeriod period) => period is { Number: 1, IsLast: true }
        ? new("全服务期", "the whole term")
        : new($"第 {period.Number} 考核期", $"Period {period.Number}");

    /// <summary>A day, e.g. 2026-01-08.</summary>
    public static string Day(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A span with its first and last day, both included.</summary>
    public static string Days(DateSpan days) => $"{Day(days.Start)} – {Day(days.End.PlusDays(-1))}";

    /// <summary>A moment to the minute; midnight as 24:00 of the day that it ends where <paramref name="end"/> says so.</summary>
    public static string Minute(Instant moment, bool end = false)
    {
        var local = BeijingTime.Local(moment);
        return end && local.TimeOfDay == LocalTime.Midnight
            ? Day(local.Date.PlusDays(-1)) + " 24:00"
            : local.ToString(local.Second == 0 ? "uuuu-MM-dd HH:mm" : "uuuu-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    public static string Minute(OffsetDateTime moment) => Minute(moment.ToInstant());

    public static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    /// <summary>The class that colours an outcome; the words or sign beside it say the same.</summary>
    public static string Tone(TargetState state) => state switch
    {
        TargetState.Met => "good",
        TargetState.Missed => "bad",
        TargetState.Pending => "wait",
        TargetState.NotMeasurable => "dim",
    };

    /// <inheritdoc cref="Tone(TargetState)"/>
    public static string Tone(OccurrenceState state) => state switch
    {
        OccurrenceState.Fulfilled => "good",
        OccurrenceState.Missing => "bad",
        OccurrenceState.Pending => "wait",
    };

    /// <summary>A share as a percentage of at most two places.</summary>
    public static string Percent(decimal share) => (share * 100m).ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
