using OpsRegistry.Measuring;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>SLA: each limit with its attainment, availability, and the outcome on every record.</summary>
internal static class TargetSheet
{
    public static Sheet For(AssessmentBook book)
    {
        var statement = book.Period.Levels;
        var targets = TargetTable.For(statement);
        var (aggregates, quotas) = (AggregateTable.For(statement.Aggregates), QuotaTable.For(statement.Quotas));
        Block[] availability =
        [
            new Block.Heading(new("二、可用率", "2. Availability"), "availability"),
            new Block.TableBlock(AvailabilityTable.For(statement.Availability)),
            .. new Table[] { aggregates, quotas }.Where(table => table.RowCount > 0).SelectMany(table => new Block[] { new Block.Heading(table.Title, table.Id), new Block.TableBlock(table) }),
        ];
        return new("targets", new("SLA", "SLA"), new("时限与可用率的达成", "limits and availability"))
        {
            IsLandscape = true,
            Title = new("服务级别（SLA）", "Service levels"),
            Blocks = targets.RowCount == 0 ? [new Block.Paragraph(targets.WhenEmpty) { Tone = Tone.Faint }, .. availability] :
            [
                new Block.Heading(new("一、时限达成", "1. Limits"), "limits"),
                new Block.TableBlock(targets),
                .. availability,
                new Block.Heading(new("三、逐条计时", "3. Record by record"), "outcomes"),
                new Block.TableBlock(OutcomeTable.For(book.Measurement.Scope, book.Measurement.TargetsIn(book.Days).ToList())),
            ],
        };
    }
}
