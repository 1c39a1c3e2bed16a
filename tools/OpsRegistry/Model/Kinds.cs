namespace OpsRegistry.Model;

/// <summary>Every kind of file. A test holds the list, the schemas and the types together.</summary>
public static class Kinds
{
    private const string Folder = "ops-registry/contracts/{contract}/";

    /// <summary>All kinds in the order in which a newcomer meets them.</summary>
    public static IReadOnlyList<Kind> All { get; } =
    [
        new("RegistrySettings", new("登记库设置", "registry settings"), Layer.Governance, typeof(RegistrySettings), "ops-registry/registry.yaml"),
        new("Rights", new("权限", "rights"), Layer.Governance, typeof(Rights), "ops-registry/rights.yaml"),
        new("WorkCalendar", new("工作日历", "working calendar"), Layer.Governance, typeof(WorkCalendarYear), "ops-registry/calendars/{name}.yaml"),
        new("Organization", new("单位", "organization"), Layer.Governance, typeof(Organization), "ops-registry/parties/{name}.yaml"),
        new("Contract", new("合同", "contract"), Layer.Governance, typeof(Contract), Folder + "contract.yaml"),
        new("ServiceLevels", new("服务级别", "service levels"), Layer.Governance, typeof(ServiceLevels), Folder + "service-levels{version}.yaml"),
        new("Obligations", new("周期性义务", "obligations"), Layer.Governance, typeof(Obligations), Folder + "obligations{version}.yaml"),
        new("Scorecard", new("考核评分表", "scorecard"), Layer.Governance, typeof(Scorecard), Folder + "scorecard{version}.yaml"),
        new("Interpretations", new("条款解释", "interpretations"), Layer.Governance, typeof(Interpretations), Folder + "interpretations.yaml"),
        new("Coverage", new("条款覆盖", "coverage"), Layer.Governance, typeof(Coverage), Folder + "coverage.yaml"),
        new("Service", new("服务项", "service"), Layer.Governance, typeof(Service), Folder + "services/{name}.yaml"),
        new("System", new("信息系统", "system"), Layer.MasterData, typeof(InformationSystem), Folder + "systems/{name}.yaml"),
        new("Asset", new("资产", "asset"), Layer.MasterData, typeof(Asset), Folder + "assets/{name}.yaml"),
        new("Person", new("人员", "person"), Layer.MasterData, typeof(Person), Folder + "staff/{name}.yaml"),
        new("Assignment", new("派驻", "assignment"), Layer.MasterData, typeof(Assignment), Folder + "staff/{name}.yaml"),
        Record("Inspection", "巡检", "inspection", typeof(Inspection)),
        Record("SpecialPeriod", "特殊时期保障通知", "special period", typeof(SpecialPeriod)),
        Record("SpecialInspection", "特巡特维", "special inspection", typeof(SpecialInspection)),
        Record("Incident", "事件", "incident", typeof(Incident)),
        Record("FaultReport", "故障报告", "fault report", typeof(FaultReport)),
        Record("ServiceRequest", "服务请求", "service request", typeof(ServiceRequest)),
        Record("Change", "变更", "change", typeof(Change)),
        Record("Vulnerability", "漏洞与缺陷", "vulnerability", typeof(Vulnerability)),
        Record("DefectAnalysis", "缺陷分析", "defect analysis", typeof(DefectAnalysis)),
        Record("Drill", "应急演练", "drill", typeof(Drill)),
        Record("Training", "培训", "training", typeof(Training)),
        Record("Backup", "备份与恢复测试", "backup", typeof(Backup)),
        Record("Attendance", "驻场考勤事件", "attendance event", typeof(Attendance)),
        Record("PersonnelChange", "人员变更", "personnel change", typeof(PersonnelChange)),
        Record("ServiceReport", "运维报告", "service report", typeof(ServiceReport)),
        Record("Satisfaction", "满意度调查", "satisfaction survey", typeof(Satisfaction)),
        Record("SecurityNotice", "安全通报", "security notice", typeof(SecurityNotice)),
        Record("CommitmentStatus", "承诺履行情况", "commitment status", typeof(CommitmentStatus)),
        Record("Invoice", "发票", "invoice", typeof(Invoice)),
        Record("Payment", "付款", "payment", typeof(Payment)),
        Record("Acceptance", "验收", "acceptance", typeof(Acceptance)),
        new("Amendment", new("更正", "amendment"), Layer.Claims, typeof(Amendment), Folder + "amendments/{name}.yaml"),
        new("Dispute", new("异议", "dispute"), Layer.Claims, typeof(Dispute), Folder + "disputes/{name}.yaml"),
        new("Judgement", new("评分", "judgement"), Layer.Decisions, typeof(Judgement), Folder + "judgements/{name}.yaml"),
        new("Decision", new("解释决定", "decision"), Layer.Decisions, typeof(Decision), Folder + "judgements/{name}.yaml"),
        new("Ruling", new("异议裁定", "ruling"), Layer.Decisions, typeof(Ruling), Folder + "judgements/{name}.yaml"),
        new("Seal", new("封存", "seal"), Layer.Decisions, typeof(Seal), Folder + "seals/{name}.yaml"),
    ];

    /// <summary>The kind of a name, or null.</summary>
    public static Kind? Named(string name) => All.FirstOrDefault(kind => kind.Name == name);

    /// <summary>The part of the registry that a path belongs to, its files under <c>evidence/</c> among the records; null for guides and for paths where nothing belongs.</summary>
    public static Layer? LayerOf(string path) =>
        path.StartsWith("ops-registry/contracts/", StringComparison.Ordinal) && path.Contains("/evidence/", StringComparison.Ordinal)
            ? Layer.Records
            : All.FirstOrDefault(kind => kind.MatchPath(path).Success)?.Layer;

    /// <summary>The kind whose specs are read into a type.</summary>
    public static Kind Of<TSpec>()
        where TSpec : Spec => All.Single(kind => kind.SpecType == typeof(TSpec));

    private static Kind Record(string name, string zh, string en, Type spec) =>
        new(name, new(zh, en), Layer.Records, spec, Folder + "records/{yyyy}/{mm}/{name}.yaml");
}
