using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>目录: what the book of data proves, from what it was made, and its sheets.</summary>
internal static class ContentsSheet
{
    /// <summary>The first sheet of the data book with those that follow it.</summary>
    public static Sheet For(AssessmentBook book, IReadOnlyList<Sheet> others) => new("contents", new("目录", "Contents"), new("结果与各表", "the result and the sheets"))
    {
        IsCover = true,
        IsOnePage = true,
        Grid = [17, 32, 20, 31],
        Blocks =
        [
            .. CoverSheet.States(book),
            new Block.Figures([.. Result(book)]),
            new Block.Figures([.. Facts(book)]),
            new Block.Paragraph(new($"本册是签署页（{AssessmentWorkbook.SigningSetFile}）的依据，供查阅，不签署，不须打印。", $"This volume proves what is signed ({AssessmentWorkbook.SigningSetFile}): to be looked up, neither signed nor printed.")),
            new Block.Heading(new("目　录", "Contents"), "list"),
            new Block.Figures(others.Select((sheet, index) => new Figure(sheet.Key, Numbered(index + 1, sheet.Name), new Value.Words(sheet.Shows)) { To = sheet.Anchor }).ToList()),
        ],
    };

    /// <summary>The figures of the signing set, which formulas of this volume name.</summary>
    private static IEnumerable<Figure> Result(AssessmentBook book)
    {
        if (book.Assessment.Scorecard is not null)
        {
            yield return new("score", new("得　分", "Score"), Value.PointsOf(book.Assessment.Total)) { Name = "Score" };
        }

        yield return new("deducted", new("本期扣减（元）", "Deducted (yuan)"), Value.YuanOf(book.Period.Settlement.Total)) { Name = "DeductionTotal" };
    }

    private static IReadOnlyList<Figure> Facts(AssessmentBook book)
    {
        var terms = book.Folder.Terms;
        return
        [
            new("purchaser", new("采购人", "Purchaser"), new Value.Words(book.Origin.TitleOf(terms.Purchaser))),
            new("vendor", new("供应商", "Vendor"), new Value.Words(book.Origin.TitleOf(terms.Vendor))),
            new("asOf", new("数据截至", "Data up to"), new Value.Words(Text.Same(AssessmentBook.Minute(book.Measurement.AsOf)))),
            new("calendars", new("工作日历", "Calendars"), new Value.Words(Text.Same(string.Join("、", book.Measurement.Calendar.Versions)))),
            new("tool", new("工具版本", "Tool version"), new Value.Code(book.Origin.ToolVersion)),
            new("commit", new("提交号", "Commit"), book.Origin.IsCommitted ? new Value.Code(book.Origin.Commit) : new Value.Words(new("未提交（数字不能凭提交号重现）", "none (the figures cannot be made again from a commit)"))) { IsWide = true },
        ];
    }

    private static Text Numbered(int number, Text name) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{number}. {name.Zh}"), string.Create(CultureInfo.InvariantCulture, $"{number}. {name.En}"));
}
