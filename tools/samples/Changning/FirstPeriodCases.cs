namespace OpsRegistry.Samples.Changning;

/// <summary>July to September 2026: both classes of hours, a make-up Sunday, the Mid-Autumn holiday, two urgent cases.</summary>
internal static class FirstPeriodCases
{
    public static IReadOnlyList<Case> All { get; } =
    [
        new("登录缓慢", "2026-07-06 09:12", "早高峰登录工作平台需要一分钟以上")
        {
            Systems = ["base-authentication"], Responded = "09:20", Restored = "10:05", Resolved = "11:30",
            Degradation = ("08:50", "10:05"), Attributable = true, CauseCategory = "defect", Responders = ["chn-site-01"],
            Cause = "认证服务会话表未清理，查询变慢。", Handling = "远程清理会话表，中午增加清理任务。",
        },
        new("下班前公文打不开", "2026-07-08 17:29", "公文正文控件加载失败，收文无法阅读")
        {
            Systems = ["office-official-documents"], Responded = "17:55", Restored = "18:20", Resolved = "18:20",
            Interruption = ("17:25", "18:20"), CauseCategory = "compatibility", Responders = ["chn-eng-01"],
            Cause = "浏览器自动升级后控件签名不被识别。", Handling = "下发新版控件并远程指导安装。",
            Note = "17:29 报告属日常工作时间，限 30 分钟，用时 26 分钟（K002-CLASS）",
        },
        new("下班时邮件发不出", "2026-07-08 17:30", "一个部门的邮件停在发件队列")
        {
            Systems = ["mail"], Responded = "18:30", Restored = "18:50", Resolved = "19:10",
            Degradation = ("17:10", "18:50"), CauseCategory = "operation", Responders = ["chn-eng-02"],
            Cause = "审核策略误把整个部门列入人工审核。", Handling = "改回策略并放行队列。",
            Note = "17:30 整为非日常工作时间，限 60 分钟，恰好 60 分钟，达标（K-SECOND）",
        },
        new("打印驱动丢失", "2026-07-14 10:05", "三台终端更新补丁后不能打印")
        {
            Systems = ["terminals"], Channel = "onSite", Responded = "10:18", Restored = "11:10", Resolved = "11:10",
            CauseCategory = "compatibility", Responders = ["chn-site-02"], Cause = "系统补丁替换了打印驱动。", Handling = "重装驱动并记入补丁说明。",
        },
        new("周六移动端首页空白", "2026-07-18 21:40", "移动办公首页空白，审批待办看不到")
        {
            Systems = ["mobile-home", "mobile-official-documents"], Responded = "22:50", Arrived = "2026-07-19 01:10",
            Restored = "2026-07-19 02:00", Resolved = "2026-07-20 10:00", Interruption = ("21:30", "2026-07-19 02:00"),
            Attributable = true, CauseCategory = "operation", Responders = ["chn-eng-03", "chn-eng-01"],
            Cause = "晚间发布漏传一组静态文件。", Handling = "到机房回退发布包，次周补发并加发布核对单。",
            Note = "热线 70 分钟才响应，超过 60 分钟；3 小时 30 分到场，在 4 小时内",
        },
        new("邮箱附件预览失败", "2026-07-22 14:20", "邮箱附件预览一直转圈")
        {
            Systems = ["mail"], Responded = "14:58", Arrived = "16:05", Restored = "16:40", Resolved = "17:20",
            Degradation = ("13:50", "16:40"), Attributable = true, CauseCategory = "defect", Responders = ["chn-eng-02"],
            Cause = "转换服务内存泄漏。", Handling = "现场重启转换节点，替换组件版本。",
            Note = "热线 38 分钟响应，超过 30 分钟；1 小时 45 分到场，在 2 小时内",
        },
        new("统一待办不同步", "2026-07-29 16:40", "市级统一待办与本区相差二十余条")
        {
            Systems = ["city-desktop-interfaces"], Responded = "16:52", Arrived = "18:45", Restored = "19:30", Resolved = "2026-07-30 11:00",
            Degradation = ("15:00", "19:30"), CauseCategory = "thirdParty", Responders = ["chn-eng-04"],
            Cause = "市平台变更了回调地址。", Handling = "与市平台核对后修改地址，补推待办。",
            Note = "16:40 报告，按报告时刻定类，18:40 前应到场，18:45 到场（K002-CLASS）",
        },
        new("支付页报错工单", "2026-08-05 09:30", "项目支付管理提交时提示附件类型错误")
        {
            Systems = ["projects-payments"], Channel = "online", Responded = "10:30", Restored = "11:20", Resolved = "11:20",
            CauseCategory = "operation", Responders = ["chn-eng-05"], Cause = "附件类型白名单少一项。", Handling = "补齐白名单。",
            Note = "经工单系统报告：文件只写热线和现场值班人员，没有工单的时限，不计时",
        },
        new("上班前到岗处报修", "2026-08-11 08:29", "会议室终端无法投屏，当面报修")
        {
            Systems = ["terminals"], Channel = "onSite", Responded = "09:35", Restored = "09:50", Resolved = "09:50",
            CauseCategory = "hardware", Responders = ["chn-site-01"], Cause = "投屏盒电源松动。", Handling = "更换电源线。",
            Note = "08:29 为非日常工作时间，现场值班人员没有时限，不适用，不算达标（K002-RESPWHO）",
        },
        new("周六督办数据缺失", "2026-08-15 10:10", "督办事项列表缺少当周新立事项")
        {
            Systems = ["supervision-follow-up"], Responded = "10:40", Restored = "12:30", Resolved = "2026-08-17 10:30",
            Degradation = ("09:00", "12:30"), CauseCategory = "defect", Attributable = true, Responders = ["chn-eng-05"],
            Cause = "定时汇总任务遇重复编号后中断。", Handling = "跳过重复项重跑，工作日修正编号规则。",
        },
        new("统一身份认证中断", "2026-09-03 09:50", "统一身份认证停止，全区不能登录工作平台")
        {
            Systems = ["base-authentication", "base-users"], Channel = "monitoring", Responded = "09:55", Arrived = "13:30",
            Restored = "11:20", Resolved = "17:10", Interruption = ("09:45", "11:20"), Serious = true, Attributable = true, CauseCategory = "defect",
            Responders = ["chn-expert-01", "chn-pm-01", "chn-site-02"],
            Cause = "证书链缓存写满磁盘，认证节点全部退出。", Handling = "启用备用认证节点恢复登录，专家到场查明写满原因，限制缓存并加磁盘告警。",
            Account = "2026-09-04 10:00", Note = "采购人认定造成严重影响：按应急处置方案，不计 30 分钟和 2 小时（K002-URGENT）；专家当天到场（K002-SAMEDAY）",
        },
        new("邮箱账号被盗用", "2026-09-12 22:30", "一个部门邮箱对外群发可疑邮件")
        {
            Category = "security", Systems = ["mail"], Responded = "22:45", Arrived = "2026-09-13 00:40", Restored = "2026-09-13 01:30",
            Resolved = "2026-09-13 16:00", Serious = true, CauseCategory = "thirdParty", SecurityClass = "general",
            Responders = ["chn-expert-02", "chn-eng-02"],
            Cause = "账号口令过弱被猜中。", Handling = "冻结账号、召回邮件、全员重置口令，专家核查未见数据外泄。",
            Account = "2026-09-14 15:00", Note = "采购人认定造成严重影响；专家次日 00:40 才到场，未在当天（K002-SAMEDAY）",
        },
        new("补班日部门门户异常", "2026-09-20 10:00", "部门门户栏目内容不显示")
        {
            Systems = ["department-portal"], Responded = "10:28", Arrived = "11:50", Restored = "12:20", Resolved = "15:00",
            Degradation = ("09:40", "12:20"), CauseCategory = "operation", Responders = ["chn-site-03", "chn-eng-04"],
            Cause = "栏目权限批量调整时覆盖了公共栏目。", Handling = "恢复公共栏目权限并核对各部门。",
            Note = "周日补班属日常工作时间：热线限 10:30、到场限 12:00（K002-WEEKDAY）",
        },
        new("补班日会议通知延迟", "2026-09-20 14:00", "会议通知短信晚到近一小时")
        {
            Systems = ["office-meetings"], Responded = "14:45", Restored = "15:30", Resolved = "15:30",
            Degradation = ("13:20", "15:30"), CauseCategory = "thirdParty", Responders = ["chn-site-03"],
            Cause = "消息通道拥堵。", Handling = "切换备用通道。",
            Note = "补班日限 30 分钟，45 分钟才响应；若按周一至周五则限 60 分钟、达标（K002-WEEKDAY）",
        },
        new("中秋公告打不开", "2026-09-25 10:00", "公告附件打不开")
        {
            Systems = ["office-announcements"], Responded = "10:50", Restored = "11:40", Resolved = "11:40",
            Degradation = ("09:30", "11:40"), CauseCategory = "defect", Attributable = true, Responders = ["chn-eng-01"],
            Cause = "附件索引任务节前未执行。", Handling = "远程重建索引。",
            Note = "周五为中秋节，限 60 分钟，50 分钟达标；若按周一至周五则限 30 分钟、不达标（K002-WEEKDAY）",
        },
        new("节前值班表导出失败", "2026-09-29 16:50", "节前值班表无法导出，当面报修")
        {
            Systems = ["office-duty-roster"], Channel = "onSite", Responded = "17:25", Restored = "18:00", Resolved = "18:00",
            CauseCategory = "defect", Attributable = true, Responders = ["chn-site-02"],
            Cause = "导出模板路径失效。", Handling = "恢复模板并当场导出。", Note = "现场值班人员 35 分钟才响应，超过 30 分钟",
        },
    ];
}
