using OpsRegistry.Model;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables.Definitions;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>The sheets that list the period's records, and what was changed.</summary>
internal static class RecordSheets
{
    public static Sheet Incidents(AssessmentBook book) => new("incidents", new("事件台账", "Incidents"), new("本期事件", "the period's incidents"))
    {
        IsLandscape = true,
        Blocks =
        [
            new Block.TableBlock(IncidentTable.For(book.Folder, book.Incidents)),
            new Block.Paragraph(new(
                $"时间均为北京时间。级别按合同约定由中断与劣化时长判定，与填报级别无关；中断、劣化为合并重叠后的时长，仍在持续的算到数据截至时刻。粗体加底色者有未达标时限。文件在 {ContractFiles.FolderOf(book.Folder)} 下，其后为该文件内容的 git 标识前 12 位。",
                $"Times are Beijing time. Levels follow from the contract's own rules; overlapping spans count once, open ones up to the cut-off. Files are below {ContractFiles.FolderOf(book.Folder)}.")) { Tone = Tone.Faint },
        ],
    };

    public static Sheet Inspections(AssessmentBook book) => new("inspections", new("巡检台账", "Inspections"), new("本期巡检与缺少的周次", "inspections, and those missing"))
    {
        IsLandscape = true,
        Blocks = [new Block.TableBlock(InspectionTable.For(book.Folder, InspectionRow.In(book.Measurement, book.Days)))],
    };

    public static Sheet Others(AssessmentBook book) => new("others", new("其他台账", "Other records"), new("本期其他记录、评分与决定", "other records, judgements and decisions"))
    {
        IsLandscape = true,
        Blocks =
        [
            new Block.TableBlock(OtherTable.For(book.Folder, OtherRow.In(book.Measurement, book.Days), book.DeductionsByPath)),
            .. book.Period.Determinations.Count == 0 ? [] : Block.Part(DeterminationTable.For(book.Period)),
        ],
    };

    public static Sheet Assets(AssessmentBook book) => new("assets", new("资产与变更", "Assets and changes"), new("变更、系统与资产及其增改", "changes, systems and assets"))
    {
        IsLandscape = true,
        Blocks =
        [
            new Block.Heading(new("一、本期变更", "1. Changes"), "changes"),
            new Block.TableBlock(ChangeTable.For(book.Measurement.FactsIn(book.Days).Where(fact => fact.Record is Change).ToList(), book.DeductionsByPath)),
            new Block.Heading(new("二、系统与资产", "2. Systems and assets"), "items"),
            new Block.Paragraph(book.History is null
                ? new("“本期增改”一栏没有数据：不在完整的 git 仓库中运行，变更历史不可得。", "No data on changes: there is no complete git repository to ask.")
                : new("“本期增改”是该项登记文件在本期内的最后一次增改，逐次见“变更历史”。", "The last change of a file in the period; every change stands in the history.")) { Tone = Tone.Faint },
            new Block.TableBlock(AssetTable.For(book.Folder, book.History)),
        ],
    };

    public static Sheet History(AssessmentBook book) => new("history", new("变更历史", "History"), new("本期内登记文件的增改", "which files were changed in the period"))
    {
        IsLandscape = true,
        Blocks = book.History is not { } lines
            ?
            [
                new Block.Paragraph(new("变更历史不可得：不在 git 仓库中运行，或仓库是浅克隆。这不表示没有变更。", "No history: there is no git repository to ask, or it is shallow. This does not mean that nothing was changed.")) { Tone = Tone.Warning },
            ]
            :
            [
                new Block.Paragraph(new(
                    $"本期内并入主线的增改共 {lines.Count} 处。时刻是提交者所写，为北京时间；文件以 {ContractFiles.FolderOf(book.Folder)} 起算。",
                    $"{English.Count(lines.Count, "change")} merged in the period. Times are the committer's, in Beijing time; files are below {ContractFiles.FolderOf(book.Folder)}.")) { Tone = Tone.Faint },
                new Block.TableBlock(HistoryTable.For(book.Folder, lines)),
            ],
    };
}
