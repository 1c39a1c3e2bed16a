using OpsRegistry.Model;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Site;
using Column = OpsRegistry.Reporting.Tables.Column<OpsRegistry.Model.Resource>;

namespace OpsRegistry.Reporting.Tables.Definitions;

/// <summary>The files of any kind: what each is about in a line, and all that it says when unfolded. The kind's schema says which fields there are.</summary>
internal static class RecordTable
{
    /// <summary>The files of a kind under a contract.</summary>
    public static Table<Resource> For(SiteContract contract, Kind kind, IReadOnlyList<Resource> files) => new("files", kind.Title,
    [
        new Column("id", new("编号", "id"), ValueKind.Record, file => new Value.Record(file.Name, file.Path, 1)),
        Column.Day("day", new("日期", "day"), RecordFacts.DayOf),
        Column.Words("about", new("要点", "in short"), RecordFacts.InShort),
        new Column("proofs", new("材料", "evidence"), ValueKind.Words, file => ProofsOf(contract, file)) { IsEssential = false },
    ], files)
    {
        IsList = true,
        RowsPerPage = 25,
        Anchors = file => [Anchor.Record(file.Path)],
        Details = file => new(new("全部内容", "all it says"), [new Block.Figures(RecordFacts.For(contract.Result.Folder, file))]),
    };

    /// <summary>What proves a file, each proof by what it is.</summary>
    public static Value ProofsOf(SiteContract contract, Resource file) => file.Spec is IProven { Evidence: { Count: > 0 } proofs }
        ? new Value.Many(proofs.Select(Value (proof) => new Value.Link(EvidenceRole.NameOf(proof.Role), Anchor.Evidence($"{ContractFiles.FolderOf(contract.Result.Folder)}evidence/{proof.File}"))).ToList())
        : Value.None;
}
