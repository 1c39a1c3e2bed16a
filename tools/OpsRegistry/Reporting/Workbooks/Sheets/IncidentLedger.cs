using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>事件台账: every incident of the period with its level, its outages and the limits it missed.</summary>
internal static class IncidentLedger
{
    /// <summary>The columns of the time and of the level, for counting.</summary>
    public const int ReportedAt = 2, Level = 3;

    private const int ColumnCount = 12;

    public static void Write(AssessmentBook book)
    {
        var sheet = book[Pages.Incidents].Columns(20, 17, 13, 36, 12, 12, 9, 9, 13, 12, 12, 30);
        var row = book.Head(Pages.Incidents, ColumnCount, landscape: true);
        var facts = book.Measurement.FactsIn(book.Days).Where(fact => fact.Record is Incident).ToList();
        var table = sheet.Table(row, Columns(book), facts, "本期没有登记事件。");
        for (var index = 0; index < facts.Count; index++)
        {
            book.Rows[facts[index].Resource.Path] = sheet[table.FirstRow + index, 1];
        }

        if (facts.Count > 0)
        {
            sheet.Filter(row, 1, table.LastRow, ColumnCount).Mark(sheet.MarkRange(table, ColumnCount), $"$J{table.FirstRow}<>\"\"");
        }

        book.Incidents = facts.Count > 0 ? table : null;
        BookEnd(book, sheet, table.Next + 1);
        sheet.Freeze(row, 1).PrintOnA4(landscape: true, book.PageHeader, row, row);
    }

    private static void BookEnd(AssessmentBook book, SheetDraft sheet, int row) => sheet.Across(row, 1, ColumnCount,
        $"时间均为北京时间。级别按合同约定由中断与劣化时长判定，与填报级别无关；中断、劣化为合并重叠后的时长，仍在持续的算到数据截至时刻。粗体加底色者有未达标时限。文件在 ops-registry/contracts/{book.Folder.Name}/ 下，其后为该文件内容的 git 标识前 12 位。",
        Look.Note);

    private static Column<Fact>[] Columns(AssessmentBook book) =>
    [
        Column<Fact>.Words("编号", fact => fact.Resource.Name),
        new("报告时间", Look.Centred, (cell, fact) => cell.Moment(Of(fact).ReportedAt.ToInstant())),
        Column<Fact>.Words("类别与级别", fact => LevelOf(book, fact), Look.Centred),
        Column<Fact>.Words("概要与系统", fact => $"{Of(fact).Summary}\n（{string.Join("、", Of(fact).Systems.Select(system => system.Value))}）"),
        new("响应", Look.Centred, (cell, fact) => MomentOrNone(cell, Of(fact).RespondedAt)),
        new("恢复", Look.Centred, (cell, fact) => MomentOrNone(cell, Of(fact).RestoredAt)),
        new("中断", Look.Figure, (cell, fact) => LengthOf(cell, Of(fact).Interruptions, book)),
        new("劣化", Look.Figure, (cell, fact) => LengthOf(cell, Of(fact).Degradations, book)),
        Column<Fact>.Words("责任与原因", fact => $"{(Of(fact).Attributable ? "服务单位" : "非服务单位")}\n{Words.Of(Of(fact).CauseCategory)}", Look.Centred),
        Column<Fact>.Words("未达标时限", fact => string.Join("、", fact.Values(MeasuredFields.MissedTargets).Select(id => TitleOf(book, id))), Look.Centred),
        Column<Fact>.Words("扣分编号", fact => book.DeductionsOn(fact.Resource.Path), Look.Centred),
        Column<Fact>.Words("文件与标识", fact => Words.FileWithBlob(book, fact.Resource)),
    ];

    private static Incident Of(Fact fact) => (Incident)fact.Record;

    public static string LevelOf(AssessmentBook book, Fact fact)
    {
        var level = fact.Values(MeasuredFields.Severity).FirstOrDefault();
        var title = book.Folder.ServiceLevels?.Severities?.Levels.FirstOrDefault(item => item.Id == level)?.Title.Zh;
        return title is null ? Words.Of(Of(fact).Category) : $"{Words.Of(Of(fact).Category)}\n{title}";
    }

    private static string TitleOf(AssessmentBook book, string target) =>
        book.Folder.ServiceLevels?.Targets.FirstOrDefault(item => item.Id == target)?.Title.Zh ?? target;

    private static void MomentOrNone(CellDraft cell, NodaTime.OffsetDateTime? moment)
    {
        if (moment is { } known)
        {
            cell.Moment(known.ToInstant()).Format(WorkbookTheme.ShortMoment);
        }
        else
        {
            cell.Text("—");
        }
    }

    private static void LengthOf(CellDraft cell, IReadOnlyList<TimeSpanRecord> stretches, AssessmentBook book)
    {
        var total = Severities.IntervalsOf(stretches, book.Measurement.AsOf).Total;
        if (total > NodaTime.Duration.Zero)
        {
            cell.Duration(total);
        }
    }
}
