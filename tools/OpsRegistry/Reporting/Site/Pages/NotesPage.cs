using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;

namespace OpsRegistry.Reporting.Site;

/// <summary>The README of a contract's folder.</summary>
internal static class NotesPage
{
    public static Page For(SiteContract contract, string notes, Page above) => new(
        SiteAddress.Notes(contract.Name),
        new("数据说明", "Notes on the data"),
        [new Block.Prose(Text.Same(notes)) { IsOwn = true, Folder = ContractFiles.FolderOf(contract.Result.Folder) }])
    {
        Above = above,
        Anchors = [Anchor.Page(SiteAddress.Notes(contract.Name))],
    };
}
