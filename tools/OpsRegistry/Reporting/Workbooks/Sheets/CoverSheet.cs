using OpsRegistry.Assessing;
using OpsRegistry.Reporting.Assessments;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;

namespace OpsRegistry.Reporting.Workbooks.Sheets;

/// <summary>封面: the result, how firm it is, what it rests on, and where the parties sign.</summary>
internal static class CoverSheet
{
    private const int MostQuestions = 5;

    /// <summary>The cover of what is signed.</summary>
    public static Sheet For(AssessmentBook book) => new("cover", new("封面", "Cover"), new("结果、状态与签章", "result, state and signatures"))
    {
        IsCover = true,
        IsSigned = true,
        IsOnePage = true,
        Grid = [17, 32, 20, 31],
        Blocks =
        [
            State(book),
            .. Differs(book),
            new Block.Figures([.. Result(book)]),
            new Block.Figures([.. Facts(book)]),
            .. Questions(book),
            .. Assumed(book),
            .. UnrecordedWords.Blocks(book.Folder),
            book.Parties,
            new Block.Paragraph(Basis(book)) { Tone = Tone.Faint },
        ],
    };

    /// <summary>How firm the result is, and whether a seal says otherwise.</summary>
    public static IEnumerable<Block> States(AssessmentBook book) => [State(book), .. Differs(book)];

    /// <summary>Where the proof stands, and what makes the figures again; <c>WorkbookClaim</c> reads the same words.</summary>
    private static Text Basis(AssessmentBook book)
    {
        var (folder, asOf) = (ContractFiles.FolderOf(book.Folder), AssessmentBook.Minute(book.Measurement.AsOf));
        return new(
            $"依据：台账、计时、口径与核验另成一册（{AssessmentWorkbook.DataBookFile}），记录都在 {folder} 下。\n数据截至：{asOf}；提交号：{(book.Origin.IsCommitted ? book.Origin.Commit : "未提交")}\n工具版本：{book.Origin.ToolVersion}",
            $"Ledgers, clocks, readings and proof are a volume of their own ({AssessmentWorkbook.DataBookFile}); records are below {folder}.\nData up to {asOf}; commit {(book.Origin.IsCommitted ? book.Origin.Commit : "none")}\nTool version {book.Origin.ToolVersion}");
    }

    private static Block State(AssessmentBook book)
    {
        var asOf = AssessmentBook.Minute(book.Measurement.AsOf);
        return book.Assessment.State switch
        {
            PeriodState.Open => new Block.Paragraph(new($"进行中：考核期尚未结束，只计到 {asOf}，不作付款依据", $"Open: the period still runs; counted up to {asOf}, nothing to pay by")) { Tone = Tone.Warning },
            PeriodState.Evaluating => new Block.Paragraph(new(
                $"评定中：考核期已结束，还有 {book.Period.OpenPoints.Count} 项未定，不作付款依据", $"Evaluating: the period is over with {English.Count(book.Period.OpenPoints.Count, "open point")}; nothing to pay by"))
            { Tone = Tone.Warning },
            PeriodState.Final => new Block.Paragraph(new($"定　稿：{asOf} 起结果不再变动", $"Final: the result stands since {asOf}")) { Tone = Tone.Good },
            PeriodState.Sealed => new Block.Paragraph(new($"{OfSeal(book).Zh}：以封存的结果为准", $"{OfSeal(book).En}: the seal's figures hold")) { Tone = Tone.Good },
        };
    }

    private static Text OfSeal(AssessmentBook book) => Assessments.StateWords.Named(book.Period);

    private static IEnumerable<Block> Differs(AssessmentBook book) =>
        Assessments.StateWords.Differs(book.Period) is { } differs ? [new Block.Paragraph(differs) { Tone = Tone.Warning }] : [];

