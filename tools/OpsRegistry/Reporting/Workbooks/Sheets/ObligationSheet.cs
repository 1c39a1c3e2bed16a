using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>履约: every time that an obligation fell due in the period, and by what it was fulfilled.</summary>
internal static class ObligationSheet
{
    private const int ColumnCount = 10;

    /// <summary>The column of ids and the column of states, for counting.</summary>
    private const int Ids = 1, States = 7;

    public static void Write(AssessmentBook book)
    {
        var sheet = book[Pages.Obligations].Columns(22, 26, 18, 13, 13, 8, 10, 26, 26, 30);
        var row = book.Head(Pages.Obligations, ColumnCount, landscape: true);
        var obligations = book.Measurement.Scope.Obligations;
        if (obligations.Count == 0)
        {
            AssessmentBook.Empty(sheet, row, ColumnCount, "合同没有约定周期性义务。");
            return;
        }

        var occurrences = book.Measurement.OccurrencesIn(book.Days).ToList();
        sheet.Across(row, 1, ColumnCount, "一、汇总", Look.Section);
        var listRow = row + obligations.Count + 4;
        var area = new TableArea(sheet, listRow + 1, listRow + Math.Max(1, occurrences.Count));
        sheet.Table(row + 1, Summary(area, occurrences), obligations, "");
        sheet.Across(listRow - 1, 1, ColumnCount, "二、逐次", Look.Section);
        sheet.Table(listRow, Columns(book), occurrences, "本期没有到期的义务。");
        for (var index = 0; index < occurrences.Count; index++)
        {
            Remember(book, occurrences[index], sheet[area.FirstRow + index, 3]);
        }

        if (occurrences.Count > 0)
        {
            sheet.Filter(listRow, 1, area.LastRow, ColumnCount).Mark(sheet.MarkRange(area, ColumnCount), $"$G{area.FirstRow}=\"缺少\"");
        }

        sheet.PrintOnA4(landscape: true, book.PageHeader, listRow, listRow).Freeze(2);
    }

    private static void Remember(AssessmentBook book, Occurrence occurrence, CellDraft cell)
    {
        if (occurrence.State == OccurrenceState.Missing)
        {
            book.MissingRows.TryAdd(occurrence.Key, cell);
        }
    }

    private static Column<ScopedObligation>[] Summary(TableArea area, List<Occurrence> occurrences) =>
    [
        Column<ScopedObligation>.Words("编号", obligation => IdOf(obligation.Obligation, obligation.Service)),
        Column<ScopedObligation>.Words("义务", obligation => obligation.Obligation.Title.Zh),
        new("应履行", Look.Figure, (cell, obligation) => cell.Formula(
            $"COUNTIF({area.Range(Ids)},$A{cell.Row})",
            occurrences.Count(occurrence => Belongs(occurrence, obligation)), WorkbookTheme.Count)),
        Count(area, occurrences, OccurrenceState.Fulfilled),
        Count(area, occurrences, OccurrenceState.Missing),
        Count(area, occurrences, OccurrenceState.Pending),
    ];

    private static bool Belongs(Occurrence occurrence, ScopedObligation obligation) =>
        ReferenceEquals(occurrence.Obligation, obligation.Obligation) && occurrence.Service == obligation.Service;

    /// <summary>The id that the counts go by: services may use the same ids.</summary>
    private static string IdOf(Obligation obligation, string? service) => service is null ? obligation.Id : $"{service}/{obligation.Id}";

    private static Column<ScopedObligation> Count(TableArea area, List<Occurrence> occurrences, OccurrenceState state) =>
        new(Words.Of(state), Look.Figure, (cell, obligation) => cell.Formula(
            $"COUNTIFS({area.Range(Ids)},$A{cell.Row},{area.Range(States)},{ExcelText.InFormula(Words.Of(state))})",
            occurrences.Count(occurrence => Belongs(occurrence, obligation) && occurrence.State == state), WorkbookTheme.Count));

    private static Column<Occurrence>[] Columns(AssessmentBook book) =>
    [
        Column<Occurrence>.Words("编号", occurrence => IdOf(occurrence.Obligation, occurrence.Service)),
        Column<Occurrence>.Words("义务", occurrence => occurrence.Obligation.Title.Zh),
        Column<Occurrence>.Words("次别", occurrence => occurrence.Name, Look.Centred),
        new("自", Look.Centred, (cell, occurrence) => cell.Date(occurrence.Days.Start)),
        new("至（含）", Look.Centred, (cell, occurrence) => cell.Date(occurrence.Days.End.PlusDays(-1))),
        new("天数", Look.Figure, (cell, occurrence) => cell.Formula($"E{cell.Row}-D{cell.Row}+1", occurrence.Days.Days, WorkbookTheme.Count)),
        Column<Occurrence>.Words("状态", occurrence => Words.Of(occurrence.State), Look.Centred),
        new("履行记录", Look.Body, (cell, occurrence) => Record(book, cell, occurrence.FulfilledBy)),
        new("由何要求或何处缺材料", Look.Body, (cell, occurrence) => CalledBy(book, cell, occurrence)),
        Column<Occurrence>.Words("条款", occurrence => string.Join("；", occurrence.Obligation.Clauses)),
    ];

    private static void Record(AssessmentBook book, CellDraft cell, Fact? fact)
    {
        if (fact is not null)
        {
            cell.LinkOrText(fact.Resource.Name, book.Rows.TryGetValue(fact.Resource.Path, out var row) ? row : null);
        }
    }

    private static void CalledBy(AssessmentBook book, CellDraft cell, Occurrence occurrence)
    {
        if (occurrence.WithoutEvidence.Count > 0)
        {
            var first = occurrence.WithoutEvidence[0].Resource;
            var names = string.Join("、", occurrence.WithoutEvidence.Select(fact => fact.Resource.Name));
            cell.LinkOrText($"缺材料：{names}", book.Rows.TryGetValue(first.Path, out var row) ? row : null);
        }
        else
        {
            Record(book, cell, occurrence.CalledBy);
        }
    }
}
