using OpsRegistry.Assessing;
using OpsRegistry.Settling;
using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site;

/// <summary>What a period is called and how firm it is.</summary>
internal static class PeriodWords
{
    public static Html State(PageContext page, Assessment assessment) =>
        Bits.Badge(assessment.State.IsClosed() ? "plain" : "wait", page.In(assessment.State.Title()));

    /// <summary>The band or veto that decides, under a score.</summary>
    public static Html? Band(PageContext page, Assessment assessment) =>
        assessment.Veto is { } veto ? Tag("span.under", page.In("一票否决：", "veto: "), page.In(veto.Title))
        : assessment.Band is { } band ? Tag("span.under", page.In(band.Title))
        : null;

    public static string Title(PageContext page, PeriodResult period) =>
        $"{period.Period.Id} {page.In(SiteWords.Of(period.Period))}";
}
