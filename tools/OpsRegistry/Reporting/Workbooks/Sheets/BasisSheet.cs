using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables.Definitions;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>扣分依据: every deduction with each of its records, their files and lines, the readings and rules it rests on.</summary>
internal static class BasisSheet
{
    /// <summary>The sheet; null where nothing is scored.</summary>
    public static Sheet? For(AssessmentBook book) => book.Assessment.Scorecard is null ? null : new("basis", new("扣分依据", "Basis"), new("每项扣分的记录、文件、口径与规则", "records, files, readings and rules of each deduction"))
    {
        IsLandscape = true,
        Blocks =
        [
            // The form that this must agree with is in the other volume.
            new Block.TableBlock(DeductionTable.For(book.Assessment) with { Foot = [] }),
            new Block.Paragraph(new("点击“记录”到台账相应的行。", "Records lead to their rows.")) { Tone = Tone.Faint },
        ],
    };
}
