using OpsRegistry.Assessing;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Clocks;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;

namespace OpsRegistry.Reporting.ServiceLevels;

/// <summary>How a contract's limits were kept: the limits of each period, then what was missed, is open, or could not be measured.</summary>
internal static class LevelBlocks
{
    /// <summary>A contract's periods as blocks.</summary>
    public static IReadOnlyList<Block> For(ContractFolder folder, IReadOnlyList<ServiceLevelStatement> statements) =>
    [
        ContractBlocks.Heading(folder),
        .. ContractBlocks.LeftOut(folder),
        .. UnrecordedWords.Blocks(folder),
        .. (folder.ServiceLevels?.Windows ?? []).Where(window => window.Assumed).Select(window => new Block.Paragraph(
            new($"服务时段“{window.Title.Zh}”为推定：{window.Reason?.Zh}", $"window '{window.Title.En}' is assumed: {window.Reason?.En}")) { Tone = Tone.Faint }),
        .. statements.SelectMany(PeriodOf),
    ];

    private static IEnumerable<Block> PeriodOf(ServiceLevelStatement statement)
    {
        var days = statement.Period.Days;
        var state = statement.Runs ? PeriodState.Open.Title() : new("已结束", "over");
        var span = $"{statement.Period.Id}  {Moment.Show(days.Start)}…{Moment.Show(days.End.PlusDays(-1))}  ";
        yield return new Block.Heading(new(span + state.Zh, span + state.En), statement.Period.Id) { Level = 2 };
        yield return new Block.TableBlock(TargetTable.WithClocks(statement));
        if (statement.Availability.Count > 0)
        {
            var availability = AvailabilityTable.For(statement.Availability);
            yield return new Block.Heading(availability.Title, availability.Id) { Level = 3 };
            yield return new Block.TableBlock(availability.Only("title", "target", "share", "outage", "allowed", "whole", "state", "explanation"));
        }

        Table[] totals =
        [
            AggregateTable.For(statement.Aggregates).Only("title", "of", "span", "limit", "figure", "state"),
            QuotaTable.For(statement.Quotas).Only("title", "span", "unit", "amount", "used", "left"),
        ];
        foreach (var table in totals.Where(table => table.RowCount > 0))
        {
            yield return new Block.Heading(table.Title, $"{statement.Period.Id}-{table.Id}") { Level = 3 };
            yield return new Block.TableBlock(table);
        }

        foreach (var outcome in new[] { TargetState.Missed, TargetState.Pending, TargetState.NotMeasurable })
        {
            var results = statement.In(outcome).ToList();
            if (results.Count > 0)
            {
                string[] columns = outcome == TargetState.NotMeasurable ? ["record", "title", "reason"] : ["record", "title", "due", "end", "elapsed"];
                yield return new Block.Heading(outcome.Title(), $"{statement.Period.Id}-{outcome}") { Level = 3 };
                yield return new Block.TableBlock(OutcomeTable.For(statement.Measurement.Scope, results).Only(columns));
            }
        }
    }
}
