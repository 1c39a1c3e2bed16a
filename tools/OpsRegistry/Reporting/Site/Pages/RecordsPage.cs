using OpsRegistry.Model;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;

namespace OpsRegistry.Reporting.Site;

/// <summary>A page for each kind of what happened, was claimed and was decided under a contract: one row a file, whole when unfolded.</summary>
internal static class RecordsPage
{
    /// <summary>The kinds that a contract has files of, in the order of kinds, each with its files, the latest first.</summary>
    public static IEnumerable<(Kind Kind, IReadOnlyList<Resource> Files)> KindsOf(SiteContract contract) =>
        from kind in Kinds.All
        where kind.Area is Area.Records or Area.Claims or Area.Decisions
        let files = contract.Files[kind].ToList()
        where files.Count > 0
        select (kind, (IReadOnlyList<Resource>)files);

    public static IEnumerable<Page> For(SiteContract contract, Page above) =>
        from one in KindsOf(contract)
        select new Page(
            SiteAddress.Records(contract.Name, one.Kind),
            one.Kind.Title,
            [
                new Block.TableBlock(one.Kind.SpecType == typeof(Incident)
                    ? IncidentTable.For(contract.Result.Folder, contract.Incidents.Select(incident => incident.Row).ToList())
                    : RecordTable.For(contract, one.Kind, one.Files)),
            ])
        {
            Above = above,
            Scope = contract.Name,
            Anchors = [Anchor.Page(SiteAddress.Records(contract.Name, one.Kind))],
        };
}
