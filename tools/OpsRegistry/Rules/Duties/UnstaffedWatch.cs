using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Rules.Duties;

/// <summary>
/// The contract asks for a watch on a holiday or in a special period, and the duty rosters leave a day of it open: nobody, too few, not all hours, or
/// nobody signed in. Days in a row are one finding; days after the cut-off are not looked at.
/// </summary>
internal sealed class UnstaffedWatch() : Rule("OPS441", new("值守日无人值守", "day of a watch that nobody kept"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        where folder.Terms.Watches.Count > 0
        from watch in WatchDays.Count(folder, Calendars.For(registry, folder.Terms.Purchaser), new(folder.Terms.Term.Start, BeijingTime.DateEndingAt(registry.CutOffOf(folder)).PlusDays(1)))
        from stretch in watch.Stretches
        where stretch.State != WatchState.Staffed
        let asked = watch.Watch
        let state = stretch.State.Title()
        let days = Shown.Show(stretch.Days)
        select At(
            asked.PlaceOf(nameof(WatchRequirement.Title)),
            new(
                $"“{asked.Title.Zh}”{stretch.Occasion.Zh} {days.Zh}：{state.Zh}，最少时 {stretch.Found} 人，应有 {asked.Headcount} 人",
                $"'{asked.Title.En}', {stretch.Occasion.En}, {days.En}: {state.En}, {stretch.Found} of {asked.Headcount} at the least"),
            new("补交值班表（DutyRoster）或补签到时间；确实无人的，保留", "file the duty roster or the times of signing in; where nobody was there, leave it"),
            stretch.Order is { } order ? [new RelatedPlace(order.Place, new("保障通知", "order"))] : []);
}
