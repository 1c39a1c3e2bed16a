using NodaTime;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>其他台账: the period's records of all other kinds, and what persons judged and decided, kind by kind.</summary>
internal static class OtherLedger
{
    private const int ColumnCount = 7;

    public static void Write(AssessmentBook book)
    {
        var sheet = book[Pages.Others].Columns(13, 16, 28, 54, 14, 13, 48);
        var row = book.Head(Pages.Others, ColumnCount, landscape: true);
        var lines = LinesOf(book);
        var table = sheet.Table(row, Columns(book), lines, "本期没有登记其他记录。");
        for (var index = 0; index < lines.Count; index++)
        {
            book.Rows[lines[index].Resource.Path] = sheet[table.FirstRow + index, 3];
        }

        if (lines.Count > 0)
        {
            sheet.Filter(row, 1, table.LastRow, ColumnCount);
        }

        sheet.Freeze(row, 3).PrintOnA4(landscape: true, book.PageHeader, row, row);
    }

    private static List<Line> LinesOf(AssessmentBook book)
    {
        var order = Kinds.All.Select((kind, index) => (kind, index)).ToDictionary(pair => pair.kind, pair => pair.index);
        var records = book.Measurement.FactsIn(book.Days)
            .Where(fact => fact.Record is not (Incident or Inspection or SpecialInspection))
            .Select(fact => new Line(fact.Record.OccurredOn, fact.Resource));
        var judgements = book.Folder.Of<Judgement>()
            .Where(judgement => judgement.Spec.Period == book.Days.Id && BeijingTime.StartOf(judgement.Spec.JudgedOn) < book.Measurement.AsOf)
            .Select(judgement => new Line(judgement.Spec.JudgedOn, judgement.Untyped));
        var decisions = book.Folder.Of<Decision>()
            .Where(decision => BeijingTime.StartOf(decision.Spec.DecidedOn) < book.Measurement.AsOf)
            .Select(decision => new Line(decision.Spec.DecidedOn, decision.Untyped));
        return records.Concat(judgements).Concat(decisions)
            .OrderBy(line => order[line.Resource.Kind]).ThenBy(line => line.Day).ThenBy(line => line.Resource.Path, StringComparer.Ordinal)
            .ToList();
    }

    private static Column<Line>[] Columns(AssessmentBook book) =>
    [
        new("日期", Look.Centred, (cell, line) => cell.Date(line.Day)),
        Column<Line>.Words("类别", line => line.Resource.Kind.Title.Zh, Look.Centred),
        Column<Line>.Words("编号", line => line.Resource.Name),
        Column<Line>.Words("要点", line => RecordDigest.Of(line.Resource.Spec)),
        Column<Line>.Words("材料", line => line.Resource.Spec is RecordSpec record ? Words.EvidenceOf(record) : "", Look.Centred),
        Column<Line>.Words("扣分编号", line => book.DeductionsOn(line.Resource.Path), Look.Centred),
        Column<Line>.Words("文件与标识", line => Words.FileWithBlob(book, line.Resource)),
    ];

    /// <summary>A file on the day that it stands at.</summary>
    private sealed record Line(LocalDate Day, Resource Resource);
}
