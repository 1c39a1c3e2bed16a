using System.Reflection;
using OpsRegistry.Model;

namespace OpsRegistry.Reporting.Site;

/// <summary>Every file of the site, in the order in which it is made.</summary>
internal static class SiteWriter
{
    /// <summary>The files: pages in both languages, the search index, style and script.</summary>
    public static IEnumerable<SitePage> Pages(SiteContents site) =>
        [.. Assets(), .. Pages(site, Language.Zh), .. Pages(site, Language.En)];

    private static IEnumerable<SitePage> Assets() =>
    [
        new(SiteAddress.Style, Asset("site.css")),
        new(SiteAddress.Script, Asset("site.js")),
    ];

    private static IEnumerable<SitePage> Pages(SiteContents site, Language language)
    {
        PageContext At(string address) => new(site, language, address);
        yield return OverviewPage.Of(At(SiteAddress.Overview));
        yield return AboutPage.Of(At(SiteAddress.About));
        var index = SearchIndex.Of(site, language);
        yield return SearchPage.Of(At(SiteAddress.Search), index.Count);
        var others = index.Concat(DuePage.All(At, site)).Concat(IncidentListPage.All(At, site)).Concat(site.Contracts.SelectMany(contract => Pages(contract, At)));
        foreach (var page in others)
        {
            yield return page;
        }
    }

    private static IEnumerable<SitePage> Pages(SiteContract contract, Func<string, PageContext> at)
    {
        var (name, folder) = (contract.Name, contract.Result.Folder);
        yield return ContractPage.Of(at(SiteAddress.Contract(name)), contract);
        yield return ServiceListPage.Of(at(SiteAddress.Services(name)), contract);
        if (contract.Notes is not null)
        {
            yield return NotesPage.Of(at(SiteAddress.Notes(name)), contract);
        }

        foreach (var page in DutiesPage.All(at, contract))
        {
            yield return page;
        }

        foreach (var period in contract.Result.Periods)
        {
            yield return PeriodPage.Of(at(SiteAddress.Period(name, period.Period.Id)), contract, period);
            foreach (var further in DeductionSection.Further(at, contract, period).Concat(LevelSection.Further(at, contract, period)))
            {
                yield return further;
            }
        }

        foreach (var service in folder.Of<Service>())
        {
            yield return ServicePage.Of(at(SiteAddress.Service(name, service.Name)), contract, service);
        }

        foreach (var system in folder.Of<InformationSystem>())
        {
            yield return SystemPage.Of(at(SiteAddress.System(name, system.Name)), contract, system);
        }

        foreach (var incident in contract.Incidents)
        {
            yield return IncidentPage.Of(at(SiteAddress.Incident(name, incident.Resource.Name)), contract, incident);
        }
    }

    private static byte[] Asset(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("OpsRegistry.Site." + name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
