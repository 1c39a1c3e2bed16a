using OpsRegistry.Interpreting;
using OpsRegistry.Model;
using OpsRegistry.Reporting.Blocks;
using OpsRegistry.Reporting.Tables;
using OpsRegistry.Reporting.Tables.Definitions;

namespace OpsRegistry.Reporting.Coverages;

/// <summary>How far source documents are modelled: the sum of each, what is left to explain, and where asked for its clauses.</summary>
internal static class CoverageBlocks
{
    /// <summary>Documents as blocks.</summary>
    /// <param name="entries">Whether every clause is listed.</param>
    public static IReadOnlyList<Block> For(IReadOnlyList<DocumentCoverage> documents, bool entries) =>
    [
        new Block.Heading(new("条款覆盖", "Coverage of clauses"), "coverage"),
        new Block.TableBlock(CoverageTable.For(documents)),
        .. documents.SelectMany(Faults),
        .. documents.Count == 1 || entries ? documents.SelectMany(document => One(document, entries)) : [],
    ];

    /// <summary>One document: where it can be found, why parts are not modelled, its clauses.</summary>
    public static IEnumerable<Block> One(DocumentCoverage document, bool entries) =>
    [
        new Block.Heading(TitleOf(document), $"{document.Folder.Name}-source") { Level = 2 },
        new Block.Figures(Facts(document).ToList()),
        .. Block.Part(MissingTable.For(document)),
        .. entries ? Block.Part(ClauseTable.For(document)) : [],
    ];

    /// <summary>What is left to explain, a sentence each.</summary>
    public static IEnumerable<Block> Faults(DocumentCoverage document)
    {
        var (name, map) = (document.Folder.Name, document.Map);
        var faults = map.Gaps.Select(gap => new Text($"{Citation.Show(gap.From, gap.To)} 没有条目", $"{Citation.Show(gap.From, gap.To)} have no entry"))
            .Concat(map.Overlaps.Select(entry => new Text($"{Citation.Show(entry.From, entry.To)} 与前一条重叠", $"{Citation.Show(entry.From, entry.To)} overlap the entry before")))
            .Concat(map.Unexplained.Select(entry => new Text($"{Citation.Show(entry.From, entry.To)} 未建模也未说明理由", $"{Citation.Show(entry.From, entry.To)} are neither modelled nor explained")))
            .Concat(map.Clauses.Where(clause => clause.LeadingNowhere.Count > 0).Select(clause => new Text(
                $"{Citation.Show(clause.Entry.From, clause.Entry.To)} 指向不存在的 {string.Join("、", clause.LeadingNowhere)}",
                $"{Citation.Show(clause.Entry.From, clause.Entry.To)} lead nowhere: {string.Join(", ", clause.LeadingNowhere)}")));
        return faults.Select(fault => new Block.Paragraph(new($"⚠ {name}：{fault.Zh}", $"⚠ {name}: {fault.En}")) { Tone = Tone.Warning });
    }

    private static Text TitleOf(DocumentCoverage document) => document.Map.Source is { } source ? Text.Same($"{source.Id} {source.Title}") : Text.Same(document.Map.File.Spec.Source);

    private static IEnumerable<Figure> Facts(DocumentCoverage document)
    {
        if (document.Map.Source is { } source)
        {
            yield return new("publisher", new("发布单位", "publisher"), source.Publisher is { } publisher ? new Value.Words(Text.Same(publisher)) : new Value.Undetermined(new("未登记", "not stated")));
            yield return new("sha256", new("SHA-256", "SHA-256"), source.Sha256 is { } sha ? new Value.Code(sha) : new Value.Undetermined(new("未登记", "not stated"))) { IsWide = true };
        }

        yield return new("text", new("原文", "text"), document.State);
        yield return new("lines", new("行", "lines"), new Value.Count(document.Map.Lines))
        {
            Below = document.Map.Blank is { } blank ? new Value.Words(new($"另有空行 {blank.Count}", $"and {blank.Count} blank")) : new Value.Words(new("含空行", "with the blank ones")),
        };
        foreach (var form in Enum.GetValues<CoverageClass>())
        {
            yield return new(YamlWord.Write(form), form.Title(), new Value.Count(document.Map.ClausesIn(form))) { Below = new Value.Words(new($"条，{document.Map.LinesIn(form)} 行", $"clauses, {document.Map.LinesIn(form)} lines")) };
        }
    }
}
