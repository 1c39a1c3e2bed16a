using OpsRegistry.Model;

namespace OpsRegistry.Reporting.Site;

/// <summary>Every file of the site, in two passes: first which pages there are and where everything stands, then each page in both languages.</summary>
internal static class SiteWriter
{
    /// <summary>How pages look.</summary>
    public static SitePage Style { get; } = new(SiteAddress.Style, Asset("site.css"));

    /// <summary>Every page of the site, in no language yet.</summary>
    public static IEnumerable<Page> PagesOf(SiteContents site)
    {
        var overview = OverviewPage.For(site);
        return
        [
            overview,
            AboutPage.For(site, overview),
            SearchPage.For(overview),
            WaitingPage.For(site, overview),
            DuePage.For(site, overview),
            IncidentListPage.For(site, overview),
            .. site.Contracts.SelectMany(contract => PagesOf(site, contract, overview)),
        ];
    }

    private static IEnumerable<Page> PagesOf(SiteContents site, SiteContract contract, Page overview)
    {
        var (folder, first) = (contract.Result.Folder, ContractPage.For(site, contract, overview));
        var list = ServiceListPage.For(contract, first);
        var periods = contract.Result.Periods.Select(period => PeriodPage.For(site, contract, period, first)).ToList();
        return
        [
            first,
            list,
            .. contract.Notes is { } notes ? [NotesPage.For(contract, notes, first)] : Array.Empty<Page>(),
            DutiesPage.For(contract, first),
            StaffPage.For(contract, first),
            TimelinePage.For(contract, first),
            .. ComparePage.Holds(contract) ? [ComparePage.For(contract, first)] : Array.Empty<Page>(),
            .. RecordsPage.For(contract, first),
            .. contract.Document is { } document ? [ClausesPage.For(document, first)] : Array.Empty<Page>(),
            .. periods.Select((period, index) => period with { Beside = (index == 0 ? null : periods[index - 1], index == periods.Count - 1 ? null : periods[index + 1]) }),
            .. folder.Of<Service>().Select(service => ServicePage.For(contract, service, list)),
            .. folder.Of<InformationSystem>().Select(system => SystemPage.For(contract, system, list)),
            .. contract.Incidents.Select(incident => IncidentPage.For(contract, incident, incident.Period is { } period ? periods.First(page => page.Address == SiteAddress.Period(contract.Name, period.Period.Id)) : first)),
        ];
    }

    /// <summary>A file that all pages share.</summary>
    public static byte[] Asset(string name) => new EmbeddedFiles(typeof(SiteWriter).Assembly, "OpsRegistry.Site.").Bytes(name);
}
