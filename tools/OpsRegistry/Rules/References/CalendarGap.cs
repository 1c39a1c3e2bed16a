using OpsRegistry.Loading;
using OpsRegistry.Measuring;
using OpsRegistry.Model;

namespace OpsRegistry.Rules.References;

/// <summary>
/// A contract's term has days that no calendar covers. Limits in working days that touch them cannot be computed, and are not guessed.
/// </summary>
internal sealed class CalendarGap() : Rule("OPS233", new("合同期超出工作日历", "term outside the working calendar"), Severity.Warning)
{
    public override IEnumerable<Finding> Check(Registry registry) =>
        from folder in registry.Contracts
        let calendar = Calendars.Build(registry, acceptProvisional: true)
        let term = folder.Terms.Term
        let last = term.End.PlusDays(-1)
        where term.Start <= last
        from gap in new[]
        {
            (Place: term.PlaceOf(nameof(Term.Start)), Day: term.Start),
            (Place: term.PlaceOf(nameof(Term.End)), Day: last),
        }
        where calendar.Find(gap.Day) is null
        select At(
            gap.Place,
            new($"{Shown.Show(gap.Day)} 没有工作日历", $"no working calendar covers {Shown.Show(gap.Day)}"),
            new("在 ops-registry/calendars 下补上该年的日历", "add that year's calendar under ops-registry/calendars"));
}