    private static IEnumerable<Figure> Result(AssessmentBook book)
    {
        var (assessment, total) = (book.Assessment, book.Period.Settlement.Total);
        var isScored = assessment.Scorecard is not null;
        yield return new("score", new("得　分", "Score"), isScored || book.Folder.IsScored ? Value.PointsOf(assessment.Total) : new Value.Words(new("不计分", "not scored")))
        {
            IsLead = true,
            Formula = isScored ? "Score" : null,
        };
        var hasBands = assessment.Scorecard is { Bands.Count: > 0 };
        yield return new("band", new("档　次", "Band"), !hasBands ? new Value.Words(Text.Same("—")) : assessment.Band is { } band ? new Value.Words(band.Title) : Value.Unknown)
        {
            IsLead = true,
            Formula = hasBands ? "BandTitle" : null,
        };
        yield return new("deducted", new("本期扣减（元）", "Deducted (yuan)"), Value.YuanOf(total)) { IsLead = true, Formula = "DeductionTotal" };
        yield return new("state", new("结论状态", "State"), new Value.Words(StateWords(book)));
        yield return new("capitals", new("扣减（大写）", "In capitals"), new Value.Words(SettlementSheet.Capitals(total))) { IsWide = true };
    }

    private static Text StateWords(AssessmentBook book)
    {
        var state = book.Assessment.State.Title();
        if (book.Assessment.Veto is { } veto)
        {
            return new($"{state.Zh}；一票否决：{veto.Title.Zh}", $"{state.En}; veto: {veto.Title.En}");
        }

        var (score, amount) = (RangeWords.OfPoints(book.Period.Score), RangeWords.OfYuan(book.Period.Deducted));
        return new(
            $"{state.Zh}{(score.Zh.Length > 0 ? $"；得分{score.Zh}" : "")}{(amount.Zh.Length > 0 ? $"；扣减{amount.Zh}" : "")}",
            $"{state.En}{(score.En.Length > 0 ? $"; score{score.En}" : "")}{(amount.En.Length > 0 ? $"; deducted{amount.En}" : "")}");
    }

    private static IEnumerable<Figure> Facts(AssessmentBook book)
    {
        var terms = book.Folder.Terms;
        var records = book.Measurement.FactsIn(book.Days).Count;
        return
        [
            new("purchaser", new("采购人", "Purchaser"), new Value.Words(book.Origin.TitleOf(terms.Purchaser))),
            new("vendor", new("供应商", "Vendor"), new Value.Words(book.Origin.TitleOf(terms.Vendor))),
            new("number", new("合同编号", "Contract number"), new Value.Words(terms.Number is { } number ? Text.Same(number) : new("文件未编号", "none"))),
            new("term", new("服务期", "Term"), new Value.Days(new(terms.Term.Start, terms.Term.End))),
            new("asOf", new("数据截至", "Data up to"), new Value.Words(Text.Same(AssessmentBook.Minute(book.Measurement.AsOf)))),
            new("records", new("本期记录", "Records"), new Value.Words(new($"{records} 条", $"{records}"))),
            .. book.Period.Sealed is not { } kept ? Array.Empty<Figure>() : [new("seal", new("封存摘要", "Seal"), new Value.Code(kept.Seal.Spec.Digest)) { IsWide = true }],
        ];
    }

    private static IEnumerable<Block> Questions(AssessmentBook book)
    {
        var open = book.Period.NeedsDecision.GroupBy(line => line.Interpretation.Key, StringComparer.Ordinal).ToList();
        if (open.Count == 0)
        {
            yield break;
        }

        var needs = ReadingTable.NeedsDecision;
        yield return new Block.Paragraph(new($"{needs.Zh}：{open.Count} 处条款换一种理解会落入另一档次", $"{needs.En}: another band under another reading of {English.Count(open.Count, "clause")}")) { Tone = Tone.Warning };
        foreach (var key in open.Take(MostQuestions))
        {
            var question = key.First().Interpretation.Question;
            yield return new Block.Paragraph(new($"· {question.Zh}", $"· {question.En}"));
        }

        if (open.Count > MostQuestions)
        {
            yield return new Block.Paragraph(new($"另有 {open.Count - MostQuestions} 处，见数据册“口径与敏感性”。", $"{open.Count - MostQuestions} more among the readings of the data book."));
        }
    }

    private static IEnumerable<Block> Assumed(AssessmentBook book)
    {
        var lines = Assumptions.List(book);
        if (lines.Count > 0)
        {
            yield return new Block.Paragraph(new(
                "以下各项文件没有写明，由登记库假定：" + string.Join("；", lines.Select(line => line.Zh)) + "。",
                "Not stated by the sources and assumed: " + string.Join("; ", lines.Select(line => line.En)) + "."))
            { Tone = Tone.Faint };
        }
    }
}
