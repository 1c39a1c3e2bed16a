namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>The two parties' boxes under a sheet.</summary>
internal static class Signatures
{
    private const string Day = "年　　月　　日";

    /// <summary>Draws the purchaser's box up to a column and the vendor's beside it; gives the first free row.</summary>
    public static int Write(AssessmentBook book, SheetDraft sheet, int row, int middle, int columns) => sheet.Sign(
        row,
        new(1, middle, $"采购人（签字盖章）：{book.Origin.TitleOf(book.Folder.Terms.Purchaser).Zh}", "代表：", Day),
        new(middle + 1, columns, $"供应商（签字盖章）：{book.Origin.TitleOf(book.Folder.Terms.Vendor).Zh}", "代表：", Day));
}
