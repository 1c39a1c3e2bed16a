using OpsRegistry.Loading;
using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Rules.Duties;

/// <summary>
/// A change of personnel takes effect before the notice that the contract asks for has run out. The record may be true; then it proves a breach.
/// </summary>
internal sealed class ShortNotice() : Rule("OPS401", new("人员变更通知时间不足", "personnel change with too short notice"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from version in InForce.Contracts(registry)
        let folder = version.Folder
        where folder.Terms.PersonnelChange?.Notice is not null
        let terms = folder.Terms.PersonnelChange!
        let notice = Amount.Parse(terms.Notice!)
        where notice is not null && notice.Unit != AmountUnit.Time
        let calendar = InForce.Clocks(registry, folder).Calendar
        from change in folder.Of<PersonnelChange>()
        let due = Clock.Deadline(BeijingTime.StartOf(change.Spec.NoticeOn), notice, ServiceClock.For(notice.Unit, StandardWindows.Always, roll: false), calendar)
        where due.Problem is null && BeijingTime.StartOf(change.Spec.EffectiveOn) < due.Value.At
        let earliest = BeijingTime.DateOf(due.Value.At)
        select At(
            change.Spec.PlaceOf(nameof(PersonnelChange.EffectiveOn)),
            new(
                $"{Shown.Show(change.Spec.NoticeOn)} 通知，{Shown.Show(change.Spec.EffectiveOn)} 生效，不足 {notice.Describe().Zh}：最早应为 {Shown.Show(earliest)}",
                $"notice of {Shown.Show(change.Spec.NoticeOn)} takes effect on {Shown.Show(change.Spec.EffectiveOn)}, less than {notice.Describe().En} later: the earliest day is {Shown.Show(earliest)}"),
            new("改正日期；如属实，保留记录", "correct the days; if they are right, keep the record"),
            new RelatedPlace(terms.PlaceOf(nameof(terms.Notice)), new("通知期限写", "notice asked for")));
}
