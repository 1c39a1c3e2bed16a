using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Coverages;
using OpsRegistry.Reporting.Tables;

namespace OpsRegistry.Reporting.Site;

/// <summary>A contract's source document clause by clause: what models it, what is missing and why, and its words where they are at hand.</summary>
internal static class ClausesPage
{
    public static Page For(DocumentCoverage document, Page above) => new(
        SiteAddress.Clauses(document.Folder.Name),
        new("条款覆盖", "Coverage of clauses"),
        [.. CoverageBlocks.Faults(document), .. CoverageBlocks.One(document, entries: true)])
    {
        Above = above,
        Scope = document.Folder.Name,
        Anchors = [Anchor.Page(SiteAddress.Clauses(document.Folder.Name))],
        Over = [new Value.Code(document.Folder.Name)],
    };
}
