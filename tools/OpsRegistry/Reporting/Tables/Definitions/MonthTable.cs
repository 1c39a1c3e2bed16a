using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Time;
using Column = OpsRegistry.Reporting.Tables.Column<NodaTime.LocalDate>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>Incidents by level and month; the months are texts, because a chart's axis shows texts alike everywhere.</summary>
internal static class MonthTable
{
    private const string Id = "incidentMonths", Month = "month";

    private const int MostLevels = 7;

    public static Table<LocalDate> For(IReadOnlyList<IncidentRow> incidents, DateSpan period) =>
        new(Id, new("事件按级别与月份", "Incidents by level and month"), ColumnsOf(incidents), MonthsOf(incidents.Select(MonthOf).Append(period.Start.With(DateAdjusters.StartOfMonth)).ToList()));

    public static FigureChart Chart(IReadOnlyList<IncidentRow> incidents, Table<LocalDate> months) => new(
        Id, months.Title, new("每月一根柱，按级别分段，高为事件数", "a column for each month, divided by level"), ChartForm.StackedColumns,
        months.Rows.Select(month => new ChartCategory(Text.Same(Show(month)))).ToList(),
        LevelsOf(incidents).Select((level, index) => new Series(Key(index), Flat(level.Class), months.Rows.Select(month => (decimal?)CountOf(incidents, level, month)).ToList())).ToList())
    {
        Over = (Id, Month),
    };

    private static IReadOnlyList<Column> ColumnsOf(IReadOnlyList<IncidentRow> incidents) =>
    [
        Column.Label(Month, new("月份", "month"), month => Text.Same(Show(month))) with { Width = 22 },
        .. LevelsOf(incidents).Select((level, index) => Column.Count(Key(index), level.Class, month => CountOf(incidents, level, month)) with { Formula = (_, cells) => CountFormula(cells, Key(index)) }),
    ];

    /// <summary>An incident of each class, the classes in the order of their titles.</summary>
    private static List<IncidentRow> LevelsOf(IReadOnlyList<IncidentRow> incidents) =>
        incidents.DistinctBy(incident => incident.ClassKey).OrderBy(incident => incident.Class.Zh, StringComparer.Ordinal).Take(MostLevels).ToList();

    private static int CountOf(IReadOnlyList<IncidentRow> incidents, IncidentRow level, LocalDate month) =>
        incidents.Count(incident => incident.ClassKey == level.ClassKey && MonthOf(incident) == month);

    private static Formula CountFormula(IFormulaCells cells, string column)
    {
        var (levels, moments) = (cells.Column(IncidentTable.Id, IncidentTable.Class), cells.Column(IncidentTable.Id, IncidentTable.ReportedAt));
        string First(string later) => $"DATE(LEFT({cells[Month]},4),RIGHT({cells[Month]},2){later},1)";
        return $"COUNTIFS({levels},{cells.Title(column)},{moments},\">=\"&{First("")},{moments},\"<\"&{First("+1")})";
    }

    private static string Key(int level) => string.Create(CultureInfo.InvariantCulture, $"level{level + 1}");

    private static string Show(LocalDate month) => month.ToString("uuuu-MM", CultureInfo.InvariantCulture);

    private static Text Flat(Text level) => new(level.Zh.Replace('\n', ' '), level.En.Replace('\n', ' '));

    private static LocalDate MonthOf(IncidentRow incident) => BeijingTime.DateOf(incident.Incident.ReportedAt.ToInstant()).With(DateAdjusters.StartOfMonth);

    /// <summary>Every month from the first to the last, those without incidents too.</summary>
    private static List<LocalDate> MonthsOf(List<LocalDate> months) =>
        Enumerable.Range(0, (int)Period.Between(months.Min(), months.Max(), PeriodUnits.Months).Months + 1).Select(count => months.Min().PlusMonths(count)).ToList();
}
