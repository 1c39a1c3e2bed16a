using OpsRegistry.Model;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>The key facts of a record in a line or two; kinds with a ledger of their own are not here.</summary>
internal static class RecordDigest
{
    public static string Write(Spec spec) => spec switch
    {
        SpecialPeriod order => $"{order.Title.Zh}：{Words.Show(order.From)} 至 {Words.Show(order.Through)}，通知 {Words.Show(order.OrderedOn)}，要求特巡 {Number(order.InspectionsRequired)} 次",
        FaultReport report => $"{report.Incident} 的{Kinds.Of<FaultReport>().TitleOf("reportType", report.ReportType).Zh}，提交 {Words.Show(report.SubmittedAt)}",
        ServiceRequest request => Request(request),
        Change change => $"{(change.Major ? "重大变更：" : "")}{change.Summary}；备案 {Words.Show(change.FiledAt)}{(change.ConsentedAt is { } consent ? $"，同意 {Words.Show(consent)}" : "")}",
        Vulnerability hole => $"{hole.Summary}；发现 {Words.Show(hole.RequestedAt)}{When("，方案", hole.PlannedAt)}{When("，完成", hole.CompletedAt)}",
        DefectAnalysis analysis => $"缺陷 {Number(analysis.DefectsFound)} 项、隐患 {Number(analysis.RisksFound)} 项；{analysis.Measures}",
        Training training => $"{training.Subject}；{training.Audience} {Number(training.Attendees)} 人",
        Backup backup => $"{(backup.RestoreTest ? "恢复测试" : "备份")}，{(backup.Succeeded ? "成功" : "失败")}",
        _ => OfParties(spec),
    };

    private static string OfParties(Spec spec) => spec switch
    {
        Attendance noted => $"{noted.Person} {noted.Event.Title().Zh}，{Words.Show(noted.NotedAt)}{(noted.Excused ? "，有正当理由" : "")}{(noted.Remark is { } remark ? $"；{remark}" : "")}",
        PersonnelChange change => $"{change.Outgoing} → {change.Incoming ?? "撤岗"}，通知 {Words.Show(change.NoticeOn)}，生效 {Words.Show(change.EffectiveOn)}{(change.ConsentOn is { } day ? $"，同意 {Words.Show(day)}" : "，未见同意")}；{change.Reason}",
        ServiceReport report => $"{Kinds.Of<ServiceReport>().TitleOf("reportType", report.ReportType).Zh}{Words.Covered(report)}{(report.FaultyStatements > 0 ? $"；不实或缺漏 {Number(report.FaultyStatements)} 处" : "")}",
        Satisfaction survey => $"答卷 {Number(survey.Answers)} 份，满意 {Number(survey.Satisfied)} 份",
        SecurityNotice notice => $"{notice.NoticeType.Title().Zh}（{notice.Issuer}）：{notice.Summary}；{(notice.Attributable ? "服务单位原因" : "非服务单位原因")}{(notice.RectifiedOn is { } day ? $"，整改 {Words.Show(day)}" : "")}",
        CommitmentStatus status => $"{status.Commitment}：{status.State.Title().Zh}{(status.Remark is { } remark ? $"；{remark}" : "")}",
        Invoice invoice => $"{invoice.Tranche}，{Money(invoice.Amount)} 元",
        Payment payment => $"{payment.Tranche}，{Money(payment.Amount)} 元",
        Acceptance acceptance => acceptance.DecidedOn is { } day ? $"{(acceptance.Accepted ? "通过" : "未通过")}，{Words.Show(day)}" : "已申请，未作结论",
        Judgement judgement => $"{judgement.Term}：{Assessing.Points.Plain(judgement.Score)} 分；{judgement.Reason}（{judgement.JudgedBy}）",
        Decision decision => $"{decision.Interpretation} 取“{decision.Option}”；{decision.Reason}（{decision.DecidedBy}）",
        _ => InShort(spec),
    };

    /// <summary>What the schema of a kind that has no words of its own here names as its key facts.</summary>
    private static string InShort(Spec spec)
    {
        var kind = Kinds.All.First(one => one.SpecType == spec.GetType());
        return string.Join("；", kind.InShort.SelectMany(key => kind.Field(key)!.ValuesIn(spec)));
    }

    private static string Request(ServiceRequest request) =>
        $"{request.Summary}；提出 {Words.Show(request.RequestedAt)}{When("，方案", request.PlannedAt)}{When("，完成", request.CompletedAt)}"
        + (request.DueOn is { } due ? $"，应于 {Words.Show(due)} 前" : "") + (request.HarmedPurchaser ? "，影响采购人" : "");

    private static string When(string words, NodaTime.OffsetDateTime? moment) => moment is { } known ? $"{words} {Words.Show(known)}" : "";

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Money(decimal amount) => amount.ToString("#,##0.00", CultureInfo.InvariantCulture);
}
