using NodaTime;
using OpsRegistry.Model;
using OpsRegistry.Settling;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>图表: the score of each period, how limits were kept, and incidents by level and month; each chart over a table that formulas fill.</summary>
internal static class ChartSheet
{
    private const int ColumnCount = 8;

    private const double ChartRow = 19;

    public static void Write(AssessmentBook book)
    {
        var sheet = book[Pages.Charts].Columns(22, 12, 12, 12, 12, 12, 12, 12);
        var row = book.Head(Pages.Charts, ColumnCount, landscape: false);
        row = Scores(book, sheet, row);
        row = Attainment(book, sheet, row + 1);
        Incidents(book, sheet, row + 1);
        sheet.Freeze(2).OnOnePage();
    }

    private static int Scores(AssessmentBook book, SheetDraft sheet, int row)
    {
        sheet.Across(row, 1, ColumnCount, "一、各考核期得分", Look.Section);
        if (book.Assessment.Scorecard is null)
        {
            return AssessmentBook.Empty(sheet, row + 1, ColumnCount, book.Folder.IsScored ? Words.UnreadScorecard : Words.NotScored);
        }

        // Up to this period: a report does not change when later periods begin.
        var periods = book.Result.Periods.TakeWhile(period => period.Period.Number <= book.Days.Number).ToList();
        var table = sheet.Table(row + 1, ScoreColumns(book), periods, "");
        return Draw(sheet, table, new("各考核期得分", ChartKind.Columns,
            new(table.RangeFromAfar(1), periods.ConvertAll(period => period.Period.Id)),
            [new("得分", table.RangeFromAfar(4), periods.ConvertAll(period => period.Assessment.Total))], Nowhere)
        {
            Format = WorkbookTheme.Points,
            Largest = book.Assessment.Scorecard.Marks,
            Description = "每个考核期一根柱，高为得分",
        }, rows: 12);
    }

    private static Column<PeriodResult>[] ScoreColumns(AssessmentBook book) =>
    [
        Column<PeriodResult>.Words("考核期", period => period.Period.Id, Look.Centred),
        new("自", Look.Centred, (cell, period) => cell.Date(period.Period.Days.Start)),
        new("至（含）", Look.Centred, (cell, period) => cell.Date(period.Period.Days.End.PlusDays(-1))),
        new("得分", Look.Figure, (cell, period) => _ = period.Period == book.Days
            ? cell.Figure("Score+0", period.Assessment.Total, WorkbookTheme.Points)
            : cell.NumberOrWord(period.Assessment.Total, WorkbookTheme.Points)),
    ];

    private static int Attainment(AssessmentBook book, SheetDraft sheet, int row)
    {
        const int Shown = 20;
        sheet.Across(row, 1, ColumnCount, "二、时限达成率", Look.Section);
        var measured = book.Attainments.Where(line => line.Share is not null).ToList();
        if (measured.Count == 0)
        {
            return AssessmentBook.Empty(sheet, row + 1, ColumnCount, "本期没有可以计量的时限。");
        }

        var lines = measured.OrderBy(line => line.Share).Take(Shown).ToList();
        sheet.Headers(row + 1, 1, "时限", "", "", "达成率");
        sheet.Merge(row + 1, 1, row + 1, 3);
        for (var index = 0; index < lines.Count; index++)
        {
            sheet.Across(row + 2 + index, 1, 3, lines[index].Title, Look.Body);
            sheet[row + 2 + index, 4].As(Look.Figure).Formula($"{lines[index].Cell.Reference}", lines[index].Share!.Value, WorkbookTheme.Percent).LinkTo(lines[index].Cell);
        }

        var table = new TableArea(sheet, row + 2, row + 1 + lines.Count);
        var next = Draw(sheet, table, new("时限达成率（由低到高）", ChartKind.Bars,
            new(table.RangeFromAfar(1), lines.ConvertAll(line => line.Title)),
            [new("达成率", table.RangeFromAfar(4), lines.ConvertAll(line => line.Share))], Nowhere)
        {
            Format = WorkbookTheme.Percent,
            Largest = 1,
            Description = "每项时限一条横条，长为达成率，最低的在上",
        }, rows: Math.Max(8, 3 + lines.Count));
        return measured.Count > Shown ? AssessmentBook.Empty(sheet, next, ColumnCount, $"只列最低的 {Shown} 项，共 {measured.Count} 项，见“{Pages.Targets.Name}”。") : next;
    }

