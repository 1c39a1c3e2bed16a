using NodaTime;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Workbooks;
using OpsRegistry.Verifying.Workbooks;

namespace OpsRegistry.Tests.Reporting;

/// <summary>A small workbook that uses everything the layer offers, as a real one would.</summary>
internal static class DemoWorkbook
{
    public static readonly string[] Hostile =
    [
        "=1+1", "+1", "-1", "@SUM(A1)", "007", "1-2", "1/2", "2026-01-08", "1E5", "TRUE", "12.50", "'quoted", "#REF!", "50%",
        "=HYPERLINK(\"http://example.invalid\",\"x\")", "_x0041_", " blanks ", "tab\there", "two\nlines",
        "\t=1+1", "bell\u0007 nul\0", "half\ud83d end", "surrogates 😀 𠮷", "<b>&amp;\"'", "﻿mark",
    ];

    public static byte[] Build(string title = "运维考核评分表")
    {
        var draft = new WorkbookDraft(new(title, "ops-registry", Instant.FromUtc(2026, 3, 3, 0, 0)));
        var summary = draft.AddSheet("评分汇总");
        var details = draft.AddSheet("扣分明细");
        var texts = draft.AddSheet("文本");
        WriteDetails(details, summary);
        WriteSummary(summary, details, title);
        for (var row = 0; row < Hostile.Length; row++)
        {
            texts[row + 1, 1].Text(Hostile[row]).As(Look.Body);
        }

        texts[Hostile.Length + 1, 1].Text(new string('长', 40_000)).As(Look.Body);
        texts.Columns(60);
        return draft.ToBytes();
    }

    private static void WriteSummary(SheetDraft sheet, SheetDraft details, string title)
    {
        sheet.Columns(8, 26, 16, 12, 12, 14);
        sheet.Across(1, 1, 6, title, Look.Title);
        sheet.Across(2, 1, 6, "第 1 期　2025-12-03 至 2026-03-02　数据截至 2026-03-03 08:00", Look.Subtitle);
        sheet.Across(4, 1, 6, "一、得分", Look.Section);
        sheet.Headers(5, 1, "序号", "考核项目", "满分", "扣分", "得分", "结论");
        (string Name, decimal Marks, decimal Points)[] items =
            [("日常巡检", 30m, 1.5m), ("故障响应与处置", 50m, 12m), ("文档与报告", 20m, 0m)];
        for (var index = 0; index < items.Length; index++)
        {
            WriteItem(sheet, 6 + index, index + 1, items[index], details);
        }

        sheet.Paint(9, 1, 9, 2, Look.Total).Paint(9, 3, 9, 5, Look.TotalFigure).Paint(9, 6, 9, 6, Look.Total);
        sheet[9, 2].Text("合计");
        sheet[9, 3].Formula("SUM(C6:C8)", 100m, WorkbookTheme.Points);
        sheet[9, 4].Formula("SUM(D6:D8)", 13.5m, WorkbookTheme.Points);
        sheet[9, 5].Formula("MAX(0,C9-D9)", 86.5m, WorkbookTheme.Points).Name("Score_Total");
        sheet[9, 6].Formula("LOOKUP(Score_Total,{0,60,80,90},{\"不合格\",\"合格\",\"良好\",\"优秀\"})", "良好");
        sheet.Mark("A6:F8", "$D6>0");
        WriteMoney(sheet);
        var end = sheet.Sign(18,
            [new SigningLine(new("Purchaser", new("采购人（盖章）", "Purchaser"), ReaderKind.Seal), new("Vendor", new("供应商（盖章）", "Vendor"), ReaderKind.Seal))], Language.Zh);
        sheet.Across(end + 1, 1, 6, "说明：扣分依据合同条款，明细见“扣分明细”。粗体加底色者为有扣分的项目，黑白打印同样可辨。", Look.Note);
        sheet.Freeze(5).PrintOnA4(landscape: false, "示例合同 A&B　第 1 期");
    }

    private static void WriteItem(SheetDraft sheet, int row, int number, (string Name, decimal Marks, decimal Points) item, SheetDraft details)
    {
        sheet[row, 1].Number(number, WorkbookTheme.Count).As(Look.Centred);
        sheet[row, 2].As(Look.Body).Link(item.Name, details["A1"]);
        sheet[row, 3].Number(item.Marks, WorkbookTheme.Points).As(Look.Figure);
        sheet[row, 4].Formula($"SUMIF('扣分明细'!$B$2:$B$5,B{row},'扣分明细'!$E$2:$E$5)", item.Points, WorkbookTheme.Points).As(Look.Figure);
        sheet[row, 5].Formula($"MAX(0,C{row}-D{row})", item.Marks - item.Points, WorkbookTheme.Points).As(Look.Figure);
        sheet[row, 6].Formula($"IF(D{row}>0,\"✗ 有扣分\",\"✓ 无扣分\")", item.Points > 0 ? "✗ 有扣分" : "✓ 无扣分").As(Look.Centred);
    }

    private static void WriteMoney(SheetDraft sheet)
    {
        sheet.Across(11, 1, 6, "二、付款", Look.Section);
        sheet.Across(12, 1, 2, "合同金额（元）", Look.Label);
        sheet.Across(13, 1, 2, "扣款比例", Look.Label);
        sheet.Across(14, 1, 2, "扣款（元）", Look.Label);
        sheet.Across(15, 1, 2, "大写", Look.Label);
        sheet.Paint(12, 3, 14, 3, Look.Figure);
        sheet[12, 3].Number(2545000m, WorkbookTheme.Money);
        sheet[13, 3].Formula("IF(Score_Total>=90,0,IF(Score_Total>=80,0.05,0.1))", 0.05m, WorkbookTheme.Percent);
        sheet[14, 3].Formula("ROUND(C12*C13,2)", 127250m, WorkbookTheme.Money);
        sheet.Across(15, 3, 6, "人民币壹拾贰万柒仟贰佰伍拾元整", Look.Body);
    }

    private static void WriteDetails(SheetDraft sheet, SheetDraft summary)
    {
        sheet.Columns(16, 18, 13, 23, 9, 44);
        sheet.Headers(1, 1, "记录", "考核项目", "日期", "发生时间（北京时间）", "扣分", "事由");
        Row(sheet, 2, "inc-2026-0007", "故障响应与处置", 12, "二级故障，门户不可用 42 分钟。响应 12 分钟，超过约定的 10 分钟；修复在期限内。", summary);
        Row(sheet, 3, "insp-2026-02", "日常巡检", 1.5m, "=缺少第 6 周的巡检报告", summary);
        Row(sheet, 4, "rep-2026-01", "文档与报告", 0, "-按期提交", summary);
        Row(sheet, 5, "rep-2026-02", "文档与报告", 0, "+按期提交", summary);
        sheet.Filter(1, 1, 5, 6).Freeze(1).PrintOnA4(landscape: true, "2026 年扣分明细", repeatedRows: 1);
    }

    private static void Row(SheetDraft sheet, int row, string record, string item, decimal points, string reason, SheetDraft summary)
    {
        sheet[row, 1].As(Look.Body).Link(record, summary["A1"]);
        sheet[row, 2].Text(item).As(Look.Body);
        sheet[row, 3].Date(new LocalDate(2026, 1, 8)).As(Look.Centred);
        sheet[row, 4].Moment(Instant.FromUtc(2026, 1, 8, 1, 40)).As(Look.Centred);
        sheet[row, 5].Number(points, WorkbookTheme.Points).As(Look.Figure);
        sheet[row, 6].Text(reason).As(Look.Body);
    }
}
