using static OpsRegistry.Reporting.Site.Tags;

namespace OpsRegistry.Reporting.Site;

/// <summary>The README of a contract's folder.</summary>
internal static class NotesPage
{
    public static SitePage Of(PageContext page, SiteContract contract)
    {
        var folder = contract.Result.Folder.Contract.Path;
        folder = folder[..(folder.LastIndexOf('/') + 1)];
        return Frame.Of(
            page,
            page.In("数据说明", "Notes on the data"),
            [(SiteAddress.Overview, page.In("总览", "Overview")), (SiteAddress.Contract(contract.Name), page.In(contract.Result.Folder.Terms.Title))],
            Tag("div", SafeMarkdown.Of(contract.Notes ?? "", relative => InRepository(page, folder, relative), headingsBelow: 1)).With("lang", page.In("zh-CN", "zh-CN")),
            Tag("p.over", Tag("code", contract.Name)));
    }

    /// <summary>A relative address of the README as a file of the repository; null where it leads outside or the repository is not known.</summary>
    private static string? InRepository(PageContext page, string folder, string relative)
    {
        var way = new List<string>(folder.TrimEnd('/').Split('/'));
        foreach (var step in relative.Split('#')[0].Split('/').Where(step => step.Length > 0 && step != "."))
        {
            if (step != "..")
            {
                way.Add(step);
            }
            else if (way.Count > 0)
            {
                way.RemoveAt(way.Count - 1);
            }
            else
            {
                return null;
            }
        }

        return page.RepositoryFile(string.Join('/', way));
    }
}
