using OpsRegistry.Model;
using OpsRegistry.Time;

namespace OpsRegistry.Reporting.Site;

/// <summary>How far a contract's term has gone at the cut-off.</summary>
internal static class TermBar
{
    public static Html Of(PageContext page, Term term)
    {
        var whole = Period.DaysBetween(term.Start, term.End);
        return Bars.Term(page, Math.Clamp(Period.DaysBetween(term.Start, Next(page)), 0, whole), Math.Max(1, whole));
    }

    public static bool IsRunning(PageContext page, Term term) => term.Contains(BeijingTime.DateEndingAt(page.Site.AsOf));

    private static LocalDate Next(PageContext page) => BeijingTime.DateEndingAt(page.Site.AsOf).PlusDays(1);
}
