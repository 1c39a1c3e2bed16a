using OpsRegistry.Measuring;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>图表: the score of each period, how limits were kept, and incidents by level and month; each chart over a table that formulas fill.</summary>
internal static class ChartSheet
{
    private const string Attainments = "attainments";

    private const int MostLimits = 20;

    public static Sheet For(AssessmentBook book) => new("charts", new("图表", "Charts"), new("得分走势、时限达成与事件分布", "scores, limits and incidents"))
    {
        IsOnePage = true,
        Grid = [22, 12, 12, 12, 12, 12, 12, 12],
        Blocks =
        [
            new Block.Heading(new("一、各考核期得分", "1. Scores"), "scoreChart"),
            .. Scores(book),
            new Block.Heading(new("二、时限达成率", "2. Limits"), "limitChart"),
            .. Limits(book),
            new Block.Heading(new("三、事件按级别与月份", "3. Incidents"), "incidentChart"),
            .. Incidents(book),
        ],
    };

    private static IEnumerable<Block> Scores(AssessmentBook book)
    {
        if (book.WhyNoScore is { } why)
        {
            return [new Block.Paragraph(why) { Tone = Tone.Faint }];
        }

        // Up to this period: a report does not change when later periods begin.
        var table = PeriodScoreTable.For(book.Result.Periods.TakeWhile(period => period.Period.Number <= book.Days.Number).ToList(), book.Days);
        return [new Block.TableBlock(table), new Block.ChartBlock(PeriodScoreTable.Chart(table))];
    }

    private static IEnumerable<Block> Limits(AssessmentBook book)
    {
        var measured = TargetTable.For(book.Period.Levels).Rows.Where(row => row.Summary.Attainment is not null).ToList();
        if (measured.Count == 0)
        {
            return [new Block.Paragraph(new("本期没有可以计量的时限。", "No limit could be measured.")) { Tone = Tone.Faint }];
        }

        var table = TargetTable.For(measured.OrderBy(row => row.Summary.Attainment).Take(MostLimits).ToList()).Without("appliesTo", "limit", "pending", "notMeasurable", "clauses") with
        {
            Id = Attainments,
            Anchors = _ => [],
            Notes = measured.Count > MostLimits ? [new($"只列最低的 {MostLimits} 项，共 {measured.Count} 项。", $"The lowest {MostLimits} of {measured.Count}.")] : [],
        };
        return [new Block.TableBlock(table), new Block.ChartBlock(TargetTable.Chart(table))];
    }

    private static IEnumerable<Block> Incidents(AssessmentBook book)
    {
        if (book.Incidents.Count == 0)
        {
            return [new Block.Paragraph(new("本期没有登记事件。", "There are no incidents.")) { Tone = Tone.Faint }];
        }

        var months = MonthTable.For(book.Incidents, book.Days.Days);
        return [new Block.TableBlock(months), new Block.ChartBlock(MonthTable.Chart(book.Incidents, months))];
    }
}
