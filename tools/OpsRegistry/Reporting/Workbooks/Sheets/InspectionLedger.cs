using NodaTime;
using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>巡检台账: every inspection of the period, and a row for each one that is missing, where it should have been.</summary>
internal static class InspectionLedger
{
    private const int ColumnCount = 10;

    public static void Write(AssessmentBook book)
    {
        var sheet = book[Pages.Inspections].Columns(13, 26, 12, 16, 8, 7, 7, 38, 10, 46);
        var row = book.Head(Pages.Inspections, ColumnCount, landscape: true);
        var lines = LinesOf(book);
        var table = sheet.Table(row, Columns(book), lines, "本期没有登记巡检，也没有应做的巡检。");
        for (var index = 0; index < lines.Count; index++)
        {
            if (lines[index].Fact is { } fact)
            {
                book.Rows[fact.Resource.Path] = sheet[table.FirstRow + index, 2];
            }
        }

        if (lines.Count > 0)
        {
            sheet.Filter(row, 1, table.LastRow, ColumnCount).Mark(sheet.MarkRange(table, ColumnCount), $"LEFT($B{table.FirstRow},2)=\"缺少\"");
        }

        sheet.Across(table.Next + 1, 1, ColumnCount,
            "粗体加底色的行是应做而没有合格记录的巡检，排在该次最后一日。合格记录须带规定的材料。文件后为该文件内容的 git 标识前 12 位。", Look.Note);
        sheet.Freeze(row, 2).PrintOnA4(landscape: true, book.PageHeader, row, row);
    }

    private static List<Line> LinesOf(AssessmentBook book)
    {
        var done = book.Measurement.FactsIn(book.Days)
            .Where(fact => fact.Record is Inspection or SpecialInspection)
            .Select(fact => new Line(fact.Record.OccurredOn, fact, null));
        var missing = book.Measurement.OccurrencesIn(book.Days)
            .Where(occurrence => occurrence.State == OccurrenceState.Missing)
            .Where(occurrence => occurrence.Obligation.FulfilledBy.Concat(occurrence.Obligation.FulfilledByGroup.SelectMany(group => group.All)).Any(match => match.Kind is nameof(Inspection) or nameof(SpecialInspection)))
            .Select(occurrence => new Line(occurrence.Days.End.PlusDays(-1), null, occurrence));
        return done.Concat(missing)
            .OrderBy(line => line.Day).ThenBy(line => line.Fact?.Resource.Path ?? line.Missing!.Obligation.Id, StringComparer.Ordinal)
            .ToList();
    }

    private static Column<Line>[] Columns(AssessmentBook book) =>
    [
        new("日期", Look.Centred, (cell, line) => cell.Date(line.Day)),
        Column<Line>.Words("编号", line => line.Fact?.Resource.Name ?? $"缺少 {line.Missing!.Name}"),
        Column<Line>.Words("种类", KindOf, Look.Centred),
        Column<Line>.Words("巡检人", line => line.Fact?.Record.People.FirstOrDefault()?.Value ?? "—", Look.Centred),
        Column<Line>.Words("数据库", line => line.Fact?.Record is Inspection inspection ? Words.YesNo(inspection.DatabaseIncluded) : "", Look.Centred),
        new("项数", Look.Figure, (cell, line) => Count(cell, line, inspection => inspection.Items.Count)),
        new("异常", Look.Figure, (cell, line) => Count(cell, line, inspection => inspection.Items.Count(item => item.Result == InspectionResult.Abnormal))),
        Column<Line>.Words("异常与处理", ResultOf),
        Column<Line>.Words("材料", line => line.Fact is { } fact ? Words.EvidenceOf(fact.Record) : "", Look.Centred),
        Column<Line>.Words("文件与标识", line => line.Fact is { } fact ? Words.FileWithBlob(book, fact.Resource) : ""),
    ];

    private static string KindOf(Line line) => line.Fact?.Record switch
    {
        Inspection { InspectionType: "routine" } => "日常巡检",
        Inspection { InspectionType: "database" } => "数据库巡检",
        Inspection inspection => inspection.InspectionType,
        SpecialInspection => "特巡特维",
        _ => "缺少",
    };

    private static void Count(CellDraft cell, Line line, Func<Inspection, int> count)
    {
        if (line.Fact?.Record is Inspection inspection)
        {
            cell.Number(count(inspection), WorkbookTheme.Count);
        }
    }

    private static string ResultOf(Line line) => line.Fact?.Record switch
    {
        Inspection inspection => string.Join("\n", inspection.Items
            .Where(item => item.Result == InspectionResult.Abnormal)
            .Select(item => $"{item.Item}：{item.Advice ?? "—"}；{item.Outcome ?? "未处理"}{(item.CompletedOn is { } day ? $"（{Words.Of(day)}）" : "")}")),
        SpecialInspection special => $"{special.SpecialPeriod}：{special.Result ?? "—"}",
        _ => $"{line.Missing!.Obligation.Title.Zh}：{Words.SpanOf(line.Missing.Days)} {(line.Missing.WithoutEvidence.Count > 0 ? "有记录而缺材料" : "没有记录")}",
    };

    /// <summary>An inspection, or one that is missing, on the day that it stands at.</summary>
    private sealed record Line(LocalDate Day, Fact? Fact, Occurrence? Missing);
}
