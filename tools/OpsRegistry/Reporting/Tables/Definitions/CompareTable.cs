using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Reporting.Site;
using OpsRegistry.Settling;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Reporting.Tables.Definitions.CompareRow>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>One line that periods are compared by.</summary>
/// <param name="Title">What it is.</param>
/// <param name="ValueOf">A period's value.</param>
/// <param name="IsTotal">True for what the lines above come to.</param>
internal sealed record CompareRow(Text Title, Func<PeriodResult, Value> ValueOf, bool IsTotal = false);

/// <summary>The periods of a contract beside each other: score by line of the form, money, duties and incidents.</summary>
internal static class CompareTable
{
    public static Table<CompareRow> For(SiteContract contract) => new("compare", new("各期比较", "Periods compared"),
    [
        Column.Words("what", new("项目", "what"), row => row.Title),
        .. contract.Result.Periods.Select(period => new Column(Key(period), Text.Same(period.Period.Id), ValueKind.Points, row => row.ValueOf(period))),
    ], RowsOf(contract).ToList())
    {
        IsCompared = true,
        RowsPerPage = 80,
        Subtotal = row => row.IsTotal,
    };

    private static string Key(PeriodResult period) => period.Period.Id;

    private static IEnumerable<CompareRow> RowsOf(SiteContract contract)
    {
        var lines = contract.Result.Periods.SelectMany(period => period.Assessment.Indicators.Select(line => line.Indicator)).DistinctBy(line => line.Id, StringComparer.Ordinal).ToList();
        if (contract.IsScored)
        {
            yield return new(new("得分", "score"), ContractTable.ScoreOf, IsTotal: true);
            yield return new(new("扣款（元）", "deducted (yuan)"), period => Value.YuanOf(period.Settlement.Total));
            yield return new(new("有异议的分", "points in dispute"), period => period.Score.InDispute is { } points ? new Value.Points(points) : Value.None);
            yield return new(new("有异议的元", "yuan in dispute"), period => period.Deducted.InDispute is { } yuan ? new Value.Yuan(yuan) : Value.None);
        }

        foreach (var line in lines)
        {
            yield return new(new($"{line.Id} {line.Title.Zh}", $"{line.Id} {line.Title.En}"), period => ScoreOf(period, line.Id));
        }

        var incidents = contract.Incidents.ToLookup(incident => incident.Period?.Period.Id);
        yield return new(new("扣分条数", "deductions"), period => new Value.Count(period.Assessment.Deductions.Count()));
        yield return new(new("缺少的义务", "missing duties"), period => new Value.Count(period.Assessment.Measurement.OccurrencesIn(period.Period).Count(one => one.State == OccurrenceState.Missing)));
        yield return new(new("未达标的时限", "limits missed"), period => new Value.Count(period.Assessment.Measurement.TargetsIn(period.Period).Count(one => one.State == TargetState.Missed)));
        yield return new(new("事件", "incidents"), period => new Value.Count(incidents[period.Period.Id].Count()));
    }

    private static Value ScoreOf(PeriodResult period, string indicator) =>
        period.Assessment.Indicators.FirstOrDefault(one => one.Indicator.Id == indicator) is { } line ? Value.PointsOf(line.Score) : Value.None;
}