    private static void Incidents(AssessmentBook book, SheetDraft sheet, int row)
    {
        sheet.Across(row, 1, ColumnCount, "三、事件按级别与月份", Look.Section);
        var incidents = book.Measurement.FactsIn(book.Days).Where(fact => fact.Record is Incident)
            .Select(fact => (Level: IncidentLedger.LevelOf(book, fact), Month: MonthOf(((Incident)fact.Record).ReportedAt.ToInstant())))
            .ToList();
        if (book.Incidents is not { } ledger)
        {
            AssessmentBook.Empty(sheet, row + 1, ColumnCount, "本期没有登记事件。");
            return;
        }

        var levels = incidents.Select(incident => incident.Level).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(ColumnCount - 1).ToList();
        var months = Months(incidents.Select(incident => incident.Month).Append(MonthOf(book.Days.Days.ToInterval().Start)));
        sheet.Headers(row + 1, 1, ["月份", .. levels]);
        sheet.AtLeast(row + 1, 36);
        var table = new TableArea(sheet, row + 2, row + 1 + months.Count);
        for (var index = 0; index < months.Count; index++)
        {
            var (line, month) = (row + 2 + index, months[index]);
            sheet[line, 1].As(Look.Centred).Text(Words.MonthOf(month));
            for (var column = 0; column < levels.Count; column++)
            {
                sheet[line, column + 2].As(Look.Figure).Formula(
                    CountOf(ledger, A1.Letter(column + 2), row + 1, line),
                    incidents.Count(incident => incident.Level == levels[column] && incident.Month == month), WorkbookTheme.Count);
            }
        }

        Draw(sheet, table, new("事件按级别与月份", ChartKind.StackedColumns,
            new(table.RangeFromAfar(1), months.ConvertAll(Words.MonthOf)),
            [.. levels.Select((level, column) => new ChartSeries(level.Replace("\n", " ", StringComparison.Ordinal), table.RangeFromAfar(column + 2),
                months.ConvertAll(month => (decimal?)incidents.Count(incident => incident.Level == level && incident.Month == month))))], Nowhere)
        {
            Description = "每月一根柱，按级别分段，高为事件数",
        }, rows: 12);
    }

    /// <summary>Counts a level's incidents of a month; the months are texts, because a chart's axis shows texts alike everywhere.</summary>
    private static string CountOf(TableArea ledger, string column, int header, int line)
    {
        var (levels, moments) = (ledger.RangeFromAfar(IncidentLedger.Level), ledger.RangeFromAfar(IncidentLedger.ReportedAt));
        return $"COUNTIFS({levels},{column}${header},{moments},\">=\"&{FirstOf(line, 0)},{moments},\"<\"&{FirstOf(line, 1)})";
    }

    private static string FirstOf(int line, int later) => $"DATE(LEFT($A{line},4),RIGHT($A{line},2){(later > 0 ? "+1" : "")},1)";

    private static LocalDate MonthOf(Instant moment) => BeijingTime.DateOf(moment).With(DateAdjusters.StartOfMonth);

    /// <summary>Every month from the first to the last, those without incidents too.</summary>
    private static List<LocalDate> Months(IEnumerable<LocalDate> months)
    {
        var all = months.ToList();
        var (first, last) = (all.Min(), all.Max());
        return Enumerable.Range(0, (int)Period.Between(first, last, PeriodUnits.Months).Months + 1).Select(count => first.PlusMonths(count)).ToList();
    }

    /// <summary>Lays a chart under its table; gives the first free row.</summary>
    private static int Draw(SheetDraft sheet, TableArea table, ChartDraft chart, int rows)
    {
        var first = table.Next + 1;
        for (var row = first; row < first + rows; row++)
        {
            sheet.AtLeast(row, ChartRow);
        }

        sheet.Draw(chart with { Place = new(first, 1, first + rows - 1, ColumnCount) });
        return first + rows;
    }

    /// <summary>Where a chart lies before its table's end is known.</summary>
    private static readonly ChartPlace Nowhere = new(1, 1, 1, 1);
}
