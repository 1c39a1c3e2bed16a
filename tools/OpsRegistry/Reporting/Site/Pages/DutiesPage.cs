using OpsRegistry.Measuring;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;

namespace OpsRegistry.Reporting.Site;

/// <summary>Every duty of a contract over its term, and each one that is missing with its days.</summary>
internal static class DutiesPage
{
    public static Page For(SiteContract contract, Page above)
    {
        var (occurrences, term) = (contract.Duties.SelectMany(day => day.Due).ToList(), contract.Result.Folder.Terms.Term);
        var missing = OccurrenceTable.For(occurrences.Where(one => one.State == OccurrenceState.Missing).ToList());
        return new(
            SiteAddress.Duties(contract.Name),
            new("周期性义务", "Recurring duties"),
            [
                .. UnrecordedWords.Blocks(contract.Result.Folder),
                DutyCalendar.For(new(term.Start, term.End), contract.Duties),
                .. Block.Part(DutyTable.For(occurrences) with { Title = new("全服务期合计", "Over the whole term") }),
                .. Block.Part(missing with { Title = new($"缺少的（{missing.RowCount}）", $"Missing ({missing.RowCount})"), WhenEmpty = new("没有缺少的义务。", "No duty is missing."), RowsPerPage = 120 }),
            ])
        {
            Above = above,
            Scope = contract.Name,
            Anchors = [Anchor.Page(SiteAddress.Duties(contract.Name))],
        };
    }
}
