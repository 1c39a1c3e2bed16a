using OpsRegistry.Reporting.Assessments;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;
using OpsRegistry.Settling;

namespace OpsRegistry.Reporting.Site;

/// <summary>A period: its report as published, with its incidents, and the periods beside it.</summary>
internal static class PeriodPage
{
    public static Page For(SiteContents site, SiteContract contract, PeriodResult period, Page above)
    {
        var incidents = contract.Incidents.Where(incident => incident.Period?.Period.Id == period.Period.Id).ToList();
        return new(
            SiteAddress.Period(contract.Name, period.Period.Id),
            TitleOf(period),
            [
                .. AssessmentMarkdown.Blocks(period),
                .. ComparePage.Holds(contract) ? [new Block.Paragraph(new("与其他考核期比较 →", "Compare with other periods →")) { Tone = Tone.Faint, To = Anchor.Page(SiteAddress.Compare(contract.Name)) }] : Array.Empty<Block>(),
                .. Block.Part(IncidentTable.For(contract.Result.Folder, incidents.Select(incident => incident.Row).ToList()), IncidentTimeline.For(period.Period.Days, incidents, contract.Result.AsOf)),
            ])
        {
            Above = above,
            Scope = $"{contract.Name}/{period.Period.Id}",
            Anchors = [Anchor.Period(contract.Name, period.Period.Id)],
            Downloads = PeriodDownloads.For(site, contract, period),
            Over = [new Value.Days(period.Period.Days), PeriodTable.StateOf(period)],
        };
    }

    /// <summary>E.g. P1 第 1 考核期.</summary>
    public static Text TitleOf(PeriodResult period) => period.Period is { Number: 1, IsLast: true } only
        ? new($"{only.Id} 全服务期", $"{only.Id} the whole term")
        : new($"{period.Period.Id} 第 {period.Period.Number} 考核期", $"{period.Period.Id} Period {period.Period.Number}");
}
