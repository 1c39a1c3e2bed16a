using OpsRegistry.Assessing;
using OpsRegistry.Settling;
using static OpsRegistry.Reporting.Site.Bits;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site;

/// <summary>What would let the purchaser end the contract, and the period's records that point to it.</summary>
internal static class TriggerSection
{
    public static Html? Of(PageContext page, SiteContract contract, PeriodResult period)
    {
        var triggers = period.Assessment.Measurement.Folder.Terms.ExitTriggers;
        return triggers.Count == 0
            ? null
            : Section(
                "exit",
                page.In("退出条件监测", "Exit triggers watched"),
                Table(
                    page.In("退出条件监测", "Exit triggers watched"),
                    [page.In("情形", "trigger"), page.In("本期记录", "records"), page.In("条款", "clause")],
                    triggers.Select(trigger => Row(HeadCell(page.In(trigger.Title)), Cell(Records(page, contract, period, trigger)), Cell(Clauses(page, trigger.Clauses))))));
    }

    private static Html Records(PageContext page, SiteContract contract, PeriodResult period, Model.ExitTrigger trigger)
    {
        if (trigger.Records is not { } match)
        {
            return Tag("span.none", page.In("只能由人判断", "only a person can say"));
        }

        var records = period.Assessment.Measurement.FactsIn(period.Period).Where(fact => fact.Matches(match)).ToList();
        return records.Count == 0
            ? Tag("span.none", page.In("无", "none"))
            : Joined(Tag("br"), records.Select(fact => page.Record(contract, RecordReference.To(fact))));
    }
}
